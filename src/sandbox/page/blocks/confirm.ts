import { attributes, type Html, html, nothing } from '../html.ts'
import type { Drawing } from './drawing.ts'
import { fieldsOf } from './read.ts'
import { drawText, plainWords } from './text-object.ts'

/** The question to ask before an element's action is sent, kept beside it in a `<template>`. */
export function drawConfirm(drawing: Drawing, element: unknown): Html {
  const { confirm } = fieldsOf(element)
  if (!confirm) return nothing
  const { title, text, confirm: yes, deny, style } = fieldsOf(confirm)
  return html`<template data-confirm${attributes({
    'data-title': plainWords(title),
    'data-confirm-label': plainWords(yes) || 'Yes',
    'data-deny-label': plainWords(deny) || 'Cancel',
    'data-style': style === 'danger' ? 'danger' : 'primary',
  })}>${drawText(drawing, text)}</template>`
}
