import { Migrator } from 'kysely/migration'
import * as first from '#migrations/0001-club.ts'
import * as coaches from '#migrations/0002-coaches.ts'
import * as invitations from '#migrations/0003-invitations.ts'
import * as roster from '#migrations/0004-roster.ts'
import * as privacy from '#migrations/0005-privacy.ts'
import * as metrics from '#migrations/0006-metrics.ts'
import * as imports from '#migrations/0007-imports.ts'
import * as connectors from '#migrations/0008-connectors.ts'
import * as signals from '#migrations/0009-signals.ts'
import * as workouts from '#migrations/0010-workouts.ts'
import * as plans from '#migrations/0011-plans.ts'
import * as groups from '#migrations/0012-groups.ts'
import * as feed from '#migrations/0013-feed.ts'
import * as livingPlan from '#migrations/0014-living-plan.ts'
import * as rosterBulk from '#migrations/0015-roster-bulk.ts'
import * as rosterImport from '#migrations/0016-roster-import.ts'
import * as adherence from '#migrations/0018-adherence.ts'
import * as charts from '#migrations/0020-charts.ts'
import * as ageGrade from '#migrations/0021-age-grade.ts'
import * as plansMore from '#migrations/0022-plans-more.ts'
import * as calendar from '#migrations/0023-calendar.ts'
import type { Db } from './db.ts'

/** Every migration, in order; numbered, imported by name, never edited once merged. */
const MIGRATIONS = {
  '0001-club': first,
  '0002-coaches': coaches,
  '0003-invitations': invitations,
  '0004-roster': roster,
  '0005-privacy': privacy,
  '0006-metrics': metrics,
  '0007-imports': imports,
  '0008-connectors': connectors,
  '0009-signals': signals,
  '0010-workouts': workouts,
  '0011-plans': plans,
  '0012-groups': groups,
  '0013-feed': feed,
  '0014-living-plan': livingPlan,
  '0015-roster-bulk': rosterBulk,
  '0016-roster-import': rosterImport,
  '0018-adherence': adherence,
  '0020-charts': charts,
  '0021-age-grade': ageGrade,
  '0022-plans-more': plansMore,
  '0023-calendar': calendar,
}

/** Brings the database to the newest schema, in one transaction a step. Throws with the step's name when one fails. */
export async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } })
  const { error, results } = await migrator.migrateToLatest()
  if (error) {
    const failed = results?.find(result => result.status === 'Error')?.migrationName ?? 'unknown'
    throw new Error(`Migration ${failed} failed; the database is as it was before that step`, {
      cause: error,
    })
  }
}
