import type { DomainEvent } from '#domain/event.ts'
import { replaces, type VdotCandidate } from '#domain/metrics/vdot-history.ts'
import type { ActivityId } from '#kernel/ids.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { findActivity } from '#store/activity-store.ts'
import { askForRecompute } from '#store/load-store.ts'
import { type AthleteKey, findVdotOfActivity, findVdotOn } from '#store/vdot-store.ts'
import type { UnitOfWork } from '../perform.ts'
import { keepShown } from './keep-shown.ts'
import { reckonEach, reckonLoads } from './reckon-loads.ts'
import { refoldVdot } from './refold-vdot.ts'

const CHANGES: ReadonlySet<string> = new Set([
  'activity.logged',
  'activity.edited',
  'activity.deleted',
  'activity.merged',
  'activity.unmerged',
])

/**
 * Lets loads and VDOT follow what happened to activities, in the same transaction: whoever logs, edits, merges or deletes
 * one need not think of it. What is more than a slice is left to the clock.
 */
export async function followActivities(
  unit: Pick<UnitOfWork, 'tx' | 'now'>,
  events: readonly DomainEvent[],
): Promise<void> {
  for (const event of events) {
    if (!CHANGES.has(event.type) || event.subjectId === null) continue
    const who = { organizationId: event.organizationId, athleteId: event.subjectId }
    await followActivity(unit, who, event.target.id as ActivityId)
  }
}

/** Writes down what one activity shows, and reckons what follows from it. */
export async function followActivity(
  { tx, now }: Pick<UnitOfWork, 'tx' | 'now'>,
  who: AthleteKey,
  id: ActivityId,
): Promise<void> {
  const found = await findActivity(tx, who.organizationId, id)
  // What came through Strava's API goes into no figure.
  const activity = found?.source === 'strava' ? undefined : found
  const held = await findVdotOfActivity(tx, who, id)
  let candidate: VdotCandidate | null = null
  if (activity) {
    const shown = await keepShown(tx, who, activity)
    candidate = shown && {
      on: activity.localOn,
      basis: activity.subType === 'race' ? 'race' : 'effort',
      vdotMilli: Math.round(shown.vdot * 1_000),
      distanceCm: shown.distanceCm,
      durationMs: shown.durationMs,
      activityId: id,
      enteredBy: null,
    }
  }
  const from = await firstDayTouched(tx, who, held, candidate)
  const changed = from && (await refoldVdot(tx, who, from, now))
  if (changed) {
    const { next } = await reckonLoads(tx, who, changed, now)
    if (next) await askForRecompute(tx, who, next, now)
  }
  if (activity) await reckonEach(tx, who, [activity], now)
}

/** Where the history of VDOT may change; null where what the activity shows changes nothing. */
async function firstDayTouched(
  tx: UnitOfWork['tx'],
  who: AthleteKey,
  held: VdotCandidate | undefined,
  candidate: VdotCandidate | null,
): Promise<LocalDay | null> {
  const days = held ? [held.on] : []
  if (candidate) {
    const inForce = await findVdotOn(tx, who, candidate.on)
    if (!inForce || held || replaces(candidate, inForce)) days.push(candidate.on)
  }
  return days.sort()[0] ?? null
}
