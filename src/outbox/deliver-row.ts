import type { OrganizationId } from '#kernel/ids.ts'
import { instant } from '#kernel/instant.ts'
import {
  freeOutboxKey,
  markOutboxPulledBack,
  markOutboxSent,
  type OutboxRow,
  postponeOutboxRow,
} from '#store/outbox-store.ts'
import { recordFailure } from '#usecases/outbox/record-failure.ts'
import { perform } from '#usecases/perform.ts'
import { deleteChart } from './chart-file.ts'
import { deliverEmail } from './deliver-email.ts'
import type { Drawing } from './deliveries/delivery.ts'
import { DELIVERIES } from './deliveries/delivery-table.ts'
import type { Delivering } from './delivering.ts'
import { failureOf, isPlaceClosed, platformErrorOf } from './failure.ts'
import { findPosted } from './find-posted.ts'
import { isPerson } from './recipient.ts'
import { redrawPost } from './redraw-post.ts'
import { sendFile } from './send-file.ts'
import { backOff, discardPicture, sendPost, takeTurn } from './send-post.ts'

/** With pauses that grow to a quarter of an hour this is about five hours; then a person has to look. */
const MOST_ATTEMPTS = 24

/**
 * Does what a claimed row asks for, once: looks whether it was done already, draws it, sends it, and writes down how it
 * went. Never throws for Slack's sake; what cannot be written down is thrown and the row stays leased until it settles.
 */
export async function deliverRow(deps: Delivering, row: OutboxRow): Promise<void> {
  if (row.kind === 'email') return deliverEmail(deps, row)
  let isRepeat = false
  if (row.is_uncertain === 1) {
    const found = await findPosted(deps.client, row, await threadOf(deps, row))
    if (found.kind === 'posted') {
      await markOutboxSent(deps.engine.db, row, found)
      return
    }
    if (found.kind === 'unknown') return postpone(deps, row, found.code, true)
    if (found.kind === 'unreadable') {
      if (!isPerson(row.recipient)) return giveUp(deps, row, 'needs-human', row.error_class ?? 'uncertain')
      isRepeat = true
    }
  }
  if (row.attempt > MOST_ATTEMPTS) {
    if (row.is_uncertain === 0) await discardPicture(deps, row)
    return giveUp(deps, row, 'failed', row.error_class ?? 'gave-up')
  }
  const drawing = await draw(deps, row)
  if (drawing === null) return
  if (drawing === 'skip') {
    await discardPicture(deps, row)
    await markOutboxSent(deps.engine.db, row, null)
    await freeOutboxKey(deps.engine.db, row)
  } else if (drawing.kind === 'removal') {
    await discardPicture(deps, row)
    await remove(deps, row, drawing)
  } else {
    await send(deps, row, drawing, isRepeat)
  }
}

async function threadOf(deps: Delivering, row: OutboxRow): Promise<string | null> {
  const delivery = DELIVERIES.find(candidate => candidate.kind === row.kind)
  const at = { db: deps.engine.db, organizationId: row.organization_id as OrganizationId }
  return (await delivery?.threadOf?.(at, JSON.parse(row.payload_json))) ?? null
}

