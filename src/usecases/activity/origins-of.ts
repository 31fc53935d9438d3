import type { Activity } from '#domain/activity/activity.ts'
import { type ActivityOrigin, saidBy } from '#domain/activity/activity-origin.ts'
import { insertOrigin, listOriginsOf } from '#store/origin-store.ts'
import type { UnitOfWork } from '../perform.ts'

/** An activity and its sources: at least one, which is written down now where it was not. */
export async function originsOf(
  { tx, newId }: Pick<UnitOfWork, 'tx' | 'newId'>,
  { ...activity }: Activity,
): Promise<{ activity: Activity; origins: ActivityOrigin[] }> {
  if ('isOfFile' in activity) delete activity.isOfFile
  const { organizationId, athleteId, id, createdAt } = activity
  const known = await listOriginsOf(tx, organizationId, id)
  if (known.length > 0) return { activity, origins: known }
  const itself: ActivityOrigin = {
    id: newId<string>(),
    organizationId,
    athleteId,
    activityId: id,
    externalId: null,
    said: saidBy(activity),
    createdAt,
  }
  await insertOrigin(tx, itself)
  return { activity, origins: [itself] }
}
