import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { Message } from '#views/message.ts'
import { calendarShownOrMade, makeCalendarAddress, stopCalendarAddress } from '../calendar-address.ts'
import { type Answer, freeCommand, misuse } from '../kit/subcommand.ts'
import { textOf } from '../kit/words.ts'

export const calendarCommand = freeCommand({
  name: 'calendar',
  usage: 'calendar [new|stop]',
  summary: 'Your planned sessions in your own calendar, at an address of yours alone',
  example: 'calendar',
  audience: 'athlete',
  async answer(context, words) {
    switch (textOf(words).toLowerCase()) {
      case '':
        return said(await calendarShownOrMade(context))
      case 'new':
        return said(await makeCalendarAddress(context, 'command'))
      case 'stop':
        return said(await stopCalendarAddress(context, 'command'))
      default:
        return misuse('Type it alone, or with `new` or `stop`.')
    }
  },
})

function said(message: Result<Message, Refusal>): Result<Answer, Refusal> {
  return message.ok ? ok({ kind: 'message', message: message.value }) : message
}
