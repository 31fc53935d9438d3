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
  perceived_effort: number | null
  created_at: number
  updated_at: number
}
