import { METERS_PER_MILE, type Units } from '#domain/activity/units.ts'
import type { Sex } from '#domain/metrics/heart-rate-load.ts'
import { cleanName } from '#domain/text/clean-text.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { AthleteProfile } from './athlete-profile.ts'
import type { ProfileNumber, RosterRefusal } from './roster-refusal.ts'

export const RACE_NAME_MAX = 80

/** The whole numbers as typed; empty is not given. */
export type ProfileTyped = Record<ProfileNumber, string> & {
  goalRaceName: string
  goalRaceOn: LocalDay | null
  targetPace: string
  units: Units
  ageGrading: Sex
}

const FROM_TO: Record<Exclude<ProfileNumber, 'birthYear'>, { from: number; to: number }> = {
  maxHeartRate: { from: 100, to: 240 },
  restingHeartRate: { from: 25, to: 120 },
  thresholdHeartRate: { from: 80, to: 230 },
}

/** Reads what an athlete typed of themselves; `today` is their own day. */
export function decideProfile(
  typed: ProfileTyped,
  kept: AthleteProfile | undefined,
  today: LocalDay,
): Result<AthleteProfile, RosterRefusal> {
  const goalRaceName = cleanName(typed.goalRaceName)
  if (goalRaceName.length > RACE_NAME_MAX) {
    return refuse({ code: 'race-name-too-long', length: goalRaceName.length, limit: RACE_NAME_MAX })
  }
  const { goalRaceOn } = typed
  if (goalRaceOn !== null && goalRaceOn < today && goalRaceOn !== kept?.goalRaceOn) {
    return refuse({ code: 'race-over' })
  }
  const targetPaceMsPerKm = paceOf(typed.targetPace, kept?.targetPaceMsPerKm ?? null)
  if (targetPaceMsPerKm === undefined) return refuse({ code: 'target-pace-wrong', text: typed.targetPace })
  const thisYear = Number(today.slice(0, 4))
  const ranges = { ...FROM_TO, birthYear: { from: thisYear - 110, to: thisYear - 5 } }
  const numbers: Record<ProfileNumber, number | null> = {
    birthYear: null,
    maxHeartRate: null,
    restingHeartRate: null,
    thresholdHeartRate: null,
  }
  for (const field of Object.keys(numbers) as ProfileNumber[]) {
    const text = typed[field].trim()
    if (text === '') continue
    const { from, to } = ranges[field]
    const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
    if (!(value >= from && value <= to)) return refuse({ code: 'profile-number-wrong', field, from, to })
    numbers[field] = value
  }
  const rising = [numbers.restingHeartRate, numbers.thresholdHeartRate, numbers.maxHeartRate].filter(
    rate => rate !== null,
  )
  if (rising.some((rate, index) => index > 0 && rate <= (rising[index - 1] ?? 0))) {
    return refuse({ code: 'heart-rates-out-of-order' })
  }
  if (typed.ageGrading !== null && numbers.birthYear === null)
    return refuse({ code: 'birth-year-for-grading' })
  return ok({
    goalRaceName: goalRaceName === '' ? null : goalRaceName,
    goalRaceOn,
    targetPaceMsPerKm,
    units: typed.units,
    ageGrading: typed.ageGrading,
    ...numbers,
  })
}

/**
 * `5:30`, `5:30/km` or `8:51 /mi` in milliseconds a kilometre, from 2:00 to 20:00; null is empty, undefined is none.
 * What reads the same to the second as the pace that is kept is that pace, so that a form saved untouched changes nothing.
 */
function paceOf(text: string, kept: number | null): number | null | undefined {
  if (text.trim() === '') return null
  const [, minutes, seconds, unit] =
    /^\s*@?(\d{1,2}):([0-5]\d)\s*(?:\/\s*(km|mi|mile))?\s*$/i.exec(text) ?? []
  if (minutes === undefined || seconds === undefined) return undefined
  const ms = (Number(minutes) * 60 + Number(seconds)) * 1_000
  const isMile = unit?.toLowerCase().startsWith('mi') === true
  const kmPerUnit = isMile ? METERS_PER_MILE / 1_000 : 1
  if (kept !== null && Math.round((kept * kmPerUnit) / 1_000) === ms / 1_000) return kept
  const perKm = Math.round(ms / kmPerUnit)
  return perKm >= 120_000 && perKm <= 1_200_000 ? perKm : undefined
}
