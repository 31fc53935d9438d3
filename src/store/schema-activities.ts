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
  vdot_load_milli: number | null
  effort_score_milli: number | null
  effort_method: string | null
  load_confidence: string | null
  load_inputs: string | null
  shown_vdot_milli: number | null
  shown_distance_cm: number | null
  shown_duration_ms: number | null
}

/** What is written with an activity; the rest is reckoned from it afterwards, and null until then. */
export type ActivityRow = Omit<
  ActivitiesTable,
  | 'vdot_load_milli'
  | 'effort_score_milli'
  | 'effort_method'
  | 'load_confidence'
  | 'load_inputs'
  | 'shown_vdot_milli'
  | 'shown_distance_cm'
  | 'shown_duration_ms'
>
