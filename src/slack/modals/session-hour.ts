import { ok } from '#kernel/result.ts'
import { setSessionHour } from '#usecases/plan/living/set-session-hour.ts'
import { HOUR_FORM, sessionHourSetModal } from '#views/session-hour.ts'
import { modal, noMeta } from '../kit/modal.ts'

export const sessionHourModal = modal({
  callbackId: 'session-hour',
  meta: noMeta,
  read: values =>
    ok({
      isOn: values.text(HOUR_FORM.on) !== 'off',
      time: values.text(HOUR_FORM.time) ?? '',
      isEveningBefore: values.text(HOUR_FORM.day) === 'evening',
      onRestDays: values.list(HOUR_FORM.rest).includes('rest'),
    }),
  useCase: setSessionHour,
  fieldOf: refusal => (refusal.code === 'session-time-wrong' ? HOUR_FORM.time : null),
  done: sessionHourSetModal,
})
