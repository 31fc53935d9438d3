import type { CoachRefusal } from '#domain/organization/organization-refusal.ts'
import { type AccessRefusal, requireActiveMember } from '#domain/organization/policy.ts'
import type { ChangeRequest } from '#domain/plan/living/change-request.ts'
import { CHANGE_NOTE_MAX } from '#domain/plan/living/change-request.ts'
import type { LivingRefusal } from '#domain/plan/living/living-refusal.ts'
import { inverse } from '#domain/plan/living/session-edit.ts'
import type { AccountId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { answerChangeRequest, findChangeRequest, noteChangeRequest } from '#store/change-request-store.ts'
import { findRest } from '#store/quiet-hours-store.ts'
import type { Done, UnitOfWork } from '../../perform.ts'
import { changeEvent, checkEdits, coaches, coachesToTell, type Owner, writeEdits } from './edit-sessions.ts'

export type AnswerChange = { requestId: string; answer: 'ok' | 'no' | 'undone' }
export type ChangeAnswered = { request: ChangeRequest; answer: AnswerChange['answer']; isAthlete: boolean }
type AnswerRefusal = AccessRefusal | LivingRefusal | CoachRefusal

/**
 * One answer to a change counts. The athlete says to what a coach did whether it works; a coach says yes or no to what the
 * athlete asks, and puts back what does not work.
 */
export async function answerChange(
  unit: UnitOfWork,
  { requestId, answer }: AnswerChange,
): Promise<Result<Done<ChangeAnswered>, AnswerRefusal>> {
  const { tx, actor, now, newId } = unit
  const member = requireActiveMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId: byId } = member.value
  const request = await findChangeRequest(tx, organizationId, requestId)
  if (!request) return refuse({ code: 'change-unknown' })
  const isAthlete = request.accountId === byId
  const isCoach = await coaches(tx, organizationId, member.value, request.accountId)
  const isAthletes = request.kind === 'told' && answer !== 'undone'
  if (isAthletes ? !isAthlete : !isCoach) return refuse({ code: 'change-unknown' })
  if (!isOpenFor(request, answer)) return refuse({ code: 'change-answered' })
  const { zone } = await findRest(tx, organizationId, request.accountId)
  const owner: Owner = { organizationId, accountId: request.accountId, zone }
  const edits =
    answer === 'undone'
      ? inverse(request.edits)
      : request.kind === 'asked' && answer === 'ok'
        ? request.edits
        : []
  if (edits.length > 0) {
    const checked = await checkEdits(unit, owner, edits)
    if (!checked.ok) return checked
    await writeEdits(unit, owner, edits)
  }
  if (!(await answerChangeRequest(tx, request, { state: answer, by: byId, at: now }))) {
    return refuse({ code: 'change-answered' })
  }
  const answered: ChangeRequest = { ...request, state: answer }
  const tell: AccountId[] = isAthletes ? [request.askedBy] : [request.accountId]
  return ok({
    value: { request: answered, answer, isAthlete },
    events: [changeEvent(answered, answer, byId, tell, newId())],
  })
}

function isOpenFor({ kind, state }: ChangeRequest, answer: AnswerChange['answer']): boolean {
  if (answer !== 'undone') return kind !== 'moved' && state === 'open'
  return (kind === 'told' && state === 'no') || (kind === 'moved' && state === 'open')
}

/** The athlete writes to the coach about a change; the coach gets it as a direct message. */
export async function askAboutChange(
  { tx, actor, newId }: UnitOfWork,
  { requestId, text }: { requestId: string; text: string },
): Promise<Result<Done<{ request: ChangeRequest }>, AnswerRefusal>> {
  const member = requireActiveMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId: byId } = member.value
  const request = await findChangeRequest(tx, organizationId, requestId)
  if (!request || request.accountId !== byId) return refuse({ code: 'change-unknown' })
  const note = text.trim()
  if (note === '') return refuse({ code: 'question-empty' })
  if (note.length > CHANGE_NOTE_MAX) return refuse({ code: 'question-too-long', limit: CHANGE_NOTE_MAX })
  await noteChangeRequest(tx, request, note)
  const owner = { organizationId, accountId: byId, zone: member.value.zone }
  const tell =
    request.askedBy === byId
      ? await coachesToTell(tx, owner, request.edits[0]?.enrollmentId ?? '')
      : [request.askedBy]
  return ok({ value: { request }, events: [changeEvent(request, 'question', byId, tell, newId())] })
}
