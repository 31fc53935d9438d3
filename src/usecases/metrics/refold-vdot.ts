import { addDays } from '#domain/calendar/local-day.ts'
import { type ChangedDays, changedDays } from '#domain/metrics/changed-days.ts'
import { vdotHistory } from '#domain/metrics/vdot-history.ts'
import type { Instant, LocalDay } from '#kernel/instant.ts'
import type { Tx } from '#store/db.ts'
import {
  type AthleteKey,
  findVdotOn,
  listShownFrom,
  listVdotFrom,
  replaceVdotFrom,
} from '#store/vdot-store.ts'

/** Makes the history of VDOT anew from a day on; gives the days on which another value is in force now. */
export async function refoldVdot(
  tx: Tx,
  who: AthleteKey,
  from: LocalDay,
  now: Instant,
): Promise<ChangedDays | null> {
  const inForce = (await findVdotOn(tx, who, addDays(from, -1))) ?? null
  const before = await listVdotFrom(tx, who, from)
  const entered = before.filter(entry => entry.basis === 'entered')
  const after = vdotHistory([...(await listShownFrom(tx, who, from)), ...entered], inForce)
  const changed = changedDays(before, after)
  if (changed) await replaceVdotFrom(tx, who, from, after, now)
  return changed
}
