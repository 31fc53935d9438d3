import { breathe } from '#kernel/breathe.ts'
import type { Logger } from '#kernel/logger.ts'
import { type Engine, perform } from '#usecases/perform.ts'
import { endRound, listRoundsDue, noteSignals } from '#usecases/signal/take-round.ts'

/** Looks over each club's athletes once a day, some at a time, so that nobody waits for it. */
export async function takeRounds(engine: Engine, logger: Logger): Promise<void> {
  for (const { organizationId, localOn, slices } of await listRoundsDue(engine)) {
    const deed = { who: { kind: 'system', organizationId }, surface: 'clock' } as const
    try {
      for (const accountIds of slices) {
        await perform(engine, deed, noteSignals, accountIds)
        await breathe()
      }
      await perform(engine, deed, endRound, localOn)
    } catch (error) {
      // What was noted stays; the next tick goes over the club again, and nothing is raised twice.
      logger.error('a club could not be looked over', { organization: organizationId, error: String(error) })
    }
  }
}
