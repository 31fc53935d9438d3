export type CalendarFeedsTable = {
  organization_id: string
  account_id: string
  secret_hash: string
  opened_at: number
}
