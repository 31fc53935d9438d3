import type { Activity } from '#domain/activity/activity.ts'
import type { Shown } from '#domain/metrics/best-efforts.ts'
import { shownByActivity } from '#domain/metrics/shown-by-activity.ts'
import type { Tx } from '#store/db.ts'
import { findEfforts } from '#store/effort-store.ts'
import { updateShown } from '#store/load-store.ts'
import type { AthleteKey } from '#store/vdot-store.ts'

/** Writes down what an activity shows of VDOT. */
export async function keepShown(tx: Tx, who: AthleteKey, activity: Activity): Promise<Shown | null> {
  const kept = await findEfforts(tx, who, activity.id)
  const profile = kept && kept.fileSha256 === activity.fileSha256 ? kept.profile : null
  const shown = shownByActivity(activity, profile)
  await updateShown(tx, who, activity.id, shown)
  return shown
}
