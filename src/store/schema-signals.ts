import type { Flag } from './schema-columns.ts'

export type QuietHoursTable = {
  organization_id: string
  account_id: string
  is_on: Flag
  /** `HH:MM` on the wall clock of the account's zone; may lie after `ends_at`, over midnight. */
  starts_at: string
  ends_at: string
  updated_at: number
}

export type SignalsTable = {
  id: string
  organization_id: string
  athlete_id: string
  rule: string
  subject: string
  state: string
  found_at: number
  snoozed_until: number | null
  decided_by: string | null
  decided_at: number | null
}

export type SignalSettingsTable = {
  organization_id: string
  rule: string
  is_on: Flag
  threshold: number
  updated_at: number
}

export type SignalRoundsTable = {
  organization_id: string
  local_on: string
  taken_at: number
}

export type NudgesTable = {
  id: string
  organization_id: string
  athlete_id: string
  coach_id: string
  rule: string
  /** The athlete's own day. */
  local_on: string
  text: string
  sent_at: number
}
