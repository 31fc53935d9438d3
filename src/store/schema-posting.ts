import type { Flag } from './schema-columns.ts'

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
  /** The fingerprint of what that chart was drawn from. */
  posted_chart_hash: string | null
  pulled_back_at: number | null
  error_class: string | null
  created_at: number
}

export type HandledRequestsTable = {
  request_key: string
  handled_at: number
}
