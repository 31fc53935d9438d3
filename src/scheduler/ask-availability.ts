import { breathe } from '#kernel/breathe.ts'
import type { Logger } from '#kernel/logger.ts'
import { type Engine, perform } from '#usecases/perform.ts'
import { askAvailability, listRoundsOfAvailability } from '#usecases/plan/availability/ask-availability.ts'

/** Asks athletes when they can train, where the day and the hour of their group have come. */
export async function askForAvailability(engine: Engine, logger: Logger): Promise<void> {
  for (const { organizationId, groupId } of await listRoundsOfAvailability(engine)) {
    try {
      const who = { kind: 'system', organizationId } as const
      const done = await perform(engine, { who, surface: 'clock' }, askAvailability, groupId)
      if (done.ok) logger.info('athletes were asked when they can train', { group: groupId, ...done.value })
    } catch (error) {
      logger.error('athletes could not be asked when they can train', {
        group: groupId,
        error: String(error),
      })
    }
    await breathe()
  }
}
