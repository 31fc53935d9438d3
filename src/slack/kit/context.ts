import type { WebClient } from '@slack/web-api'
import type { FileDecoder } from '#ingest/ingest-pool.ts'
import type { SlackTeamId, SlackUserId } from '#kernel/ids.ts'
import type { Logger } from '#kernel/logger.ts'
import type { Pace } from '#kernel/pace.ts'
import type { Engine, Identity } from '#usecases/perform.ts'

/** What the Slack edge is made of; one for the process. */
export type SlackDeps = {
  engine: Engine
  decoder: FileDecoder
  logger: Logger
  pace: Pace
  inviting: Inviting
}

/** What there is for reaching people outside Slack. */
export type Inviting = {
  /** Is there a mail server? */
  isMailed: boolean
  /** Where Astral's pages are reached; null where they are not. */
  publicUrl: string | null
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
  }
}
