import type { LocalDay, LocalTime } from '#kernel/instant.ts'
import { MINUTE_MS, SECOND_MS } from '#kernel/instant.ts'
import type { Result } from '#kernel/result.ts'
import { ok, refuse } from '#kernel/result.ts'
import type { LineFact } from './line-fact.ts'
import type { LineUnits } from './line-quantities.ts'
import { distanceCmOf } from './line-quantities.ts'
import type { LineRefusal } from './line-refusal.ts'
import type { LineValues } from './line-values.ts'
import type { SubType } from './sub-type.ts'
import { cmOfMeters, kmOf, paceSecondsPerKm } from './units.ts'

/** The sum of a line's facts, without contradiction and complete. */
export type LineSays = {
  subType: SubType
  distanceCm: number | null
  durationMs: number
  day: LocalDay | undefined
  clock: LocalTime | undefined
  heartRate: number | null
  climbCm: number | null
  effort: number | null
}

/** A pace is given in whole seconds and a distance in tenths: this much they may differ in good faith. */
const PACE_TOLERANCE = 0.02

export function whatLineSays(facts: readonly LineFact[], units: LineUnits): Result<LineSays, LineRefusal> {
  const settled = settleBareNumbers(settleMinutesOrMeters(facts), units)
  if (!settled.ok) return settled
  const said = eachOnce(settled.value)
  if (!said.ok) return said
  const { distance, time, pace, day, clock } = said.value
  const measured = measuresOf(distance, time, pace)
  if (!measured.ok) return measured
  return ok({
    subType: said.value['sub-type'] ?? 'easy-run',
    ...measured.value,
    day,
    clock,
    heartRate: said.value['heart-rate'] ?? null,
    climbCm: said.value.climb ?? null,
    effort: said.value.effort ?? null,
  })
}

function eachOnce(facts: readonly LineFact[]): Result<Partial<LineValues>, LineRefusal> {
  const said: Partial<LineValues> = {}
  const texts = new Map<keyof LineValues, string>()
  for (const fact of facts) {
    if (!('value' in fact)) continue
    const { field, value, text } = fact
    if (said[field] !== undefined && said[field] !== value) {
      return refuse({ code: `${field}-twice`, first: texts.get(field) ?? '', second: text })
    }
    Object.assign(said, { [field]: value })
    texts.set(field, text)
  }
  return ok(said)
}

function measuresOf(
  distanceCm: number | undefined,
  durationMs: number | undefined,
  pace: number | undefined,
): Result<{ distanceCm: number | null; durationMs: number }, LineRefusal> {
  if (distanceCm !== undefined && durationMs !== undefined) {
    const implied = paceSecondsPerKm(distanceCm, durationMs)
    if (pace && implied && Math.abs(implied / pace - 1) > PACE_TOLERANCE) {
      return refuse({ code: 'pace-contradicts', givenSecondsPerKm: pace, impliedSecondsPerKm: implied })
    }
    return ok({ distanceCm, durationMs })
  }
  if (durationMs !== undefined) {
    return ok({ distanceCm: pace ? Math.round((durationMs / SECOND_MS / pace) * 100_000) : null, durationMs })
  }
  if (pace === undefined) return refuse({ code: 'time-missing', distanceCm: distanceCm ?? null })
  if (distanceCm === undefined) return refuse({ code: 'distance-missing' })
  return ok({ distanceCm, durationMs: Math.round(kmOf(distanceCm) * pace) * SECOND_MS })
}

/** `40m` is minutes where the line gives no other time (`strength 40m`), else metres (`100m 0:12`). */
function settleMinutesOrMeters(facts: readonly LineFact[]): LineFact[] {
  const gives = (field: LineFact['field']) => facts.some(fact => fact.field === field)
  const timeIsKnown = gives('time') || (gives('pace') && !gives('distance'))
  return facts.map(fact => {
    if (fact.field !== 'minutes-or-meters') return fact
    return timeIsKnown
      ? { field: 'distance', value: cmOfMeters(fact.count), text: fact.text }
      : { field: 'time', value: fact.count * MINUTE_MS, text: fact.text }
  })
}

/** A bare number is the distance of a line that gives no other; beside one it says nothing that is certain. */
function settleBareNumbers(facts: readonly LineFact[], units: LineUnits): Result<LineFact[], LineRefusal> {
  const settled: LineFact[] = []
  let hasDistance = facts.some(({ field }) => field === 'distance')
  for (const fact of facts) {
    if (fact.field !== 'bare-number') {
      settled.push(fact)
      continue
    }
    if (hasDistance) return refuse({ code: 'unit-missing', number: fact.number })
    hasDistance = true
    settled.push({ field: 'distance', value: distanceCmOf(fact.number, units), text: fact.text })
  }
  return ok(settled)
}
