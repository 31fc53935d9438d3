/**
 * The local name of the first element, without its namespace prefix; `!DOCTYPE` where a document type stands before it;
 * undefined where the text does not begin as XML does.
 */
export function rootElementName(text: string): string | undefined {
  let at = skipSpace(text, 0)
  for (;;) {
    const close = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : undefined
    if (close === undefined) break
    const end = text.indexOf(close, at + 2)
    if (end < 0) return undefined
    at = skipSpace(text, end + close.length)
  }
  if (/^<!doctype/i.test(text.slice(at, at + 9))) return '!DOCTYPE'
  return /^<(?:[\w.-]+:)?([\w.-]+)[\s/>]/.exec(text.slice(at, at + 200))?.[1]
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at += 1
  return at
}
