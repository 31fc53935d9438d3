import { didYouMean } from '#domain/text/edit-distance.ts'
import type { Subcommand } from './kit/subcommand.ts'
import type { Word } from './kit/words.ts'

export type Dispatched =
  | { kind: 'found'; command: Subcommand; rest: readonly Word[] }
  | { kind: 'menu' }
  | { kind: 'unknown'; typed: string; suggestion: string | null }

/** Finds the command that the first words name, two words before one. */
export function dispatch(table: readonly Subcommand[], typed: readonly Word[]): Dispatched {
  const [first, second] = typed
  if (!first) return { kind: 'menu' }
  const two = second ? `${keyOf(first)} ${keyOf(second)}` : null
  const byTwo = two === null ? undefined : table.find(command => command.name === two)
  if (byTwo) return { kind: 'found', command: byTwo, rest: typed.slice(2) }
  const byOne = table.find(command => command.name === keyOf(first))
  if (byOne) return { kind: 'found', command: byOne, rest: typed.slice(1) }
  return { kind: 'unknown', typed: two ?? keyOf(first), suggestion: suggestionFor(table, keyOf(first), two) }
}

function suggestionFor(table: readonly Subcommand[], one: string, two: string | null): string | null {
  const names = table.map(command => command.name)
  const byBoth = two === null ? undefined : didYouMean(two, names)
  if (byBoth) return byBoth
  const firstWords = [...new Set(names.map(name => name.split(' ')[0] ?? name))]
  const word = firstWords.includes(one) ? one : didYouMean(one, firstWords)
  if (!word) return null
  return names.find(name => name === word) ?? names.find(name => name.startsWith(`${word} `)) ?? null
}

function keyOf(word: Word): string {
  return word.text.toLowerCase()
}
