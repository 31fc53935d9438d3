import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/local-day.ts'
import { parsePlan } from '#domain/plan/template/parse-plan.ts'
import { HOUR_MS, instant, type LocalDay, localDay } from '#kernel/instant.ts'
import { listSessionsOf } from '#store/read/session-read.ts'
import { ask } from '#usecases/ask.ts'
import { perform } from '#usecases/perform.ts'
import { assignPlan } from '#usecases/plan/assign-plan.ts'
import { createPlan } from '#usecases/plan/create-plan.ts'
import { myPlanWeek } from '#usecases/plan/my-plan-week.ts'
import { type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, type TestEngine, testEngine } from '../fixtures/test-engine.ts'

const WEEKS = 4
const START = localDay('2026-10-19')
const LAST = addDays(START, WEEKS * 7 - 1)

/** A plan over the night of 25 October 2026, in which Oslo's clocks go back from three to two. */
describe('the planned sessions of an athlete', () => {
  let engine: TestEngine
  let club: TestClub
  let enrollmentId: string

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    engine.setNow(instant(Date.UTC(2026, 9, 16, 12)))
    const text = Array.from({ length: WEEKS }, (_, week) => {
      const days = ['Mon', 'Wed', 'Sun'].map((day, at) => `${day} ${5 + week + at}km easy`)
      return [`Week ${week + 1}`, ...days].join('\n')
    })
    const weeks = parsePlan(text.join('\n'))
    if (!weeks.ok) throw new Error(weeks.refusal.code)
    const content = { title: 'Base', level: 'basic', visibility: 'public', weeks: weeks.value } as const
    const made = await perform(engine, by('UHEAD'), createPlan, content)
    if (!made.ok) throw new Error(made.refusal.code)
    const { id: planId, versionId: seenVersionId } = made.value.plan
    const done = await perform(engine, by('UHEAD'), assignPlan, {
      planId,
      seenVersionId,
      athletes: [{ slackUserId: 'UANA', name: 'Ana' }],
      groupId: null,
      start: { kind: 'start', on: START },
      onConflict: null,
    })
    if (!done.ok) throw new Error(done.refusal.code)
    enrollmentId = (await engine.db.selectFrom('enrollments').select('id').executeTakeFirstOrThrow()).id
  })
  afterEach(() => engine.close())

  const sessions = async (from: LocalDay, to: LocalDay) =>
    (await listSessionsOf(engine.db, club.organizationId, club.accounts.UANA, from, to)).map(
      ({ on, text, dayIndex, slot, isChanged }) =>
        `${on} ${dayIndex}.${slot} ${text}${isChanged ? ' changed' : ''}`,
    )
  async function change(given: { day: number; slot: number; on: LocalDay; isDropped: boolean }) {
    const row = {
      on_day: given.on,
      text: '3km easy',
      title: null,
      note: '',
      is_dropped: given.isDropped ? (1 as const) : (0 as const),
      updated_at: 1,
    }
    await engine.db
      .insertInto('session_changes')
      .values({
        organization_id: club.organizationId,
        enrollment_id: enrollmentId,
        account_id: club.accounts.UANA,
        day_index: given.day,
        slot: given.slot,
        ...row,
      })
      .onConflict(conflict =>
        conflict.columns(['organization_id', 'enrollment_id', 'day_index', 'slot']).doUpdateSet(row),
      )
      .execute()
  }

  it('are moved, rewritten, added and dropped by what was changed, and by nothing else', async () => {
    await change({ day: 0, slot: 0, on: localDay('2026-10-20'), isDropped: false })
    await change({ day: 2, slot: 0, on: localDay('2026-10-21'), isDropped: true })
    await change({ day: 2, slot: 1, on: localDay('2026-10-21'), isDropped: false })
    await change({ day: 7, slot: 0, on: localDay('2026-10-24'), isDropped: false })
    expect(await sessions(START, addDays(START, 7))).toEqual([
      '2026-10-20 0.0 3km easy changed',
      '2026-10-21 2.1 3km easy changed',
      '2026-10-24 7.0 3km easy changed',
      '2026-10-25 6.0 7km easy',
    ])
    // Out of one week and into another: it is there once.
    expect(await sessions(addDays(START, 7), addDays(START, 8))).toEqual([])
    await engine.db.deleteFrom('session_changes').execute()
    expect(await sessions(START, START)).toEqual(['2026-10-19 0.0 5km easy'])
  })

  it('are the same however the days are cut, whatever was changed', async () => {
    const day = fc.integer({ min: 0, max: WEEKS * 7 - 1 })
    const changes = fc.array(
      fc.record({ day, slot: fc.integer({ min: 0, max: 2 }), to: day, isDropped: fc.boolean() }),
      { maxLength: 12 },
    )
    const planned = Array.from({ length: WEEKS }, (_, week) =>
      [0, 2, 6].map(at => `${week * 7 + at}.0`),
    ).flat()
    await fc.assert(
      fc.asyncProperty(changes, day, async (list, cut) => {
        await engine.db.deleteFrom('session_changes').execute()
        for (const { to, ...each } of list) await change({ ...each, on: addDays(START, to) })
        const whole = await sessions(START, LAST)
        const middle = addDays(START, cut)
        const cutInTwo = [...(await sessions(START, middle)), ...(await sessions(addDays(middle, 1), LAST))]
        expect(cutInTwo).toEqual(whole)
        const last = new Map(list.map(each => [`${each.day}.${each.slot}`, each]))
        const expected = new Set([...planned, ...last.keys()].filter(key => !last.get(key)?.isDropped))
        expect(new Set(whole.map(line => line.split(' ')[1]))).toEqual(expected)
        expect(whole).toHaveLength(expected.size)
      }),
      { numRuns: 25 },
    )
  })

  it('fall on the athlete’s days, each once, through the night in which the clocks change', async () => {
    const seen: string[] = []
    const from = Date.UTC(2026, 9, 24, 12)
    for (let hour = 0; hour < 40; hour++) {
      engine.setNow(instant(from + hour * HOUR_MS))
      const week = await ask(engine, by('UANA').who, myPlanWeek, { weeksAhead: 0 })
      if (!week.ok) throw new Error(week.refusal.code)
      const { today, sessions: planned } = week.value
      if (seen.at(-1) !== today) seen.push(today)
      const days =
        today < '2026-10-26'
          ? ['2026-10-19', '2026-10-21', '2026-10-25']
          : ['2026-10-26', '2026-10-28', '2026-11-01']
      expect(planned.map(session => session.on)).toEqual(days)
    }
    // That day has twenty-five hours in Oslo, and is one day all the same.
    expect(seen).toEqual(['2026-10-24', '2026-10-25', '2026-10-26'])
  })

  it('keep their day when the athlete travels: what is today goes by where they are', async () => {
    engine.setNow(instant(Date.UTC(2026, 9, 25, 12)))
    const planned = await sessions(START, LAST)
    for (const [zone, today, from] of [
      ['Pacific/Auckland', '2026-10-26', '2026-10-26'],
      ['Pacific/Honolulu', '2026-10-25', '2026-10-19'],
      ['Europe/Oslo', '2026-10-25', '2026-10-19'],
    ] as const) {
      await engine.db.updateTable('accounts').set({ zone }).where('id', '=', club.accounts.UANA).execute()
      const week = await ask(engine, by('UANA').who, myPlanWeek, { weeksAhead: 0 })
      expect(week).toMatchObject({ value: { today, from } })
      expect(await sessions(START, LAST)).toEqual(planned)
    }
  })
})
