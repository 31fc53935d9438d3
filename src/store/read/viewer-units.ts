import type { Units } from '#domain/activity/units.ts'
import type { SlackTeamId, SlackUserId } from '#kernel/ids.ts'
import type { Reading } from '../db.ts'

/** The units in which somebody of a workspace reads distances; kilometres until they chose. */
export async function findViewerUnits(
  db: Reading,
  who: { teamId: SlackTeamId; userId: SlackUserId },
): Promise<Units> {
  const row = await db
    .selectFrom('organizations as o')
    .innerJoin('accounts as a', join =>
      join.onRef('a.slack_team_id', '=', 'o.slack_team_id').on('a.slack_user_id', '=', who.userId),
    )
    .innerJoin('athlete_profiles as p', join =>
      join.onRef('p.account_id', '=', 'a.id').onRef('p.organization_id', '=', 'o.id'),
    )
    .where('o.slack_team_id', '=', who.teamId)
    .select('p.units')
    .executeTakeFirst()
  return row?.units === 'mi' ? 'mi' : 'km'
}
