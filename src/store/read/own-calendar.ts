import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import { findCalendarOpening } from '../calendar-feed-store.ts'
import type { Reading } from '../db.ts'

/** That somebody has an address for their calendar, without its secret. */
export async function readOwnCalendar(db: Reading, organizationId: OrganizationId, accountId: AccountId) {
  return { calendarAddress: { openedAt: await findCalendarOpening(db, organizationId, accountId) } }
}
