import { localDayAt } from '#domain/calendar/local-day.ts'
import type { Member } from '#domain/organization/actor.ts'
import type { Insight } from '#domain/signal/signal-card.ts'
import type { Instant } from '#kernel/instant.ts'
import type { Reading } from '#store/db.ts'
import { listSignalAthletes } from '#store/read/signal-facts.ts'
import { findSignalSettings } from '#store/signal-settings-store.ts'
import { findSignals } from './find-signals.ts'

/** What an athlete may be glad of, from all of their own runs. */
export async function ownInsights(db: Reading, athlete: Member, now: Instant): Promise<Insight[]> {
  const { organizationId, accountId, zone } = athlete
  const athletes = await listSignalAthletes(db, organizationId, { accountIds: [accountId] })
  const settings = await findSignalSettings(db, organizationId)
  const found = await findSignals(db, organizationId, { athletes, settings, viewer: 'self', now })
  const today = localDayAt(now, zone)
  return found.map(({ finding }) => ({ finding, today }))
}
