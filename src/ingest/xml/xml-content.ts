/** One element or text: its local name leads to its content, `:@` to its attributes, `#text` to text. */
type XmlNode = Readonly<Record<string, unknown>>

/** What stands between an element's tags, in order. */
export type XmlContent = readonly XmlNode[]

export type XmlElement = {
  readonly content: XmlContent
  readonly attributes: Readonly<Record<string, unknown>>
}

/** The elements called `name` directly inside, in order. */
export function elementsOf(content: XmlContent, name: string): XmlElement[] {
  const found: XmlElement[] = []
  for (const node of content) {
    const inner = node[name]
    if (Array.isArray(inner)) found.push({ content: inner, attributes: attributesOf(node) })
  }
  return found
}

/** The content of the first element called `name` directly inside. */
export function contentOf(content: XmlContent, name: string): XmlContent | undefined {
  for (const node of content) {
    const inner = node[name]
    if (Array.isArray(inner)) return inner
  }
  return undefined
}

/** The text of the first element called `name` directly inside; undefined when it is absent or blank. */
export function textOf(content: XmlContent | undefined, name: string): string | undefined {
  const inner = content && contentOf(content, name)
  const text = inner?.[0]?.['#text']
  return typeof text === 'string' && text !== '' ? text : undefined
}

/** The number in the first element called `name` directly inside; undefined when there is none. */
export function numberOf(content: XmlContent | undefined, name: string): number | undefined {
  return numberFrom(textOf(content, name))
}

export function attributeOf(element: XmlElement, name: string): string | undefined {
  const value = element.attributes[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The finite number a text is; undefined for anything else. */
export function numberFrom(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === '') return undefined
  const value = Number(text)
  return Number.isFinite(value) ? value : undefined
}

function attributesOf(node: XmlNode): Readonly<Record<string, unknown>> {
  const attributes = node[':@']
  return typeof attributes === 'object' && attributes !== null ? (attributes as Record<string, unknown>) : {}
}
