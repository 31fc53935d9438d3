import { parseRangeWords } from '#domain/calendar/range-words.ts'
import { localDay } from '#kernel/instant.ts'
import type { Word } from './kit/words.ts'

export type AuditTyped = {
  personSlackId: string | null
  kind: string | null
  range: string | null
  isCsv: boolean
}

/** Any day will do to tell whether words mean days. */
const SOME_DAY = localDay('2026-01-01')

/**
 * `[csv] [@person] [kind] [days]`: what reads as days is days, and otherwise the first word is a kind, such as
 * `group`. Words that are neither are taken for days, so that the refusal says what is understood.
 */
export function readAuditTyped(words: readonly Word[]): AuditTyped {
  const person = words.find(word => word.kind === 'person')
  const texts = words.filter(word => word.kind === 'text').map(word => word.text.toLowerCase())
  const isCsv = texts.includes('csv')
  const rest = texts.filter(text => text !== 'csv')
  const personSlackId = person?.kind === 'person' ? person.slackUserId : null
  if (rest.length === 0) return { personSlackId, kind: null, range: null, isCsv }
  const all = rest.join(' ')
  const isDays = parseRangeWords(all, SOME_DAY).ok || !/^[a-z][a-z.-]*$/.test(rest[0] ?? '')
  if (isDays) return { personSlackId, kind: null, range: all, isCsv }
  return { personSlackId, kind: rest[0] ?? null, range: rest.slice(1).join(' ') || null, isCsv }
}
