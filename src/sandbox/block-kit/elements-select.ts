import { SLACK_LIMITS } from '#kernel/slack-limits.ts'
import {
  also,
  type Check,
  type Dict,
  flag,
  integer,
  list,
  matching,
  ofType,
  problem,
  type Visit,
} from './check.ts'
import {
  actionId,
  confirm,
  conversationFilter,
  initialsAreOptions,
  maxSelected,
  option,
  optionGroups,
  options,
  placeholder,
} from './objects.ts'

const personId = matching(/^[UW][A-Z0-9]{8,}$/, 'a valid user id')
const channelId = matching(/^C[A-Z0-9]{8,}$/, 'a valid channel id')
const conversationId = matching(/^[CDG][A-Z0-9]{8,}$/, 'a valid conversation id')
const queryLength = integer({ min: 0, max: 150 })
const several = (of: Check) => list(of, { max: 100 })

const exactlyOneList = (value: Dict, at: string, visit: Visit) => {
  const given = Number(value.options !== undefined) + Number(value.option_groups !== undefined)
  if (given !== 1) problem(visit, at, 'exactly one of options and option_groups must be given')
}

const choicesAgree = (value: Dict, at: string, visit: Visit) => {
  exactlyOneList(value, at, visit)
  initialsAreOptions(value, at, visit)
}

function select(type: string, optional: Record<string, Check>): Check {
  return ofType(type, {
    optional: { action_id: actionId, confirm, focus_on_load: flag, placeholder, ...optional },
  })
}

const choices = {
  options: options({ max: SLACK_LIMITS.elements.static_select.options }),
  option_groups: optionGroups,
}

/** Selects and multi-selects over options, people, channels and conversations, and those that ask the app. */
export const SELECTS = {
  static_select: also(select('static_select', { ...choices, initial_option: option() }), choicesAgree),
  multi_static_select: also(
    select('multi_static_select', {
      ...choices,
      initial_options: options({ max: 100 }),
      max_selected_items: maxSelected,
    }),
    choicesAgree,
  ),
  external_select: select('external_select', { initial_option: option(), min_query_length: queryLength }),
  multi_external_select: select('multi_external_select', {
    initial_options: options({ max: 100 }),
    min_query_length: queryLength,
    max_selected_items: maxSelected,
  }),
  users_select: select('users_select', { initial_user: personId }),
  multi_users_select: select('multi_users_select', {
    initial_users: several(personId),
    max_selected_items: maxSelected,
  }),
  channels_select: select('channels_select', { initial_channel: channelId, response_url_enabled: flag }),
  multi_channels_select: select('multi_channels_select', {
    initial_channels: several(channelId),
    max_selected_items: maxSelected,
  }),
  conversations_select: select('conversations_select', {
    initial_conversation: conversationId,
    default_to_current_conversation: flag,
    response_url_enabled: flag,
    filter: conversationFilter,
  }),
  multi_conversations_select: select('multi_conversations_select', {
    initial_conversations: several(conversationId),
    default_to_current_conversation: flag,
    max_selected_items: maxSelected,
    filter: conversationFilter,
  }),
} as const
