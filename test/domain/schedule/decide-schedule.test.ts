import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDayAt, mondayOf } from '#domain/calendar/local-day.ts'
import type { Weekday } from '#domain/calendar/weekday.ts'
import {
  decideEnd,
  decidePause,
  decideResumption,
  decideSchedule,
  nextPost,
  type ScheduleWanted,
} from '#domain/schedule/decide-schedule.ts'
import type { Schedule } from '#domain/schedule/schedule.ts'
import type { AccountId, GroupId, OrganizationId, ScheduleId, SlackChannelId } from '#kernel/ids.ts'
import { DAY_MS, type Instant, instant, type LocalDay, type LocalTime, type Zone } from '#kernel/instant.ts'
import { TEST_NOW } from '../../fixtures/test-engine.ts'

const wanted: ScheduleWanted = {
  groupId: 'g' as GroupId,
  channelId: 'C1' as SlackChannelId,
  metric: 'distance',
  weekday: 1,
  time: '08:00' as LocalTime,
  zone: 'Europe/Oslo' as Zone,
}

const set = (
  change: Partial<ScheduleWanted>,
  lastPostedOn: LocalDay | null,
  now = TEST_NOW,
  present?: Schedule,
) =>
  decideSchedule({
    id: 's' as ScheduleId,
    organizationId: 'o' as OrganizationId,
    wanted: { ...wanted, ...change },
    present,
    lastPostedOn,
    setBy: 'a' as AccountId,
    now,
  })

describe('a schedule', () => {
  it('posts first at its next turn', () => {
    expect(nextPost(set({}, null), TEST_NOW).dueAt).toBe(Date.UTC(2026, 10, 23, 7))
  })

  it('keeps its identity when it is set again', () => {
    const first = set({}, null)
    const later = instant(TEST_NOW + DAY_MS)
    const again = set({ weekday: 3 }, null, later, { ...first, id: 'first' as ScheduleId, state: 'paused' })
    expect(again).toMatchObject({
      id: 'first',
      weekday: 3,
      state: 'active',
      createdAt: TEST_NOW,
      updatedAt: later,
    })
  })

  it('never posts a second time in a week, whenever and to whatever turn it is moved or resumed', () => {
    const zones = fc.constantFrom('Europe/Oslo', 'America/New_York', 'Pacific/Kiritimati', 'Asia/Kathmandu')
    const times = fc.constantFrom('00:00', '02:30', '08:00', '23:59')
    fc.assert(
      fc.property(
        zones,
        times,
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 400 * DAY_MS }),
        (zone, time, weekday, offset) => {
          const now = instant(TEST_NOW + offset) as Instant
          const postedOn = localDayAt(now, zone as Zone)
          const change = { zone: zone as Zone, time: time as LocalTime, weekday: weekday as Weekday }
          const moved = set(change, postedOn, now)
          const resumed = decideResumption({ ...moved, state: 'paused' }, postedOn, now)
          if (!resumed.ok) throw new Error(resumed.refusal.code)
          for (const schedule of [moved, resumed.value]) {
            const { localOn, dueAt } = nextPost(schedule, now)
            expect(dueAt).toBeGreaterThan(now)
            expect(mondayOf(localOn) > mondayOf(postedOn)).toBe(true)
          }
        },
      ),
    )
  })

  it('is paused, resumed and ended once each', () => {
    const active = set({}, null)
    const paused = decidePause(active, 'channel-archived', TEST_NOW)
    if (!paused.ok) throw new Error(paused.refusal.code)
    expect(paused.value).toMatchObject({ state: 'paused', pauseReason: 'channel-archived' })
    expect(decidePause(paused.value, null, TEST_NOW)).toMatchObject({
      refusal: { code: 'schedule-already-paused' },
    })
    const week = instant(TEST_NOW + 7 * DAY_MS)
    expect(decideResumption(paused.value, null, week)).toMatchObject({
      ok: true,
      value: { state: 'active', pauseReason: null, activeFrom: week },
    })
    expect(decideResumption(active, null, TEST_NOW)).toMatchObject({
      refusal: { code: 'schedule-already-active' },
    })
    const ended = decideEnd(active, TEST_NOW)
    if (!ended.ok) throw new Error(ended.refusal.code)
    for (const again of [
      decideEnd(ended.value, TEST_NOW),
      decidePause(ended.value, null, TEST_NOW),
      decideResumption(ended.value, null, TEST_NOW),
    ]) {
      expect(again).toEqual({ ok: false, refusal: { code: 'schedule-already-ended' } })
    }
  })
})
