import type { Flag } from './schema-columns.ts'

export type GroupsTable = {
  id: string
  organization_id: string
  name: string
  name_key: string
  description: string
  privacy: string
  owner_id: string
  version: number
  created_at: number
  updated_at: number
  deleted_at: number | null
  channel_id: string | null
  undo_until: number | null
}

export type GroupMembershipsTable = {
  id: string
  organization_id: string
  group_id: string
  account_id: string
  is_shared: Flag
  joined_at: number
  left_at: number | null
}
