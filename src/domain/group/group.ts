import type { AccountId, GroupId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'

export const GROUP_PRIVACIES = ['public', 'private'] as const
export type GroupPrivacy = (typeof GROUP_PRIVACIES)[number]

/** Slack's header holds 150 characters; a name must fit beside other words in titles, charts and buttons. */
export const GROUP_NAME_MAX = 60
export const GROUP_DESCRIPTION_MAX = 500

/** For so long a deletion can be taken back. */
export const GROUP_UNDO_MS = 10 * 60_000

export type Group = {
  id: GroupId
  organizationId: OrganizationId
  name: string
  /** What makes the name unique: see `nameKey`. */
  nameKey: string
  description: string
  privacy: GroupPrivacy
  ownerId: AccountId
  /** The channel it is tied to: whoever joins one is offered the other. */
  channelId: string | null
  /** Grows with every change; an edit names the version it was made on. */
  version: number
  createdAt: Instant
  updatedAt: Instant
}

export type GroupRefusal =
  | { code: 'group-name-empty' }
  | { code: 'group-name-too-long'; limit: number; length: number }
  | { code: 'group-description-too-long'; limit: number; length: number }
  | { code: 'group-name-taken'; name: string }
  /** Of a group that was deleted, and can still be brought back. */
  | { code: 'group-name-reserved'; name: string }
  | { code: 'group-undo-over' }
  | { code: 'group-unknown'; name: string; suggestion: string | null }
  | { code: 'group-gone' }
  | { code: 'group-changed-meanwhile'; name: string }
  | { code: 'not-the-group-owner' }
