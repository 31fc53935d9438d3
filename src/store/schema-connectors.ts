export type ConnectionsTable = {
  organization_id: string
  account_id: string
  source: string
  secret_hash: string | null
  external_id: string | null
  connected_at: number
  last_received_at: number | null
}

/** `sealed` is opened by the vault alone. */
export type ConnectionSecretsTable = {
  organization_id: string
  account_id: string
  kind: string
  sealed: string
  updated_at: number
}

export type OauthStatesTable = {
  state_hash: string
  organization_id: string
  account_id: string
  expires_at: number
}

export type ReceivedActivitiesTable = {
  organization_id: string
  account_id: string
  source: string
  external_id: string
  activity_id: string | null
  received_at: number
}

export type ConnectorJobsTable = {
  id: string
  organization_id: string
  account_id: string
  kind: string
  payload_json: string
  dedupe_key: string
  attempts: number
  due_at: number
  created_at: number
}
