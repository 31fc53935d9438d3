import type { ConnectorWork, WorkOutcome } from '#connectors/strava/strava-connector.ts'
import { DAY_MS, type Instant, instant, MINUTE_MS } from '#kernel/instant.ts'
import type { Logger } from '#kernel/logger.ts'
import {
  type ConnectorJob,
  claimConnectorJob,
  deleteConnectorJob,
  postponeConnectorJob,
} from '#store/connector-job-store.ts'
import { listOrganizations } from '#store/organization-store.ts'
import { EXPIRED_AT_ONCE, forgetExpiredStrava } from '#usecases/connection/forget-strava.ts'
import { type Engine, perform } from '#usecases/perform.ts'

export type ConnectorJobs = {
  /** Does everything that is due by now, and deletes what may not be kept longer. */
  tick(): Promise<void>
  /** Soon, without waiting for the next minute. */
  wake(): void
  start(): void
  stop(): Promise<void>
}

const EVERY_MS = MINUTE_MS
/** Longer than any single request may take. */
const LEASE_MS = 5 * MINUTE_MS
const MOST_ATTEMPTS = 8

/**
 * Work that sources outside leave to be done, a step at a time, by real time. `work` is null where the operator has not
 * switched it on: what is queued waits, and what is too old is deleted all the same.
 */
export function createConnectorJobs(
  engine: Engine,
  work: ((job: ConnectorWork) => Promise<WorkOutcome>) | null,
  logger: Logger,
): ConnectorJobs {
  let timer: NodeJS.Timeout | null = null
  let isStopping = false
  let last: Promise<void> = Promise.resolve()
  const tick = () => {
    const mine = last.then(async () => {
      while (work && !isStopping && (await doNext(engine, work, logger)));
      if (!isStopping) await forgetExpired(engine, logger)
    })
    last = mine.catch(() => {})
    return mine
  }
  const quietly = () => {
    tick().catch((error: unknown) => logger.error('a connector tick failed', { error: String(error) }))
  }
  return {
    tick,
    wake: () => {
      if (timer) quietly()
    },
    start() {
      if (timer) return
      timer = setInterval(quietly, EVERY_MS)
      quietly()
    },
    async stop() {
      isStopping = true
      if (timer) clearInterval(timer)
      timer = null
      await last
    },
  }
}

/** One step of what is due longest; false when nothing is. */
async function doNext(
  engine: Engine,
  work: (job: ConnectorWork) => Promise<WorkOutcome>,
  logger: Logger,
): Promise<boolean> {
  const now = engine.realNow()
  const job = await engine.db.transaction().execute(tx => claimConnectorJob(tx, now, instant(now + LEASE_MS)))
  if (!job) return false
  const outcome = await outcomeOf(work, job)
  await engine.db.transaction().execute(async tx => {
    switch (outcome.kind) {
      case 'done':
        return deleteConnectorJob(tx, job.id)
      case 'next':
        return postponeConnectorJob(tx, job.id, { dueAt: now, payload: outcome.payload, attempts: 0 })
      case 'later':
        return postponeConnectorJob(tx, job.id, { dueAt: outcome.at, attempts: 0 })
      case 'failed': {
        logger.warn('work for a source failed', { kind: job.kind, attempt: job.attempts, why: outcome.why })
        const isLast = job.attempts + 1 >= MOST_ATTEMPTS
        if (isLast) return deleteConnectorJob(tx, job.id)
        return postponeConnectorJob(tx, job.id, { dueAt: againAt(engine.realNow(), job.attempts) })
      }
    }
  })
  return true
}

async function outcomeOf(
  work: (job: ConnectorWork) => Promise<WorkOutcome>,
  job: ConnectorJob,
): Promise<WorkOutcome> {
  try {
    return await work(job)
  } catch (error) {
    return { kind: 'failed', why: String(error) }
  }
}

/** One minute, two, four …, at most a day. */
function againAt(now: Instant, attempts: number): Instant {
  return instant(now + Math.min(DAY_MS, MINUTE_MS * 2 ** attempts))
}

async function forgetExpired(engine: Engine, logger: Logger): Promise<void> {
  for (const { id } of await listOrganizations(engine.db)) {
    const who = { kind: 'system', organizationId: id } as const
    let expired = EXPIRED_AT_ONCE
    while (expired === EXPIRED_AT_ONCE) {
      const input = { realNow: engine.realNow() }
      const done = await perform(engine, { who, surface: 'clock' }, forgetExpiredStrava, input)
      expired = done.ok ? done.value.expired : 0
      if (expired > 0) logger.info('activities from Strava expired', { activities: expired })
    }
  }
}
