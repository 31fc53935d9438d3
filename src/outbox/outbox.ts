import { setTimeout as sleep } from 'node:timers/promises'
import type { ChartRenderer } from '#charts/chart.ts'
import { SECOND_MS } from '#kernel/instant.ts'
import type { Logger } from '#kernel/logger.ts'
import { createPace, type Pace } from '#kernel/pace.ts'
import { claimOutboxRow, nextOutboxInstant } from '#store/outbox-store.ts'
import type { Engine } from '#usecases/perform.ts'
import { deliverRow } from './deliver-row.ts'
import type { ExportData } from './deliveries/delivery.ts'
import type { Delivering, MailRoute } from './delivering.ts'
import { createDeliveryClient } from './delivery-client.ts'

export type Outbox = {
  /** Something was queued: sends it soon. Does nothing before `start`. */
  wake(): void
  /** Resolves when nothing is due any more. Rejects only when the database fails. */
  drain(): Promise<void>
  start(): void
  /** Resolves when the last message under way is done with. */
  stop(): Promise<void>
}

export type OutboxOptions = {
  engine: Engine
  /** With a slash at its end. */
  apiUrl: string
  botToken: string
  renderer: ChartRenderer
  logger: Logger
  exportData: ExportData
  /** Where mail goes out; none where it is not given. */
  mail?: MailRoute | null
  /** Shared with whatever else writes to Slack; one of its own where nothing does. */
  pace?: Pace
  /** Waits so many milliseconds of real time; tests wait on their own clock. */
  wait?: (ms: number) => Promise<void>
}

/** Longer than our patience with one call and Slack's longest late acceptance together. */
export const SETTLE_MS = 120 * SECOND_MS
/** So that one slow picture does not keep an invitation waiting. */
const SENDERS = 4
/** Other processes queue too, and their wake-ups do not reach this one. */
const LOOK_EVERY_MS = 30 * SECOND_MS

/** The delivery edge: any number of them may work on one database. */
export function createOutbox(options: OutboxOptions): Outbox {
  const { engine, logger } = options
  const owner = engine.newId<string>()
  const stopping = new AbortController()
  const wait = options.wait ?? (ms => waitUnlessStopped(ms, stopping.signal))
  const delivering: Delivering = {
    engine,
    client: createDeliveryClient(options.apiUrl, options.botToken, logger),
    renderer: options.renderer,
    mail: options.mail ?? null,
    logger,
    exportData: options.exportData,
    wait,
    pace: options.pace ?? createPace(engine.realNow),
    isStopping: () => stopping.signal.aborted,
    settleMs: SETTLE_MS,
  }
  let isStarted = false
  let timer: NodeJS.Timeout | null = null
  let running: Promise<void> | null = null
  let isWanted = false

  const sendWhatIsDue = async (): Promise<void> => {
    for (;;) {
      if (stopping.signal.aborted) return
      const lease = { owner, now: engine.realNow(), settleMs: SETTLE_MS }
      const row = await claimOutboxRow(engine.db, lease)
      if (!row) return
      await deliverRow(delivering, row)
    }
  }
  const drainOnce = async (): Promise<void> => {
    do {
      isWanted = false
      await allSettled(Array.from({ length: SENDERS }, sendWhatIsDue))
    } while (isWanted && !stopping.signal.aborted)
  }
  const drain = (): Promise<void> => {
    isWanted = true
    running ??= drainOnce().finally(() => {
      running = null
    })
    return running
  }
  const drainAndWait = async (): Promise<void> => {
    if (timer) clearTimeout(timer)
    timer = null
    let ms = LOOK_EVERY_MS
    try {
      await drain()
      const next = await nextOutboxInstant(engine.db, SETTLE_MS)
      if (next !== null) ms = Math.min(Math.max(next - engine.realNow(), SECOND_MS), LOOK_EVERY_MS)
    } catch (error) {
      logger.error('the outbox could not be drained', { error: String(error) })
    }
    if (isStarted && !stopping.signal.aborted) {
      if (timer) clearTimeout(timer)
      timer = setTimeout(drainAndWait, ms)
    }
  }
  return {
    wake() {
      if (isStarted) void drainAndWait()
    },
    drain,
    start() {
      if (isStarted) return
      isStarted = true
      void drainAndWait()
    },
    async stop() {
      isStarted = false
      stopping.abort()
      if (timer) clearTimeout(timer)
      timer = null
      await running?.catch(() => {})
    },
  }
}

/** All of them to their end, then the first fault. */
async function allSettled(parts: Promise<void>[]): Promise<void> {
  for (const part of await Promise.allSettled(parts)) if (part.status === 'rejected') throw part.reason
}

async function waitUnlessStopped(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal })
  } catch (error) {
    if (!signal.aborted) throw error
  }
}
