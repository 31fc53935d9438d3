const markup: unique symbol = Symbol('markup')

/** Finished markup. Only this file can make one, so whatever else is put into a page is escaped. */
export type Html = { readonly [markup]: string }

export type Part = Html | string | number | false | null | undefined | readonly Part[]

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, sign => entities[sign] ?? sign)
}

function isHtml(part: object): part is Html {
  return markup in part
}

function toText(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (typeof part === 'string') return escapeText(part)
  if (typeof part === 'number') return String(part)
  if (isHtml(part)) return part[markup]
  return part.map(toText).join('')
}

/** Tagged template: the template's own text is markup, every value put in is escaped unless it is `Html`. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  let text = strings[0] ?? ''
  parts.forEach((part, index) => {
    text += toText(part) + (strings[index + 1] ?? '')
  })
  return { [markup]: text }
}

export type AttributeValue = string | number | boolean | null | undefined

/** ` name="value"` for each value that is there; `true` gives the bare name, `false` and null nothing. */
export function attributes(values: Record<string, AttributeValue>): Html {
  let text = ''
  for (const [name, value] of Object.entries(values)) {
    if (value === true) text += ` ${name}`
    else if (value !== false && value !== null && value !== undefined)
      text += ` ${name}="${escapeText(String(value))}"`
  }
  return { [markup]: text }
}

export const nothing: Html = { [markup]: '' }

export function isEmpty(part: Html): boolean {
  return part[markup].trim() === ''
}

export function toMarkup(part: Html): string {
  return part[markup]
}
