import { type Html, html } from '../html.ts'
import { safeLink } from '../safe-url.ts'
import type { Drawing } from './drawing.ts'
import { drawLink } from './mention.ts'
import { type Fields, listOf, textOf } from './read.ts'
import { drawRichText } from './rich-text.ts'

const states: Record<string, { sign: string; word: string }> = {
  pending: { sign: '○', word: 'Waiting' },
  in_progress: { sign: '◐', word: 'Under way' },
  complete: { sign: '●', word: 'Done' },
  error: { sign: '✕', word: 'Failed' },
}

export function drawTaskCard(drawing: Drawing, block: Fields): Html {
  const state = states[textOf(block.status)] ?? { sign: '○', word: textOf(block.status) }
  const sources = listOf(block.sources).map(source => {
    const href = safeLink(textOf(source.url))
    return href ? html`<li>${drawLink(href, html`${textOf(source.text) || href}`)}</li>` : null
  })
  return html`<div class="task"><p><span aria-hidden="true">${state.sign}</span> <strong><bdi>${textOf(block.title)}</bdi></strong> <small>${state.word}</small></p>${
    block.details ? drawRichText(drawing, block.details) : null
  }${block.output ? drawRichText(drawing, block.output) : null}${sources.length > 0 ? html`<ul>${sources}</ul>` : null}</div>`
}

export function drawPlan(drawing: Drawing, block: Fields): Html {
  return html`<div class="plan"><h4 class="header"><bdi>${textOf(block.title)}</bdi></h4>${listOf(
    block.tasks,
  ).map(task => drawTaskCard(drawing, task))}</div>`
}
