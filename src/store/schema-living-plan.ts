import type { Flag } from './schema-columns.ts'

export type SessionHoursTable = {
  organization_id: string
  account_id: string
  is_on: Flag
  local_time: string
  is_evening_before: Flag
  on_rest_days: Flag
  /** In which `next_at` was reckoned. */
  zone: string
  /** The day of the session that was sent last, or that had its turn. */
  last_on: string | null
  next_at: number
  updated_at: number
}

export type ChangeRequestsTable = {
  id: string
  organization_id: string
  /** The athlete. */
  account_id: string
  asked_by: string
  kind: string
  state: string
  edits_json: string
  weeks_json: string
  note: string
  created_at: number
  answered_by: string | null
  answered_at: number | null
}

export type PlanSettingsTable = {
  organization_id: string
  /** May athletes move their sessions within the week by themselves? */
  own_moves: Flag
  updated_at: number
}

export type EnrollmentPausesTable = {
  organization_id: string
  enrollment_id: string
  account_id: string
  reason: string
  until_on: string | null
  /** When the athlete is asked how to go on; null once they were. */
  ask_at: number | null
  updated_at: number
}
