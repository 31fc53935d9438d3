import type { LocalDay } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { findRecompute, listRecomputes, moveRecompute } from '#store/load-store.ts'
import type { AthleteKey } from '#store/vdot-store.ts'
import type { Done, Engine, UnitOfWork } from '../perform.ts'
import { keepShown } from './keep-shown.ts'
import { listSlice, reckonEach } from './reckon-loads.ts'
import { refoldVdot } from './refold-vdot.ts'

/** Athletes whose turn it is in one tick. */
const A_TICK = 20

/** Whose loads wait to be reckoned anew, of every club. */
export function listAthletesToRecompute(engine: Pick<Engine, 'db'>): Promise<AthleteKey[]> {
  return listRecomputes(engine.db, A_TICK)
}

/** The clock reckons one slice of an athlete's loads anew; gives how many. Nothing is left to do when it was the last. */
export async function recomputeLoads(
  unit: UnitOfWork,
  who: AthleteKey,
): Promise<Result<Done<{ reckoned: number; isDone: boolean }>, never>> {
  const from = await findRecompute(unit.tx, who)
  if (from === undefined) return ok({ value: { reckoned: 0, isDone: true }, events: [] })
  const { reckoned, next } = await recomputeSlice(unit, who, from)
  await moveRecompute(unit.tx, who, next)
  return ok({ value: { reckoned, isDone: next === null }, events: [] })
}

/** From what each run shows to VDOT to loads: one slice from a day on. Gives where the next one begins. */
export async function recomputeSlice(
  { tx, now }: Pick<UnitOfWork, 'tx' | 'now'>,
  who: AthleteKey,
  from: LocalDay,
): Promise<{ reckoned: number; next: LocalDay | null }> {
  const { slice, next } = await listSlice(tx, who, { from, until: null })
  for (const activity of slice) await keepShown(tx, who, activity)
  await refoldVdot(tx, who, from, now)
  await reckonEach(tx, who, slice, now)
  return { reckoned: slice.length, next }
}
