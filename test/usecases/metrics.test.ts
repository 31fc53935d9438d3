import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { measureEfforts } from '#domain/metrics/measure-efforts.ts'
import type { Recorded } from '#domain/metrics/recorded.ts'
import { steadyLoad } from '#domain/metrics/vdot-load.ts'
import type { ActivityId } from '#kernel/ids.ts'
import { instant, localDay } from '#kernel/instant.ts'
import { findFastest } from '#store/effort-store.ts'
import { askForRecompute, findLoad } from '#store/load-store.ts'
import { listVdotFrom } from '#store/vdot-store.ts'
import { deleteActivities } from '#usecases/activity/delete-activities.ts'
import { listRuns } from '#usecases/activity/list-runs.ts'
import { logFile } from '#usecases/activity/log-file.ts'
import { logForm } from '#usecases/activity/log-form.ts'
import { ask } from '#usecases/ask.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { showLeaderboard } from '#usecases/leaderboard/show-leaderboard.ts'
import { listAthletesToRecompute, recomputeLoads } from '#usecases/metrics/recompute-loads.ts'
import { showPaces } from '#usecases/metrics/show-paces.ts'
import { perform } from '#usecases/perform.ts'
import { showAthlete } from '#usecases/roster/show-athlete.ts'
import { myRuns } from '#views/my-runs.ts'
import { measuredRun } from '../fixtures/measured-run.ts'
import { putInGroup, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, type TestEngine, testEngine } from '../fixtures/test-engine.ts'

let engine: TestEngine
let club: TestClub
beforeEach(async () => {
  engine = await testEngine()
  club = await testClub(engine)
})
afterEach(() => engine.close())

const ana = () => ({ organizationId: club.organizationId, athleteId: club.accounts.UANA })

async function log(
  on: string,
  km: number,
  minutes: number,
  subType: 'easy-run' | 'race' | 'walk' = 'easy-run',
) {
  const done = await perform(engine, by('UANA'), logForm, {
    name: '',
    distanceCm: km * 100_000,
    durationMs: minutes * 60_000,
    subType,
    on: localDay(on),
    at: null,
    note: '',
    isAgain: false,
  } as Parameters<typeof logForm>[1])
  if (!done.ok) throw new Error(done.refusal.code)
  const rows = await engine.db
    .selectFrom('activities')
    .select('id')
    .where('local_on', '=', on)
    .orderBy('id', 'desc')
    .execute()
  return rows[0]?.id as never
}
const history = async () =>
  (await listVdotFrom(engine.db, ana(), localDay('2000-01-01'))).map(entry => [
    entry.on,
    entry.basis,
    Math.round(entry.vdotMilli / 100) / 10,
  ])
const loadOf = async (id: never) => (await findLoad(engine.db, ana(), id))?.vdotLoadMilli ?? null

