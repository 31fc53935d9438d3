import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePlan } from '#domain/plan/template/parse-plan.ts'
import type { PlanWeeks } from '#domain/plan/template/plan.ts'
import { parsePlanCsv, printPlanCsv } from '#domain/plan/template/plan-csv.ts'
import { printPlan } from '#domain/plan/template/print-plan.ts'

const TEXT = `Week 1 // settle in
Mon 8km easy
Tue rest
Thu 2km easy + 6x400m @z5 r200m jog + 2km easy // flat course
Sun 14km easy

week 2:
tuesday: 30min easy
Tue 20min easy
Sat "Hills"`

const library = new Map([['hills', { title: 'Hills', text: '10x60s interval r90s jog' }]])

function weeksOf(text: string): PlanWeeks {
  const read = parsePlan(text, library)
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value
}

describe('a plan as text', () => {
  it('is read week by week, day by day, with notes, two sessions a day and workouts of the library', () => {
    const weeks = weeksOf(TEXT)
    expect(weeks.map(week => week.note)).toEqual(['settle in', ''])
    expect(weeks[0]?.days.map(day => day.sessions.length)).toEqual([1, 0, 0, 1, 0, 0, 1])
    expect(weeks[0]?.days[3]?.note).toBe('flat course')
    expect(weeks[1]?.days[1]?.sessions.map(session => session.text)).toEqual(['30min easy', '20min easy'])
    expect(weeks[1]?.days[5]?.sessions).toEqual([{ text: '10x60s interval r90s jog', title: 'Hills' }])
  })

  it('names every fault with its line, at most ten', () => {
    const read = parsePlan(
      'Mon 8km easy\nWeek 1\nMun 8km easy\nTue 8 potatoes\nWed\nThu "Hils"\nWeek 3',
      library,
    )
    expect(
      read.ok ? [] : 'faults' in read.refusal ? read.refusal.faults.map(f => [f.line, f.code]) : [],
    ).toEqual([
      [1, 'no-week-yet'],
      [3, 'day-unknown'],
      [4, 'workout'],
      [5, 'nothing-said'],
      [6, 'workout-unknown'],
      [7, 'week-out-of-order'],
    ])
    const many = parsePlan(`Week 1\n${'Mon nonsense\n'.repeat(30)}`)
    expect(many).toMatchObject({ refusal: { code: 'plan-text-wrong', more: 20 } })
  })

  it('refuses sixty weeks in one sentence', () => {
    const sixty = Array.from({ length: 60 }, (_, week) => `Week ${week + 1}\nMon 5km easy`).join('\n')
    expect(parsePlan(sixty)).toMatchObject({
      refusal: { faults: [{ code: 'too-many-weeks', found: 53, limit: 52 }], more: 0 },
    })
  })

  it('refuses a third session a day, rest beside a run, and a plan of nothing', () => {
    expect(parsePlan('Week 1\nMon 5km easy\nMon 5km easy\nMon 5km easy')).toMatchObject({
      refusal: { faults: [{ code: 'too-many-sessions' }] },
    })
    expect(parsePlan('Week 1\nMon 5km easy\nMon rest')).toMatchObject({
      refusal: { faults: [{ code: 'rest-and-run' }] },
    })
    expect(parsePlan('Week 1\nMon rest')).toMatchObject({ refusal: { code: 'plan-empty' } })
  })

  it('prints back the same as text and as CSV', () => {
    const workout = fc.constantFrom(
      '8km easy',
      '2km easy + 6x400m @z5 r200m jog + 2km easy',
      '45min @hr140-150',
    )
    const note = fc.stringMatching(/^[a-z0-9 ,;"=|+-]{0,30}$/).map(text => text.replace(/\s+/g, ' ').trim())
    const cleaned = note.map(text => text.replace(/^[-–—(\s]+/, ''))
    const day = fc.record({ sessions: fc.array(workout, { maxLength: 2 }), note: cleaned })
    const week = fc.record({ days: fc.array(day, { minLength: 7, maxLength: 7 }), note: cleaned })
    fc.assert(
      fc.property(fc.array(week, { minLength: 1, maxLength: 4 }), drawn => {
        fc.pre(drawn.some(each => each.days.some(own => own.sessions.length > 0)))
        const text = drawn
          .map((each, index) =>
            [
              `Week ${index + 1} // ${each.note}`,
              ...each.days.flatMap((own, at) =>
                own.sessions.map(
                  (said, slot) =>
                    `${'Mon Tue Wed Thu Fri Sat Sun'.split(' ')[at]} ${said}${slot === 0 ? ` // ${own.note}` : ''}`,
                ),
              ),
            ].join('\n'),
          )
          .join('\n')
        const weeks = weeksOf(text)
        expect(weeksOf(printPlan(weeks))).toEqual(weeks)
        expect(parsePlanCsv(printPlanCsv(weeks))).toEqual({ ok: true, value: weeks })
      }),
      { numRuns: 60 },
    )
  })

  it('reads a week a row from CSV, two sessions in a cell', () => {
    const read = parsePlanCsv(
      'week,mon,tue,sun,notes\n1,8km easy,5km easy | 30min easy,rest,go\n2,,8km easy,,\n',
    )
    expect(read.ok && read.value[0]?.days[1]?.sessions.length).toBe(2)
    expect(read.ok && read.value.map(week => week.note)).toEqual(['go', ''])
    expect(parsePlanCsv('name,email\n')).toMatchObject({ refusal: { code: 'plan-header-wrong' } })
  })
})
