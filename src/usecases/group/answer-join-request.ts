import type { DomainEvent } from '#domain/event.ts'
import type { Group, GroupRefusal } from '#domain/group/group.ts'
import { requireGroupEditor } from '#domain/group/group-access.ts'
import type { GroupDeedRefusal } from '#domain/group/group-refusal.ts'
import { decideJoinAnswer, type JoinAnswer } from '#domain/group/join-request.ts'
import { type AccessRefusal, requireActiveMember } from '#domain/organization/policy.ts'
import type { JoinQuestion } from '#domain/plan/template/join-question.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { listAccounts } from '#store/account-store.ts'
import { insertGroupMember } from '#store/group-membership-store.ts'
import { closeJoinRequest, findJoinRequest, listJoinRequestMessages } from '#store/group-request-store.ts'
import { findClubMember } from '#store/role-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { joinQuestion } from '../plan/join-question.ts'
import { membershipEvent } from './group-event.ts'
import { joinRequestEvent, sharingOnEntry } from './join-request-facts.ts'
import { resolveGroupById } from './resolve-group.ts'

export type AnswerJoinRequest = { requestId: string; answer: JoinAnswer }
export type JoinRequestAnswered = {
  group: Group
  askerName: string
  answer: JoinAnswer
  /** What becomes of them where the group is on a plan. */
  joining: JoinQuestion | null
}

/** A coach or the group's owner answers; the first answer counts, and whoever comes second hears which it was. */
export async function answerJoinRequest(
  { tx, actor, now, newId }: UnitOfWork,
  { requestId, answer }: AnswerJoinRequest,
): Promise<Result<Done<JoinRequestAnswered>, AccessRefusal | GroupRefusal | GroupDeedRefusal>> {
  const asker = requireActiveMember(actor)
  if (!asker.ok) return asker
  const { organizationId } = asker.value
  const request = await findJoinRequest(tx, organizationId, requestId)
  if (!request) return refuse({ code: 'join-unknown' })
  const found = await resolveGroupById(tx, actor, request.groupId)
  if (!found.ok) return found
  const group = found.value
  const editor = requireGroupEditor(actor, group)
  if (!editor.ok) return editor
  const names = await listAccounts(tx, organizationId, [
    request.accountId,
    ...(request.answeredBy ? [request.answeredBy] : []),
  ])
  const askerName = names.get(request.accountId)?.displayName ?? 'Somebody'
  const decided = decideJoinAnswer(request, { state: answer, by: editor.value.accountId, now })
  if (!decided.ok) {
    const { refusal } = decided
    if (refusal.code !== 'join-answered' || !refusal.byId) return decided
    return refuse({ ...refusal, byName: names.get(refusal.byId)?.displayName ?? null })
  }
  const member = await findClubMember(tx, organizationId, { accountId: request.accountId })
  if (answer === 'approved' && (!member || member.status === 'suspended')) {
    return refuse({ code: 'asker-left', name: askerName })
  }
  if (!(await closeJoinRequest(tx, decided.value))) return refuse({ code: 'join-unknown' })
  const messages = await listJoinRequestMessages(tx, organizationId, requestId)
  const events: DomainEvent[] = []
  if (answer === 'approved' && member) {
    const { accountId } = member
    const isShared = await sharingOnEntry(tx, group, member)
    // Somebody may have put them in since they asked: then there is nothing left but to say so.
    const isNew = await insertGroupMember(tx, newId, {
      organizationId,
      groupId: group.id,
      accountId,
      isShared,
      joinedAt: now,
    })
    if (isNew) events.push(membershipEvent('group.members-added', group, { accountId, how: 'asked' }, newId))
  }
  events.push(joinRequestEvent('group.join-answered', group, decided.value, { approverIds: [], messages }))
  const joining = answer === 'approved' ? await joinQuestion(tx, actor, group, now) : null
  return ok({ value: { group, askerName, answer, joining }, events })
}
