import { findHeadCoach, listOrganizations } from '#store/organization-store.ts'
import { ensureClaimCode } from '#usecases/organization/ensure-claim-code.ts'
import type { Engine } from '#usecases/perform.ts'

/** Replaces the one-time code, which is kept only as a hash and so cannot be printed again. Throws once it is used. */
export async function renewClaimCode(engine: Pick<Engine, 'db' | 'realNow'>): Promise<string> {
  const [organization] = await listOrganizations(engine.db)
  if (organization && (await findHeadCoach(engine.db, organization.id))) {
    throw new Error(`${organization.name} has a head coach already`)
  }
  const { code } = await ensureClaimCode(engine, organization?.slackTeamId ?? '', true)
  return `Whoever is to be head coach types this in Slack, once; any earlier code is void:\n  /astral claim ${code}`
}
