import { type Html, html } from '../html.ts'
import type { Drawing } from './drawing.ts'
import { withEmoji } from './emoji.ts'
import { drawMrkdwn } from './mrkdwn.ts'
import { fieldsOf, textOf } from './read.ts'

/** A text object's words as plain text; mark-up of mrkdwn is left as it is written. */
export function plainWords(value: unknown): string {
  const object = fieldsOf(value)
  const text = textOf(object.text)
  return object.type === 'plain_text' && object.emoji === true ? withEmoji(text) : text
}

/** A `plain_text` or `mrkdwn` object. Plain text is never parsed; only its emoji are, and only if it says so. */
export function drawText(drawing: Drawing, value: unknown): Html {
  const object = fieldsOf(value)
  if (object.type === 'mrkdwn') return drawMrkdwn(drawing, textOf(object.text))
  return html`<span class="plain">${plainWords(object)}</span>`
}
