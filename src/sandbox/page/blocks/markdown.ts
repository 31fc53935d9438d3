import { type Html, html } from '../html.ts'
import { safeLink } from '../safe-url.ts'
import { emojiSign } from './emoji.ts'
import { drawLink } from './mention.ts'

/** The part of standard Markdown that a `markdown` block is used for. HTML in it is text. */
export function drawMarkdown(text: string): Html {
  const lines = text.replaceAll('\r', '').split('\n')
  const parts: Html[] = []
  let at = 0
  while (at < lines.length) {
    const part = partAt(lines, at)
    if (part.content) parts.push(part.content)
    at = part.next
  }
  return html`<div class="markdown">${parts}</div>`
}

type Part = { content: Html | null; next: number }

const listItem = /^\s*(?:[-*+]|(\d{1,9})[.)])\s+(.*)$/

function partAt(lines: string[], at: number): Part {
  const line = lines[at] ?? ''
  if (line.trim() === '') return { content: null, next: at + 1 }
  if (line.startsWith('```')) return fenceAt(lines, at)
  const heading = /^(#{1,6})\s+(.*)$/.exec(line)
  if (heading)
    return { content: html`<h4 class="header" dir="auto">${inline(heading[2] ?? '')}</h4>`, next: at + 1 }
  if (/^\s*([-*_])(?:\s*\1){2,}\s*$/.test(line)) return { content: html`<hr>`, next: at + 1 }
  if (line.startsWith('>')) {
    const next = endOf(lines, at, other => other.startsWith('>'))
    const inside = lines.slice(at, next).map(other => other.replace(/^>\s?/, ''))
    return { content: html`<blockquote dir="auto">${withBreaks(inside)}</blockquote>`, next }
  }
  if (listItem.test(line)) return listAt(lines, at)
  if (line.includes('|') && /^\s*\|?\s*:?-{3,}/.test(lines[at + 1] ?? '')) return tableAt(lines, at)
  const next = endOf(
    lines,
    at + 1,
    other => other.trim() !== '' && !/^(#{1,6}\s|>|```)/.test(other) && !listItem.test(other),
  )
  return { content: html`<p dir="auto">${withBreaks(lines.slice(at, next))}</p>`, next }
}

function endOf(lines: string[], from: number, belongs: (line: string) => boolean): number {
  let next = from
  while (next < lines.length && belongs(lines[next] ?? '')) next += 1
  return next
}

function fenceAt(lines: string[], at: number): Part {
  const end = endOf(lines, at + 1, line => !line.startsWith('```'))
  return { content: html`<pre>${lines.slice(at + 1, end).join('\n')}</pre>`, next: end + 1 }
}

function listAt(lines: string[], at: number): Part {
  const isOrdered = listItem.exec(lines[at] ?? '')?.[1] !== undefined
  const next = endOf(lines, at, line => listItem.test(line))
  const items = lines
    .slice(at, next)
    .map(
      line =>
        html`<li dir="auto">${inline((listItem.exec(line)?.[2] ?? '').replace(/^\[ \]/, '☐').replace(/^\[x\]/i, '☑'))}</li>`,
    )
  return { content: isOrdered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`, next }
}

function tableAt(lines: string[], at: number): Part {
  const cells = (line: string) =>
    line
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|')
      .map(cell => inline(cell.trim()))
  const next = endOf(lines, at + 2, line => line.includes('|'))
  return {
    content: html`<div class="table-scroll" role="region" aria-label="Table" tabindex="0"><table><thead><tr>${cells(
      lines[at] ?? '',
    ).map(
      cell => html`<th scope="col">${cell}</th>`,
    )}</tr></thead><tbody>${lines.slice(at + 2, next).map(line => html`<tr>${cells(line).map(cell => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`,
    next,
  }
}

function withBreaks(lines: string[]): Html {
  return html`${lines.map((line, index) => (index === 0 ? inline(line) : html`<br>${inline(line)}`))}`
}

const spans: { pattern: RegExp; draw: (match: RegExpExecArray) => Html }[] = [
  { pattern: /\\([\\`*_{}[\]()#+.!~|>-])/, draw: match => html`${match[1]}` },
  { pattern: /`([^`]+)`/, draw: match => html`<code>${match[1]}</code>` },
  {
    pattern: /!?\[([^\]]*)\]\(([^)\s]+)\)/,
    draw: match => link(match[2] ?? '', inline(match[1] ?? ''), match[0]),
  },
  { pattern: /<(https?:\/\/[^\s<>]+)>/, draw: match => link(match[1] ?? '', html`${match[1]}`, match[0]) },
  { pattern: /\*\*([^*]+)\*\*/, draw: match => html`<strong>${inline(match[1] ?? '')}</strong>` },
  { pattern: /~~([^~]+)~~/, draw: match => html`<s>${inline(match[1] ?? '')}</s>` },
  { pattern: /\*([^*\s][^*]*)\*/, draw: match => html`<em>${inline(match[1] ?? '')}</em>` },
  { pattern: /\b_([^_\s][^_]*)_\b/, draw: match => html`<em>${inline(match[1] ?? '')}</em>` },
  { pattern: /:([a-z0-9_+-]+):/, draw: match => html`${emojiSign(match[1] ?? '')}` },
]

function link(address: string, label: Html, source: string): Html {
  const href = safeLink(address)
  return href ? drawLink(href, label) : html`${source}`
}

/** Emphasis, code and links within a line: the earliest match wins, what is around it is text. */
function inline(text: string): Html {
  let first: { match: RegExpExecArray; draw: (match: RegExpExecArray) => Html } | null = null
  for (const { pattern, draw } of spans) {
    const match = pattern.exec(text)
    if (match && (first === null || match.index < first.match.index)) first = { match, draw }
  }
  if (first === null) return html`${text}`
  const { match, draw } = first
  return html`${text.slice(0, match.index)}${draw(match)}${inline(text.slice(match.index + match[0].length))}`
}
