import type { DomainEvent } from '#domain/event.ts'
import type { PersonFacts } from '#domain/invitation/invitation.ts'
import type { SlackTeamId, SlackUserId } from '#kernel/ids.ts'
import type { Zone } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { findAccountBySlackUser, upsertAccount } from '#store/account-store.ts'
import { ERASED_NAME } from '#store/erase-person.ts'
import { findClubMember, updateMemberStatus } from '#store/role-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { outdatedPosts } from '../privacy/outdated-posts.ts'

export type TakeOverPerson = { slackTeamId: SlackTeamId; person: PersonFacts }

/**
 * Takes over what Slack says of somebody Astral knows: name and zone silently. An active member whose account is
 * closed becomes inactive, so that no total counts them, and active again with the account; both are recorded.
 */
export async function takeOverPerson(
  unit: UnitOfWork,
  { slackTeamId, person }: TakeOverPerson,
): Promise<Result<Done<{ isKnown: boolean }>, never>> {
  const { tx, actor, now, newId } = unit
  const account = await findAccountBySlackUser(tx, slackTeamId, person.slackUserId as SlackUserId)
  if (!account || !actor.organizationId) return ok({ value: { isKnown: false }, events: [] })
  const { displayName, isDeactivated, slackUserId } = person
  const facts = {
    slackTeamId,
    slackUserId,
    displayName,
    // Slack says no zone of a closed account.
    zone: isDeactivated ? account.zone : (person.zone as Zone),
    isDeactivated,
    email: person.email ?? null,
  }
  const member = await findClubMember(tx, actor.organizationId, { accountId: account.id })
  // Who deleted their data gets no name again from Slack; only coming back brings it.
  if (!member && account.displayName === ERASED_NAME) return ok({ value: { isKnown: false }, events: [] })
  await upsertAccount(tx, newId, facts, now)
  const isClosed = isDeactivated && member?.status === 'active'
  const isReopened = !isDeactivated && member?.status === 'inactive' && member.deactivatedAt !== null
  if (!member || (!isClosed && !isReopened)) return ok({ value: { isKnown: true }, events: [] })
  const status = isClosed ? 'inactive' : 'active'
  await updateMemberStatus(tx, member, status, isClosed ? now : null)
  const data = { changeId: newId<string>(), memberId: account.id, by: null, cause: 'slack' } as const
  const event: DomainEvent = {
    type: 'member.status-changed',
    organizationId: member.organizationId,
    target: { kind: 'member', id: account.id },
    subjectId: account.id,
    isVisibleToSubject: true,
    before: { ...data, status: member.status },
    after: { ...data, status },
  }
  const { organizationId } = member
  const outdated = await outdatedPosts(unit, { organizationId, accountId: account.id, cause: 'removal' })
  return ok({ value: { isKnown: true }, events: [event, ...outdated] })
}
