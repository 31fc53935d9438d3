import { sql } from 'kysely'
import { HOUR_MS, instant } from '#kernel/instant.ts'
import { ask } from '#usecases/ask.ts'
import { showHome } from '#usecases/home/show-home.ts'
import { perform } from '#usecases/perform.ts'
import { endRound, listRoundsDue, noteSignals } from '#usecases/signal/take-round.ts'
import { home } from '#views/home.ts'
import { answerOf, everyCommandTyped } from '../fixtures/commands-at-work.ts'
import { largeClub, runnerId } from '../fixtures/large-club.ts'
import { by, TEST_NOW, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import type { BenchRow } from './bench-row.ts'

const ROUNDS = 7

/** Every command and Home tab of a club with 2,000 athletes in 200 groups, in milliseconds, beside one `select 1`. */
export async function peopleBench(): Promise<BenchRow[]> {
  const engine = await testEngine()
  await largeClub(engine)
  await lookOver(engine)
  const floor = await medianOf(() => sql`select 1`.execute(engine.db))
  const rows: BenchRow[] = []
  const measure = async (name: string, act: (round: number) => Promise<unknown>) => {
    const ours = await medianOf(act)
    rows.push({ name, ours, peer: floor, ratio: ours / floor, unit: 'ms' })
  }
  for (const [what, who] of [
    ['head coach', 'UHEAD'],
    ['assistant coach', 'UASSIST'],
    ['athlete', runnerId(4)],
    ['stranger', 'USTRANGER'],
  ] as const) {
    await measure(`Home tab of the ${what}`, async () => {
      const card = await ask(engine, by(who).who, showHome, {})
      if (card.ok) home(card.value)
    })
  }
  for (const typed of everyCommandTyped()) {
    await measure(typed.name, round => answerOf(engine, typed, round))
  }
  await engine.close()
  return rows
}

/** What the scheduler does each morning: afterwards coaches are shown what it found and what changed since. */
async function lookOver(engine: TestEngine): Promise<void> {
  engine.setNow(instant(TEST_NOW + HOUR_MS))
  for (const { organizationId, localOn, slices } of await listRoundsDue(engine)) {
    const deed = { who: { kind: 'system', organizationId }, surface: 'clock' } as const
    for (const slice of slices) await perform(engine, deed, noteSignals, slice)
    await perform(engine, deed, endRound, localOn)
  }
  engine.setNow(instant(TEST_NOW + 2 * HOUR_MS))
}

async function medianOf(act: (round: number) => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedAt = performance.now()
    await act(round)
    times.push(performance.now() - startedAt)
  }
  return times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN
}
