import { type Html, html } from '../html.ts'
import { safeLink } from '../safe-url.ts'
import { formatDateTokens } from './date-token.ts'
import type { Drawing } from './drawing.ts'

export function drawPersonMention(drawing: Drawing, id: string, label: string | null): Html {
  const person = drawing.people.get(id)
  const name = person ? person.realName || person.name : (label ?? id)
  const isMe = id === drawing.viewer.id
  return html`<span class="mention${isMe ? ' mention-me' : ''}" data-person="${id}">@<bdi>${name}</bdi></span>`
}

export function drawChannelMention(drawing: Drawing, id: string, label: string | null): Html {
  const conversation = drawing.conversations.get(id)
  const name = conversation?.name ?? label
  if (!name) return html`<span class="mention">#private-channel</span>`
  return conversation
    ? html`<a class="mention" data-nav href="${drawing.conversationHref(id)}">#<bdi>${name}</bdi></a>`
    : html`<span class="mention">#<bdi>${name}</bdi></span>`
}

/** `@here`, `@channel`, `@everyone` or a user group: drawn so that nobody overlooks that it pings. */
export function drawPing(name: string): Html {
  return html`<span class="ping" title="This notifies people">@${name}</span>`
}

/** @param seconds Unix time in seconds, as it came */
export function drawDate(
  drawing: Drawing,
  seconds: string | number,
  format: string,
  fallback: string,
  link?: string,
): Html {
  const at = Number(seconds) * 1000
  const isDrawable = Number.isFinite(at) && Math.abs(at) < 8.64e15
  const words = isDrawable ? formatDateTokens(at, format, drawing.viewer.tz, drawing.now) : fallback
  const time = isDrawable
    ? html`<time datetime="${new Date(at).toISOString()}">${words}</time>`
    : html`<span>${words}</span>`
  const href = link ? safeLink(link) : null
  return href ? drawLink(href, time) : time
}

export function drawLink(href: string, content: Html): Html {
  return html`<a href="${href}" target="_blank" rel="noopener noreferrer">${content}</a>`
}
