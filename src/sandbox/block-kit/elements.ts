import { SLACK_LIMITS } from '#kernel/slack-limits.ts'
import {
  also,
  type Check,
  type Dict,
  flag,
  integer,
  isDict,
  list,
  matching,
  object,
  ofType,
  oneOf,
  problem,
  type Shape,
  text,
} from './check.ts'
import { SELECTS } from './elements-select.ts'
import { TEXT_INPUTS } from './elements-text.ts'
import {
  actionId,
  confirm,
  imageElement,
  initialsAreOptions,
  link,
  options,
  placeholder,
  plainText,
} from './objects.ts'

const { elements: LIMITS } = SLACK_LIMITS

const button: Check = ofType('button', {
  required: { text: plainText(LIMITS.button.text) },
  optional: {
    action_id: actionId,
    value: text({ max: LIMITS.button.value }),
    url: link(LIMITS.button.url),
    style: oneOf('primary', 'danger'),
    confirm,
    accessibility_label: text({ max: LIMITS.button.accessibility_label }),
  },
})

const workflowButton: Check = ofType('workflow_button', {
  required: {
    text: plainText(LIMITS.button.text),
    workflow: object({
      required: {
        trigger: object({
          required: { url: link(LIMITS.button.url) },
          optional: {
            customizable_input_parameters: list(
              object({ required: { name: text({ max: 255 }), value: text({ max: 3000 }) } }),
              { max: 100 },
            ),
          },
        }),
      },
    }),
  },
  optional: {
    action_id: actionId,
    style: oneOf('primary', 'danger'),
    accessibility_label: text({ max: LIMITS.button.accessibility_label }),
  },
})

const picked = (shape: Shape, type: string): Check =>
  ofType(type, {
    ...shape,
    optional: { action_id: actionId, confirm, focus_on_load: flag, ...shape.optional },
  })

const checkboxes = also(
  picked(
    {
      required: { options: options({ max: LIMITS.checkboxes.options }, { mrkdwn: true }) },
      optional: { initial_options: options({ max: LIMITS.checkboxes.options }, { mrkdwn: true }) },
    },
    'checkboxes',
  ),
  initialsAreOptions,
)

const radioButtons = also(
  picked(
    {
      required: { options: options({ max: LIMITS.radio_buttons.options }, { mrkdwn: true }) },
      optional: { initial_option: () => undefined },
    },
    'radio_buttons',
  ),
  initialsAreOptions,
)

const overflow: Check = ofType('overflow', {
  required: {
    options: options({ min: LIMITS.overflow.options[0], max: LIMITS.overflow.options[1] }, { url: true }),
  },
  optional: { action_id: actionId, confirm },
})

const isDay: Check = matching(
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  'a date in the format YYYY-MM-DD',
)
const isTime: Check = matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time in the format HH:mm')

const datepicker = picked({ optional: { initial_date: isDay, placeholder } }, 'datepicker')
const timepicker = picked(
  { optional: { initial_time: isTime, placeholder, timezone: text({ max: 100 }) } },
  'timepicker',
)
const datetimepicker = picked(
  { optional: { initial_date_time: integer({ min: 1_000_000_000, max: 9_999_999_999 }) } },
  'datetimepicker',
)

const fileInput: Check = also(
  ofType('file_input', {
    optional: {
      action_id: actionId,
      filetypes: list(text({ max: 20 }), { max: 100 }),
      max_files: integer({ min: LIMITS.file_input.max_files[0], max: LIMITS.file_input.max_files[1] }),
    },
  }),
  (_value, at, visit) => {
    if (!visit.hasScope('files:read')) problem(visit, at, 'file_input needs the scope files:read')
  },
)

const CHOICES = {
  checkboxes,
  radio_buttons: radioButtons,
  datepicker,
  timepicker,
  datetimepicker,
  ...SELECTS,
}

export const ACTIONS_ELEMENTS: Readonly<Record<string, Check>> = {
  button,
  workflow_button: workflowButton,
  overflow,
  rich_text_input: TEXT_INPUTS.rich_text_input,
  ...CHOICES,
}

export const SECTION_ACCESSORIES: Readonly<Record<string, Check>> = {
  button,
  workflow_button: workflowButton,
  overflow,
  image: imageElement,
  ...CHOICES,
}

export const INPUT_ELEMENTS: Readonly<Record<string, Check>> = {
  ...TEXT_INPUTS,
  ...CHOICES,
  file_input: fileInput,
}

const feedbackButton: Check = object({
  required: { text: plainText(LIMITS.button.text), value: text({ max: LIMITS.button.value }) },
  optional: { accessibility_label: text({ max: LIMITS.button.accessibility_label }) },
})

export const CONTEXT_ACTIONS_ELEMENTS: Readonly<Record<string, Check>> = {
  feedback_buttons: ofType('feedback_buttons', {
    required: { positive_button: feedbackButton, negative_button: feedbackButton },
    optional: { action_id: actionId },
  }),
  icon_button: ofType('icon_button', {
    required: { icon: oneOf('trash'), text: plainText(LIMITS.button.text) },
    optional: {
      action_id: actionId,
      confirm,
      value: text({ max: LIMITS.button.value }),
      accessibility_label: text({ max: LIMITS.button.accessibility_label }),
      visible_to_user_ids: list(text({ max: 30 }), { max: 100 }),
    },
  }),
}

export const cardButton: Check = button

/** Every element with an action_id under a block, whatever property holds it. */
export function elementsOf(block: Dict): Dict[] {
  const places: unknown[] = [
    block.accessory,
    block.element,
    ...(Array.isArray(block.elements) ? block.elements : []),
    ...(Array.isArray(block.actions) ? block.actions : []),
  ]
  return places.filter(isDict).filter(each => block.type !== 'rich_text' && each.type !== undefined)
}
