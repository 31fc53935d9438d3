const empty = new Set(['br', 'hr', 'img', 'input'])

export type Tag = { name: string; attributes: Map<string, string> }

/**
 * Reads markup the way this page writes it: lower-case tags, quoted attributes, every element closed in order,
 * no bare `<`, `>` or `&` in text. Gives the opening tags.
 * @throws for anything else, with the place
 */
export function strictTags(markup: string): Tag[] {
  const tags: Tag[] = []
  const open: string[] = []
  const token = /<(\/?)([a-z][a-z0-9]*)((?: [a-z][a-z0-9-]*(?:="[^"<>]*")?)*)\s*(\/?)>|([^<>]+)|([<>])/giy
  while (token.lastIndex < markup.length) {
    const at = token.lastIndex
    const match = token.exec(markup)
    if (!match || match[6]) throw new Error(`Bare markup at ${at}: ${markup.slice(at - 40, at + 60)}`)
    const [, closing, name, attributes = '', selfClosing, text] = match
    if (text !== undefined) {
      if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(text)) throw new Error(`Bare & in “${text}”`)
    } else if (closing) {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing at ${at}`)
    } else if (name) {
      tags.push({ name, attributes: readAttributes(attributes) })
      if (!selfClosing && !empty.has(name)) open.push(name)
    }
  }
  if (open.length > 0) throw new Error(`Never closed: ${open.join(', ')}`)
  return tags
}

function readAttributes(source: string): Map<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', value = ''] of source.matchAll(/ ([a-z][a-z0-9-]*)(?:="([^"]*)")?/gi)) {
    if (attributes.has(name)) throw new Error(`${name} twice in ${source}`)
    if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(value)) throw new Error(`Bare & in ${name}="${value}"`)
    attributes.set(name, value)
  }
  return attributes
}