describe('loads and VDOT', () => {
  it('follow each run as it is logged: the first effort, a better one, a race', async () => {
    const first = await log('2026-11-01', 10, 60)
    expect(await history()).toEqual([['2026-11-01', 'effort', 32.3]])
    const easy = await loadOf(first)
    expect(easy).toBeGreaterThan(20_000)
    await log('2026-11-05', 5, 25)
    const race = await log('2026-11-10', 10, 50, 'race')
    expect(await history()).toEqual([
      ['2026-11-01', 'effort', 32.3],
      ['2026-11-05', 'effort', 38.3],
      ['2026-11-10', 'race', 40],
    ])
    expect(await loadOf(first)).toBe(easy)
    expect(await loadOf(race)).toBeGreaterThan(25_000)
  })

  it('are reckoned anew from the day of an older race that comes in late', async () => {
    await log('2026-11-01', 5, 30)
    const later = await log('2026-11-03', 8, 48)
    const before = (await loadOf(later)) ?? 0
    const race = await log('2026-11-02', 5, 22, 'race')
    const after = (await loadOf(later)) ?? 0
    expect(after).toBeLessThan(before * 0.6)
    expect(await history()).toEqual([
      ['2026-11-01', 'effort', 30.8],
      ['2026-11-02', 'race', 44.5],
    ])
    await perform(engine, by('UANA'), deleteActivities, { activityIds: [race] })
    expect(await loadOf(later)).toBe(before)
    expect((await history()).every(([, basis]) => basis === 'effort')).toBe(true)
  })

  it('leave a stroll at nothing, and say why where nothing can be said', async () => {
    const walk = await log('2026-11-01', 2, 60, 'walk')
    expect(await loadOf(walk)).toBeNull()
    expect((await findLoad(engine.db, ana(), walk))?.inputs.missing).toBe('no-vdot')
    await log('2026-11-02', 5, 25)
    const stroll = await log('2026-11-03', 1, 60, 'walk')
    expect(await loadOf(stroll)).toBe(0)
  })

  it('rank a group by load, without those who hide their pace', async () => {
    const made = await perform(engine, by('UHEAD'), createGroup, {
      name: 'Track',
      description: '',
      privacy: 'public',
    })
    if (!made.ok) throw new Error('no group')
    await putInGroup(engine, club, made.value.id, club.accounts.UANA)
    await log('2026-11-18', 10, 50)
    const board = () =>
      ask(engine, by('UHEAD').who, showLeaderboard, { groupName: 'Track', range: '7d', metric: 'load' })
    const shown = await board()
    expect(shown).toMatchObject({ ok: true, value: { metric: { name: 'load' } } })
    const [first] = shown.ok ? shown.value.standings : []
    expect(first?.score).toBeGreaterThan(20_000)
  })

  it('show coaches how training stands, and athletes who hide from them nothing of it', async () => {
    await log('2026-11-18', 10, 50)
    const card = () => ask(engine, by('UHEAD').who, showAthlete, { accountId: club.accounts.UANA })
    const shown = await card()
    const training = shown.ok ? shown.value.training : undefined
    expect(training?.vdot?.basis).toBe('effort')
    expect(training?.weekLoad).toBeGreaterThan(20)
    await engine.db
      .updateTable('activities')
      .set({ visibility: 'hide' })
      .where('account_id', '=', club.accounts.UANA)
      .execute()
    const hidden = await card()
    expect(hidden.ok && hidden.value.training?.weekLoad).toBe(0)
  })

  it('stand beside each run in its athlete’s list', async () => {
    const id = await log('2026-11-18', 10, 50)
    const page = await ask(engine, by('UANA').who, listRuns, { kind: 'newest' })
    const points = (((await loadOf(id)) ?? 0) / 1_000).toFixed(1)
    expect(page.ok && myRuns(page.value).text).toContain(` · load ${points} points`)
  })

  it('tell coaches nothing of a hidden race, and what was known before it', async () => {
    await log('2026-11-10', 10, 50)
    const race = await log('2026-11-15', 5, 20, 'race')
    const asked = { athlete: { accountId: club.accounts.UANA } }
    const paces = (who: string, input: Parameters<typeof showPaces>[1] = asked) =>
      ask(engine, by(who).who, showPaces, input)
    const card = () => ask(engine, by('UHEAD').who, showAthlete, { accountId: club.accounts.UANA })
    expect(await paces('UHEAD')).toMatchObject({ value: { vdot: { entry: { basis: 'race' } } } })
    await engine.db.updateTable('activities').set({ visibility: 'hide' }).where('id', '=', race).execute()
    const before = { on: '2026-11-10', basis: 'effort' }
    expect(await paces('UHEAD')).toMatchObject({ value: { vdot: { entry: before } } })
    expect(await card()).toMatchObject({ value: { training: { vdot: before } } })
    expect(await paces('UANA', { athlete: null })).toMatchObject({
      value: { vdot: { entry: { basis: 'race' } } },
    })
  })

  it('are reckoned for all that was there before, a slice at a time', async () => {
    await log('2026-11-01', 10, 60)
    const race = await log('2026-11-02', 5, 22, 'race')
    const load = await loadOf(race)
    await engine.db
      .updateTable('activities')
      .set({ vdot_load_milli: null, load_inputs: null, shown_vdot_milli: null })
      .execute()
    await engine.db.deleteFrom('athlete_vdot').execute()
    await engine.db
      .transaction()
      .execute(tx => askForRecompute(tx, ana(), localDay('2026-11-01'), engine.businessNow()))
    const [waiting] = await listAthletesToRecompute(engine)
    if (!waiting) throw new Error('nobody waits')
    const system = { who: { kind: 'system', organizationId: club.organizationId }, surface: 'clock' } as const
    const done = await perform(engine, system, recomputeLoads, waiting)
    expect(done).toMatchObject({ ok: true, value: { reckoned: 2, isDone: true } })
    expect(await loadOf(race)).toBe(load)
    expect(await listAthletesToRecompute(engine)).toEqual([])
  })

  it('keep what a file shows beside the run, reckon from it, and let it go with the run', async () => {
    const startedAt = instant(Date.UTC(2026, 10, 18, 6))
    const samples = Array.from({ length: 3_001 }, (_, at) => ({
      seconds: at,
      meters: at * (at < 1_500 ? 3 : 4) - (at < 1_500 ? 0 : 1_500),
      altitude: 20,
      bpm: 140 + (at % 20),
    }))
    const recorded: Recorded = {
      ...measuredRun({ startedAt }),
      distanceCm: 1_050_000,
      durationMs: 3_000_000,
      elapsedMs: 3_000_000,
      efforts: measureEfforts(samples, true),
    }
    const file = { source: 'fit', sha256: 'a'.repeat(64), activities: [recorded], note: '' } as const
    const done = await perform(engine, by('UANA'), logFile, file)
    if (!done.ok) throw new Error(done.refusal.code)
    const id = done.value.logged[0]?.id as ActivityId
    const load = await findLoad(engine.db, ana(), id)
    expect(load).toMatchObject({
      method: 'plus',
      confidence: 'medium',
      inputs: { from: 'stream', missing: null },
    })
    // The faster half counts for more than the average of both.
    const steady = steadyLoad(3.5, 3_000, load?.inputs.vdot ?? 0)
    expect((load?.vdotLoadMilli ?? 0) / 1_000).toBeGreaterThan(steady)
    expect((await findFastest(engine.db, ana(), 500_000))?.durationMs).toBe(1_250_000)
    expect(
      JSON.stringify(await engine.db.selectFrom('audit_details').select('detail_json').execute()),
    ).not.toContain('packed')
    await perform(engine, by('UANA'), deleteActivities, { activityIds: [id] })
    expect(await findFastest(engine.db, ana(), 500_000)).toBeUndefined()
    expect(await engine.db.selectFrom('activity_efforts').selectAll().execute()).toEqual([])
    expect(await history()).toEqual([])
  })
})
