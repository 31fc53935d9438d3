import { attributes, type Html, html } from '../html.ts'
import { safeLink } from '../safe-url.ts'
import type { Drawing } from './drawing.ts'
import { emojiSign } from './emoji.ts'
import { drawChannelMention, drawDate, drawLink, drawPersonMention, drawPing } from './mention.ts'
import { type Fields, fieldsOf, listOf, maybeText, numberOf, textOf } from './read.ts'

function styled(content: Html, style: unknown): Html {
  const { bold, italic, strike, code, underline, highlight } = fieldsOf(style)
  let result = content
  if (code === true) result = html`<code>${result}</code>`
  if (strike === true) result = html`<s>${result}</s>`
  if (underline === true) result = html`<u>${result}</u>`
  if (highlight === true) result = html`<mark>${result}</mark>`
  if (italic === true) result = html`<em>${result}</em>`
  if (bold === true) result = html`<strong>${result}</strong>`
  return result
}

function lines(text: string): Html {
  return html`${text.split('\n').map((line, index) => (index === 0 ? line : html`<br>${line}`))}`
}

function leaf(drawing: Drawing, element: Fields): Html {
  switch (element.type) {
    case 'text':
      return lines(textOf(element.text))
    case 'emoji':
      return html`${emojiSign(textOf(element.name))}`
    case 'link': {
      const words = lines(maybeText(element.text) ?? textOf(element.url))
      const href = safeLink(textOf(element.url))
      return href ? drawLink(href, words) : words
    }
    case 'user':
      return drawPersonMention(drawing, textOf(element.user_id), null)
    case 'channel':
      return drawChannelMention(drawing, textOf(element.channel_id), null)
    case 'broadcast':
      return drawPing(textOf(element.range))
    case 'usergroup':
      return drawPing(textOf(element.usergroup_id))
    case 'team':
      return html`${textOf(element.team_id)}`
    case 'color':
      return html`<code>${textOf(element.value)}</code>`
    case 'date':
      return drawDate(
        drawing,
        numberOf(element.timestamp, Number.NaN),
        textOf(element.format),
        textOf(element.fallback),
        textOf(element.url),
      )
    default:
      return html`${textOf(element.text)}`
  }
}

/** The pieces of a section, quote or list item: text here is never parsed, only styled. */
export function drawRichPieces(drawing: Drawing, elements: unknown): Html {
  return html`${listOf(elements).map(element => styled(leaf(drawing, element), element.style))}`
}

function drawPart(drawing: Drawing, part: Fields): Html {
  switch (part.type) {
    case 'rich_text_list': {
      const items = listOf(part.elements).map(
        item => html`<li dir="auto">${drawRichPieces(drawing, item.elements)}</li>`,
      )
      const indent = Math.min(Math.max(numberOf(part.indent, 0), 0), 8)
      const className = `indent-${indent}${numberOf(part.border, 0) > 0 ? ' bordered' : ''}`
      return part.style === 'ordered'
        ? html`<ol class="${className}"${attributes({ start: numberOf(part.offset, 0) + 1 })}>${items}</ol>`
        : html`<ul class="${className}">${items}</ul>`
    }
    case 'rich_text_quote':
      return html`<blockquote dir="auto">${drawRichPieces(drawing, part.elements)}</blockquote>`
    case 'rich_text_preformatted':
      return html`<pre>${listOf(part.elements).map(element => maybeText(element.text) ?? textOf(element.url))}</pre>`
    default:
      return html`<p dir="auto">${drawRichPieces(drawing, part.elements)}</p>`
  }
}

export function drawRichText(drawing: Drawing, block: unknown): Html {
  return html`<div class="rich-text">${listOf(fieldsOf(block).elements).map(part => drawPart(drawing, part))}</div>`
}
