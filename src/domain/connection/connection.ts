import type { Measured } from '#domain/activity/activity.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'

/** Sources outside that send somebody's activities by themselves. */
export const CONNECTED_SOURCES = ['apple-health', 'strava'] as const
export type ConnectedSource = (typeof CONNECTED_SOURCES)[number]

export type Connection = {
  organizationId: OrganizationId
  accountId: AccountId
  source: ConnectedSource
  /** Who the person is there; null where nobody says so. */
  externalId: string | null
  connectedAt: Instant
  lastReceivedAt: Instant | null
}

/** An activity as a source outside sends it. */
export type SentActivity = {
  /** The source's own id, or what stands for it. */
  externalId: string
  measured: Measured
  /** Empty for the default. */
  name: string
}

/** Strava's terms let its data be kept so long; what is still there is fetched anew. */
export const STRAVA_KEPT_DAYS = 7
/** How far back is read at first. */
export const BACKFILL_DAYS = 60
/** Which secret of a connection a row of the vault is. */
export const STRAVA_TOKENS = 'strava-tokens'
