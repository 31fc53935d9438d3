import { sql } from 'kysely'
import { type SignalIdentity, signalKey } from '#domain/signal/signal.ts'
import type { SignalRuleId } from '#domain/signal/signal-rule.ts'
import type { KeptSignal, SignalState } from '#domain/signal/signal-state.ts'
import type { AccountId, IdSource, OrganizationId } from '#kernel/ids.ts'
import type { Instant, LocalDay } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'

/** Writes a signal down when it is new; false when it was raised before, whatever became of it. */
export async function insertSignal(
  tx: Tx,
  newId: IdSource,
  organizationId: OrganizationId,
  { rule, athleteId, subject }: SignalIdentity,
  now: Instant,
): Promise<boolean> {
  const result = await tx
    .insertInto('signals')
    .values({
      id: newId<string & { readonly __id: 'signal' }>(),
      organization_id: organizationId,
      athlete_id: athleteId,
      rule,
      subject,
      state: 'open',
      found_at: now,
      snoozed_until: null,
      decided_by: null,
      decided_at: null,
    })
    .onConflict(conflict =>
      conflict.columns(['organization_id', 'athlete_id', 'rule', 'subject']).doNothing(),
    )
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** What a coach decided of a signal. */
export async function updateSignal(
  tx: Tx,
  organizationId: OrganizationId,
  { rule, athleteId, subject }: SignalIdentity,
  decided: { state: SignalState; snoozedUntil: Instant | null; by: AccountId | null; at: Instant },
): Promise<void> {
  await tx
    .updateTable('signals')
    .set({
      state: decided.state,
      snoozed_until: decided.snoozedUntil,
      decided_by: decided.by,
      decided_at: decided.at,
    })
    .where('organization_id', '=', organizationId)
    .where('athlete_id', '=', athleteId)
    .where('rule', '=', rule)
    .where('subject', '=', subject)
    .execute()
}

/** Everything kept of these athletes, by `signalKey`. */
export async function listKeptSignals(
  db: Reading,
  organizationId: OrganizationId,
  athleteIds: readonly AccountId[],
): Promise<Map<string, KeptSignal & SignalIdentity>> {
  const found = new Map<string, KeptSignal & SignalIdentity>()
  if (athleteIds.length === 0) return found
  const rows = await db
    .selectFrom('signals')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('athlete_id', 'in', athleteIds)
    .execute()
  for (const row of rows) {
    const identity = {
      rule: row.rule as SignalRuleId,
      athleteId: row.athlete_id as AccountId,
      subject: row.subject,
    }
    found.set(signalKey(identity), {
      ...identity,
      state: row.state as SignalState,
      foundAt: row.found_at as Instant,
      snoozedUntil: row.snoozed_until as Instant | null,
    })
  }
  return found
}

/** What waits for somebody: open, or put off until now. */
export async function listStandingSignals(
  db: Reading,
  organizationId: OrganizationId,
  now: Instant,
): Promise<(SignalIdentity & { foundAt: Instant })[]> {
  const rows = await db
    .selectFrom('signals')
    .select(['rule', 'athlete_id', 'subject', 'found_at', 'snoozed_until'])
    .where('organization_id', '=', organizationId)
    .where('state', 'in', [sql.lit('open'), sql.lit('snoozed')])
    .execute()
  return rows
    .filter(row => (row.snoozed_until ?? now) <= now)
    .map(row => ({
      rule: row.rule as SignalRuleId,
      athleteId: row.athlete_id as AccountId,
      subject: row.subject,
      foundAt: row.found_at as Instant,
    }))
}

/** When the club was last looked over; undefined when never. */
export async function findLastRound(
  db: Reading,
  organizationId: OrganizationId,
): Promise<{ localOn: LocalDay; takenAt: Instant } | undefined> {
  const row = await db
    .selectFrom('signal_rounds')
    .select(['local_on', 'taken_at'])
    .where('organization_id', '=', organizationId)
    .orderBy('local_on', 'desc')
    .executeTakeFirst()
  return row && { localOn: row.local_on as LocalDay, takenAt: row.taken_at as Instant }
}

/** Takes the round of a day; false when it is taken, so that any number of processes do it once. */
export async function insertRound(
  tx: Tx,
  organizationId: OrganizationId,
  localOn: LocalDay,
  now: Instant,
): Promise<boolean> {
  const result = await tx
    .insertInto('signal_rounds')
    .values({ organization_id: organizationId, local_on: localOn, taken_at: now })
    .onConflict(conflict => conflict.columns(['organization_id', 'local_on']).doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}
