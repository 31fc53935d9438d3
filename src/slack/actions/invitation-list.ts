import { z } from 'zod'
import { resendInvitation } from '#usecases/invitation/resend-invitation.ts'
import { revokeInvitation } from '#usecases/invitation/revoke-invitation.ts'
import { perform } from '#usecases/perform.ts'
import { invitedByEmail } from '#views/email-invitation.ts'
import { INVITATION_LIST_ACTIONS, invitedAgain } from '#views/invitation-list.ts'
import { words } from '#views/message.ts'
import { refusalInWords } from '#views/refusal.ts'
import { invitationsMessage } from '../invitations-message.ts'
import { type Action, freeAction, type Pressed } from '../kit/button.ts'
import type { SlackContext } from '../kit/context.ts'

const which = z
  .string()
  .regex(/^(slack|email|code):.+$/)
  .transform(text => {
    const [kind = '', ...id] = text.split(':')
    return { kind: z.enum(['slack', 'email', 'code']).parse(kind), id: id.join(':') }
  })
const offset = z.coerce.number().int().min(0).max(1_000_000)

const stale = (): Pressed => ({ say: words(refusalInWords({ code: 'stale-button' })) })

const resendButton = freeAction(INVITATION_LIST_ACTIONS.resend, async (context, value) => {
  const target = which.safeParse(value)
  if (!target.success || target.data.kind === 'code') return stale()
  const { kind, id } = target.data
  const { engine, inviting } = context.deps
  const { isMailed, publicUrl } = inviting
  const done = await perform(engine, { who: context.who, surface: 'button' }, resendInvitation, {
    kind,
    id,
    isMailed,
  })
  if (!done.ok) return { say: words(refusalInWords(done.refusal)) }
  const { value: sent } = done
  return {
    say:
      sent.kind === 'slack' ? invitedAgain(sent.name) : invitedByEmail(sent, { publicUrl, mayMatch: true }),
  }
})

const revokeButton = freeAction(INVITATION_LIST_ACTIONS.revoke, async (context, value) => {
  const target = which.safeParse(value)
  if (!target.success) return stale()
  const done = await perform(
    context.deps.engine,
    { who: context.who, surface: 'button' },
    revokeInvitation,
    target.data,
  )
  if (!done.ok) return { say: words(refusalInWords(done.refusal)) }
  return page(context, '0')
})

async function page(context: SlackContext, value: string): Promise<Pressed> {
  const message = await invitationsMessage(context, offset.catch(0).parse(value))
  return message.ok ? { replace: message.value } : { say: words(refusalInWords(message.refusal)) }
}

/** Send again, revoke, and turning pages. */
export const invitationListButtons: readonly Action[] = [
  resendButton,
  revokeButton,
  freeAction(INVITATION_LIST_ACTIONS.page, page),
  freeAction(INVITATION_LIST_ACTIONS.pageBack, page),
]
