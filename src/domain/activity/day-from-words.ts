import type { LocalDay } from '#kernel/instant.ts'
import { dayReaders } from './line-day-readers.ts'

/** The day that words alone mean, as in a typed run: `yesterday`, `last monday`, `20 Nov`; null for anything else. */
export function dayFromWords(text: string, today: LocalDay): LocalDay | null {
  const words = text.trim().toLowerCase()
  for (const { pattern, read } of dayReaders) {
    const match = new RegExp(pattern.source, pattern.flags.replace('g', '')).exec(words)
    if (!match || match[0].trim() !== words) continue
    const found = read(match, { today } as Parameters<typeof read>[1])
    if (found?.ok && found.value.field === 'day') return found.value.value
  }
  return null
}
