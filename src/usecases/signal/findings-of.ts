import type { SignalFinding } from '#domain/signal/signal.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading } from '#store/db.ts'
import { listSignalAthletes } from '#store/read/signal-facts.ts'
import { findSignalSettings } from '#store/signal-settings-store.ts'
import { findSignals } from './find-signals.ts'

/** What the rules notice in one athlete's runs now, answered or not, for a coach of theirs. */
export async function findingsOf(
  db: Reading,
  organizationId: OrganizationId,
  accountId: AccountId,
  now: Instant,
): Promise<SignalFinding[]> {
  const athletes = await listSignalAthletes(db, organizationId, { accountIds: [accountId] })
  const settings = await findSignalSettings(db, organizationId)
  const found = await findSignals(db, organizationId, { athletes, settings, viewer: 'coach', now })
  return found.map(signal => signal.finding)
}
