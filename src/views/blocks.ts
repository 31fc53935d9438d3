import type {
  ActionsBlock,
  Button,
  ConfirmationDialog,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  InputBlock,
  PlainTextOption,
  SectionBlock,
} from '@slack/types'
import { LIMITS } from './limits.ts'
import type { PlainText } from './message.ts'
import type { Mrkdwn } from './mrkdwn.ts'
import { shorten, shortenMrkdwn } from './shorten.ts'

/** Plain text is never parsed by Slack, so names need no escaping in it; it is cut at `limit` characters. */
export function plain(text: string, limit: number = LIMITS.plainText): PlainText {
  return { type: 'plain_text', text: shorten(text, limit), emoji: true }
}

export function section(
  text: Mrkdwn,
  accessory?: NonNullable<SectionBlock['accessory']>,
  blockId?: string,
): SectionBlock {
  return {
    type: 'section',
    ...(blockId ? { block_id: blockId } : {}),
    text: { type: 'mrkdwn', text: shortenMrkdwn(text.mrkdwn, LIMITS.sectionText), verbatim: true },
    ...(accessory ? { accessory } : {}),
  }
}

export function fields(...texts: Mrkdwn[]): SectionBlock {
  return {
    type: 'section',
    fields: texts.map(text => ({
      type: 'mrkdwn',
      text: shortenMrkdwn(text.mrkdwn, LIMITS.fieldText),
      verbatim: true,
    })),
  }
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(text, LIMITS.headerText) }
}

export function context(...texts: Mrkdwn[]): ContextBlock {
  return {
    type: 'context',
    elements: texts.map(text => ({
      type: 'mrkdwn',
      text: shortenMrkdwn(text.mrkdwn, LIMITS.fieldText),
      verbatim: true,
    })),
  }
}

export const divider: DividerBlock = { type: 'divider' }

export function actions(blockId: string, ...elements: ActionsBlock['elements']): ActionsBlock {
  return { type: 'actions', block_id: blockId, elements }
}

export type ButtonOptions = {
  style?: 'primary' | 'danger'
  confirm?: ConfirmationDialog
  label?: string
}

export function button(actionId: string, text: string, value: string, options: ButtonOptions = {}): Button {
  return {
    type: 'button',
    action_id: actionId,
    text: plain(text, LIMITS.buttonText),
    value,
    ...(options.style ? { style: options.style } : {}),
    ...(options.confirm ? { confirm: options.confirm } : {}),
    ...(options.label ? { accessibility_label: shorten(options.label, LIMITS.buttonText) } : {}),
  }
}

export function confirm(title: string, text: string, yes: string, no: string): ConfirmationDialog {
  return {
    title: plain(title, LIMITS.confirmTitle),
    text: plain(text, LIMITS.confirmText),
    confirm: plain(yes, LIMITS.confirmButton),
    deny: plain(no, LIMITS.confirmButton),
    style: 'danger',
  }
}

export function option(text: string, value: string, description?: string): PlainTextOption {
  return {
    text: plain(text, LIMITS.optionText),
    value,
    ...(description ? { description: plain(description, LIMITS.optionText) } : {}),
  }
}

export function input(
  blockId: string,
  label: string,
  element: InputBlock['element'],
  options: { hint?: string; optional?: boolean } = {},
): InputBlock {
  return {
    type: 'input',
    block_id: blockId,
    label: plain(label),
    element,
    ...(options.hint ? { hint: plain(options.hint) } : {}),
    ...(options.optional ? { optional: true } : {}),
  }
}
