import {
  DEFAULT_SIGNAL_SETTINGS,
  isSignalRuleId,
  SIGNAL_RULE_IDS,
  type SignalSettings,
} from '#domain/signal/signal-rule.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading, Tx } from './db.ts'

/** The club's thresholds; the initial ones where it changed nothing. */
export async function findSignalSettings(
  db: Reading,
  organizationId: OrganizationId,
): Promise<SignalSettings> {
  const rows = await db
    .selectFrom('signal_settings')
    .select(['rule', 'is_on', 'threshold'])
    .where('organization_id', '=', organizationId)
    .execute()
  const kept = rows.flatMap(row =>
    isSignalRuleId(row.rule)
      ? [[row.rule, { isOn: row.is_on === 1, threshold: row.threshold }] as const]
      : [],
  )
  return { ...DEFAULT_SIGNAL_SETTINGS, ...Object.fromEntries(kept) }
}

export async function upsertSignalSettings(
  tx: Tx,
  organizationId: OrganizationId,
  settings: SignalSettings,
  now: Instant,
): Promise<void> {
  for (const rule of SIGNAL_RULE_IDS) {
    const { isOn, threshold } = settings[rule]
    const set = { is_on: isOn ? (1 as const) : (0 as const), threshold, updated_at: now }
    await tx
      .insertInto('signal_settings')
      .values({ organization_id: organizationId, rule, ...set })
      .onConflict(conflict => conflict.columns(['organization_id', 'rule']).doUpdateSet(set))
      .execute()
  }
}
