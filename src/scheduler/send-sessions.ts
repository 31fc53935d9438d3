import type { Logger } from '#kernel/logger.ts'
import { type Engine, perform } from '#usecases/perform.ts'
import { listSessionTurnsDue, sendSession } from '#usecases/plan/living/send-session.ts'
import { eachInTurn } from './each-in-turn.ts'

/** Sends the sessions whose athlete's hour has come, each in a transaction of its own. */
export async function sendSessions(engine: Engine, logger: Logger): Promise<void> {
  await eachInTurn(
    logger,
    await listSessionTurnsDue(engine),
    { message: 'a session could not be sent', about: ({ accountId }) => ({ athlete: accountId }) },
    ({ accountId }, deed) => perform(engine, deed, sendSession, accountId),
  )
}
