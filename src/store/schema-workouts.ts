export type WorkoutsTable = {
  id: string
  organization_id: string
  title: string
  title_key: string
  type: string
  sub_type: string
  text: string
  blocks_json: string
  visibility: string
  owner_id: string
  version: number
  created_at: number
  updated_at: number
  archived_at: number | null
}
