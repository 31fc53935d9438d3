import { z } from 'zod'
import { mondayOf } from '#domain/calendar/local-day.ts'
import type { AvailabilityAnswer } from '#domain/plan/availability/availability.ts'
import { isLocalDay, localDay } from '#kernel/instant.ts'
import { ask } from '#usecases/ask.ts'
import { groupAvailability } from '#usecases/plan/availability/group-availability.ts'
import { answerAvailability, ownAvailability } from '#usecases/plan/availability/own-availability.ts'
import { AVAILABILITY_ACTIONS, availabilityForm, groupAvailabilityShown } from '#views/availability.ts'
import { words } from '#views/message.ts'
import { refusalInWords } from '#views/refusal.ts'
import { type Action, button, freeAction } from '../kit/button.ts'
import type { SlackContext } from '../kit/context.ts'

const day = z.string().refine(isLocalDay).transform(localDay)

/** `2026-11-23 60`, or `-` for no minutes: what a day's button or menu holds. */
const dayValue = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2} (?:[1-9]\d{0,2}|-)$/)
  .refine(text => isLocalDay(text.slice(0, 10)))
  .transform(text => ({
    on: localDay(text.slice(0, 10)),
    minutes: text.endsWith('-') ? null : Number(text.slice(11)),
  }))

function answering(actionId: string, answer: AvailabilityAnswer): Action {
  return button({
    actionId,
    value: dayValue.transform(({ on, minutes }) => ({
      weekOn: mondayOf(on),
      day: { on, answer, minutes: answer === 'no' ? null : minutes },
    })),
    useCase: answerAvailability,
    pressed: week => ({ replace: availabilityForm(week) }),
  })
}

/** How long: for the answer that stands, which the menu does not know. */
const minutesMenu = freeAction(AVAILABILITY_ACTIONS.minutes, async (context, value) => {
  const chosen = dayValue.safeParse(value)
  if (!chosen.success) return { say: words(refusalInWords({ code: 'stale-button' })) }
  const { on, minutes } = chosen.data
  const shown = await ask(context.deps.engine, context.who, ownAvailability, { weekOn: mondayOf(on) })
  const answer = shown.ok ? shown.value.days.find(each => each.on === on)?.answer : undefined
  const press = answering(AVAILABILITY_ACTIONS.minutes, answer === 'maybe' ? 'maybe' : 'yes')
  return press.press(context, `${on} ${minutes ?? '-'}`)
})

async function page(context: SlackContext, value: string) {
  const [groupId = '', on = '', first = ''] = value.split(' ')
  const wanted = { groupId, on: isLocalDay(on) ? on : null }
  const found = await ask(context.deps.engine, context.who, groupAvailability, wanted)
  if (!found.ok) return { say: words(refusalInWords(found.refusal)) }
  return { replace: groupAvailabilityShown(found.value, Math.trunc(Number(first)) || 0) }
}

export const availabilityActions: readonly Action[] = [
  answering(AVAILABILITY_ACTIONS.yes, 'yes'),
  answering(AVAILABILITY_ACTIONS.maybe, 'maybe'),
  answering(AVAILABILITY_ACTIONS.no, 'no'),
  minutesMenu,
  button({
    actionId: AVAILABILITY_ACTIONS.rest,
    value: day.transform(weekOn => ({ weekOn, day: null })),
    useCase: answerAvailability,
    pressed: week => ({ replace: availabilityForm(week) }),
  }),
  freeAction(AVAILABILITY_ACTIONS.page, page),
  freeAction(`${AVAILABILITY_ACTIONS.page}-on`, page),
]
