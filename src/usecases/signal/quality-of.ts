import { type DataQuality, dataQuality } from '#domain/signal/data-quality.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import { DAY_MS, type Instant, instant } from '#kernel/instant.ts'
import type { Reading } from '#store/db.ts'
import { findQualityFacts } from '#store/read/quality-read.ts'

/** A watch that has sent nothing for so long is not connected any more. */
const SOURCE_DAYS = 60

/** How complete what is known of an athlete is. */
export async function qualityOf(
  db: Reading,
  organizationId: OrganizationId,
  accountId: AccountId,
  now: Instant,
): Promise<DataQuality> {
  const since = instant(now - SOURCE_DAYS * DAY_MS)
  return dataQuality(await findQualityFacts(db, organizationId, accountId, since))
}
