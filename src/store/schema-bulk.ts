/** One change of many athletes at once. */
export type BulkChangesTable = {
  id: string
  organization_id: string
  made_by: string
  /** JSON: `BulkEffect`. */
  what: string
  made_at: number
  undone_at: number | null
}

/** What it did to one of them. */
export type BulkChangePeopleTable = {
  change_id: string
  organization_id: string
  account_id: string
  /** JSON: `BulkTrace`. */
  undo: string
}
