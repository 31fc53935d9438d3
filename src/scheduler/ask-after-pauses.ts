import type { Logger } from '#kernel/logger.ts'
import { type Engine, perform } from '#usecases/perform.ts'
import { askHowToGoOn, listPausesOver } from '#usecases/plan/living/resume-plan.ts'

/** Asks those whose pause is over how their plan shall go on. */
export async function askAfterPauses(engine: Engine, logger: Logger): Promise<void> {
  for (const { organizationId, enrollmentId } of await listPausesOver(engine)) {
    try {
      const who = { kind: 'system', organizationId } as const
      await perform(engine, { who, surface: 'clock' }, askHowToGoOn, enrollmentId)
    } catch (error) {
      logger.error('nobody could be asked after a pause', { enrollment: enrollmentId, error: String(error) })
    }
  }
}
