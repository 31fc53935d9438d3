import type { Generated } from 'kysely'
import type { CodeAttemptsTable, EmailInvitationsTable, InvitationCodesTable } from './schema-invitations.ts'

/**
 * One logical schema for every database, in the least common types: ids are text made by us, instants whole
 * milliseconds UTC, local days text, booleans 0/1, JSON text, lengths whole centimetres, durations whole milliseconds.
 */
export type Schema = {
  organizations: OrganizationsTable
  accounts: AccountsTable
  memberships: MembershipsTable
  membership_roles: MembershipRolesTable
  coach_assignments: CoachAssignmentsTable
  head_coach_transfers: HeadCoachTransfersTable
  groups: GroupsTable
  group_memberships: GroupMembershipsTable
  invitations: InvitationsTable
  email_invitations: EmailInvitationsTable
  invitation_codes: InvitationCodesTable
  code_attempts: CodeAttemptsTable
  activities: ActivitiesTable
  schedules: SchedulesTable
  occurrences: OccurrencesTable
  outbox: OutboxTable
  audit_entries: AuditEntriesTable
  audit_details: AuditDetailsTable
  audit_heads: AuditHeadsTable
  privacy_settings: PrivacySettingsTable
  athlete_profiles: AthleteProfilesTable
  athlete_labels: AthleteLabelsTable
  athlete_notes: AthleteNotesTable
  claim_codes: ClaimCodesTable
  handled_requests: HandledRequestsTable
}

export type Flag = 0 | 1

export type OrganizationsTable = {
  id: string
  slack_team_id: string
  name: string
  zone: string
  is_demo: Flag
  created_at: number
}

export type AccountsTable = {
  id: string
  slack_team_id: string
  slack_user_id: string
  display_name: string
  zone: string
  is_deactivated: Flag
  created_at: number
  updated_at: number
  email: string | null
  /** The zone is the athlete's own choice, not Slack's. */
  has_own_zone: Generated<Flag>
}

export type MembershipsTable = {
  id: string
  organization_id: string
  account_id: string
  status: string
  shares_by_default: Flag
  joined_at: number
  left_at: number | null
  /** Since when Slack has closed the account of a member who was active until then. */
  deactivated_at: number | null
  /** The club's own name for the member. */
  nickname: string | null
  member_level: string | null
  attributes_version: Generated<number>
}

export type MembershipRolesTable = {
  membership_id: string
  role: string
}

export type CoachAssignmentsTable = {
  id: string
  organization_id: string
  coach_id: string
  athlete_id: string
  assigned_at: number
  ended_at: number | null
}

export type HeadCoachTransfersTable = {
  id: string
  organization_id: string
  from_id: string
  to_id: string
  state: string
  created_at: number
  answered_at: number | null
}

export type GroupsTable = {
  id: string
  organization_id: string
  name: string
  name_key: string
  description: string
  privacy: string
  owner_id: string
  version: number
  created_at: number
  updated_at: number
  deleted_at: number | null
}

export type GroupMembershipsTable = {
  id: string
  organization_id: string
  group_id: string
  account_id: string
  is_shared: Flag
  joined_at: number
  left_at: number | null
}

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
}

export type AthleteProfilesTable = {
  organization_id: string
  account_id: string
  goal_race_name: string | null
  goal_race_on: string | null
  target_pace_ms_per_km: number | null
  units: string
  birth_year: number | null
  max_heart_rate: number | null
  resting_heart_rate: number | null
  threshold_heart_rate: number | null
  updated_at: number
}

export type AthleteLabelsTable = {
  organization_id: string
  account_id: string
  label: string
  label_key: string
}

export type AthleteNotesTable = {
  id: string
  organization_id: string
  athlete_id: string
  author_id: string
  text: string
  created_at: number
  deleted_at: number | null
}

export type ActivitiesTable = {
  id: string
  organization_id: string
  account_id: string
  started_at: number
  local_on: string
  zone: string
  name: string
  sub_type: string
  distance_cm: number | null
  duration_ms: number
  elapsed_ms: number
  climb_cm: number | null
  average_heart_rate: number | null
  max_heart_rate: number | null
  device: string | null
  source: string
  visibility: string
  note: string
  file_sha256: string | null
  created_at: number
  updated_at: number
}

export type SchedulesTable = {
  id: string
  organization_id: string
  group_id: string
  channel_id: string
  kind: string
  metric: string
  weekday: number
  local_time: string
  zone: string
  catch_up_hours: number
  /** Occurrences due at or before this instant are not this schedule's business. */
  active_from: number
  state: string
  pause_reason: string | null
  set_by: string
  created_at: number
  updated_at: number
}

export type OccurrencesTable = {
  organization_id: string
  schedule_id: string
  local_on: string
  due_at: number
  state: string
  created_at: number
}

export type OutboxTable = {
  id: string
  organization_id: string
  dedupe_key: string
  kind: string
  /** A channel's id, a person's Slack id for a direct message, or `email:` and the id of an invitation by e-mail. */
  recipient: string
  payload_json: string
  state: string
  owner: string | null
  attempt: number
  first_attempt_at: number | null
  attempt_at: number | null
  is_uncertain: Flag
  not_before: number
  posted_channel: string | null
  posted_ts: string | null
  /** Slack's id of the chart in the post; deleted together with it. */
  posted_file_id: string | null
  pulled_back_at: number | null
  error_class: string | null
  created_at: number
}

export type AuditEntriesTable = {
  organization_id: string
  seq: number
  at: number
  actor_kind: string
  actor_id: string | null
  surface: string
  action: string
  target_kind: string
  target_id: string
  subject_id: string | null
  is_visible_to_subject: Flag
  detail_hash: string
  prev_hash: string
  hash: string
}

export type AuditDetailsTable = {
  organization_id: string
  seq: number
  salt: string
  detail_json: string
}

export type AuditHeadsTable = {
  organization_id: string
  seq: number
  hash: string
}

export type PrivacySettingsTable = {
  organization_id: string
  account_id: string
  is_shown: Flag
  with_coach: Flag
  on_leaderboards: Flag
  shows_pace: Flag
  /** Heart rate and climb. */
  shows_heart_rate: Flag
  shows_race_goal: Flag
  shows_profile: Flag
  updated_at: number
}

export type ClaimCodesTable = {
  code_hash: string
  created_at: number
  used_at: number | null
}

export type HandledRequestsTable = {
  request_key: string
  handled_at: number
}
