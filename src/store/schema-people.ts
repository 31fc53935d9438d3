import type { Generated } from 'kysely'
import type { Flag } from './schema-columns.ts'

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
  /** By which members are found and put in order: `personSearchKey`. */
  search_key: Generated<string>
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
  /** Whose standards: `female` or `male`; null for who does not want to be graded. */
  age_grading: string | null
  updated_at: number
}

/** The operator's; of nobody in particular. */
export type AgeGradeTablesTable = {
  kind: string
  table_json: string
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
