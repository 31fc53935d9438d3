import type { Flag } from './schema-columns.ts'

export type AuditEntriesTable = {
  organization_id: string
  seq: number
  at: number
  actor_kind: string
  actor_id: string | null
  surface: string
  action: string
  target_kind: string
  target_id: string
  subject_id: string | null
  is_visible_to_subject: Flag
  detail_hash: string
  prev_hash: string
  hash: string
}

export type AuditDetailsTable = {
  organization_id: string
  seq: number
  salt: string
  detail_json: string
}

export type AuditHeadsTable = {
  organization_id: string
  seq: number
  hash: string
}
