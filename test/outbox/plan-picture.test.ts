import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { altTextOf } from '#charts/alt-text.ts'
import { calendarCell, picturesOf } from '#domain/plan/template/calendar-cell.ts'
import { examplePlans } from '#domain/plan/template/example-plans.ts'
import { parsePlan } from '#domain/plan/template/parse-plan.ts'
import { planCalendar } from '#outbox/deliveries/plan-picture.ts'
import { perform } from '#usecases/perform.ts'
import { askForPlanPicture } from '#usecases/plan/ask-for-plan-picture.ts'
import { createPlan } from '#usecases/plan/create-plan.ts'
import { planPictured } from '#views/plan-picture.ts'
import { checkedMessage } from '../fixtures/checked-view.ts'
import { type DeliveringClub, deliveringClub } from '../fixtures/delivering-club.ts'
import { by } from '../fixtures/test-engine.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

function weeksOf(text: string) {
  const read = parsePlan(text)
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value
}

describe('a plan as a calendar', () => {
  it('says of a day how far or how long, and how hard', () => {
    const [week] = weeksOf(
      'Week 1\nMon 8km easy\nTue 45min easy\nWed 2km easy + 6x800m @z5 r200m jog + 2km easy\nThu 8km easy\nThu 5.5km easy\nFri 6x3min @z4 r2min jog\nSat rest\nSun 22km easy',
    )
    expect(week?.days.map(calendarCell)).toMatchObject([
      { label: '8', intensity: 'easy' },
      { label: '45′', intensity: 'easy' },
      { label: '9.8', intensity: 'hard' },
      { label: '8+5.5', intensity: 'easy' },
      { label: '28′', intensity: 'hard' },
      { label: '', intensity: 'rest' },
      { label: '22', intensity: 'easy' },
    ])
  })

  it('is split evenly, at most sixteen weeks a picture, each week once', () => {
    for (let count = 0; count <= 52; count++) {
      const pictures = picturesOf(count)
      expect(
        pictures.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
      ).toEqual(Array.from({ length: count }, (_, at) => at))
      expect(Math.max(0, ...pictures.map(({ from, to }) => to - from))).toBeLessThanOrEqual(16)
    }
    expect(picturesOf(18)).toEqual([
      { from: 0, to: 9 },
      { from: 9, to: 18 },
    ])
  })

  it('has its data in words beside it, and fits into a message whatever the plan', () => {
    for (const { title, weeks } of examplePlans()) {
      for (const picture of picturesOf(weeks)) {
        expect(checkedMessage(planPictured(title, weeks, picture, 'F0123456789'))).toEqual([])
        expect(altTextOf(planCalendar(title, weeks, picture)).length).toBeLessThanOrEqual(2_000)
      }
    }
    expect(planPictured('Base', weeksOf('Week 1\nMon 8km easy'), { from: 0, to: 1 }, null).text).toContain(
      'could not be drawn',
    )
  })

  describe('that was asked for', () => {
    let at: DeliveringClub
    beforeEach(async () => {
      at = await deliveringClub()
    })
    afterEach(() => at.close())

    async function plan(visibility: 'public' | 'coaches', count: number) {
      const text = Array.from({ length: count }, (_, week) => `Week ${week + 1}\nSun 20km easy`).join('\n')
      const made = await perform(at.engine, by('UHEAD'), createPlan, {
        title: `Of ${count}`,
        level: 'basic',
        visibility,
        weeks: weeksOf(text),
      })
      if (!made.ok) throw new Error(made.refusal.code)
      return { planId: made.value.plan.id }
    }

    it('comes in as many pictures as it needs', async () => {
      const asked = await perform(at.engine, by('UANA'), askForPlanPicture, await plan('public', 20))
      expect(asked).toMatchObject({ value: { pictures: 2 } })
      await at.later(120)
      expect(at.chart.drawn).toBe(2)
      expect((await at.rows()).map(row => [row.kind, row.state])).toEqual([
        ['plan-picture', 'sent'],
        ['plan-picture', 'sent'],
      ])
    })

    it('is for those who see the plan, and nothing is written otherwise', async () => {
      const which = await plan('coaches', 3)
      const before = await wholeDatabase(at.engine)
      expect(await perform(at.engine, by('UANA'), askForPlanPicture, which)).toMatchObject({
        refusal: { code: 'plan-gone' },
      })
      expect(await perform(at.engine, by('USTRANGER'), askForPlanPicture, which)).toMatchObject({
        refusal: { code: 'not-a-member' },
      })
      expect(await wholeDatabase(at.engine)).toEqual(before)
    })
  })
})
