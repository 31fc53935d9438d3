import type { WebClient } from '@slack/web-api'
import type { ArchiveRefusal } from '#domain/activity/archive-refusal.ts'
import type { Units } from '#domain/activity/units.ts'
import type { ConnectionRefusal } from '#domain/connection/connection-refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { FileDecoder } from '#ingest/ingest-pool.ts'
import type { SlackTeamId, SlackUserId } from '#kernel/ids.ts'
import type { Logger } from '#kernel/logger.ts'
import type { Pace } from '#kernel/pace.ts'
import type { Result } from '#kernel/result.ts'
import type { Engine, Identity } from '#usecases/perform.ts'
import { viewerUnits } from '#usecases/viewer-units.ts'

/** What the Slack edge is made of; one for the process. */
export type SlackDeps = {
  engine: Engine
  decoder: FileDecoder
  importer: ArchiveReader
  logger: Logger
  pace: Pace
  inviting: Inviting
  connecting: Connecting
}

/** Reads archives; the job behind it goes on by itself. */
export type ArchiveReader = {
  keep(
    body: AsyncIterable<Uint8Array>,
  ): Promise<
    Result<{ id: string; total: number; isStravaExport: boolean; passedOver: number }, ArchiveRefusal>
  >
  forget(importId: string): Promise<void>
  wake(): void
}

/** What there is for reaching people outside Slack. */
export type Inviting = {
  /** Is there a mail server? */
  isMailed: boolean
  /** Where Astral's pages are reached; null where they are not. */
  publicUrl: string | null
}

/** How sources outside are connected. */
export type Connecting = {
  /** Where phones push to, without a slash at its end; else what the operator has to set for that. */
  pushBase(): Result<string, ConnectionRefusal>
  /** Gives the address at which Strava asks the athlete; null while the operator has not switched Strava on. */
  startStrava: ((who: Identity) => Promise<Result<string, Refusal>>) | null
  /** There is work that need not wait for the next tick. */
  wake(): void
}

/** One thing that somebody did in Slack. */
export type SlackContext = {
  deps: SlackDeps
  client: WebClient
  teamId: SlackTeamId
  userId: SlackUserId
  who: Extract<Identity, { kind: 'slack' }>
  /** Where it was done; null in modals and the Home tab. */
  channelId: string | null
  /** Opens a modal within three seconds, once; null where Slack gives none. */
  triggerId: string | null
  /** In which they read distances and paces that are for them alone. */
  units: Units
}

/** Where a thing came from, in Slack's own ids. */
export type Source = {
  client: WebClient
  teamId: string
  userId: string
  channelId?: string | null
  triggerId?: string | null
}

export function contextOf(deps: SlackDeps, source: Source): SlackContext {
  const teamId = source.teamId as SlackTeamId
  const userId = source.userId as SlackUserId
  return {
    deps,
    client: source.client,
    teamId,
    userId,
    who: { kind: 'slack', teamId, userId },
    channelId: source.channelId ?? null,
    triggerId: source.triggerId ?? null,
    units: 'km',
  }
}

/** The same with the units of whoever did it: for what answers with figures. */
export async function viewerContext(deps: SlackDeps, source: Source): Promise<SlackContext> {
  const context = contextOf(deps, source)
  // A database that is down is told of where the deed itself fails on it.
  const units = await viewerUnits(deps.engine, context.who).catch(() => 'km' as const)
  return { ...context, units }
}
