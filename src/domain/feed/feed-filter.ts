import { RUN_SUB_TYPES, SUB_TYPE_WORDS, type SubType, subTypeFromWord } from '#domain/activity/sub-type.ts'
import { didYouMean } from '#domain/text/edit-distance.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { FeedFilter } from './subscription.ts'

export type SubTypeUnknown = { code: 'sub-type-unknown'; text: string; suggestion: string | null }

const RUNS = new Set(['run', 'runs', 'running'])
const ALL = new Set(['all', 'everything', 'any'])

/** Every word that `filterFromWords` understands; what a misspelt one is compared to. */
export const FILTER_WORDS: readonly string[] = [...RUNS, ...ALL, ...SUB_TYPE_WORDS]

export function isFilterWord(word: string): boolean {
  const key = word.toLowerCase()
  return RUNS.has(key) || ALL.has(key) || subTypeFromWord(key) !== undefined
}

/** As a filter `run` means every run sub-type, though as an input it is an easy run. No words at all want everything. */
export function filterFromWords(words: readonly string[]): Result<FeedFilter, SubTypeUnknown> {
  const wanted = new Set<SubType>()
  for (const word of words) {
    const key = word.trim().toLowerCase()
    if (ALL.has(key)) return ok(null)
    const one = subTypeFromWord(key)
    if (RUNS.has(key)) for (const subType of RUN_SUB_TYPES) wanted.add(subType)
    else if (one) wanted.add(one)
    else return refuse({ code: 'sub-type-unknown', text: word, suggestion: nearest(key) })
  }
  return ok(wanted.size === 0 ? null : [...wanted])
}

function nearest(key: string): string | null {
  return didYouMean(key, FILTER_WORDS) ?? null
}
