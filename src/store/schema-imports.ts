import type { Flag } from './schema-columns.ts'

/** A roster file that was read and waits to be applied. */
export type RosterImportsTable = {
  id: string
  organization_id: string
  asked_by: string
  file_name: string
  state: string
  /** What each line does, or what is wrong with it. */
  outcomes_json: string
  is_mailed: Flag
  created_at: number
}