/** Null when it could not be drawn: a bug, which a repaired program may still send. */
async function draw(deps: Delivering, row: OutboxRow): Promise<Drawing | null> {
  const delivery = DELIVERIES.find(candidate => candidate.kind === row.kind)
  try {
    if (!delivery) throw new Error(`no delivery draws ${row.kind}`)
    return await delivery.draw(
      {
        db: deps.engine.db,
        organizationId: row.organization_id as OrganizationId,
        outboxId: row.id,
        now: deps.engine.businessNow(),
        exportData: deps.exportData,
      },
      JSON.parse(row.payload_json),
    )
  } catch (error) {
    deps.logger.error('a message could not be drawn', {
      outbox: row.id,
      kind: row.kind,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
    await postpone(deps, row, 'not-drawn')
    return null
  }
}

async function send(
  deps: Delivering,
  row: OutboxRow,
  drawing: Exclude<Drawing, 'skip' | { kind: 'removal' }>,
  isRepeat: boolean,
): Promise<void> {
  try {
    const sent = await sendDrawing(deps, row, drawing, isRepeat)
    if (sent.kind === 'removal') await remove(deps, row, sent)
    else if (sent.kind === 'too-late') await postpone(deps, row, 'too-late')
    else await markOutboxSent(deps.engine.db, row, sent.kind === 'posted' ? sent : null)
  } catch (error) {
    const failure = failureOf(error)
    deps.logger.warn('a message was not accepted', {
      outbox: row.id,
      kind: row.kind,
      attempt: row.attempt,
      failure: failure.kind,
      code: failure.code,
      ...(failure.code === 'unexpected' ? { error: String(error) } : {}),
    })
    // An unknown outcome stays as it is: when the lease settles, the next sender looks before it sends.
    if (failure.kind === 'permanent') {
      await discardPicture(deps, row)
      await giveUp(deps, row, 'failed', failure.code)
    } else if (failure.kind === 'transient') await postpone(deps, row, failure.code)
    else if (failure.kind === 'rate-limited') await pause(deps, row, failure.retryAfterMs)
  }
}

async function sendDrawing(
  deps: Delivering,
  row: OutboxRow,
  drawing: Exclude<Drawing, 'skip' | { kind: 'removal' }>,
  isRepeat: boolean,
) {
  if (drawing.kind === 'redraw') return redrawPost(deps, row, drawing)
  if (drawing.kind === 'file') return sendFile(deps, row, drawing)
  return sendPost(deps, row, drawing, isRepeat)
}

/** Deleting twice is deleting once, so an unknown outcome is simply tried again. */
async function remove(
  deps: Delivering,
  row: OutboxRow,
  { channelId, ts, fileId, post }: Extract<Drawing, { kind: 'removal' }>,
): Promise<void> {
  await takeTurn(deps, row)
  try {
    await deps.client.chat.delete({ channel: channelId, ts })
  } catch (error) {
    const failure = failureOf(error)
    const isGone = ['message_not_found', 'channel_not_found'].includes(platformErrorOf(error) ?? '')
    if (!isGone) {
      if (failure.kind === 'permanent') return giveUp(deps, row, 'failed', failure.code)
      if (failure.kind === 'rate-limited') return pause(deps, row, failure.retryAfterMs)
      return postpone(deps, row, failure.code)
    }
  }
  if (fileId !== null) await deleteChart(deps, fileId)
  if (post) await forgetPost(deps, post)
  await markOutboxSent(deps.engine.db, row, null)
}

async function forgetPost({ engine }: Delivering, post: OutboxRow): Promise<void> {
  await engine.db.transaction().execute(async tx => {
    await markOutboxPulledBack(tx, post, engine.businessNow())
    await freeOutboxKey(tx, post)
  })
}

async function postpone(
  { engine }: Delivering,
  row: OutboxRow,
  errorClass: string,
  isUncertain = false,
): Promise<void> {
  const notBefore = backOff(engine.realNow(), row.attempt)
  await postponeOutboxRow(engine.db, row, { notBefore, errorClass, isUncertain })
}

async function pause({ engine }: Delivering, row: OutboxRow, ms: number): Promise<void> {
  const notBefore = instant(engine.realNow() + ms)
  await postponeOutboxRow(engine.db, row, { notBefore, errorClass: 'rate_limited' })
}

async function giveUp(
  { engine, logger }: Delivering,
  row: OutboxRow,
  state: 'failed' | 'needs-human',
  error: string,
): Promise<void> {
  logger.error('a message was given up', { outbox: row.id, kind: row.kind, state, error })
  const who = { kind: 'system', organizationId: row.organization_id as OrganizationId } as const
  await perform(engine, { who, surface: 'clock' }, recordFailure, {
    row,
    state,
    error,
    isPlaceClosed: isPlaceClosed(error),
  })
}
