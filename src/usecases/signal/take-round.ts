import { localDayAt, localTimeAt } from '#domain/calendar/local-day.ts'
import { signalKey } from '#domain/signal/signal.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { LocalDay, LocalTime } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { listOrganizations } from '#store/organization-store.ts'
import { listSignalAthletes } from '#store/read/signal-facts.ts'
import { findSignalSettings } from '#store/signal-settings-store.ts'
import {
  findLastRound,
  insertRound,
  insertSignal,
  listKeptSignals,
  updateSignal,
} from '#store/signal-store.ts'
import type { Done, Engine, UnitOfWork } from '../perform.ts'
import { findSignals } from './find-signals.ts'

/** Once a day, at this hour of the club's zone. */
const ROUND_TIME = '06:00' as LocalTime
/** Athletes that are looked at in one transaction: a few milliseconds. */
const SLICE = 50

export type RoundDue = { organizationId: OrganizationId; localOn: LocalDay; slices: AccountId[][] }

/** Every club that was not looked over yet today, with its athletes in slices. A reading only. */
export async function listRoundsDue({
  db,
  businessNow,
}: Pick<Engine, 'db' | 'businessNow'>): Promise<RoundDue[]> {
  const now = businessNow()
  const due: RoundDue[] = []
  for (const { id, zone } of await listOrganizations(db)) {
    const localOn = localDayAt(now, zone)
    if (localTimeAt(now, zone) < ROUND_TIME) continue
    const last = await findLastRound(db, id)
    if (last && last.localOn >= localOn) continue
    const ids = (await listSignalAthletes(db, id)).map(athlete => athlete.accountId)
    const slices = Array.from({ length: Math.ceil(ids.length / SLICE) }, (_, index) =>
      ids.slice(index * SLICE, (index + 1) * SLICE),
    )
    due.push({ organizationId: id, localOn, slices })
  }
  return due
}

/**
 * Writes down what is new about some athletes, and that what is not so any more expired. Done twice it is done once: a
 * signal has an identity. Nothing of it is news for the audit.
 */
export async function noteSignals(
  { tx, actor, now, newId }: UnitOfWork,
  accountIds: readonly AccountId[],
): Promise<Result<Done<{ raised: number }>, { code: 'signal-gone' }>> {
  const { organizationId } = actor
  if (!organizationId) return refuse({ code: 'signal-gone' })
  const athletes = await listSignalAthletes(tx, organizationId, { accountIds })
  const settings = await findSignalSettings(tx, organizationId)
  const found = await findSignals(tx, organizationId, { athletes, settings, viewer: 'coach', now })
  let raised = 0
  for (const signal of found) {
    if (await insertSignal(tx, newId, organizationId, signal, now)) raised += 1
  }
  const holding = new Set(found.map(signalKey))
  for (const [key, kept] of await listKeptSignals(tx, organizationId, accountIds)) {
    if (holding.has(key) || kept.state === 'done' || kept.state === 'expired') continue
    await updateSignal(tx, organizationId, kept, { state: 'expired', snoozedUntil: null, by: null, at: now })
  }
  return ok({ value: { raised }, events: [] })
}

/** The club was looked over; any number of processes may try. */
export async function endRound(
  { tx, actor, now }: UnitOfWork,
  localOn: LocalDay,
): Promise<Result<Done<boolean>, { code: 'signal-gone' }>> {
  const { organizationId } = actor
  if (!organizationId) return refuse({ code: 'signal-gone' })
  return ok({ value: await insertRound(tx, organizationId, localOn, now), events: [] })
}
