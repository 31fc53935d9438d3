import { requireHeadCoach } from '#domain/organization/policy.ts'
import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { type AssignAthletes, assignAthletes } from '#usecases/organization/assign-athletes.ts'
import { listCoachesFor } from '#usecases/organization/list-coaches-for.ts'
import { whoAmI } from '#usecases/organization/who-am-i.ts'
import { ASSIGN_FORM, assignForm } from '#views/coach-forms.ts'
import { athletesAssigned } from '#views/coaches.ts'
import type { ModalView } from '#views/message.ts'
import { modalView } from '#views/modal.ts'
import type { SlackContext } from '../kit/context.ts'
import { type FieldErrors, modal, noMeta } from '../kit/modal.ts'

/** The form, for the head coach. */
export async function assignAthletesView(
  context: SlackContext,
  isAssigned: boolean,
): Promise<Result<ModalView, Refusal>> {
  const { engine } = context.deps
  const me = await ask(engine, context.who, whoAmI, {})
  if (!me.ok) return me
  const head = requireHeadCoach(me.value)
  if (!head.ok) return head
  const coaches = await ask(engine, context.who, listCoachesFor, {})
  if (!coaches.ok) return coaches
  return ok(assignForm(coaches.value.coaches, isAssigned))
}

export const assignAthletesModal = modal({
  callbackId: 'assign-athletes',
  meta: noMeta,
  read(values): Result<AssignAthletes, FieldErrors> {
    const coachId = values.text(ASSIGN_FORM.coach)
    if (coachId === null) return refuse({ [ASSIGN_FORM.coach]: 'Choose a coach.' })
    const groupId = values.text(ASSIGN_FORM.group)
    const ids = values.list(ASSIGN_FORM.athletes)
    if (ids.length === 0 && groupId === null) {
      return refuse({ [ASSIGN_FORM.athletes]: 'Choose athletes, or a group below.' })
    }
    return ok({
      coach: { accountId: coachId },
      athletes: ids.map(accountId => ({ accountId })),
      group: groupId === null ? null : { groupId },
      isAssigned: values.text(ASSIGN_FORM.what) !== 'unassign',
    })
  },
  useCase: assignAthletes,
  fieldOf: refusal => {
    switch (refusal.code) {
      case 'not-a-coach-of-the-club':
      case 'coach-suspended':
        return ASSIGN_FORM.coach
      case 'group-gone':
        return ASSIGN_FORM.group
      case 'person-not-in-club':
      case 'not-an-athlete-of-the-club':
      case 'own-athlete':
      case 'assigned-already':
      case 'none-assigned':
      case 'nobody-named':
        return ASSIGN_FORM.athletes
      default:
        return null
    }
  },
  done: done => modalView({ callbackId: 'assigned', title: 'Saved', blocks: athletesAssigned(done).blocks }),
})
