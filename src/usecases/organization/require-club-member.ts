import type { MembershipRefusal } from '#domain/refusal.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Reading } from '#store/db.ts'
import { type ClubMember, findClubMember } from '#store/role-store.ts'

/** Somebody of the club, by account, or by Slack id with the name to say when they are not in it. */
export type NamedMember = { accountId: string } | { slackUserId: string; name: string }

export async function requireClubMember(
  db: Reading,
  organizationId: OrganizationId,
  who: NamedMember,
): Promise<Result<ClubMember, Extract<MembershipRefusal, { code: 'person-not-in-club' }>>> {
  const member = await findClubMember(db, organizationId, who)
  if (member) return ok(member)
  return refuse({ code: 'person-not-in-club', name: 'name' in who ? who.name : 'That person' })
}
