const WORDS = new Set(['text', 'alt_text', 'caption', 'title', 'fallback', 'author_name', 'provider_name'])

/** Characters of all texts that a reader could meet in a value, at any depth. */
export function charactersIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + charactersIn(each), 0)
  if (typeof value !== 'object' || value === null) return 0
  let sum = 0
  for (const [name, each] of Object.entries(value)) {
    if (typeof each === 'string') sum += WORDS.has(name) ? each.length : 0
    else sum += charactersIn(each)
  }
  return sum
}
