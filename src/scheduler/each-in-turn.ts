import { breathe } from '#kernel/breathe.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import type { Logger } from '#kernel/logger.ts'
import type { Deed } from '#usecases/perform.ts'

/**
 * Gives each of those that are due its turn, as the system of its organization, with room for others in between. One that
 * breaks must not keep the rest waiting: it is logged with what `about` says of it, and the next tick tries again.
 */
export async function eachInTurn<Due extends { organizationId: OrganizationId }>(
  logger: Logger,
  due: readonly Due[],
  broken: { message: string; about: (one: Due) => Record<string, string> },
  take: (one: Due, deed: Deed) => Promise<unknown>,
): Promise<void> {
  for (const one of due) {
    try {
      await take(one, { who: { kind: 'system', organizationId: one.organizationId }, surface: 'clock' })
    } catch (error) {
      logger.error(broken.message, { ...broken.about(one), error: String(error) })
    }
    await breathe()
  }
}
