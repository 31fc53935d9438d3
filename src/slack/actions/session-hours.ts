import { z } from 'zod'
import { OFFERED_HOURS } from '#domain/plan/living/session-hour.ts'
import { ask } from '#usecases/ask.ts'
import { setSessionHour, showSessionHour } from '#usecases/plan/living/set-session-hour.ts'
import { words } from '#views/message.ts'
import { refusalInWords } from '#views/refusal.ts'
import { HOUR_ACTIONS, sessionHourForm, sessionHourSet } from '#views/session-hour.ts'
import { button, freeAction } from '../kit/button.ts'

const chosen = z
  .string()
  .regex(/^\d\d:\d\d (morning|evening)$/)
  .transform(value => ({ isOn: true, time: value.slice(0, 5), isEveningBefore: value.endsWith('evening') }))

export const sessionHourButtons = [
  ...OFFERED_HOURS.map((_, index) =>
    button({
      actionId: `${HOUR_ACTIONS.choose}-${index}`,
      value: chosen,
      useCase: setSessionHour,
      pressed: own => ({ replace: sessionHourSet(own) }),
    }),
  ),
  button({
    actionId: HOUR_ACTIONS.never,
    value: z.string().transform(() => ({ isOn: false, time: '06:00', isEveningBefore: false })),
    useCase: setSessionHour,
    pressed: own => ({ replace: sessionHourSet(own) }),
  }),
  freeAction(HOUR_ACTIONS.open, async context => {
    const own = await ask(context.deps.engine, context.who, showSessionHour, {})
    return own.ok ? { open: sessionHourForm(own.value) } : { say: words(refusalInWords(own.refusal)) }
  }),
]
