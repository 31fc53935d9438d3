export type ActivityOriginsTable = {
  id: string
  organization_id: string
  account_id: string
  activity_id: string
  source: string
  external_id: string | null
  file_sha256: string | null
  said_json: string
  created_at: number
}

export type ActivitySeparationsTable = {
  organization_id: string
  account_id: string
  one_id: string
  other_id: string
  created_at: number
}

export type ActivityFilesTable = {
  organization_id: string
  account_id: string
  sha256: string
  format: string
  size_bytes: number
  /** Gzip, as it came where it was that already. */
  packed: Uint8Array
  created_at: number
}

export type ImportJobsTable = {
  id: string
  organization_id: string
  account_id: string
  file_name: string
  state: string
  is_strava_export: number
  total: number
  next_entry: number
  passed_over: number
  channel_id: string | null
  message_ts: string | null
  created_at: number
  finished_at: number | null
}

export type ImportEntriesTable = {
  job_id: string
  organization_id: string
  account_id: string
  entry: number
  name: string
  outcome: string
  activities: number
  reason: string | null
  refusal_json: string | null
}
