import type { AccountId, OrganizationId, SlackTeamId, SlackUserId } from '#kernel/ids.ts'
import type { Zone } from '#kernel/instant.ts'
import type { MemberStatus, Role } from './role.ts'

/** Through which door a deed came in; written into the audit. */
export const SURFACES = [
  'command',
  'modal',
  'button',
  'message',
  'file',
  'home',
  'clock',
  'cli',
  'slack',
  'push',
] as const
export type Surface = (typeof SURFACES)[number]

/** Who acts, as found in the store in the same transaction as the deed. */
export type Actor = Member | Stranger | System

export type Member = {
  kind: 'member'
  organizationId: OrganizationId
  accountId: AccountId
  slackUserId: SlackUserId
  displayName: string
  zone: Zone
  status: MemberStatus
  roles: ReadonlySet<Role>
}

/** Somebody in the workspace who is not in the club; the organization is null before it is claimed. */
export type Stranger = {
  kind: 'stranger'
  organizationId: OrganizationId | null
  slackTeamId: SlackTeamId
  slackUserId: SlackUserId
}

/** Astral itself: schedules and the operator's commands. */
export type System = {
  kind: 'system'
  organizationId: OrganizationId
  /** Told by whoever runs Astral, at the machine. */
  isOperator?: boolean
}
