import { breathe } from '#kernel/breathe.ts'
import type { Logger } from '#kernel/logger.ts'
import { type Engine, perform } from '#usecases/perform.ts'
import { listSessionTurnsDue, sendSession } from '#usecases/plan/living/send-session.ts'

/** Sends the sessions whose athlete's hour has come, each in a transaction of its own. */
export async function sendSessions(engine: Engine, logger: Logger): Promise<void> {
  for (const { organizationId, accountId } of await listSessionTurnsDue(engine)) {
    try {
      const who = { kind: 'system', organizationId } as const
      await perform(engine, { who, surface: 'clock' }, sendSession, accountId)
    } catch (error) {
      // One broken plan must not keep the others waiting; the next tick tries again.
      logger.error('a session could not be sent', { athlete: accountId, error: String(error) })
    }
    await breathe()
  }
}
