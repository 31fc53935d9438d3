import { type Html, html } from '../html.ts'
import { safeImage, safeLink } from '../safe-url.ts'
import { drawLink } from './mention.ts'
import { type Fields, maybeText, textOf } from './read.ts'
import { plainWords } from './text-object.ts'

/** A link with its thumbnail: the sandbox plays nothing from elsewhere. */
export function drawVideo(block: Fields): Html {
  const href = safeLink(maybeText(block.title_url) ?? textOf(block.video_url))
  const thumbnail = safeImage(textOf(block.thumbnail_url))
  const title = html`<bdi>${plainWords(block.title)}</bdi>`
  const author = [maybeText(block.author_name), maybeText(block.provider_name)].filter(name => name !== null)
  return html`<div class="video"><p>${href ? drawLink(href, html`▶ ${title}`) : title}</p>${
    author.length > 0 ? html`<p class="hint">${author.join(' · ')}</p>` : null
  }${block.description ? html`<p dir="auto">${plainWords(block.description)}</p>` : null}${
    thumbnail
      ? html`<img class="block-image" src="${thumbnail}" alt="${textOf(block.alt_text)}" loading="lazy">`
      : null
  }</div>`
}
