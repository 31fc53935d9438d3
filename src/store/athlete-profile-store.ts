import type { AthleteProfile } from '#domain/roster/athlete-profile.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { LocalDay } from '#kernel/instant.ts'
import type { Reading } from './db.ts'

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
    }
  )
}
