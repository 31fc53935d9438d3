import type { Changes } from './changes.ts'
import type { Delivered, Outgoing } from './delivery/outgoing.ts'
import type { Ledger } from './ledger.ts'
import type { Pace } from './rate-limit.ts'
import type { ResponseUrls } from './response-url.ts'
import type { Manifest } from './seed.ts'
import type { Triggers } from './trigger.ts'
import type { Workspace } from './workspace.ts'

export type Timing = {
  /** How long the app may take to acknowledge; milliseconds. */
  ackMs: number
  triggerMs: number
  /** Waits before the first, second and third repetition of an unacknowledged event. */
  retryDelaysMs: readonly number[]
  fileProcessingMs: number
}

export type InstalledApp = {
  id: string
  name: string
  botUserId: string
  botId: string
  manifest: Manifest
  scopes: ReadonlySet<string>
  events: ReadonlySet<string>
  tokens: { bot: string; app: string; signingSecret: string }
}

/** What every part of the sandbox works on. */
export type World = {
  app: InstalledApp
  space: Workspace
  now: () => number
  timing: Timing
  changes: Changes
  ledger: Ledger
  pace: Pace
  triggers: Triggers
  responseUrls: ResponseUrls
  /** The server's own address without a trailing slash. */
  origin: () => string
  /** Sends something to the app and waits for its acknowledgement. */
  deliver: (outgoing: Outgoing) => Promise<Delivered>
  /** A one-use address for a Socket Mode connection. */
  issueSocketTicket: () => string
  /** Options the app offered for external selects, by place and element. */
  offered: Map<string, Record<string, unknown>[]>
  storageBytes: number
  log: (message: string) => void
}
