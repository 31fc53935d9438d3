import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, localDayAt } from '#domain/calendar/local-day.ts'
import { nextTurnAt, sessionDue } from '#domain/plan/living/session-hour.ts'
import {
  HOUR_MS,
  type Instant,
  instant,
  type LocalDay,
  type LocalTime,
  MINUTE_MS,
  zone,
} from '#kernel/instant.ts'

const OSLO = zone('Europe/Oslo')
const morning = { isOn: true, time: '02:30' as LocalTime, isEveningBefore: false, onRestDays: false }
const at = (iso: string) => instant(Date.parse(iso))

describe('the hour of a session', () => {
  it('comes once on the days of 23 and of 25 hours', () => {
    // Clocks go from 02:00 to 03:00 on 28 March 2027 and from 03:00 to 02:00 on 31 October 2027.
    expect(nextTurnAt(morning, OSLO, at('2027-03-27T22:00:00Z'))).toBe(at('2027-03-28T01:30:00Z'))
    expect(nextTurnAt(morning, OSLO, at('2027-10-30T22:00:00Z'))).toBe(at('2027-10-31T00:30:00Z'))
    const again = { zone: OSLO, lastOn: '2027-10-31' as LocalDay, now: at('2027-10-31T01:31:00Z') }
    expect(sessionDue(morning, again)).toBeNull()
  })

  it('is forgotten after five hours, and means the day after when it is the evening before', () => {
    const evening = { ...morning, time: '18:00' as LocalTime, isEveningBefore: true }
    const due = (iso: string) => sessionDue(evening, { zone: OSLO, lastOn: null, now: at(iso) })
    expect(due('2026-11-20T16:59:00Z')).toBeNull()
    expect(due('2026-11-20T17:00:00Z')).toBe('2026-11-21')
    expect(due('2026-11-20T22:00:00Z')).toBe('2026-11-21')
    expect(due('2026-11-20T22:01:00Z')).toBeNull()
    expect(
      sessionDue({ ...evening, isOn: false }, { zone: OSLO, lastOn: null, now: at('2026-11-20T17:00:00Z') }),
    ).toBeNull()
  })

  it('gives each day one turn, in every zone, however often it is looked at', () => {
    const zones = ['Europe/Oslo', 'America/New_York', 'Pacific/Apia', 'Asia/Kathmandu', 'Australia/Lord_Howe']
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 1) }),
        fc.integer({ min: 0, max: 23 }),
        fc.boolean(),
        (name, start, hour, isEveningBefore) => {
          const own = {
            ...morning,
            time: `${String(hour).padStart(2, '0')}:15` as LocalTime,
            isEveningBefore,
          }
          const sent: LocalDay[] = []
          let now = start as Instant
          for (let look = 0; look < 6; look++) {
            now = nextTurnAt(own, zone(name), now)
            for (const late of [0, MINUTE_MS, 2 * HOUR_MS]) {
              const on = sessionDue(own, {
                zone: zone(name),
                lastOn: sent.at(-1) ?? null,
                now: instant(now + late),
              })
              if (on) sent.push(on)
            }
          }
          const first = sent[0] ?? localDayAt(now, zone(name))
          expect(sent).toEqual(sent.map((_, index) => addDays(first, index)))
          expect(sent).toHaveLength(6)
        },
      ),
      { numRuns: 40 },
    )
  })
})
