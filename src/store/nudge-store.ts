import type { SignalRuleId } from '#domain/signal/signal-rule.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant, LocalDay } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'

/** A coach's words to an athlete, sent through Astral. */
export type Nudge = {
  id: string
  organizationId: OrganizationId
  athleteId: AccountId
  coachId: AccountId
  rule: SignalRuleId
  /** The athlete's own day: one a day. */
  localOn: LocalDay
  text: string
  sentAt: Instant
}

/** False when the athlete was nudged that day already, by whomever. */
export async function insertNudge(tx: Tx, nudge: Nudge): Promise<boolean> {
  const result = await tx
    .insertInto('nudges')
    .values({
      id: nudge.id,
      organization_id: nudge.organizationId,
      athlete_id: nudge.athleteId,
      coach_id: nudge.coachId,
      rule: nudge.rule,
      local_on: nudge.localOn,
      text: nudge.text,
      sent_at: nudge.sentAt,
    })
    .onConflict(conflict => conflict.columns(['organization_id', 'athlete_id', 'local_on']).doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function isNudgedOn(
  db: Reading,
  organizationId: OrganizationId,
  athleteId: AccountId,
  localOn: LocalDay,
): Promise<boolean> {
  const row = await db
    .selectFrom('nudges')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('athlete_id', '=', athleteId)
    .where('local_on', '=', localOn)
    .executeTakeFirst()
  return row !== undefined
}

export async function findNudge(
  db: Reading,
  organizationId: OrganizationId,
  id: string,
): Promise<{ coachId: AccountId; athleteId: AccountId; text: string } | undefined> {
  const row = await db
    .selectFrom('nudges')
    .select(['coach_id', 'athlete_id', 'text'])
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      coachId: row.coach_id as AccountId,
      athleteId: row.athlete_id as AccountId,
      text: row.text,
    }
  )
}
