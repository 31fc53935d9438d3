import { stateAt } from '#domain/invitation/expiry.ts'
import { codeKey, whyDead } from '#domain/invitation/invitation-code.ts'
import { findEmailInvitationByToken, markEmailInvitationSeen } from '#store/email-invitation-store.ts'
import { findCodeByHash } from '#store/invitation-code-store.ts'
import { findOrganizationBySlackTeam } from '#store/organization-store.ts'
import type { Engine } from '../perform.ts'
import { hashOfCode } from './secret-code.ts'

/** The club that a link leads to; null when it lets nobody in, whyever: a page for strangers tells no more. */
export async function openJoinLink(
  engine: Pick<Engine, 'db' | 'businessNow'>,
  slackTeamId: string,
  typed: string,
): Promise<{ clubName: string } | null> {
  const organization = await findOrganizationBySlackTeam(engine.db, slackTeamId)
  if (!organization || codeKey(typed) === '') return null
  const now = engine.businessNow()
  const hash = hashOfCode(typed)
  const code = await findCodeByHash(engine.db, organization.id, hash)
  if (code) return whyDead(code, now) === null ? { clubName: organization.name } : null
  const personal = await findEmailInvitationByToken(engine.db, organization.id, hash)
  if (!personal || stateAt(personal, now) !== 'pending') return null
  if (personal.seenAt === null) {
    await engine.db
      .transaction()
      .execute(tx => markEmailInvitationSeen(tx, organization.id, personal.id, now))
  }
  return { clubName: organization.name }
}
