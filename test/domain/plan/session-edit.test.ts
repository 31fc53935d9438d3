import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '#domain/calendar/local-day.ts'
import { parseWeek } from '#domain/plan/living/parse-week.ts'
import { differingParts, fingerprint, weekEdits, weekShifts } from '#domain/plan/living/session-edit.ts'
import type { PlannedSession } from '#domain/plan/template/enrollment.ts'
import { localDay } from '#kernel/instant.ts'
import { diffText } from '#views/change-diff.ts'

const MONDAY = localDay('2026-11-23')

function daysOf(text: string) {
  const read = parseWeek(text, new Map())
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value
}
function sessionsOf(text: string): PlannedSession[] {
  return daysOf(text).flatMap((day, dayIndex) =>
    day.sessions.map(
      (session, slot) =>
        ({
          enrollmentId: 'e',
          dayIndex,
          slot,
          on: addDays(MONDAY, dayIndex),
          note: slot === 0 ? day.note : '',
          ...session,
        }) as PlannedSession,
    ),
  )
}
function said(before: string, after: string): string[] {
  const sessions = sessionsOf(before)
  const edits = weekEdits(sessions, daysOf(after), MONDAY).map(({ key, ...edit }) => ({
    ...(key ?? { enrollmentId: 'e', dayIndex: 0, slot: 9 }),
    ...edit,
  }))
  return diffText({ edits, weeks: weekShifts(sessions, edits) }).mrkdwn.split('\n')
}
const WEEK = 'Tue 8km easy\nThu 2km easy + 8x400m @z5 r400m jog + 2km easy // spikes\nSun 16km easy'

describe('what changes in a week', () => {
  it('is read as a difference', () => {
    const fewer = WEEK.replace('8x400m', '6x400m')
    expect(said(WEEK, fewer)).toEqual(['• *Thu 26 Nov*: 8×400m → 6×400m · _spikes_', 'week −5 %'])
    expect(said(WEEK, WEEK.replace('Thu', 'Sat'))).toEqual([
      '• *Thu 26 Nov → Sat 28 Nov*: 2km easy + 8x400m @z5 r400m jog + 2km easy',
    ])
    expect(said(WEEK, WEEK.replace('Tue 8km easy\n', ''))[0]).toBe('• *Tue 24 Nov*: 8km easy → rest')
    expect(said(WEEK, `${WEEK}\nFri 30min easy`)[0]).toBe('• *Fri 27 Nov*: new: 30min easy')
    expect(said(WEEK, WEEK.replace('spikes', 'flats'))).toEqual([
      '• *Thu 26 Nov*: 2km easy + 8x400m @z5 r400m jog + 2km easy · _flats_',
    ])
    expect(said(WEEK, WEEK)).toEqual([''])
  })

  it('keeps two days that swap apart from two that change', () => {
    const swapped = 'Tue 16km easy\nSun 8km easy'
    expect(said('Tue 8km easy\nSun 16km easy', swapped)).toHaveLength(2)
  })

  it('says only the parts of a workout that differ', () => {
    expect(differingParts('8km easy', '10km easy')).toEqual(['8km easy', '10km easy'])
    expect(differingParts('2km easy + 5km @z4 + 2km easy', '2km easy + 6km @z4 + 2km easy')).toEqual([
      '5km @z4',
      '6km @z4',
    ])
    expect(differingParts('4x(1km @z5 + 1km @z3)', '5x(1km @z5 + 1km @z3)')).toEqual([
      '4×(1km @z5 + 1km @z3)',
      '5×(1km @z5 + 1km @z3)',
    ])
    expect(differingParts('2km easy', '2km easy + 4x100m strides')).toEqual([
      '2km easy',
      '2km easy + 4x100m strides',
    ])
  })

  it('leads from any week to any other, sessions that stay untouched', () => {
    const session = fc.constantFrom('8km easy', '5km easy', '30min easy', '6x400m @z5 r400m jog')
    const week = fc
      .array(fc.tuple(fc.constantFrom('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'), session), {
        maxLength: 7,
      })
      .map(pairs => [...new Map(pairs)].map(([day, text]) => `${day} ${text}`).join('\n'))
    fc.assert(
      fc.property(week, week, (before, after) => {
        const sessions = sessionsOf(before)
        const edits = weekEdits(sessions, daysOf(after), MONDAY)
        const left = sessions
          .filter(
            one => !edits.some(edit => edit.key?.dayIndex === one.dayIndex && edit.key.slot === one.slot),
          )
          .map(one => `${daysBetween(MONDAY, one.on)} ${one.text}`)
        const made = edits.flatMap(({ after: shape }) =>
          shape ? [`${daysBetween(MONDAY, shape.on)} ${shape.text}`] : [],
        )
        const wanted = sessionsOf(after).map(one => `${one.dayIndex} ${one.text}`)
        expect([...left, ...made].sort()).toEqual(wanted.sort())
        expect(weekEdits(sessions, daysOf(before), MONDAY)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('is noticed by whoever looked before', () => {
    expect(fingerprint(sessionsOf(WEEK))).not.toBe(fingerprint(sessionsOf(WEEK.replace('8x', '6x'))))
    expect(fingerprint(sessionsOf(WEEK))).toBe(fingerprint(sessionsOf(WEEK)))
  })

  it('is not read from lines that are none', () => {
    expect(parseWeek('Tue 8km easy\nFoo 3km', new Map())).toMatchObject({
      refusal: { code: 'week-text-wrong', faults: [{ line: 2, code: 'day-unknown' }] },
    })
    expect(parseWeek('Tue 8km easy\nWeek 2\nMon 3km easy', new Map())).toMatchObject({
      refusal: { faults: [{ line: 2, code: 'week-out-of-order' }] },
    })
    expect(parseWeek('', new Map()).ok).toBe(true)
  })
})
