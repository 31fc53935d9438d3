import type { Logger } from '#kernel/logger.ts'
import { type Engine, perform } from '#usecases/perform.ts'
import { askHowToGoOn, listPausesOver } from '#usecases/plan/living/resume-plan.ts'
import { eachInTurn } from './each-in-turn.ts'

/** Asks those whose pause is over how their plan shall go on. */
export async function askAfterPauses(engine: Engine, logger: Logger): Promise<void> {
  await eachInTurn(
    logger,
    await listPausesOver(engine),
    {
      message: 'nobody could be asked after a pause',
      about: ({ enrollmentId }) => ({ enrollment: enrollmentId }),
    },
    ({ enrollmentId }, deed) => perform(engine, deed, askHowToGoOn, enrollmentId),
  )
}
