import type { Instant, LocalDay, Zone } from '#kernel/instant.ts'
import type { Result } from '#kernel/result.ts'
import { ok, refuse } from '#kernel/result.ts'
import { addDays, localDayAt } from '../calendar/local-day.ts'
import { localTimeToInstant } from '../calendar/local-time-to-instant.ts'
import { cleanNote } from '../text/clean-text.ts'
import type { Measured } from './activity.ts'
import { assumedStart } from './assumed-start.ts'
import { splitNote } from './line-note.ts'
import type { LineUnits } from './line-quantities.ts'
import type { LineRefusal } from './line-refusal.ts'
import type { LineSays } from './line-says.ts'
import { whatLineSays } from './line-says.ts'
import { readLineWords } from './line-words.ts'

/** An activity as typed: what was measured, the athlete's own day and zone, and their words about it. */
export type ActivityLine = {
  measured: Measured
  /** The day on which the activity starts, in `zone`. */
  localOn: LocalDay
  zone: Zone
  note: string
  /** 1 to 10; null where the line does not say. */
  perceivedEffort: number | null
  /** The line named no time of day: `startedAt` is a guess, and its hour means nothing. */
  startIsAssumed: boolean
}

export type LineSetting = {
  now: Instant
  zone: Zone
  /** Kilometres when not given. */
  units?: LineUnits
}

const MAX_LINE_LENGTH = 1_000

/**
 * Understands a line such as `8.2km 45:10 easy`, `10 mi 1:12:30 long yesterday at 6:30 "windy"`, `8km @5:30` or
 * `strength 40min`, in any order and letter case. `45:10` is minutes and seconds, `1:12:30` hours. A time is needed, or
 * a pace and a distance to make one; a distance is not. Without a sub-type it is an easy run.
 *
 * Start: the day and time of day given. Only a time of day: its latest occurrence before now. Only a day: noon of it,
 * unless it is today. Today or neither: so that the activity ends now. A weekday is its latest occurrence, today included;
 * `last monday` is before today.
 *
 * Only what the words mean is judged here; whether it is possible is for `requirePossible`.
 */
export function parseActivityLine(text: string, setting: LineSetting): Result<ActivityLine, LineRefusal> {
  if (text.length > MAX_LINE_LENGTH) {
    return refuse({ code: 'line-too-long', length: text.length, maxLength: MAX_LINE_LENGTH })
  }
  const { rest, note } = splitNote(text)
  const today = localDayAt(setting.now, setting.zone)
  const units = setting.units ?? 'km'
  // Compatibility forms make digits of full-width digits, as some keyboards type them.
  const facts = readLineWords(rest.normalize('NFKC').trim(), { today, units })
  if (!facts.ok) return facts
  if (facts.value.every(({ field }) => field === 'filler')) return refuse({ code: 'line-empty' })
  const said = whatLineSays(facts.value, units)
  if (!said.ok) return said
  if (said.value.day && said.value.day > today) return refuse({ code: 'day-in-future', on: said.value.day })

  const startedAt = startOf(said.value, today, setting)
  return ok({
    measured: measuredOf(said.value, startedAt),
    localOn: localDayAt(startedAt, setting.zone),
    zone: setting.zone,
    note: cleanNote(note),
    perceivedEffort: said.value.effort,
    startIsAssumed: said.value.clock === undefined,
  })
}

function startOf({ day, clock, durationMs }: LineSays, today: LocalDay, { now, zone }: LineSetting): Instant {
  if (clock) {
    const at = localTimeToInstant(day ?? today, clock, zone)
    return day === undefined && at > now ? localTimeToInstant(addDays(today, -1), clock, zone) : at
  }
  return assumedStart(day ?? today, durationMs, { now, zone })
}

function measuredOf(said: LineSays, startedAt: Instant): Measured {
  return {
    subType: said.subType,
    startedAt,
    distanceCm: said.distanceCm,
    durationMs: said.durationMs,
    elapsedMs: said.durationMs,
    climbCm: said.climbCm,
    averageHeartRate: said.heartRate,
    maxHeartRate: null,
    device: null,
  }
}
