import type { Button, ExternalSelect, KnownBlock, StaticSelect } from '@slack/types'
import { MEMBER_STATUSES } from '#domain/organization/role.ts'
import { NO_FILTERS, ROSTER_PAGE, type RosterPage, type RosterRow } from '#domain/roster/roster-card.ts'
import { actions, button, context, input, option, plain, section } from './blocks.ts'
import { count } from './group-card.ts'
import { LIMITS } from './limits.ts'
import type { Message, ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { shortenMrkdwn } from './shorten.ts'

export const ROSTER_ACTIONS = {
  status: 'roster-status',
  level: 'roster-level',
  label: 'roster-label',
  coach: 'roster-coach',
  group: 'roster-group',
  text: 'roster-text',
  earlier: 'roster-earlier',
  later: 'roster-later',
  open: 'roster-open',
  bulk: 'roster-bulk',
  show: 'athlete-show',
} as const

/** Block id of the search. */
export const ROSTER_SEARCH = 'roster-search'

/** The choice that narrows nothing, and the one of those in no group. */
export const ANY = 'any'
export const NO_GROUP = 'none'

/** A row's characters: fifteen fit into a message whatever they are called. */
const ROW_CHARACTERS = 400

/** The roster as a form whose filters draw it anew. */
export function rosterModal(page: RosterPage): ModalView {
  return modalView({
    callbackId: 'roster',
    title: 'Roster',
    submit: 'Search',
    close: 'Close',
    meta: { ...page.filters, offset: page.offset },
    blocks: [
      {
        ...input(
          ROSTER_SEARCH,
          'Search by name or e-mail',
          {
            type: 'plain_text_input',
            action_id: ROSTER_ACTIONS.text,
            max_length: 80,
            placeholder: plain('ana'),
            dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
            ...(page.filters.text === '' ? {} : { initial_value: page.filters.text }),
          },
          { optional: true },
        ),
        dispatch_action: true,
      },
      actions('roster-filters', ...filterSelects(page)),
      section(mrkdwn`*${headline(page)}*`, ...bulkButton(page)),
      ...page.rows.map(row => rowBlock(row)),
      ...paging(page),
    ],
  })
}

/** The first page of what was asked for in words. */
export function rosterMessage(page: RosterPage): Message {
  const head = mrkdwn`*${headline(page)}*`
  const lines = page.rows.map(rowText)
  return {
    text: shortenMrkdwn(joinMrkdwn([head, ...lines], '\n').mrkdwn, LIMITS.messageText),
    blocks: [
      section(head),
      ...page.rows.map(row => rowBlock(row)),
      actions(
        'roster',
        button(ROSTER_ACTIONS.open, 'Search and filter', JSON.stringify({ ...page.filters, offset: 0 })),
        ...bulkButton(page),
      ),
      ...(page.total > page.rows.length
        ? [context(mrkdwn`These are the first ${page.rows.length}; *Search and filter* shows all.`)]
        : []),
    ],
  }
}

/** The button carries the filters: what is done may be done to everybody they show. */
function bulkButton(page: RosterPage): [] | [Button] {
  if (page.total === 0) return []
  return [button(ROSTER_ACTIONS.bulk, 'Act on several…', JSON.stringify({ ...page.filters, offset: 0 }))]
}

function headline(page: RosterPage): string {
  if (page.total === 0) return 'Nobody matches. Widen the filters or search for something else.'
  const isAll = JSON.stringify(page.filters) === JSON.stringify(NO_FILTERS)
  const last = page.offset + page.rows.length
  const place = page.total > page.rows.length ? `, ${page.offset + 1}–${last} shown` : ''
  return `${count(page.total, 'athlete')}${isAll ? ' in the club' : ' match'}${place}`
}

function rowBlock(row: RosterRow): KnownBlock {
  return section(
    rowText(row),
    button(ROSTER_ACTIONS.show, 'Open', row.accountId, { label: `Open ${row.name}` }),
    `athlete-${row.accountId}`,
  )
}

function rowText(row: RosterRow): Mrkdwn {
  const facts = [
    ...(row.status === 'active' ? [] : [mrkdwn`_${row.status}_`]),
    ...(row.memberLevel === null ? [] : [mrkdwn`${row.memberLevel}`]),
    ...(row.labels.length === 0 ? [] : [mrkdwn`${row.labels.map(label => `@${label}`).join(' ')}`]),
    row.groups.length === 0 ? mrkdwn`no group` : mrkdwn`${row.groups.join(', ')}`,
  ]
  const text = mrkdwn`*${row.name}* · ${joinMrkdwn(facts, ' · ')}`
  return { mrkdwn: shortenMrkdwn(text.mrkdwn, ROW_CHARACTERS) }
}

function filterSelects({ filters, choices }: RosterPage) {
  const { status, memberLevel, labelKey, coachId } = filters
  const group = groupChoice(
    filters.isInNoGroup ? NO_GROUP : filters.groupId,
    choices.groups.find(each => each.groupId === filters.groupId)?.name,
  )
  return [
    select(
      ROSTER_ACTIONS.status,
      'Any status',
      status,
      [...MEMBER_STATUSES].map(each => option(each, each)),
    ),
    select(
      ROSTER_ACTIONS.level,
      'Any level',
      memberLevel,
      choices.levels.map(level => option(level, level)),
    ),
    select(
      ROSTER_ACTIONS.label,
      'Any label',
      labelKey,
      choices.labels.map(({ label, key }) => option(`@${label}`, key)),
    ),
    select(
      ROSTER_ACTIONS.coach,
      'Any coach',
      coachId,
      choices.coaches.map(({ accountId, name }) => option(name, accountId)),
    ),
    {
      type: 'external_select' as const,
      action_id: ROSTER_ACTIONS.group,
      placeholder: plain('Any group', LIMITS.optionText),
      min_query_length: 0,
      initial_option: group,
    },
  ]
}

/** A group, no group or any group as the menu offers it. */
export function groupChoice(value: string | null, name = 'One group') {
  if (value === null || value === ANY) return option('Any group', ANY)
  return value === NO_GROUP ? option('In no group', NO_GROUP) : option(name, value)
}

function select(
  actionId: string,
  any: string,
  chosen: string | null,
  choices: ReturnType<typeof option>[],
): StaticSelect | ExternalSelect {
  const all = [option(any, ANY), ...choices]
  const initial = all.find(each => each.value === chosen) ?? all[0]
  if (hasTypeahead(actionId) && all.length > LIMITS.options) {
    // The one that was chosen may be none of those that were read.
    const known = all.find(each => each.value === chosen)
    return {
      type: 'external_select',
      action_id: actionId,
      placeholder: plain(any, LIMITS.optionText),
      min_query_length: 0,
      initial_option: known ?? (chosen === null ? option(any, ANY) : option(chosen, chosen)),
    }
  }
  return {
    type: 'static_select',
    action_id: actionId,
    options: all.slice(0, LIMITS.options),
    ...(initial ? { initial_option: initial } : {}),
  }
}

/** More labels or coaches than a menu holds are found by typing. */
function hasTypeahead(actionId: string): boolean {
  return actionId === ROSTER_ACTIONS.label || actionId === ROSTER_ACTIONS.coach
}

function paging({ offset, rows, total }: RosterPage): KnownBlock[] {
  const buttons = [
    ...(offset > 0 ? [button(ROSTER_ACTIONS.earlier, 'Previous', String(offset - ROSTER_PAGE))] : []),
    ...(offset + rows.length < total
      ? [button(ROSTER_ACTIONS.later, 'Next', String(offset + ROSTER_PAGE))]
      : []),
  ]
  return buttons.length > 0 ? [actions('roster-page', ...buttons)] : []
}
