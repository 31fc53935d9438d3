import type { Logger } from '#kernel/logger.ts'
import { type Engine, perform } from '#usecases/perform.ts'
import { askAvailability, listRoundsOfAvailability } from '#usecases/plan/availability/ask-availability.ts'
import { eachInTurn } from './each-in-turn.ts'

/** Asks athletes when they can train, where the day and the hour of their group have come. */
export async function askForAvailability(engine: Engine, logger: Logger): Promise<void> {
  await eachInTurn(
    logger,
    await listRoundsOfAvailability(engine),
    {
      message: 'athletes could not be asked when they can train',
      about: ({ groupId }) => ({ group: groupId }),
    },
    async ({ groupId }, deed) => {
      const done = await perform(engine, deed, askAvailability, groupId)
      if (done.ok) logger.info('athletes were asked when they can train', { group: groupId, ...done.value })
    },
  )
}
