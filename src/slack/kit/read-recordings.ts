import type { Activity } from '#domain/activity/activity.ts'
import { type Recorded, splitRecorded } from '#domain/metrics/recorded.ts'
import { ask } from '#usecases/ask.ts'
import { findUnreadRecording, keepRecording } from '#usecases/metrics/keep-recording.ts'
import { perform } from '#usecases/perform.ts'
import type { SlackContext } from './context.ts'

/**
 * Reads the kept files of runs that were taken apart, so that each is reckoned from its own recording again. Where a file
 * is gone or cannot be read now, its run is reckoned from its averages.
 */
export async function readRecordings(
  { deps, who }: SlackContext,
  activities: readonly Pick<Activity, 'id'>[],
): Promise<void> {
  for (const { id } of activities) {
    const found = await ask(deps.engine, who, findUnreadRecording, id)
    if (!found.ok || !found.value) continue
    const { activity, fileSha256, packed } = found.value
    const decoded = await deps.decoder.decode(packed, fileSha256)
    if (!decoded.ok) continue
    const recorded: readonly Recorded[] = decoded.value.activities
    const own = recorded.find(each => each.startedAt === activity.startedAt)
    const profile = own && splitRecorded(own).efforts
    if (!profile) continue
    await perform(deps.engine, { who, surface: 'file' }, keepRecording, {
      activityId: id,
      fileSha256,
      profile,
    })
  }
}
