import type { Flag } from './schema-columns.ts'

export type PlansTable = {
  id: string
  organization_id: string
  title: string
  title_key: string
  level: string
  visibility: string
  weeks: number
  version_id: string
  owner_id: string
  is_example: Flag
  created_at: number
  updated_at: number
  archived_at: number | null
}

export type PlanVersionsTable = {
  id: string
  organization_id: string
  plan_id: string
  weeks: number
  week_notes_json: string
  created_at: number
}

export type PlanDaysTable = {
  organization_id: string
  version_id: string
  /** 0 is the Monday of week 1. */
  day_index: number
  slot: number
  /** Empty on a day of rest that has a note. */
  text: string
  title: string | null
  note: string
}

export type EnrollmentsTable = {
  id: string
  organization_id: string
  account_id: string
  plan_id: string
  version_id: string
  title: string
  weeks: number
  /** The Monday of week 1; sessions before `first_on` are not asked for. */
  start_on: string
  first_on: string
  last_on: string
  race_on: string | null
  shifts_json: string
  state: string
  /** The first day of the pause, or the first day without the plan. */
  state_on: string | null
  group_id: string | null
  assigned_by: string
  created_at: number
  updated_at: number
}

export type SessionChangesTable = {
  organization_id: string
  enrollment_id: string
  account_id: string
  day_index: number
  slot: number
  on_day: string
  text: string
  title: string | null
  note: string
  is_dropped: Flag
  updated_at: number
}

/** A plan that an invitation brings, whatever its kind. */
export type InvitedPlansTable = {
  organization_id: string
  /** Of an invitation in Slack, by e-mail, or of a code. */
  invitation_id: string
  plan_id: string
  start_on: string
  race_on: string | null
  /** What became of it; null until the invitation is accepted. */
  outcome: string | null
}
