import { escapeHtml, htmlPage } from './html-page.ts'

const STYLE = `
  body { font: 1.05rem/1.6 system-ui, sans-serif; max-width: 34rem; margin: 12vh auto 4rem; padding: 0 1.25rem; color: #1d1c1d; background: #fff }
  h1 { font-size: 1.5rem; line-height: 1.25 }
  @media (prefers-color-scheme: dark) { body { color: #eee; background: #1a1d21 } }
`

/** A page with a title and a few sentences, escaped. */
export function messagePage(title: string, sentences: readonly string[]): string {
  const paragraphs = sentences.map(sentence => `<p>${escapeHtml(sentence)}</p>`).join('\n')
  return htmlPage(title, STYLE, `<h1>${escapeHtml(title)}</h1>\n${paragraphs}`)
}
