import type { Activity } from '#domain/activity/activity.ts'
import type { ActivityRefusal } from '#domain/activity/activity-refusal.ts'
import type { EffortProfile } from '#domain/metrics/effort-profile.ts'
import { type AccessRefusal, requireAthlete } from '#domain/organization/policy.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { readKeptFile } from '#store/activity-file-store.ts'
import { findActivity } from '#store/activity-store.ts'
import { findEfforts, upsertEfforts } from '#store/effort-store.ts'
import type { UnitOfReading } from '../ask.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { followActivity } from './follow-activities.ts'

/** A kept file, in gzip, of which an activity's profile is to be made. */
export type UnreadRecording = { activity: Activity; fileSha256: string; packed: Uint8Array }

/** The file of the asker's activity where what it shows is not kept, as after a merge was undone; else null. */
export async function findUnreadRecording(
  { db, actor }: UnitOfReading,
  activityId: string,
): Promise<Result<UnreadRecording | null, AccessRefusal>> {
  const athlete = requireAthlete(actor)
  if (!athlete.ok) return athlete
  const { organizationId, accountId } = athlete.value
  const activity = await findActivity(db, organizationId, activityId)
  if (activity?.athleteId !== accountId || activity.fileSha256 === null) return ok(null)
  const { fileSha256 } = activity
  const who = { organizationId, athleteId: accountId }
  if ((await findEfforts(db, who, activity.id))?.fileSha256 === fileSha256) return ok(null)
  const packed = await readKeptFile(db, who, fileSha256)
  return ok(packed ? { activity, fileSha256, packed } : null)
}

export type KeepRecording = { activityId: string; fileSha256: string; profile: EffortProfile }

/** Keeps what an activity's own file shows, and reckons its loads from that. No news for the audit: the run is the same. */
export async function keepRecording(
  unit: UnitOfWork,
  { activityId, fileSha256, profile }: KeepRecording,
): Promise<Result<Done<null>, AccessRefusal | ActivityRefusal>> {
  const athlete = requireAthlete(unit.actor)
  if (!athlete.ok) return athlete
  const { organizationId, accountId } = athlete.value
  const activity = await findActivity(unit.tx, organizationId, activityId)
  // Changed, merged or deleted while the file was read.
  if (activity?.athleteId !== accountId || activity.fileSha256 !== fileSha256) {
    return refuse({ code: 'activity-gone' })
  }
  const who = { organizationId, athleteId: accountId }
  await upsertEfforts(unit.tx, who, {
    activityId: activity.id,
    startedAt: activity.startedAt,
    fileSha256,
    profile,
  })
  await followActivity(unit, who, activity.id)
  return ok({ value: null, events: [] })
}
