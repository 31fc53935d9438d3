import type { DayRange } from '#domain/calendar/day-range.ts'
import { localDayAt } from '#domain/calendar/local-day.ts'
import { parseRangeWords, type RangeRefusal } from '#domain/calendar/range-words.ts'
import { didYouMean } from '#domain/text/edit-distance.ts'
import type { Instant, Zone } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { BoardRefusal } from './board.ts'
import { METRIC_WORDS, type Metric, metricFromWord } from './metric.ts'
import { FIVE_WAYS, FIVE_WAYS_WORDS, isFiveWays } from './week-card.ts'

/** What was asked for, in the asker's words; null where they said nothing. */
export type BoardWords = { range: string | null; metric: string | null }

export const DEFAULT_RANGE = '7d'
export const DEFAULT_METRIC = 'distance'

/** The days and the measure that the words mean at `now` in the reader's zone. */
export function readBoardWords(
  words: BoardWords,
  now: Instant,
  zone: Zone,
): Result<{ range: DayRange; metric: Metric }, RangeRefusal | BoardRefusal> {
  const metric = requireMetric(words.metric ?? DEFAULT_METRIC)
  if (!metric.ok) return metric
  const range = readBoardRange(words, now, zone)
  return range.ok ? ok({ range: range.value, metric: metric.value }) : range
}

export function readBoardRange(
  words: Pick<BoardWords, 'range'>,
  now: Instant,
  zone: Zone,
): Result<DayRange, RangeRefusal> {
  return parseRangeWords(words.range ?? DEFAULT_RANGE, localDayAt(now, zone))
}

/** What a post is of, by its name: one metric, or the card of five ways to win. */
export function requirePostStyle(text: string): Result<string, BoardRefusal> {
  if (isFiveWays(text)) return ok(FIVE_WAYS)
  const metric = requireMetric(text)
  return metric.ok ? ok(metric.value.name) : metric
}

export function requireMetric(text: string): Result<Metric, BoardRefusal> {
  const metric = metricFromWord(text)
  if (metric) return ok(metric)
  return refuse({
    code: 'metric-unknown',
    text,
    suggestion: didYouMean(text, [...METRIC_WORDS, ...FIVE_WAYS_WORDS]) ?? null,
  })
}
