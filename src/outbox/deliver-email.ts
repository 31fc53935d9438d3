import { z } from 'zod'
import type { OrganizationId } from '#kernel/ids.ts'
import { markOutboxSent, type OutboxRow, postponeOutboxRow } from '#store/outbox-store.ts'
import { prepareEmail } from '#usecases/invitation/prepare-email.ts'
import { recordFailure } from '#usecases/outbox/record-failure.ts'
import { perform } from '#usecases/perform.ts'
import { emailLetter } from '#views/email-invitation.ts'
import type { Delivering } from './delivering.ts'
import { mailFailureOf } from './send-email.ts'
import { backOff } from './send-post.ts'

const payload = z.object({ emailInvitationId: z.string() })

/** With pauses that grow to a quarter of an hour this is about five hours. */
const MOST_ATTEMPTS = 24

/**
 * Sends the mail a row asks for. Slack is not asked about it, and a mail whose answer was lost is sent again: twice is
 * better than never, and the later one has the token that is good.
 */
export async function deliverEmail(deps: Delivering, row: OutboxRow): Promise<void> {
  const { engine, mail, logger } = deps
  if (row.attempt > MOST_ATTEMPTS) return giveUp(deps, row, row.error_class ?? 'gave-up')
  if (!mail) return giveUp(deps, row, 'no-mail-server')
  const { emailInvitationId } = payload.parse(JSON.parse(row.payload_json))
  const who = { kind: 'system', organizationId: row.organization_id as OrganizationId } as const
  const prepared = await perform(engine, { who, surface: 'clock' }, prepareEmail, { emailInvitationId })
  if (!prepared.ok) {
    await markOutboxSent(engine.db, row, null)
    return
  }
  const { card, token } = prepared.value
  try {
    const letter = emailLetter(card, token, mail.publicUrl)
    await mail.mailer.send({ to: card.address, toName: card.firstName, ...letter })
    await markOutboxSent(engine.db, row, null)
  } catch (error) {
    const failure = mailFailureOf(error)
    logger.warn('a mail was not accepted', { outbox: row.id, attempt: row.attempt, code: failure.code })
    if (failure.kind === 'permanent') return giveUp(deps, row, failure.code)
    const notBefore = backOff(engine.realNow(), row.attempt)
    await postponeOutboxRow(engine.db, row, { notBefore, errorClass: failure.code })
  }
}

async function giveUp({ engine, logger }: Delivering, row: OutboxRow, error: string): Promise<void> {
  logger.error('a mail was given up', { outbox: row.id, error })
  const who = { kind: 'system', organizationId: row.organization_id as OrganizationId } as const
  await perform(engine, { who, surface: 'clock' }, recordFailure, {
    row,
    state: 'failed',
    error,
    isPlaceClosed: false,
  })
}
