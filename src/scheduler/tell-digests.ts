import type { Logger } from '#kernel/logger.ts'
import { listDigestsDue, queueDigest } from '#usecases/feed/queue-digest.ts'
import { type Engine, perform } from '#usecases/perform.ts'
import { eachInTurn } from './each-in-turn.ts'

/** Groups' weeks into the channels that want them so. */
export async function tellDigests(engine: Engine, logger: Logger): Promise<void> {
  await eachInTurn(
    logger,
    await listDigestsDue(engine),
    { message: 'a digest could not be queued', about: ({ id }) => ({ subscription: id }) },
    ({ id }, deed) => perform(engine, deed, queueDigest, id),
  )
}
