import { SECOND_MS } from '#kernel/instant.ts'
import type { Logger } from '#kernel/logger.ts'
import { listAthletesToRecompute, recomputeLoads } from '#usecases/metrics/recompute-loads.ts'
import { type Engine, perform } from '#usecases/perform.ts'
import { claimOccurrence } from '#usecases/schedule/claim-occurrence.ts'
import { listDueSchedules } from '#usecases/schedule/list-due-schedules.ts'
import { askAfterPauses } from './ask-after-pauses.ts'
import { askForAvailability } from './ask-availability.ts'
import { eachInTurn } from './each-in-turn.ts'
import { sendSessions } from './send-sessions.ts'
import { takeRounds } from './take-rounds.ts'
import { tellDigests } from './tell-digests.ts'

export type Scheduler = {
  /** Lets everything that is due by now have its turn. Rejects only when the database cannot be read. */
  tick(): Promise<void>
  /** Ticks at once and every twenty seconds of real time. */
  start(): void
  /** Resolves when the last tick is done. */
  stop(): Promise<void>
}

const EVERY_MS = 20 * SECOND_MS

/** The clock's edge: any number of them, in any number of processes, give each week one turn. */
export function createScheduler(engine: Engine, { logger }: { logger: Logger }): Scheduler {
  let timer: NodeJS.Timeout | null = null
  let last: Promise<void> = Promise.resolve()

  // One after the other: a tick asked for after the clock was moved must not ride on one that began before.
  const tick = (): Promise<void> => {
    const mine = last.then(async () => {
      await giveTurns(engine, logger)
      await sendSessions(engine, logger)
      await askAfterPauses(engine, logger)
      await askForAvailability(engine, logger)
      await reckonWaiting(engine, logger)
      await takeRounds(engine, logger)
      await tellDigests(engine, logger)
    })
    last = mine.catch(() => {})
    return mine
  }
  const tickQuietly = () => {
    tick().catch((error: unknown) => logger.error('a tick failed', { error: String(error) }))
  }
  return {
    tick,
    start() {
      if (timer) return
      timer = setInterval(tickQuietly, EVERY_MS)
      tickQuietly()
    },
    async stop() {
      if (timer) clearInterval(timer)
      timer = null
      await last
    },
  }
}

/** Loads that wait to be reckoned anew, a slice of each athlete's. */
async function reckonWaiting(engine: Engine, logger: Logger): Promise<void> {
  await eachInTurn(
    logger,
    await listAthletesToRecompute(engine),
    { message: 'loads could not be reckoned', about: ({ athleteId }) => ({ athlete: athleteId }) },
    (athlete, deed) => perform(engine, deed, recomputeLoads, athlete),
  )
}

async function giveTurns(engine: Engine, logger: Logger): Promise<void> {
  await eachInTurn(
    logger,
    await listDueSchedules(engine),
    { message: 'a schedule could not have its turn', about: ({ id }) => ({ schedule: id }) },
    async ({ id }, deed) => {
      const done = await perform(engine, deed, claimOccurrence, id)
      if (done.ok) logger.info('a schedule had its turn', { schedule: id, ...done.value })
    },
  )
}
