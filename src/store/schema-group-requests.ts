/** Who asked to join which group, and what became of it. */
export type GroupRequestsTable = {
  id: string
  organization_id: string
  group_id: string
  account_id: string
  state: string
  asked_at: number
  answered_at: number | null
  answered_by: string | null
}

/** One change of several memberships at once, for as long as it can be taken back. */
export type GroupChangesTable = {
  id: string
  organization_id: string
  group_id: string
  made_by: string
  kind: string
  made_at: number
  undone_at: number | null
}

/** The interval that it opened or closed of one of them. */
export type GroupChangePeopleTable = {
  change_id: string
  organization_id: string
  account_id: string
  membership_id: string
}

/** What somebody was offered when they joined or left a channel: once a person and channel. */
export type GroupOffersTable = {
  organization_id: string
  account_id: string
  channel_id: string
  kind: string
  offered_at: number
}
