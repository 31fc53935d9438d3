import type { DomainEvent } from '#domain/event.ts'
import { decidePause } from '#domain/schedule/decide-schedule.ts'
import type { Schedule } from '#domain/schedule/schedule.ts'
import type { AccountId, OrganizationId, OutboxId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Reading } from '#store/db.ts'
import { findInvitation } from '#store/invitation-store.ts'
import { findHeadCoach } from '#store/organization-store.ts'
import { markOutboxFailed, type OutboxRow } from '#store/outbox-store.ts'
import { findSchedule, updateSchedule } from '#store/schedule-store.ts'
import { pauseFeeds } from '../feed/pause-feeds.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { scheduleEvent } from '../schedule/schedule-event.ts'

export type RecordFailure = {
  row: OutboxRow
  /** `needs-human`: nobody but a person can say whether it arrived. */
  state: 'failed' | 'needs-human'
  /** Slack's word, or our own. */
  error: string
  /** The channel takes nothing until somebody does something about it: a schedule into it rests. */
  isPlaceClosed: boolean
}

/**
 * Gives a message up: writes it down, pauses the schedule it came from when its channel is closed, and tells whoever
 * caused it, once. Refused when another sender has the row by now.
 */
export async function recordFailure(
  { tx, now }: UnitOfWork,
  { row, state, error, isPlaceClosed }: RecordFailure,
): Promise<Result<Done<null>, { code: 'lease-lost' }>> {
  if (!(await markOutboxFailed(tx, row, state, error))) return refuse({ code: 'lease-lost' })
  const organizationId = row.organization_id as OrganizationId
  const payload = JSON.parse(row.payload_json) as Payload
  const schedule = payload.scheduleId ? await findSchedule(tx, organizationId, payload.scheduleId) : undefined
  const paused = schedule && isPlaceClosed ? decidePause(schedule, error, now) : undefined
  const events: DomainEvent[] = []
  if (schedule && paused?.ok) {
    await updateSchedule(tx, paused.value)
    events.push(scheduleEvent('schedule.paused', schedule, paused.value))
  }
  const isFeed = row.kind.startsWith('feed-')
  const rested =
    isFeed && isPlaceClosed ? await pauseFeeds(tx, organizationId, row.recipient, { reason: error, now }) : []
  events.push(...rested)
  // Of a channel's many messages about runs the first that fails is told, and no other.
  const isTold = !isFeed || rested.length > 0
  events.push({
    type: 'delivery.failed',
    organizationId,
    target: { kind: 'message', id: row.id },
    subjectId: null,
    isVisibleToSubject: false,
    before: null,
    after: {
      outboxId: row.id as OutboxId,
      kind: row.kind,
      recipient: row.recipient,
      error: state === 'needs-human' ? 'uncertain' : error,
      scheduleId: payload.scheduleId ?? null,
      tell: isTold ? await whomToTell(tx, organizationId, row, payload, schedule) : null,
    },
  })
  return ok({ value: null, events })
}

type Payload = { scheduleId?: string | null; askedBy?: string; invitationId?: string; addedBy?: string }

/** Messages about messages end here: one that fails is told to nobody. */
const NOT_TOLD = ['delivery-problem', 'occurrence-missed', 'post-removal', 'invitation-result']

async function whomToTell(
  db: Reading,
  organizationId: OrganizationId,
  row: OutboxRow,
  payload: Payload,
  schedule: Schedule | undefined,
): Promise<string | null> {
  if (NOT_TOLD.includes(row.kind)) return null
  const causer: string | undefined = schedule?.setBy ?? payload.askedBy ?? payload.addedBy
  if (causer) return causer
  const invitation = payload.invitationId
    ? await findInvitation(db, organizationId, payload.invitationId)
    : undefined
  const inviter: AccountId | undefined = invitation?.inviterId
  return inviter ?? (await findHeadCoach(db, organizationId))?.accountId ?? null
}
