import type { WebClient } from '@slack/web-api'
import type { ChartRenderer } from '#charts/chart.ts'
import type { Logger } from '#kernel/logger.ts'
import type { Pace } from '#kernel/pace.ts'
import type { Engine } from '#usecases/perform.ts'
import type { ExportData } from './deliveries/delivery.ts'
import type { Mailer } from './send-email.ts'

/** Where mail goes out, and the address under which its links are reached (null for none). */
export type MailRoute = { mailer: Mailer; publicUrl: string | null }

/** What the delivery edge is made of. */
export type Delivering = {
  engine: Engine
  /** Never retries by itself: whether to send again is decided here alone. */
  client: WebClient
  renderer: ChartRenderer
  /** Null without a mail server. */
  mail: MailRoute | null
  logger: Logger
  /** Resolves after so many milliseconds of real time, or at once when the outbox is stopping. */
  wait: (ms: number) => Promise<void>
  pace: Pace
  exportData: ExportData
  isStopping: () => boolean
  /** A sender silent for longer than this is taken for dead. */
  settleMs: number
}
