import type { Flag } from './schema-columns.ts'

export type InvitationsTable = {
  id: string
  organization_id: string
  inviter_id: string
  invitee_id: string
  group_id: string | null
  state: string
  created_at: number
  answered_at: number | null
  seen_at: number | null
  via: string
  expires_at: number | null
}

export type EmailInvitationsTable = {
  id: string
  organization_id: string
  inviter_id: string
  group_id: string | null
  first_name: string
  /** As the coach typed it. */
  address: string
  address_key: string
  token_hash: string | null
  state: string
  sent_at: number
  seen_at: number | null
  answered_at: number | null
  account_id: string | null
  invitation_id: string | null
  expires_at: number | null
}

export type InvitationCodesTable = {
  id: string
  organization_id: string
  inviter_id: string
  group_id: string | null
  code_hash: string
  /** The last characters, by which a coach tells codes apart. */
  hint: string
  is_vanity: Flag
  cap: number | null
  uses: number
  expires_at: number | null
  revoked_at: number | null
  created_at: number
}

export type CodeAttemptsTable = {
  id: string
  organization_id: string
  slack_user_id: string
  attempted_at: number
}
