import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/local-day.ts'
import type { Group } from '#domain/group/group.ts'
import { boardScope } from '#domain/privacy/board-scope.ts'
import { requireMetric } from '#domain/ranking/board-words.ts'
import { instant } from '#kernel/instant.ts'
import { ask } from '#usecases/ask.ts'
import { getBoard } from '#usecases/leaderboard/get-board.ts'
import { readWeek } from '#usecases/leaderboard/read-week.ts'
import { showLeaderboard } from '#usecases/leaderboard/show-leaderboard.ts'
import { perform } from '#usecases/perform.ts'
import { changeEnrollment } from '#usecases/plan/change-enrollment.ts'
import { readAdherence, readShareOfPlan } from '#usecases/plan/read-adherence.ts'
import { OSLO, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, TEST_NOW, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { milers, PLAN_MONDAY, putOnPlan, weeksOf } from '../fixtures/test-plan.ts'
import { putRun, type RunGiven } from '../fixtures/test-runs.ts'

const WEEK = { from: PLAN_MONDAY, to: addDays(PLAN_MONDAY, 6) }
const MONDAY_AFTER = instant(Date.parse('2026-11-30T07:00:00Z'))

describe('the share of a plan', () => {
  let engine: TestEngine
  let club: TestClub
  let group: Group
  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    group = await milers(engine, club)
    await putOnPlan(engine, ['UANA', 'UBEN'])
    engine.setNow(MONDAY_AFTER)
  })
  afterEach(() => engine.close())

  /** `day` counts from the plan's Monday. */
  const run = (who: 'UANA' | 'UBEN', day: number, km: number, given: RunGiven = {}) =>
    putRun(engine, club, club.accounts[who], `${addDays(PLAN_MONDAY, day)}T06:00:00Z`, {
      km,
      minutes: km * 6,
      ...given,
    })
  const wanted = () => ({
    organizationId: club.organizationId,
    accountIds: [club.accounts.UANA, club.accounts.UBEN, club.accounts.UHEAD],
    ...WEEK,
    now: engine.businessNow(),
    sees: () => true,
  })
  const percents = async () => {
    const shares = await readShareOfPlan(engine.db, wanted())
    return (['UANA', 'UBEN', 'UHEAD'] as const).map(who => shares.get(club.accounts[who])?.percent)
  }

  it('is read for many at once, and not at all for those without a plan', async () => {
    for (const [day, km] of [
      [1, 8],
      [3, 6],
      [5, 5],
      [6, 16],
    ] as const)
      await run('UANA', day, km)
    await run('UBEN', 1, 4)
    expect(await percents()).toEqual([100, 50, undefined])
    const shares = await readShareOfPlan(engine.db, wanted())
    expect([...(shares.get(club.accounts.UANA)?.restDays ?? [])]).toEqual(
      [0, 2, 4].map(day => addDays(PLAN_MONDAY, day)),
    )
  })

  it('goes by the athlete’s own day, wherever they ran', async () => {
    // Half past eleven on Tuesday evening in Honolulu is Wednesday in Oslo.
    await putRun(engine, club, club.accounts.UANA, '2026-11-25T09:30:00Z', {
      km: 8,
      zone: 'Pacific/Honolulu' as typeof OSLO,
    })
    const days = (await readAdherence(engine.db, wanted())).get(club.accounts.UANA)
    expect(days?.[1]?.sessions[0]?.band).toBe('full')
  })

  it('counts nothing of what comes through Strava', async () => {
    const id = await run('UANA', 1, 8)
    await engine.db
      .updateTable('activities')
      .set({ source: 'strava', visibility: 'hide' })
      .where('id', '=', id)
      .execute()
    expect((await percents())[0]).toBe(0)
  })

  it('asks nothing of paused days and of an ended plan', async () => {
    engine.setNow(instant(Date.parse('2026-11-26T07:00:00Z')))
    await run('UANA', 1, 8)
    const pause = (deed: 'pause' | 'end') =>
      perform(engine, by('UANA'), changeEnrollment, { deed, athlete: null, title: null })
    expect((await pause('pause')).ok).toBe(true)
    engine.setNow(MONDAY_AFTER)
    expect((await percents())[0]).toBe(100)
    const kinds = async () =>
      (await readAdherence(engine.db, wanted())).get(club.accounts.UANA)?.map(({ kind }) => kind)
    expect((await kinds())?.slice(3)).toEqual(['paused', 'paused', 'paused', 'paused'])
    const going = { deed: 'resume', athlete: null, title: null } as const
    expect((await perform(engine, by('UANA'), changeEnrollment, going)).ok).toBe(true)
    expect((await percents())[0]).toBe(100)
    expect((await kinds())?.slice(3)).toEqual(['paused', 'paused', 'paused', 'paused'])
  })

  describe('on a leaderboard', () => {
    const board = async (scope: 'channel' | 'private') => {
      const metric = requireMetric('plan')
      if (!metric.ok) throw new Error('no metric')
      const found = await getBoard(engine.db, {
        group,
        metric: metric.value,
        range: WEEK,
        zone: OSLO,
        scope: boardScope(scope === 'channel' ? 'teammate' : 'coach', scope),
        readerId: null,
        now: engine.businessNow(),
      })
      return found.standings.map(({ facts, score }) => [facts.name, score])
    }

    it('goes in a channel by what is shared with the group, for a coach by what they may see', async () => {
      await run('UANA', 1, 8)
      await run('UANA', 3, 6, { visibility: 'coach-only' })
      await run('UBEN', 1, 8)
      expect(await board('channel')).toEqual([
        ['Ana', 57],
        ['Ben', 57],
      ])
      expect(await board('private')).toEqual([
        ['Ana', 71],
        ['Ben', 57],
      ])
    })

    it('leaves out who is on no plan, and asks nothing yet of days to come', async () => {
      engine.setNow(instant(Date.parse('2026-11-25T07:00:00Z')))
      await run('UANA', 1, 8)
      const shown = await ask(engine, by('UHEAD').who, showLeaderboard, {
        groupId: group.id,
        range: 'this week',
        metric: 'plan',
      })
      expect(shown.ok && shown.value.standings.map(({ facts, score }) => [facts.name, score])).toEqual([
        ['Ana', 100],
        ['Ben', 0],
      ])
      await engine.db.updateTable('enrollments').set({ last_on: '2026-11-01' }).execute()
      expect(await board('channel')).toEqual([])
    })

    it('keeps a streak over planned rest, and gives the week’s card its way to win', async () => {
      for (const day of [1, 3, 5, 6]) await run('UANA', day, 8)
      for (const day of [1, 3, 6]) await run('UBEN', day, 8)
      const { members } = await readWeek(engine.db, { group, range: WEEK, zone: OSLO, now: MONDAY_AFTER })
      expect(members.map(({ name, streakDays, planPercent }) => [name, streakDays, planPercent])).toEqual([
        ['Ana', 4, 92],
        ['Ben', 1, 78],
      ])
    })
  })

  it('takes one run for one session of two plans', async () => {
    engine.setNow(TEST_NOW)
    await putOnPlan(engine, ['UANA'], { title: 'Second', weeks: weeksOf('Week 1\nTue 8km easy') })
    engine.setNow(MONDAY_AFTER)
    await run('UANA', 1, 8)
    const days = (await readAdherence(engine.db, wanted())).get(club.accounts.UANA)
    expect(days?.[1]?.sessions.map(({ band }) => band).sort()).toEqual(['full', 'missed'])
  })
})
