import type { Activity } from '#domain/activity/activity.ts'
import type { ActivityRefusal } from '#domain/activity/activity-refusal.ts'
import { type AccessRefusal, requireMember } from '#domain/organization/policy.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { deleteActivityFile, listFilesOf } from '#store/activity-file-store.ts'
import { findActivity } from '#store/activity-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'

export type RemoveFile = { activityId: string }

/** Somebody takes away the files that are kept of an activity of theirs, suspended or not; the activity stays. */
export async function removeFile(
  { tx, actor }: UnitOfWork,
  { activityId }: RemoveFile,
): Promise<Result<Done<Activity>, AccessRefusal | ActivityRefusal>> {
  const member = requireMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId } = member.value
  const activity = await findActivity(tx, organizationId, activityId)
  if (activity?.athleteId !== accountId) return refuse({ code: 'activity-gone' })
  const files = await listFilesOf(tx, organizationId, [activity.id])
  if (files.length === 0) return refuse({ code: 'activity-file-gone' })
  for (const { sha256 } of files) {
    await deleteActivityFile(tx, { organizationId, athleteId: accountId }, sha256)
  }
  return ok({
    value: activity,
    events: files.map(({ sha256 }) => ({
      type: 'activity-file.removed',
      organizationId,
      target: { kind: 'activity', id: activity.id },
      subjectId: accountId,
      isVisibleToSubject: true,
      before: { sha256, activityName: activity.name },
      after: null,
    })),
  })
}
