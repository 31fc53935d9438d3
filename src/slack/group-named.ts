import { ok, type Result } from '#kernel/result.ts'
import { type Misuse, misuse } from './kit/subcommand.ts'
import type { Word } from './kit/words.ts'

/**
 * The words that are left once mentions, flags and the words in `taken` are gone, as a group's name: quoted, or all
 * of them in a row.
 */
export function groupNameFrom(words: readonly Word[]): string | null {
  const quoted = words.find(word => word.kind === 'text' && word.isQuoted)
  if (quoted) return quoted.text
  const rest = words.filter(word => word.kind === 'text').map(word => word.text)
  return rest.length === 0 ? null : rest.join(' ')
}

export function requireGroupName(words: readonly Word[]): Result<string, Misuse> {
  const name = groupNameFrom(words)
  return name === null ? misuse('Which group? Put its name in quotes.') : ok(name)
}
