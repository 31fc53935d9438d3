import { randomBytes } from 'node:crypto'
import { hasUnusedClaimCode, replaceClaimCode } from '#store/claim-code-store.ts'
import { findHeadCoach, findOrganizationBySlackTeam } from '#store/organization-store.ts'
import type { Engine } from '../perform.ts'
import { hashOfClaimCode } from './claim-organization.ts'

/** Letters and digits that nobody mistakes for one another. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/**
 * Makes the one-time code (130 bits) of a workspace that nobody has claimed; null when there is a head coach, or an
 * earlier code still waits and `isRenewed` is false (it was printed then, and only its hash is kept).
 */
export async function ensureClaimCode(
  engine: Pick<Engine, 'db' | 'realNow'>,
  slackTeamId: string,
  isRenewed: boolean,
): Promise<{ code: string | null; isClaimed: boolean }> {
  const organization = await findOrganizationBySlackTeam(engine.db, slackTeamId)
  if (organization && (await findHeadCoach(engine.db, organization.id)))
    return { code: null, isClaimed: true }
  if (!isRenewed && (await hasUnusedClaimCode(engine.db))) return { code: null, isClaimed: false }
  const letters = [...randomBytes(26)].map(byte => ALPHABET[byte % ALPHABET.length]).join('')
  const code = letters.match(/.{1,5}/g)?.join('-') ?? letters
  await replaceClaimCode(engine.db, hashOfClaimCode(code), engine.realNow())
  return { code, isClaimed: false }
}
