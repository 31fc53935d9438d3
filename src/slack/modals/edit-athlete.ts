import { z } from 'zod'
import { ask } from '#usecases/ask.ts'
import { perform } from '#usecases/perform.ts'
import { editAthlete } from '#usecases/roster/edit-athlete.ts'
import { showAthlete } from '#usecases/roster/show-athlete.ts'
import { ATHLETE_FORM, athleteEditedModal, editAthleteForm } from '#views/athlete-form.ts'
import { inPlain } from '#views/mrkdwn.ts'
import { refusalInWords } from '#views/refusal.ts'
import { refusedModal } from '#views/refused.ts'
import type { Modal } from '../kit/modal.ts'

const metaSchema = z.object({ accountId: z.string(), version: z.number() })

const FIELDS: Partial<Record<string, string>> = {
  'nickname-too-long': ATHLETE_FORM.nickname,
  'level-too-long': ATHLETE_FORM.level,
  'label-malformed': ATHLETE_FORM.labels,
  'too-many-labels': ATHLETE_FORM.labels,
}

/** Saves what a coach typed; when another coach was quicker, shows both and asks again. */
export const editAthleteModal: Modal = {
  callbackId: 'edit-athlete',
  async submit(context, values, rawMeta) {
    const { accountId, version } = metaSchema.parse(rawMeta)
    const typed = {
      nickname: values.text(ATHLETE_FORM.nickname) ?? '',
      memberLevel: values.text(ATHLETE_FORM.level) ?? '',
      labels: values.text(ATHLETE_FORM.labels) ?? '',
    }
    const done = await perform(context.deps.engine, { who: context.who, surface: 'modal' }, editAthlete, {
      accountId,
      typed,
      seenVersion: version,
    })
    if (done.ok) {
      const { name, before, after } = done.value
      return { kind: 'update', view: athleteEditedModal(name, before, after) }
    }
    if (done.refusal.code === 'athlete-changed-meanwhile') {
      const card = await ask(context.deps.engine, context.who, showAthlete, { accountId })
      if (card.ok) return { kind: 'update', view: editAthleteForm(card.value, typed) }
    }
    const field = FIELDS[done.refusal.code]
    const said = refusalInWords(done.refusal)
    if (field) return { kind: 'errors', errors: { [field]: inPlain(said) } }
    return { kind: 'update', view: refusedModal(said) }
  },
}
