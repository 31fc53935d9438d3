import type { Flag } from './schema-columns.ts'

export type FeedSubscriptionsTable = {
  id: string
  organization_id: string
  group_id: string
  channel_id: string
  mode: string
  /** Names of sub-types with commas between them; `all` for every one. */
  sub_types: string
  state: string
  pause_reason: string | null
  set_by: string
  /** Runs that were logged before this instant are not this subscription's business. */
  active_from: number
  /** The Monday of the last week that was told; null where none was. */
  last_digest_on: string | null
  created_at: number
  updated_at: number
}

export type ChannelBudgetsTable = {
  organization_id: string
  channel_id: string
  boards_a_week: number
  runs_a_day: number
  set_by: string
  updated_at: number
}

export type FoldedBoardsTable = {
  organization_id: string
  channel_id: string
  /** The club's day whose card has it. */
  local_on: string
  schedule_id: string
  payload_json: string
  created_at: number
}

export type KudosTable = {
  organization_id: string
  activity_id: string
  /** Who cheers. */
  account_id: string
  is_by_button: Flag
  /** Names of the reactions that stand, with commas between them. */
  reactions: string
  given_at: number
}

export type ActivityCommentsTable = {
  id: string
  organization_id: string
  activity_id: string
  author_id: string
  text: string
  /** Channel and `ts` of the message it was written in; null for forms. */
  slack_message: string | null
  created_at: number
}
