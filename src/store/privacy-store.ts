import {
  DEFAULT_SWITCHES,
  type PrivacySwitch,
  type PrivacySwitches,
} from '#domain/privacy/privacy-switches.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'
import type { Flag } from './schema-columns.ts'
import type { PrivacySettingsTable } from './schema-people.ts'

/** The switches where `privacy_settings` is joined as `p`. */
export const SWITCH_COLUMNS = [
  'p.is_shown',
  'p.with_coach',
  'p.on_leaderboards',
  'p.shows_pace',
  'p.shows_heart_rate',
  'p.shows_race_goal',
  'p.shows_profile',
] as const

/** Where each switch is kept. */
export const COLUMN_OF_SWITCH = {
  isShown: 'is_shown',
  withCoach: 'with_coach',
  onLeaderboards: 'on_leaderboards',
  pace: 'shows_pace',
  heartRateAndElevation: 'shows_heart_rate',
  raceGoal: 'shows_race_goal',
  profile: 'shows_profile',
} as const satisfies Record<PrivacySwitch, keyof PrivacySettingsTable>

type SwitchColumns = Omit<PrivacySettingsTable, 'organization_id' | 'account_id' | 'updated_at'>
export type SwitchRow = { [Column in keyof SwitchColumns]: Flag | null }

/** Of a row in which they may be missing: who changed nothing has none. */
export function switchesOf(row: SwitchRow): PrivacySwitches {
  if (row.is_shown === null) return DEFAULT_SWITCHES
  return {
    isShown: row.is_shown === 1,
    withCoach: row.with_coach === 1,
    onLeaderboards: row.on_leaderboards === 1,
    pace: row.shows_pace === 1,
    heartRateAndElevation: row.shows_heart_rate === 1,
    raceGoal: row.shows_race_goal === 1,
    profile: row.shows_profile === 1,
  }
}

export async function findPrivacySwitches(
  db: Reading,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<PrivacySwitches> {
  const row = await db
    .selectFrom('privacy_settings as p')
    .select(SWITCH_COLUMNS)
    .where('p.organization_id', '=', organizationId)
    .where('p.account_id', '=', accountId)
    .executeTakeFirst()
  return row ? switchesOf(row) : DEFAULT_SWITCHES
}

/** Of several members at once, by account; who changed nothing is there with the defaults. */
export async function listPrivacySwitches(
  db: Reading,
  organizationId: OrganizationId,
  accountIds: readonly AccountId[],
): Promise<Map<AccountId, PrivacySwitches>> {
  const found = new Map(accountIds.map(id => [id, DEFAULT_SWITCHES]))
  if (accountIds.length === 0) return found
  const rows = await db
    .selectFrom('privacy_settings as p')
    .select(['p.account_id', ...SWITCH_COLUMNS])
    .where('p.organization_id', '=', organizationId)
    .where('p.account_id', 'in', accountIds)
    .execute()
  for (const row of rows) found.set(row.account_id as AccountId, switchesOf(row))
  return found
}

export async function upsertPrivacySwitches(
  tx: Tx,
  organizationId: OrganizationId,
  accountId: AccountId,
  switches: PrivacySwitches,
  now: Instant,
): Promise<void> {
  const flag = (isOn: boolean): Flag => (isOn ? 1 : 0)
  const set = {
    is_shown: flag(switches.isShown),
    with_coach: flag(switches.withCoach),
    on_leaderboards: flag(switches.onLeaderboards),
    shows_pace: flag(switches.pace),
    shows_heart_rate: flag(switches.heartRateAndElevation),
    shows_race_goal: flag(switches.raceGoal),
    shows_profile: flag(switches.profile),
    updated_at: now,
  }
  await tx
    .insertInto('privacy_settings')
    .values({ organization_id: organizationId, account_id: accountId, ...set })
    .onConflict(conflict => conflict.columns(['organization_id', 'account_id']).doUpdateSet(set))
    .execute()
}
