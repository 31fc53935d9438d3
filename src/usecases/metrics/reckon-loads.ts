import type { Activity } from '#domain/activity/activity.ts'
import { addDays } from '#domain/calendar/local-day.ts'
import { type ActivityLoad, activityLoad } from '#domain/metrics/activity-load.ts'
import { beatTimes, isSoundHeart } from '#domain/metrics/effort-profile.ts'
import type { Heart } from '#domain/metrics/effort-score.ts'
import { type BeatTime, maxHeartRate } from '#domain/metrics/heart-rate-load.ts'
import { type VdotCandidate, vdotOn } from '#domain/metrics/vdot-history.ts'
import { DAY_MS, HOUR_MS, type Instant, instant, type LocalDay } from '#kernel/instant.ts'
import { listActivitiesFrom } from '#store/activity-store.ts'
import { findAthleteProfile } from '#store/athlete-profile-store.ts'
import type { Tx } from '#store/db.ts'
import { type KeptEfforts, listEffortsWithin } from '#store/effort-store.ts'
import { updateLoad } from '#store/load-store.ts'
import { type AthleteKey, findVdotOn, listVdotFrom } from '#store/vdot-store.ts'

/** Activities of one athlete whose loads are reckoned in one transaction at most. */
export const LOADS_A_SLICE = 500

/** For so long a measured heart rate says something of the maximum. */
const HEART_MS = 90 * DAY_MS
/** A day begins within so much of its midnight in UTC, wherever one is. */
const ZONES_MS = 14 * HOUR_MS

/**
 * Reckons the loads of an athlete's activities from a day on, up to `until` (not included), at most a slice of them.
 * Gives the day on which the next slice begins, or null when all are done.
 */
export async function reckonLoads(
  tx: Tx,
  who: AthleteKey,
  days: { from: LocalDay; until: LocalDay | null },
  now: Instant,
): Promise<{ reckoned: number; next: LocalDay | null }> {
  const { slice, next } = await listSlice(tx, who, days)
  await reckonEach(tx, who, slice, now)
  return { reckoned: slice.length, next }
}

/** The first of an athlete's activities on these days, a slice at most, and the day on which the next slice begins. */
export async function listSlice(
  tx: Tx,
  who: AthleteKey,
  days: { from: LocalDay; until: LocalDay | null },
): Promise<{ slice: Activity[]; next: LocalDay | null }> {
  const start = instant(Date.parse(`${days.from}T00:00:00Z`) - ZONES_MS)
  const page = await listActivitiesFrom(tx, who.organizationId, who.athleteId, start, LOADS_A_SLICE + 1)
  const isIn = ({ localOn }: Activity) =>
    localOn >= days.from && (days.until === null || localOn < days.until)
  const next = page.length > LOADS_A_SLICE ? page.at(-1) : undefined
  // The day that is cut in two is begun again with the next slice, unless it fills this one all by itself.
  const whole = next ? page.filter(activity => activity.localOn < next.localOn) : page
  const slice = (whole.some(isIn) || !next ? whole : page).filter(isIn)
  // A day that fills a slice alone must not be begun for ever.
  const begins = next && (next.localOn > days.from ? next.localOn : addDays(days.from, 1))
  const goesOn = begins !== undefined && (days.until === null || begins < days.until)
  return { slice, next: goesOn ? begins : null }
}

/** Reckons the loads of these activities, oldest first. */
export async function reckonEach(
  tx: Tx,
  who: AthleteKey,
  activities: readonly Activity[],
  now: Instant,
): Promise<void> {
  const [first, last] = [activities[0], activities.at(-1)]
  if (!first || !last) return
  const firstOn = activities.reduce((day, { localOn }) => (localOn < day ? localOn : day), first.localOn)
  const before = await findVdotOn(tx, who, firstOn)
  const history = [...(before ? [before] : []), ...(await listVdotFrom(tx, who, firstOn))]
  const profile = await findAthleteProfile(tx, who.organizationId, who.athleteId)
  const span = { from: first.startedAt - HEART_MS, to: last.startedAt }
  const efforts = await listEffortsWithin(tx, who, span)
  const byActivity = new Map(efforts.map(kept => [kept.activityId, kept]))
  for (const activity of activities) {
    const heart: Heart = {
      max: maxHeartRate({
        given: profile?.maxHeartRate ?? null,
        recent: profile?.maxHeartRate ? [] : recentBeats(efforts, activity.startedAt),
        age: profile?.birthYear ? Number(activity.localOn.slice(0, 4)) - profile.birthYear : null,
      }),
      rest: profile?.restingHeartRate ?? null,
      threshold: profile?.thresholdHeartRate ?? null,
      sex: null,
    }
    const load = loadOf(activity, byActivity.get(activity.id), vdotOn(history, activity.localOn), heart, now)
    await updateLoad(tx, who, activity.id, load)
  }
}

function loadOf(
  activity: Activity,
  kept: KeptEfforts | undefined,
  vdot: VdotCandidate | undefined,
  heart: Heart,
  now: Instant,
): ActivityLoad {
  return activityLoad({
    activity,
    // After a merge or its undoing the activity may be another file's.
    profile: kept && kept.fileSha256 === activity.fileSha256 ? kept.profile : null,
    vdot: vdot ? vdot.vdotMilli / 1_000 : null,
    vdotFrom: vdot?.on ?? null,
    vdotBasis: vdot?.basis ?? null,
    heart,
    perceived: activity.perceivedEffort,
    now,
  })
}

function recentBeats(efforts: readonly KeptEfforts[], at: Instant): BeatTime[] {
  return efforts
    .filter(({ startedAt }) => startedAt <= at && startedAt >= at - HEART_MS)
    .flatMap(({ profile }) => (profile.heart && isSoundHeart(profile.heart) ? beatTimes(profile.heart) : []))
}
