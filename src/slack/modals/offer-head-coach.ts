import { requireHeadCoach } from '#domain/organization/policy.ts'
import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { offerHeadCoach } from '#usecases/organization/offer-head-coach.ts'
import { whoAmI } from '#usecases/organization/who-am-i.ts'
import { TRANSFER_FORM, transferForm } from '#views/coach-forms.ts'
import { headCoachOfferSent } from '#views/coaches.ts'
import type { ModalView } from '#views/message.ts'
import { modalView } from '#views/modal.ts'
import { inPlain } from '#views/mrkdwn.ts'
import { refusalInWords } from '#views/refusal.ts'
import type { SlackContext } from '../kit/context.ts'
import { type FieldErrors, modal, noMeta } from '../kit/modal.ts'
import { type NamedPerson, peopleNamed } from '../people-named.ts'

/** The question that the head coach confirms, with somebody chosen already or nobody. */
export async function transferView(
  context: SlackContext,
  slackUserId: string | null,
): Promise<Result<ModalView, Refusal>> {
  const me = await ask(context.deps.engine, context.who, whoAmI, {})
  if (!me.ok) return me
  const head = requireHeadCoach(me.value)
  return head.ok ? ok(transferForm(slackUserId)) : head
}

export const offerHeadCoachModal = modal({
  callbackId: 'offer-head-coach',
  meta: noMeta,
  async read(values, _meta, context): Promise<Result<{ member: NamedPerson }, FieldErrors>> {
    const chosen = values.text(TRANSFER_FORM.person)
    const people = await peopleNamed(context, chosen === null ? [] : [chosen])
    if (!people.ok) return refuse({ [TRANSFER_FORM.person]: inPlain(refusalInWords(people.refusal)) })
    const [member] = people.value
    return member ? ok({ member }) : refuse({ [TRANSFER_FORM.person]: 'Choose somebody.' })
  },
  useCase: offerHeadCoach,
  fieldOf: refusal =>
    refusal.code === 'not-the-head-coach' || refusal.code === 'suspended' || refusal.code === 'not-a-member'
      ? null
      : TRANSFER_FORM.person,
  done: done =>
    modalView({
      callbackId: 'head-coach-offered',
      title: 'Offered',
      blocks: headCoachOfferSent(done).blocks,
    }),
})
