import { SLACK_LIMITS } from '#kernel/slack-limits.ts'
import {
  also,
  type Check,
  type Dict,
  flag,
  integer,
  matching,
  ofType,
  problem,
  type Shape,
  text,
  type Visit,
} from './check.ts'
import { actionId, dispatchActionConfig, placeholder } from './objects.ts'
import { richText } from './rich-text.ts'

const { elements: LIMITS } = SLACK_LIMITS
const longest = LIMITS.plain_text_input.max_length
const [fewestLines, mostLines] = LIMITS.rich_text_input.lines

function typing(type: string, shape: Shape): Check {
  return ofType(type, {
    ...shape,
    optional: {
      action_id: actionId,
      dispatch_action_config: dispatchActionConfig,
      focus_on_load: flag,
      placeholder,
      ...shape.optional,
    },
  })
}

const lengthsAgree = (value: Dict, at: string, visit: Visit) => {
  const { min_length: min, max_length: max, initial_value: initial } = value
  if (typeof min === 'number' && typeof max === 'number' && min > max) {
    problem(visit, `${at}/min_length`, 'min_length must not be greater than max_length')
  }
  if (typeof initial === 'string' && typeof max === 'number' && initial.length > max) {
    problem(visit, `${at}/initial_value`, `must be less than ${max + 1} characters`)
  }
}

const numeric = matching(/^-?\d+(\.\d+)?$/, 'a number as a string')

const numbersAgree = (value: Dict, at: string, visit: Visit) => {
  for (const name of ['min_value', 'max_value', 'initial_value']) {
    const each = value[name]
    if (value.is_decimal_allowed === false && typeof each === 'string' && each.includes('.')) {
      problem(visit, `${at}/${name}`, 'must be a whole number where decimals are not allowed')
    }
  }
  const least = value.min_value === undefined ? Number.NEGATIVE_INFINITY : Number(value.min_value)
  const most = value.max_value === undefined ? Number.POSITIVE_INFINITY : Number(value.max_value)
  if (least > most) problem(visit, `${at}/min_value`, 'min_value must not be greater than max_value')
  const initial = value.initial_value
  if (initial !== undefined && (Number(initial) < least || Number(initial) > most)) {
    problem(visit, `${at}/initial_value`, 'must lie between min_value and max_value')
  }
}

/** Inputs one types into. */
export const TEXT_INPUTS = {
  plain_text_input: also(
    typing('plain_text_input', {
      optional: {
        initial_value: text({ min: 0, max: longest }),
        multiline: flag,
        min_length: integer({ min: 0, max: longest }),
        max_length: integer({ min: 1, max: longest }),
      },
    }),
    lengthsAgree,
  ),
  number_input: also(
    typing('number_input', {
      required: { is_decimal_allowed: flag },
      optional: { initial_value: numeric, min_value: numeric, max_value: numeric },
    }),
    numbersAgree,
  ),
  email_text_input: typing('email_text_input', { optional: { initial_value: text({ min: 0, max: 3000 }) } }),
  url_text_input: typing('url_text_input', { optional: { initial_value: text({ min: 0, max: 3000 }) } }),
  rich_text_input: typing('rich_text_input', {
    optional: {
      initial_value: richText,
      min_lines: integer({ min: fewestLines, max: mostLines }),
      max_lines: integer({ min: fewestLines, max: mostLines }),
    },
  }),
} as const
