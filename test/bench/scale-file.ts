import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { AccountId, GroupId, OrganizationId } from '#kernel/ids.ts'
import { DAY_MS, type Instant, instant } from '#kernel/instant.ts'
import { connectSqlite } from '#store/connect.ts'
import { migrate } from '#store/migrate.ts'

const ATHLETES = 10_000
/** A little more than one run every other day and athlete. */
const ACTIVITIES_A_DAY = 5_476
export const GROUP_SIZES = [20, 500, 10_000] as const
export type GroupSize = (typeof GROUP_SIZES)[number]

/** The newest activity ends here. */
export const SCALE_END: Instant = instant(Date.UTC(2026, 10, 21))
export const SCALE_CLUB = 'scale-club' as OrganizationId
export const SCALE_COACH = 'scale-coach' as AccountId
export const groupOf = (size: GroupSize) => `group-${size}` as GroupId

/**
 * A club of 10,000 athletes in a file of its own, with so many activities up to one evening. Everything follows from an
 * activity's place counted back from the newest, so that files of all sizes hold the same last weeks. Returns the path.
 */
export async function writeScaleFile(folder: string, activities: number): Promise<string> {
  const path = join(folder, `scale-${activities}.db`)
  const db = connectSqlite(path)
  await migrate(db)
  await db.destroy()
  const file = new Database(path)
  for (const setting of [
    'journal_mode = delete',
    'journal_mode = off',
    'synchronous = off',
    'foreign_keys = off',
    'cache_size = -400000',
  ])
    file.pragma(setting)
  // Filled in one go, an index is quicker than row by row, and the same.
  const indexes = file
    .prepare(
      "select name, sql from sqlite_master where tbl_name = 'activities' and type = 'index' and sql is not null",
    )
    .all() as { name: string; sql: string }[]
  file.exec('begin')
  for (const { name } of indexes) file.exec(`drop index ${name}`)
  insertPeople(file)
  insertActivities(file, activities)
  for (const { sql } of indexes) file.exec(sql)
  file.exec('commit')
  file.pragma('journal_mode = wal')
  file.close()
  return path
}

/** One in ten does not share; one in twenty has changed the switches, and hides the pace. */
function insertPeople(file: Database.Database): void {
  const joined = SCALE_END - 3_000 * DAY_MS
  const athletes = `with recursive athlete(n) as (select 0 union all select n + 1 from athlete where n < ${ATHLETES - 1})`
  file.exec(`
    insert into organizations (id, slack_team_id, name, zone, is_demo, created_at)
      values ('${SCALE_CLUB}', 'T0SCALE', 'Scale Club', 'UTC', 0, ${joined});
    insert into accounts (id, slack_team_id, slack_user_id, display_name, zone, is_deactivated, created_at, updated_at)
      values ('${SCALE_COACH}', 'T0SCALE', 'U0COACH', 'Coach', 'UTC', 0, ${joined}, ${joined});
    ${athletes} insert into accounts (id, slack_team_id, slack_user_id, display_name, zone, is_deactivated, created_at, updated_at)
      select printf('athlete-%05d', n), 'T0SCALE', printf('U%05d', n), printf('Runner %d', n * 7919 % ${ATHLETES}), 'UTC', 0, ${joined}, ${joined} from athlete;
    ${athletes} insert into memberships (id, organization_id, account_id, status, shares_by_default, joined_at, search_key)
      select printf('member-%05d', n), '${SCALE_CLUB}', printf('athlete-%05d', n), 'active', 1, ${joined}, printf('runner %d', n * 7919 % ${ATHLETES}) from athlete;
    ${athletes} insert into membership_roles (membership_id, role)
      select printf('member-%05d', n), 'athlete' from athlete;
    ${athletes} insert into privacy_settings (organization_id, account_id, is_shown, with_coach, on_leaderboards, shows_pace, shows_heart_rate, shows_race_goal, shows_profile, updated_at)
      select '${SCALE_CLUB}', printf('athlete-%05d', n), 1, 1, 1, 0, 1, 1, 1, ${joined} from athlete where n % 20 = 7;
  `)
  for (const size of GROUP_SIZES) {
    file.exec(`
      insert into groups (id, organization_id, name, name_key, description, privacy, owner_id, version, created_at, updated_at)
        values ('${groupOf(size)}', '${SCALE_CLUB}', 'Group of ${size}', 'group of ${size}', '', 'public', '${SCALE_COACH}', 1, ${joined}, ${joined});
      ${athletes} insert into group_memberships (id, organization_id, group_id, account_id, is_shared, joined_at)
        select printf('in-${size}-%05d', n), '${SCALE_CLUB}', '${groupOf(size)}', printf('athlete-%05d', n), n / ${ATHLETES / size} % 10 <> 3, ${joined}
        from athlete where n % ${ATHLETES / size} = 0;
    `)
  }
}

function insertActivities(file: Database.Database, activities: number): void {
  file.exec(`
    with recursive
      ago(k) as (select ${activities} union all select k - 1 from ago where k > 1),
      dice(k, a, b) as (
        select k, k * 2654435761 % 4294967291 / 7, (k + 17) * 2246822519 % 4294967291 / 11 from ago
      ),
      run(k, a, b, started_at, distance_cm) as (
        select k, a, b, ${SCALE_END} - k * ${Math.floor(DAY_MS / ACTIVITIES_A_DAY)}, 300000 + b % 1500000 from dice
      )
    insert into activities (id, organization_id, account_id, started_at, local_on, zone, name, sub_type, distance_cm,
      duration_ms, elapsed_ms, climb_cm, source, visibility, note, created_at, updated_at, vdot_load_milli,
      effort_score_milli, effort_method)
    select
      printf('act-%012d', ${activities} - k), '${SCALE_CLUB}', printf('athlete-%05d', a % ${ATHLETES}), started_at,
      date(started_at / 1000, 'unixepoch'), 'UTC', 'Run',
      case b % 20 when 0 then 'race' when 1 then 'ride' when 2 then 'ride' when 3 then 'long-run' when 4 then 'tempo' else 'easy-run' end,
      distance_cm, distance_cm * 3, distance_cm * 3 + 60000, a % 30000, case when b % 50 = 49 then 'strava' else 'file' end,
      case a / 10000 % 12 when 0 then 'coach-only' when 1 then 'hide' else 'share' end, '', started_at, started_at,
      distance_cm / 60, distance_cm / 20, 'pace'
    from run
  `)
}
