import { ok } from '#kernel/result.ts'
import { invitationsMessage } from '../invitations-message.ts'
import { freeCommand } from '../kit/subcommand.ts'

export const listInvitationsCommand = freeCommand({
  name: 'invitations',
  usage: 'invitations',
  summary: 'Who was asked and has not answered, and the codes',
  example: 'invitations',
  audience: 'coach',
  async answer(context) {
    const message = await invitationsMessage(context, 0)
    return message.ok ? ok({ kind: 'message', message: message.value }) : message
  },
})
