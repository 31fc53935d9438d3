import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/local-day.ts'
import type { AthleteWeek, DayMark, GroupWeek } from '#domain/plan/matching/group-week.ts'
import type { AccountId } from '#kernel/ids.ts'
import type { Place } from '#sandbox/desk.ts'
import { AVAILABILITY_ACTIONS, availabilityForm, groupAvailabilityShown } from '#views/availability.ts'
import { GROUP_WEEK_ACTIONS, groupWeekShown } from '#views/group-week.ts'
import { KEPT_ACTIONS } from '#views/kept-week.ts'
import { checkedMessage } from '../fixtures/checked-view.ts'
import { type ClubInSandbox, clubInSandbox, DEMO, refusedCalls } from '../fixtures/club-in-sandbox.ts'
import { PLAN_MONDAY } from '../fixtures/test-plan.ts'

type Element = { action_id?: string; options?: { value: string }[] }
type Block = { block_id?: string; type: string; elements?: Element[] }

/** Where an action stands in what somebody sees. */
function elementIn(blocks: readonly unknown[], actionId: string) {
  for (const block of blocks as Block[]) {
    const element = block.elements?.find(each => each.action_id === actionId)
    if (element) return { ref: { blockId: block.block_id ?? '', actionId }, element }
  }
  throw new Error(`no ${actionId}`)
}

describe('how a plan was kept, in Slack', () => {
  let club: ClubInSandbox
  beforeAll(async () => {
    club = await clubInSandbox()
  })
  afterAll(() => club.stop())

  async function act(as: string, channel: string, actionId: string, value: string | null = null) {
    const message = club.last(as, channel)
    const place: Place = { kind: 'message', channel, ts: message.ts }
    const { ref, element } = elementIn(message.blocks ?? [], actionId)
    const outcome = await club.desk.act(as, place, ref, value ?? element.options?.[0]?.value ?? null, {})
    if (!outcome.ok) throw new Error(outcome.message)
  }

  it('goes from the group’s week to an athlete’s, to a run, and to the question which session it was', async () => {
    const { desk } = club
    const shown = await club.say(DEMO.coach, DEMO.random, '/astral plan week "Marathon Block" last week')
    expect(shown.text).toContain('9 of 9 athletes on a plan')
    const before = desk.messages(DEMO.coach, DEMO.random).length
    await act(DEMO.coach, DEMO.random, GROUP_WEEK_ACTIONS.open)
    await desk.until(() => desk.messages(DEMO.coach, DEMO.random).length > before)
    expect(club.last(DEMO.coach, DEMO.random).text).toContain('how the plan was kept')
    await act(DEMO.coach, DEMO.random, KEPT_ACTIONS.pick)
    await desk.until(() => desk.modals(DEMO.coach).length > 0)
    const modal = desk.modals(DEMO.coach).at(-1)
    if (!modal) throw new Error('no form')
    expect(await desk.submit(DEMO.coach, modal.id, { session: { value: 'none' } })).toEqual({ ok: true })
    await desk.until(() => JSON.stringify(desk.modals(DEMO.coach)).includes('none of the plan'))
    expect(refusedCalls(desk)).toEqual([])
  })

  it('sends the group’s week as a picture to the coach', async () => {
    const { desk } = club
    const dm = club.dm(DEMO.coach)
    const before = desk.messages(DEMO.coach, dm).length
    await club.say(DEMO.coach, DEMO.general, '/astral plan week "Marathon Block" last week')
    await act(DEMO.coach, DEMO.general, GROUP_WEEK_ACTIONS.picture)
    await desk.until(() => desk.messages(DEMO.coach, dm).length > before, 20_000)
    expect(JSON.stringify(club.last(DEMO.coach, dm).blocks)).toContain('Who kept to the plan')
  })

  it('answers when somebody can train, a tap a day', async () => {
    const { desk } = club
    await club.say(DEMO.coach, DEMO.track, '/astral availability "Marathon Block" sunday 18:00')
    const who = (
      await club.app.engine.db
        .selectFrom('enrollments as e')
        .innerJoin('accounts as a', 'a.id', 'e.account_id')
        .select('a.slack_user_id')
        .executeTakeFirstOrThrow()
    ).slack_user_id
    await club.say(who, DEMO.general, '/astral availability')
    await act(who, DEMO.general, AVAILABILITY_ACTIONS.maybe)
    await desk.until(() => JSON.stringify(club.last(who, DEMO.general).blocks).includes('6 days to go'))
    await act(who, DEMO.general, AVAILABILITY_ACTIONS.rest)
    await desk.until(() => JSON.stringify(club.last(who, DEMO.general).blocks).includes('All seven days'))
    const seen = await club.say(DEMO.coach, DEMO.track, '/astral availability "Marathon Block"')
    expect(seen.text).toContain('1 of 9 athletes answered')
    expect(seen.text).toContain('asked on Sundays at 18:00')
    expect(refusedCalls(desk)).toEqual([])
  })
})

describe('a group of 500', () => {
  const name = 'Wilhelmina *Bartholomea* <Puddlethwaite> & 雲川 走太 '.repeat(3)
  const marks: DayMark[] = ['full', 'part', 'missed', 'pending', 'ran-on-rest', 'paused', 'rest']
  const athletes = Array.from(
    { length: 500 },
    (_, n): AthleteWeek => ({
      accountId: `01930000-0000-7000-8000-${String(n).padStart(12, '0')}` as AccountId,
      name,
      isHidden: n % 7 === 0,
      marks: n % 5 === 0 ? Array(7).fill('none') : marks,
      percent: n % 3 === 0 ? null : n % 101,
      changed: n % 4,
    }),
  )
  const week: GroupWeek = {
    groupId: '01930000-0000-7000-8000-000000000001',
    groupName: name,
    from: PLAN_MONDAY,
    athletes,
    totals: { onPlan: 400, full: 1_000, part: 500, missed: 500, pending: 12 },
  }

  it('fits Slack on every page, and the pages hold everybody', () => {
    for (let first = 0; first < athletes.length; first += 25) {
      expect(checkedMessage(groupWeekShown(week, first))).toEqual([])
    }
    expect(JSON.stringify(groupWeekShown(week, 475).blocks)).toContain('athletes 476 to 500 of 500')
    expect(checkedMessage(groupWeekShown({ ...week, athletes: [] }))).toEqual([])
  })

  it('fits Slack with what it answered, and so does the form', () => {
    const days = Array.from({ length: 7 }, (_, n) => ({
      on: addDays(PLAN_MONDAY, n),
      answer: 'maybe' as const,
      minutes: 180,
    }))
    const group = {
      groupId: week.groupId,
      groupName: name,
      weekOn: PLAN_MONDAY,
      athletes: athletes.map((_, n) => ({ name, days: n % 2 === 0 ? days : [], isAwaited: n % 2 === 1 })),
      round: null,
    }
    for (let first = 0; first < 500; first += 40) {
      expect(checkedMessage(groupAvailabilityShown(group, first))).toEqual([])
    }
    for (const answered of [days, [], days.slice(0, 3)]) {
      expect(
        checkedMessage(availabilityForm({ weekOn: PLAN_MONDAY, days: answered, isOver: false }, true)),
      ).toEqual([])
    }
    expect(checkedMessage(availabilityForm({ weekOn: PLAN_MONDAY, days, isOver: true }))).toEqual([])
  })
})
