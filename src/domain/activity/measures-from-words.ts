import { localDay, MINUTE_MS } from '#kernel/instant.ts'
import type { LineFact } from './line-fact.ts'
import { decimalOf, distanceCmOf, type LineUnits } from './line-quantities.ts'
import { readLineWords } from './line-words.ts'

/** Days are not what is asked for here, so any day will do to read them against. */
const ANY_DAY = localDay('2000-01-01')

/** Whole milliseconds of `45:10`, `1:12:30`, `40 min` or `1h05`; undefined where the text is anything else. */
export function durationFromWords(text: string): number | undefined {
  const fact = onlyFact(text, 'km')
  if (fact?.field === 'time') return fact.value
  return fact?.field === 'minutes-or-meters' ? fact.count * MINUTE_MS : undefined
}

/** Whole centimetres of `8.2`, `8,2` (in `units`), `8.2km`, `400 m` or `half marathon`; undefined for anything else. */
export function distanceFromWords(text: string, units: LineUnits): number | undefined {
  if (/^\s*\d{1,7}(?:[.,]\d{1,4})?\s*$/.test(text)) {
    return distanceCmOf(String(decimalOf(text.trim())), units)
  }
  const fact = onlyFact(text, units)
  if (fact?.field === 'distance') return fact.value
  return fact?.field === 'minutes-or-meters' ? fact.count * 100 : undefined
}

function onlyFact(text: string, units: LineUnits): LineFact | undefined {
  const facts = readLineWords(text.normalize('NFKC').trim(), { today: ANY_DAY, units })
  return facts.ok && facts.value.length === 1 ? facts.value[0] : undefined
}
