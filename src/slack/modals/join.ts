import { z } from 'zod'
import { refuse } from '#kernel/result.ts'
import { joinByCode } from '#usecases/invitation/join-by-code.ts'
import { section } from '#views/blocks.ts'
import { askedInDm, codeJoined } from '#views/invitation-code.ts'
import { JOIN_FORM, joinAnswerForm } from '#views/join-form.ts'
import { modalView } from '#views/modal.ts'
import { inPlain } from '#views/mrkdwn.ts'
import { refusalInWords } from '#views/refusal.ts'
import { findPerson } from '../directory.ts'
import { type Modal, modal, readForm } from '../kit/modal.ts'
import { typeCode } from '../type-code.ts'

const codeField = z.object({ [JOIN_FORM.code]: z.string({ error: 'Type the code.' }) })
const answerField = z.object({
  [JOIN_FORM.answer]: z.enum(['accept-and-share', 'accept-keep-private'], { error: 'Choose one.' }),
})

/** The code first; what it leads to and the question come in the same window. */
export const joinModal: Modal = {
  callbackId: 'join',
  async submit(context, values) {
    const form = readForm(codeField, values.all())
    if (!form.ok) return { kind: 'errors', errors: form.refusal }
    const entered = await typeCode(context, 'modal', form.value[JOIN_FORM.code] ?? '')
    if (!entered.ok) {
      return { kind: 'errors', errors: { [JOIN_FORM.code]: inPlain(refusalInWords(entered.refusal)) } }
    }
    return {
      kind: 'update',
      view:
        entered.value.kind === 'offer'
          ? joinAnswerForm(entered.value.offer)
          : modalView({ callbackId: 'joined', title: 'Join', blocks: [section(askedInDm)] }),
    }
  },
}

export const joinAnswerModal = modal({
  callbackId: 'join-answer',
  meta: z.object({ codeId: z.string() }),
  async read(values, { codeId }, context) {
    const form = readForm(answerField, values.all())
    if (!form.ok) return form
    const person = await findPerson(context.client, context.teamId, context.userId)
    if (!person.ok) return refuse({ [JOIN_FORM.answer]: inPlain(refusalInWords(person.refusal)) })
    const answer = form.value[JOIN_FORM.answer] ?? 'accept-keep-private'
    return { ok: true, value: { codeId, answer, person: person.value } }
  },
  useCase: joinByCode,
  fieldOf: () => null,
  done: joined => modalView({ callbackId: 'joined', title: 'Welcome', blocks: codeJoined(joined).blocks }),
})
