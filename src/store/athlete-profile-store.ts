import type { AthleteProfile } from '#domain/roster/athlete-profile.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant, LocalDay, Zone } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'
import { retimeSessionHours } from './session-hour-store.ts'

/** What an athlete says of themselves; undefined when they said nothing yet. */
export async function findAthleteProfile(
  db: Reading,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<AthleteProfile | undefined> {
  const row = await db
    .selectFrom('athlete_profiles')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return (
    row && {
      goalRaceName: row.goal_race_name,
      goalRaceOn: row.goal_race_on as LocalDay | null,
      targetPaceMsPerKm: row.target_pace_ms_per_km,
      units: row.units === 'mi' ? 'mi' : 'km',
      birthYear: row.birth_year,
      maxHeartRate: row.max_heart_rate,
      restingHeartRate: row.resting_heart_rate,
      thresholdHeartRate: row.threshold_heart_rate,
      ageGrading: row.age_grading === 'female' || row.age_grading === 'male' ? row.age_grading : null,
    }
  )
}

export async function upsertAthleteProfile(
  tx: Tx,
  organizationId: OrganizationId,
  accountId: AccountId,
  profile: AthleteProfile,
  now: Instant,
): Promise<void> {
  const set = {
    goal_race_name: profile.goalRaceName,
    goal_race_on: profile.goalRaceOn,
    target_pace_ms_per_km: profile.targetPaceMsPerKm,
    units: profile.units,
    birth_year: profile.birthYear,
    max_heart_rate: profile.maxHeartRate,
    resting_heart_rate: profile.restingHeartRate,
    threshold_heart_rate: profile.thresholdHeartRate,
    age_grading: profile.ageGrading,
    updated_at: now,
  }
  await tx
    .insertInto('athlete_profiles')
    .values({ organization_id: organizationId, account_id: accountId, ...set })
    .onConflict(conflict => conflict.columns(['organization_id', 'account_id']).doUpdateSet(set))
    .execute()
}

/** Sets the zone a member of the organization chose themselves; what Slack says is not taken over any more. */
export async function updateOwnZone(
  tx: Tx,
  organizationId: OrganizationId,
  accountId: AccountId,
  zone: Zone,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ zone, has_own_zone: 1, updated_at: now })
    .where('id', '=', accountId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('memberships')
          .select('id')
          .where('organization_id', '=', organizationId)
          .where('account_id', '=', accountId)
          .where('left_at', 'is', null),
      ),
    )
    .execute()
  await retimeSessionHours(tx, accountId)
}
