import type { AccountId, GroupId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'

export const GROUP_PRIVACIES = ['public', 'private'] as const
export type GroupPrivacy = (typeof GROUP_PRIVACIES)[number]

/** Slack's header holds 150 characters; a name must fit beside other words in titles, charts and buttons. */
export const GROUP_NAME_MAX = 60
export const GROUP_DESCRIPTION_MAX = 500

export type Group = {
  id: GroupId
  organizationId: OrganizationId
  name: string
  /** What makes the name unique: see `nameKey`. */
  nameKey: string
  description: string
  privacy: GroupPrivacy
  ownerId: AccountId
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
  | { code: 'group-unknown'; name: string; suggestion: string | null }
  | { code: 'group-gone' }
  | { code: 'group-changed-meanwhile'; name: string }
  | { code: 'not-the-group-owner' }
