import type { QualityFacts } from '#domain/signal/data-quality.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading } from '../db.ts'

/** Which of the things that figures go by are known of an athlete; a source counts from `since` on. */
export async function findQualityFacts(
  db: Reading,
  organizationId: OrganizationId,
  accountId: AccountId,
  since: Instant,
): Promise<QualityFacts> {
  const row = await db
    .selectFrom('accounts as a')
    .leftJoin('athlete_profiles as p', join =>
      join.onRef('p.account_id', '=', 'a.id').on('p.organization_id', '=', organizationId),
    )
    .where('a.id', '=', accountId)
    .select(({ selectFrom }) => [
      'a.has_own_zone',
      'p.units',
      'p.birth_year',
      'p.max_heart_rate',
      'p.goal_race_name',
      'p.goal_race_on',
      selectFrom('athlete_vdot as v')
        .where('v.organization_id', '=', organizationId)
        .whereRef('v.account_id', '=', 'a.id')
        .select('v.valid_from')
        .limit(1)
        .as('vdot_from'),
      selectFrom('activities as act')
        .where('act.organization_id', '=', organizationId)
        .whereRef('act.account_id', '=', 'a.id')
        .where('act.started_at', '>=', since)
        .where('act.source', 'not in', ['line', 'form'])
        .select('act.source')
        .limit(1)
        .as('source'),
    ])
    .executeTakeFirst()
  const isKnown = (value: unknown) => value !== null && value !== undefined
  return {
    vdot: isKnown(row?.vdot_from),
    source: isKnown(row?.source),
    'max-heart-rate': isKnown(row?.max_heart_rate),
    'birth-year': isKnown(row?.birth_year),
    'goal-race': isKnown(row?.goal_race_name) || isKnown(row?.goal_race_on),
    zone: row?.has_own_zone === 1,
    // Whoever has saved their profile has seen the choice.
    units: isKnown(row?.units),
  }
}
