export type ActivityEffortsTable = {
  activity_id: string
  organization_id: string
  account_id: string
  started_at: number
  file_sha256: string | null
  profile_json: string
}

export type BestEffortsTable = {
  activity_id: string
  organization_id: string
  account_id: string
  distance_cm: number
  duration_ms: number
}

export type AthleteVdotTable = {
  organization_id: string
  account_id: string
  valid_from: string
  basis: string
  vdot_milli: number
  distance_cm: number | null
  duration_ms: number | null
  activity_id: string | null
  entered_by: string | null
  version: string
  created_at: number
}

export type LoadRecomputesTable = {
  organization_id: string
  account_id: string
  from_on: string
  asked_at: number
}
