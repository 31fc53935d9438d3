import { sql } from 'kysely'
import type { Sex } from '#domain/metrics/heart-rate-load.ts'
import type { AccountId } from '#kernel/ids.ts'
import type { Reading } from '../db.ts'
import { type BoardQuestion, maySee } from './board-store.ts'

export type GradedRace = {
  athleteId: AccountId
  /** Whose standards the athlete chose. */
  sex: NonNullable<Sex>
  birthYear: number
  /** Year of the race by the athlete's own calendar. */
  year: number
  distanceCm: number
  /** With its pauses: the clock of a race runs on. */
  elapsedMs: number
}

/**
 * The races that a board over the question's range may hold, of the group's members who asked to be graded by age and
 * said when they were born. Nothing is read of the others.
 */
export async function listGradedRaces(db: Reading, question: BoardQuestion): Promise<GradedRace[]> {
  const { organizationId, groupId, from, until, care } = question
  const assignment = care
    ? sql`left join coach_assignments as c on c.organization_id = gm.organization_id and c.athlete_id = gm.account_id
        and c.coach_id = ${care.coachId} and c.ended_at is null`
    : sql``
  const { rows } = await sql<RaceRow>`
    select gm.account_id, profile.age_grading, profile.birth_year, act.local_on, act.distance_cm, act.elapsed_ms
    from group_memberships as gm
    join athlete_profiles as profile
      on profile.organization_id = gm.organization_id and profile.account_id = gm.account_id
      and profile.age_grading is not null and profile.birth_year is not null
    ${assignment}
    cross join activities as act
    where gm.organization_id = ${organizationId}
      and gm.group_id = ${groupId}
      and gm.left_at is null
      and act.account_id = gm.account_id
      and act.started_at >= ${from}
      and act.started_at < ${until}
      and act.organization_id = ${organizationId}
      and act.sub_type = 'race'
      and act.distance_cm > 0
      -- Strava's API terms: on no board.
      and act.source <> 'strava'
      and ${maySee(question)}`.execute(db)
  return rows.map(row => ({
    athleteId: row.account_id as AccountId,
    sex: row.age_grading === 'female' ? 'female' : 'male',
    birthYear: row.birth_year,
    year: Number(row.local_on.slice(0, 4)),
    distanceCm: row.distance_cm,
    elapsedMs: row.elapsed_ms,
  }))
}

type RaceRow = {
  account_id: string
  age_grading: string
  birth_year: number
  local_on: string
  distance_cm: number
  elapsed_ms: number
}
