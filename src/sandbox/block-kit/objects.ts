import { SLACK_LIMITS } from '#kernel/slack-limits.ts'
import {
  also,
  type Check,
  type Dict,
  dictsOf,
  flag,
  integer,
  isDict,
  list,
  matching,
  object,
  ofType,
  oneOf,
  problem,
  text,
  typed,
  type Visit,
} from './check.ts'

const { elements: LIMITS } = SLACK_LIMITS

export function plainText(max: number, min = 1): Check {
  return ofType('plain_text', { required: { text: text({ min, max }) }, optional: { emoji: flag } })
}

export function mrkdwnText(max: number, min = 1): Check {
  return ofType('mrkdwn', { required: { text: text({ min, max }) }, optional: { verbatim: flag } })
}

export function anyText(max: number, min = 1): Check {
  return typed({ plain_text: plainText(max, min), mrkdwn: mrkdwnText(max, min) })
}

export const blockId: Check = text({ max: SLACK_LIMITS.ids.block_id })
export const actionId: Check = text({ max: SLACK_LIMITS.ids.action_id })
export const placeholder: Check = plainText(LIMITS.placeholder)

/** A link for people to follow. */
export function link(max: number): Check {
  return also2(text({ max }), matching(/^[a-z][a-z0-9+.-]*:\S+$/i, 'a valid URL'))
}

/** A picture that Slack's proxy fetches: https only. */
export function pictureUrl(max: number): Check {
  return also2(text({ max }), matching(/^https:\/\/[^\s/]+\S*$/, 'a valid image URL (https)'))
}

function also2(first: Check, second: Check): Check {
  return (value, at, visit) => {
    const before = visit.problems.length
    first(value, at, visit)
    if (visit.problems.length === before) second(value, at, visit)
  }
}

export const confirm: Check = object({
  required: { text: anyText(LIMITS.confirm.text) },
  optional: {
    title: plainText(LIMITS.confirm.title),
    confirm: plainText(LIMITS.confirm.confirm),
    deny: plainText(LIMITS.confirm.deny),
    style: oneOf('primary', 'danger'),
  },
})

type OptionKind = { mrkdwn?: boolean; url?: boolean }

export function option({ mrkdwn = false, url = false }: OptionKind = {}): Check {
  const words = mrkdwn ? anyText : plainText
  return object({
    required: { text: words(LIMITS.option.text), value: text({ max: LIMITS.option.value }) },
    optional: {
      description: words(LIMITS.option.description),
      ...(url && { url: link(LIMITS.option.url) }),
    },
  })
}

/** A list of options, none with a value that another has. */
export function options(limit: { min?: number; max: number }, kind: OptionKind = {}): Check {
  const check = list(option(kind), limit)
  return (value, at, visit) => {
    check(value, at, visit)
    const seen = new Set<unknown>()
    dictsOf(value).forEach((each, index) => {
      if (seen.has(each.value)) problem(visit, `${at}/${index}/value`, 'option values must be unique')
      seen.add(each.value)
    })
  }
}

export const optionGroups: Check = list(
  object({
    required: {
      label: plainText(LIMITS.option_group.label),
      options: options({ max: LIMITS.option_group.options }),
    },
  }),
  { max: LIMITS.option_group.groups },
)

export function optionsOf(element: Dict): Dict[] {
  if (Array.isArray(element.options)) return dictsOf(element.options)
  return dictsOf(element.option_groups).flatMap(group => dictsOf(group.options))
}

/** What is chosen at first must be one of the options, whole and letter for letter. */
export function initialsAreOptions(element: Dict, at: string, visit: Visit): void {
  const known = new Set(optionsOf(element).map(canonical))
  const require = (initial: unknown, pointer: string) => {
    if (!known.has(canonical(initial))) problem(visit, pointer, 'initial option is not one of the options')
  }
  if (element.initial_option !== undefined) require(element.initial_option, `${at}/initial_option`)
  if (!Array.isArray(element.initial_options)) return
  element.initial_options.forEach((each: unknown, index) => {
    require(each, `${at}/initial_options/${index}`)
  })
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    isDict(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each,
  )
}

export const dispatchActionConfig: Check = object({
  required: { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), { max: 2 }) },
})

export const conversationFilter: Check = also(
  object({
    optional: {
      include: list(oneOf('im', 'mpim', 'private', 'public'), { max: 4 }),
      exclude_external_shared_channels: flag,
      exclude_bot_users: flag,
    },
  }),
  (value, at, visit) => {
    if (Object.keys(value).length === 0) problem(visit, at, 'a filter must have at least one property')
  },
)

const slackFile: Check = (value, at, visit) => {
  if (!isDict(value)) return problem(visit, at, 'must be an object')
  object({
    optional: {
      id: matching(new RegExp(LIMITS.slack_file.id_pattern), 'a valid file id'),
      url: text({ max: 3000 }),
    },
  })(value, at, visit)
  const named = Number(value.id !== undefined) + Number(value.url !== undefined)
  if (named !== 1) return problem(visit, at, 'exactly one of id and url must be given')
  if (visit.fileState(value) !== 'ready') problem(visit, at, 'invalid slack file')
}

/** The properties of a picture, and the rule that it has exactly one source. */
export function picture(check: { altText: number; url: number }, more: Record<string, Check> = {}): Check {
  const shape = ofType('image', {
    required: { alt_text: text({ max: check.altText }) },
    optional: { image_url: pictureUrl(check.url), slack_file: slackFile, ...more },
  })
  return (value, at, visit) => {
    shape(value, at, visit)
    if (!isDict(value)) return
    const sources = Number(value.image_url !== undefined) + Number(value.slack_file !== undefined)
    if (sources !== 1) problem(visit, at, 'exactly one of image_url and slack_file must be given')
  }
}

export const imageElement: Check = picture({ altText: LIMITS.image.alt_text, url: LIMITS.image.image_url })

export const maxSelected: Check = integer({ min: 1, max: 100 })
