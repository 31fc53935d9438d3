import type { Logger } from '#kernel/logger.ts'
import { listDigestsDue, queueDigest } from '#usecases/feed/queue-digest.ts'
import { type Engine, perform } from '#usecases/perform.ts'

/** Groups' weeks into the channels that want them so. */
export async function tellDigests(engine: Engine, logger: Logger): Promise<void> {
  for (const { id, organizationId } of await listDigestsDue(engine)) {
    try {
      await perform(engine, { who: { kind: 'system', organizationId }, surface: 'clock' }, queueDigest, id)
    } catch (error) {
      logger.error('a digest could not be queued', { subscription: id, error: String(error) })
    }
  }
}
