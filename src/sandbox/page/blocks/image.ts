import { attributes, type Html, html } from '../html.ts'
import { safeImage } from '../safe-url.ts'
import type { Drawing } from './drawing.ts'
import { type Fields, fieldsOf, maybeText, textOf } from './read.ts'
import { plainWords } from './text-object.ts'

/** Id of the file a `slack_file` names, by id or by one of the file's addresses. */
export function slackFileId(value: unknown): string | null {
  const file = fieldsOf(value)
  return maybeText(file.id) ?? /\b(F[A-Z0-9]{8,})\b/.exec(textOf(file.url))?.[1] ?? null
}

function sourceOf(drawing: Drawing, image: Fields): string | null {
  const id = slackFileId(image.slack_file)
  return id ? drawing.fileHref(id) : safeImage(textOf(image.image_url))
}

export function drawPicture(drawing: Drawing, image: unknown, className: string): Html {
  const fields = fieldsOf(image)
  const source = sourceOf(drawing, fields)
  const alt = textOf(fields.alt_text)
  return source
    ? html`<img class="${className}" src="${source}" alt="${alt}" loading="lazy">`
    : html`<span class="${className} no-image" role="img"${attributes({ 'aria-label': alt })}>Image not available</span>`
}

export function drawImageBlock(drawing: Drawing, block: Fields): Html {
  const source = sourceOf(drawing, block)
  const picture = drawPicture(drawing, block, 'block-image')
  const title = block.title ? html`<figcaption>${plainWords(block.title)}</figcaption>` : null
  return html`<figure class="image-block">${title}${
    source
      ? html`<a href="${source}" target="_blank" rel="noopener noreferrer" class="image-link">${picture}</a>`
      : picture
  }</figure>`
}
