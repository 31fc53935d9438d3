import { requireCoach } from '#domain/organization/policy.ts'
import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { whoAmI } from '#usecases/organization/who-am-i.ts'
import { showAthlete } from '#usecases/roster/show-athlete.ts'
import { athleteCardModal } from '#views/athlete-card.ts'
import type { ModalView } from '#views/message.ts'
import { inPlain } from '#views/mrkdwn.ts'
import { PICK_ATHLETE_FORM, pickAthleteForm } from '#views/pick-athlete-form.ts'
import { refusalInWords } from '#views/refusal.ts'
import type { SlackContext } from '../kit/context.ts'
import type { Modal } from '../kit/modal.ts'

/** Whose profile? For coaches. */
export async function pickAthleteView(context: SlackContext): Promise<Result<ModalView, Refusal>> {
  const me = await ask(context.deps.engine, context.who, whoAmI, {})
  if (!me.ok) return me
  const coach = requireCoach(me.value)
  return coach.ok ? ok(pickAthleteForm()) : coach
}

export const pickAthleteModal: Modal = {
  callbackId: 'pick-athlete',
  async submit(context, values) {
    const field = PICK_ATHLETE_FORM.athlete
    const accountId = values.text(field)
    if (accountId === null) return { kind: 'errors', errors: { [field]: 'Choose an athlete.' } }
    const card = await ask(context.deps.engine, context.who, showAthlete, { accountId })
    if (card.ok) return { kind: 'update', view: athleteCardModal(card.value, context.units) }
    return { kind: 'errors', errors: { [field]: inPlain(refusalInWords(card.refusal)) } }
  },
}
