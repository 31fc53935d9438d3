import { CALENDAR_ACTIONS } from '#views/calendar-address.ts'
import { words } from '#views/message.ts'
import { refusalInWords } from '#views/refusal.ts'
import { makeCalendarAddress, stopCalendarAddress } from '../calendar-address.ts'
import { type Action, freeAction } from '../kit/button.ts'

const renewButton = freeAction(CALENDAR_ACTIONS.renew, async context => {
  const made = await makeCalendarAddress(context, 'button')
  return made.ok ? { replace: made.value } : { say: words(refusalInWords(made.refusal)) }
})

const stopButton = freeAction(CALENDAR_ACTIONS.stop, async context => {
  const card = await stopCalendarAddress(context, 'button')
  return card.ok ? { replace: card.value } : { say: words(refusalInWords(card.refusal)) }
})

export const calendarButtons: readonly Action[] = [renewButton, stopButton]
