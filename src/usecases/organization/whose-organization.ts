import type { OrganizationId } from '#kernel/ids.ts'
import type { Reading } from '#store/db.ts'
import { findOrganizationBySlackTeam } from '#store/organization-store.ts'

/** The club of a workspace; null while nobody has claimed it. */
export async function whoseOrganization(db: Reading, slackTeamId: string): Promise<OrganizationId | null> {
  return (await findOrganizationBySlackTeam(db, slackTeamId))?.id ?? null
}
