import type { DomainEvent } from '#domain/event.ts'
import { type Notice, noticesOf } from '#domain/notice/notice.ts'
import type { Actor, Surface } from '#domain/organization/actor.ts'
import { breathe } from '#kernel/breathe.ts'
import type { IdSource, OrganizationId, SlackTeamId, SlackUserId } from '#kernel/ids.ts'
import type { Clock, Instant } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findActor } from '#store/actor-store.ts'
import { appendAuditEntries } from '#store/audit-store.ts'
import type { Db, Tx } from '#store/db.ts'
import { insertHandledRequest } from '#store/handled-request-store.ts'
import { insertNotice } from '#store/outbox-store.ts'
import { followFeeds } from './feed/follow-feeds.ts'
import { followActivities } from './metrics/follow-activities.ts'

/** Everything a deed needs from outside; made once in app.ts. */
export type Engine = {
  db: Db
  /** Days, schedules, what the time machine moves. */
  businessNow: Clock
  /** Leases, pacing, signatures: never moved. */
  realNow: Clock
  newId: IdSource
  /** 32 random bytes that key the audit chain. */
  auditKey: Uint8Array
  /** Told after every commit that queued a message. */
  wakeOutbox: () => void
}

/** Who asks, as the edge knows them; the store says in the same transaction who that is. */
export type Identity =
  | { kind: 'slack'; teamId: SlackTeamId; userId: SlackUserId }
  | { kind: 'system'; organizationId: OrganizationId; isOperator?: boolean }

export type Deed = {
  who: Identity
  surface: Surface
  /** Slack may deliver the same thing twice: with a key the second delivery is refused instead of done again. */
  requestKey?: string
}

export type UnitOfWork = {
  tx: Tx
  actor: Actor
  /** Business time, the same for everything in one transaction. */
  now: Instant
  newId: IdSource
}

export type Done<T> = { value: T; events: DomainEvent[] }
export type UseCase<Input, Value, Refusal> = (
  unit: UnitOfWork,
  input: Input,
) => Promise<Result<Done<Value>, Refusal>>

export type AlreadyHandled = { code: 'already-handled' }

/** Events told of before others have their turn: a deed may be about thousands of people. */
const BREATH = 200

/**
 * Runs one use case in one transaction: finds the actor, does the deed, writes one audit entry and the outbox rows
 * of each event. A refusal rolls everything back: "no" means nothing was written. Faults are thrown.
 */
export async function perform<Input, Value, Refusal>(
  engine: Engine,
  deed: Deed,
  useCase: UseCase<Input, Value, Refusal>,
  input: Input,
): Promise<Result<Value, Refusal | AlreadyHandled>> {
  let hasNotices = false
  try {
    const value = await engine.db.transaction().execute(async tx => {
      const now = engine.businessNow()
      if (deed.requestKey && !(await insertHandledRequest(tx, deed.requestKey, engine.realNow()))) {
        throw new RolledBack({ code: 'already-handled' })
      }
      const actor = await findActor(tx, deed.who)
      const queue = async (organizationId: OrganizationId, notice: Notice) => {
        if (await insertNotice(tx, engine.newId, organizationId, notice, engine.realNow(), now)) {
          hasNotices = true
        }
      }
      const done = await useCase({ tx, actor, now, newId: engine.newId }, input)
      if (!done.ok) throw new RolledBack(done.refusal)
      const { events } = done.value
      await followActivities({ tx, now }, events)
      await appendAuditEntries(tx, engine.auditKey, { events, actor, surface: deed.surface, at: now })
      for (const [index, event] of events.entries()) {
        if (index % BREATH === BREATH - 1) await breathe()
        for (const notice of noticesOf(event)) await queue(event.organizationId, notice)
      }
      const following = await followFeeds({ tx, now, newId: engine.newId }, events)
      for (const { organizationId, notice } of following) await queue(organizationId, notice)
      return done.value.value
    })
    if (hasNotices) engine.wakeOutbox()
    return ok(value)
  } catch (thrown) {
    if (thrown instanceof RolledBack) return refuse(thrown.refusal as Refusal | AlreadyHandled)
    throw thrown
  }
}

/** Carries a refusal out of the transaction, which rolls back on anything thrown. */
class RolledBack extends Error {
  override name = 'RolledBack'
  readonly refusal: unknown
  constructor(refusal: unknown) {
    super('refused')
    this.refusal = refusal
  }
}
