/** Said by hand: the activity was this session; without one, none of them. */
export type SessionMatchesTable = {
  activity_id: string
  organization_id: string
  account_id: string
  enrollment_id: string | null
  day_index: number | null
  slot: number | null
  matched_by: string
  matched_at: number
}

/** When the athletes of a group are asked about the week to come; one a group. */
export type AvailabilityRoundsTable = {
  group_id: string
  organization_id: string
  /** 1 is Monday. */
  weekday: number
  time: string
  zone: string
  active_from: number
  last_turn_at: number | null
  set_by: string
  updated_at: number
}

export type AvailabilityWeeksTable = {
  organization_id: string
  account_id: string
  /** Its Monday. */
  week_on: string
  /** Null for who told it unasked. */
  asked_at: number | null
  answered_at: number | null
}

export type AvailabilityDaysTable = {
  organization_id: string
  account_id: string
  on_day: string
  answer: string
  minutes: number | null
}
