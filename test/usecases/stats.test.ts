import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mayShow } from '#domain/privacy/may-show.ts'
import { DEFAULT_SWITCHES } from '#domain/privacy/privacy-switches.ts'
import { sumScope } from '#domain/privacy/sum-scope.ts'
import type { GroupId } from '#kernel/ids.ts'
import { zone } from '#kernel/instant.ts'
import { ask } from '#usecases/ask.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { perform } from '#usecases/perform.ts'
import { setPrivacy } from '#usecases/privacy/set-privacy.ts'
import { askForPicture } from '#usecases/stats/ask-for-picture.ts'
import { compareGroups } from '#usecases/stats/compare-groups.ts'
import { showStats } from '#usecases/stats/show-stats.ts'
import { joinClub, putInGroup, setStatus, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { putRun } from '../fixtures/test-runs.ts'

describe('stats of a group', () => {
  let engine: TestEngine
  let club: TestClub
  let milers: GroupId

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    milers = await group('Milers')
    await putInGroup(engine, club, milers, club.accounts.UANA, true)
    await putInGroup(engine, club, milers, club.accounts.UBEN, false)
    await beMembersSinceLongAgo()
  })
  afterEach(() => engine.close())

  async function group(name: string): Promise<GroupId> {
    const made = await perform(engine, by(club.headCoach), createGroup, {
      name,
      description: '',
      privacy: 'private',
    })
    if (!made.ok) throw new Error('no group')
    return made.value.id
  }
  const beMembersSinceLongAgo = () =>
    engine.db
      .updateTable('group_memberships')
      .set({ joined_at: Date.parse('2026-01-01') })
      .execute()
  const run = (who: 'UANA' | 'UBEN', at: string, given: Parameters<typeof putRun>[4] = {}) =>
    putRun(engine, club, club.accounts[who], at, given)
  const show = (who: string, range: string | null = 'last week', where: string | null = null) =>
    ask(engine, by(who).who, showStats, {
      groupName: 'milers',
      range,
      zone: where === null ? null : zone(where),
    })
  async function shown(who: string, range?: string, where?: string) {
    const answer = await show(who, range, where ?? null)
    if (!answer.ok) throw new Error(answer.refusal.code)
    return answer.value
  }

  it('sum what every member did for a coach, day by day, against as many days before', async () => {
    await run('UANA', '2026-11-10T06:00:00Z', { km: 10, minutes: 50 })
    await run('UANA', '2026-11-12T06:00:00Z', { km: 5, minutes: 30 })
    await run('UBEN', '2026-11-12T17:00:00Z', { km: 8, minutes: 40, visibility: 'coach-only' })
    await run('UANA', '2026-11-03T06:00:00Z', { km: 20 })
    const { stats, hasNewer, turns } = await shown(club.headCoach)
    expect(stats).toMatchObject({
      countsEverybody: true,
      sums: { distanceCm: 2_300_000, durationMs: 7_200_000, activities: 3, active: 2, counted: 2, total: 2 },
      before: { distanceCm: 2_000_000, activities: 1, active: 1 },
    })
    expect(stats.days.map(day => [day.on, day.distanceCm, day.active])).toEqual([
      ['2026-11-09', 0, 0],
      ['2026-11-10', 1_000_000, 1],
      ['2026-11-11', 0, 0],
      ['2026-11-12', 1_300_000, 2],
      ['2026-11-13', 0, 0],
      ['2026-11-14', 0, 0],
      ['2026-11-15', 0, 0],
    ])
    expect(hasNewer).toBe(true)
    expect(turns.earlier).toEqual({ from: '2026-11-02', to: '2026-11-08' })
    expect(turns.later).toEqual({ from: '2026-11-16', to: '2026-11-22' })
  })

  it('sum for members only what is shared, and say how many share', async () => {
    await run('UANA', '2026-11-10T06:00:00Z', { km: 10 })
    await run('UANA', '2026-11-11T06:00:00Z', { km: 4, visibility: 'coach-only' })
    await run('UBEN', '2026-11-12T17:00:00Z', { km: 8 })
    expect((await shown(club.ana)).stats).toMatchObject({
      countsEverybody: false,
      sums: { distanceCm: 1_000_000, activities: 1, active: 1, counted: 1, total: 2 },
    })
  })

  it('leave out who hides everything, who rests and what is hidden', async () => {
    await run('UANA', '2026-11-10T06:00:00Z', { km: 10, visibility: 'hide' })
    await run('UBEN', '2026-11-10T06:00:00Z', { km: 6 })
    expect((await shown(club.headCoach)).stats.sums).toMatchObject({
      distanceCm: 600_000,
      active: 1,
      counted: 2,
    })
    await perform(engine, by(club.ben), setPrivacy, {
      switches: { ...DEFAULT_SWITCHES, isShown: false },
      groups: [],
    })
    expect((await shown(club.headCoach)).stats.sums).toMatchObject({ distanceCm: 0, counted: 1, total: 2 })
    await setStatus(engine, club.accounts.UBEN, 'inactive')
    expect((await shown(club.headCoach)).stats.sums).toMatchObject({ counted: 1, total: 1 })
  })

  it('put a run on the day of the zone asked for', async () => {
    await run('UANA', '2026-11-10T23:30:00Z', { km: 10 })
    const on = async (where: string) =>
      (await shown(club.headCoach, 'last week', where)).stats.days.find(day => day.activities > 0)?.on
    expect(await on('Europe/Oslo')).toBe('2026-11-11')
    expect(await on('UTC')).toBe('2026-11-10')
    expect(await on('America/New_York')).toBe('2026-11-10')
    expect(await on('Pacific/Auckland')).toBe('2026-11-11')
  })

  it('are the same day by day as in all over a change of clocks', async () => {
    for (const at of [
      '2026-10-24T22:10:00Z',
      '2026-10-25T00:30:00Z',
      '2026-10-25T22:30:00Z',
      '2026-10-25T23:10:00Z',
    ]) {
      await run('UANA', at, { km: 1 })
    }
    const { stats } = await shown(club.headCoach, '2026-10-19..2026-11-01')
    expect(stats.days.filter(day => day.activities > 0).map(day => [day.on, day.activities])).toEqual([
      ['2026-10-25', 3],
      ['2026-10-26', 1],
    ])
    expect(stats.sums.activities).toBe(4)
  })

  it('are refused to others, and for days that make no sense', async () => {
    await joinClub(engine, club, 'UOUT', 'Out')
    expect(await show('UOUT')).toMatchObject({ ok: false, refusal: { code: 'group-unknown' } })
    expect(await show(club.ana, '2026-05-02..2026-05-01')).toMatchObject({
      refusal: { code: 'range-backwards' },
    })
    expect(await show(club.ana, '2016-05-02..2026-05-01')).toMatchObject({
      refusal: { code: 'range-too-long' },
    })
    expect(await show(club.ana, 'someday')).toMatchObject({ refusal: { code: 'unknown-range' } })
  })

  it('compare groups for coaches, the farthest first, and count who is in none', async () => {
    const track = await group('Track')
    await group('Empty')
    await putInGroup(engine, club, track, club.accounts.UBEN, true)
    await beMembersSinceLongAgo()
    await joinClub(engine, club, 'UNEW', 'New')
    await run('UBEN', '2026-11-12T17:00:00Z', { km: 8 })
    await run('UANA', '2026-11-12T17:00:00Z', { km: 3 })
    const compared = await ask(engine, by(club.assistant).who, compareGroups, {
      range: 'last week',
      zone: null,
    })
    expect(compared).toMatchObject({
      ok: true,
      value: {
        unassigned: 1,
        groups: [
          { groupName: 'Milers', sums: { distanceCm: 1_100_000, active: 2, counted: 2 } },
          { groupName: 'Track', sums: { distanceCm: 800_000, active: 1, counted: 1 } },
          { groupName: 'Empty', sums: { distanceCm: 0, counted: 0, total: 0 } },
        ],
      },
    })
    expect(await ask(engine, by(club.ana).who, compareGroups, { range: null, zone: null })).toMatchObject({
      refusal: { code: 'not-a-coach' },
    })
  })

  it('come as a picture to whoever may see them, and to nobody else', async () => {
    const wanted = { groupId: milers, from: '2026-11-09', to: '2026-11-15', zone: 'Europe/Oslo' } as never
    expect(await perform(engine, by(club.ana), askForPicture, wanted)).toMatchObject({ ok: true })
    const rows = await engine.db.selectFrom('outbox').select(['kind', 'recipient', 'payload_json']).execute()
    expect(rows).toMatchObject([{ kind: 'stats-picture', recipient: 'UANA' }])
    expect(rows[0]?.payload_json).toContain('"readBy":"group"')
    const refused = await perform(engine, by(club.ana), askForPicture, {
      ...(wanted as object),
      groupId: null,
    } as never)
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'not-a-coach' } })
    expect(await engine.db.selectFrom('outbox').select('id').execute()).toHaveLength(1)
  })
})

describe('the scope of sums', () => {
  it('says what the gate says, switch by switch', () => {
    expect(sumScope('coach', 'private')).toEqual({
      onlySharing: false,
      visibilities: ['share', 'coach-only'],
      switches: ['isShown'],
    })
    expect(sumScope('group', 'channel')).toEqual({
      onlySharing: true,
      visibilities: ['share'],
      switches: ['isShown'],
    })
    const athlete = {
      status: 'active',
      hasAnswered: true,
      sharesWithGroup: true,
      switches: DEFAULT_SWITCHES,
    } as const
    expect(
      mayShow(
        { kind: 'coach-total', source: 'owned', visibility: 'share', athlete },
        { relation: 'coach', isSuspended: false },
        'channel',
      ),
    ).toBe(false)
  })
})
