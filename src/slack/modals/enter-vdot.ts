import { z } from 'zod'
import { enterVdot } from '#usecases/metrics/enter-vdot.ts'
import { modalView } from '#views/modal.ts'
import { pacesShown } from '#views/paces.ts'
import { VDOT_FORM } from '#views/vdot-form.ts'
import { modal, noMeta, readForm } from '../kit/modal.ts'

const fields = z.object({
  [VDOT_FORM.performance]: z.string({ error: 'Type a distance and a time, such as 5km 21:00.' }),
})

export const enterVdotModal = modal({
  callbackId: 'enter-vdot',
  meta: noMeta,
  read(values) {
    const form = readForm(fields, values.all())
    if (!form.ok) return form
    return { ok: true, value: { athlete: null, text: form.value[VDOT_FORM.performance] ?? '' } }
  },
  useCase: enterVdot,
  fieldOf: () => VDOT_FORM.performance,
  done: card =>
    modalView({
      callbackId: 'vdot-entered',
      title: 'My paces',
      // A modal's button cannot say anything to the presser alone.
      blocks: pacesShown(card).blocks.filter(block => block.type !== 'actions'),
    }),
})
