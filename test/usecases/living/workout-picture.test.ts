import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { instant, localDay } from '#kernel/instant.ts'
import { DELIVERIES } from '#outbox/deliveries/delivery-table.ts'
import { perform } from '#usecases/perform.ts'
import { askForWorkoutPicture } from '#usecases/plan/living/ask-for-workout-picture.ts'
import { checkedMessage } from '../../fixtures/checked-view.ts'
import { putOnPlan } from '../../fixtures/planned-athlete.ts'
import { type TestClub, testClub } from '../../fixtures/test-club.ts'
import { by, type TestEngine, testEngine } from '../../fixtures/test-engine.ts'
import { wholeDatabase } from '../../fixtures/whole-database.ts'

describe('a workout as a picture', () => {
  let engine: TestEngine
  let club: TestClub
  let enrollmentId: string
  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    enrollmentId = await putOnPlan(engine, {
      text: 'Week 1\nThu 2km easy + 6x800m @z5 r400m jog + 3x(400m @z4 + 200m @z3) + 2km easy // spikes',
      start: { kind: 'start', on: localDay('2026-11-23') },
    })
    engine.setNow(instant(Date.UTC(2026, 10, 26, 8)))
  })
  afterEach(() => engine.close())

  const asked = (who: string, athlete: { slackUserId: string; name: string } | null = null, dayIndex = 3) =>
    perform(engine, by(who), askForWorkoutPicture, { athlete, key: { enrollmentId, dayIndex, slot: 0 } })

  it('comes to whoever asked, with what repeats in one bracket and each step in words', async () => {
    expect((await asked('UANA')).ok).toBe(true)
    const row = await engine.db
      .selectFrom('outbox')
      .selectAll()
      .where('kind', '=', 'workout-picture')
      .executeTakeFirstOrThrow()
    expect(row.recipient).toBe('UANA')
    const delivery = DELIVERIES.find(each => each.kind === 'workout-picture')
    const drawing = await delivery?.draw(
      {
        db: engine.db,
        organizationId: club.organizationId,
        outboxId: row.id,
        exportData: async () => new Uint8Array(),
        now: engine.businessNow(),
      },
      JSON.parse(row.payload_json),
    )
    if (!drawing || drawing === 'skip' || drawing.kind !== 'rich-post') throw new Error('no picture')
    const chart = drawing.chart
    if (chart?.kind !== 'workout') throw new Error('no workout')
    expect(chart.steps).toHaveLength(19)
    expect(chart.groups).toEqual([
      { from: 1, to: 11, label: '6 × 800m' },
      { from: 12, to: 17, label: '3 × (400m + 200m)' },
    ])
    expect(chart.lines).toEqual([
      '2 km easy',
      '6 × 800 m z5',
      '– between: 400 m jog',
      '3 times:',
      '– 400 m z4',
      '– 200 m z3',
      '2 km easy',
      '“spikes”',
    ])
    for (const chartFileId of ['F0PICTURE', null]) {
      const message = drawing.message({ chartFileId } as Parameters<typeof drawing.message>[0])
      expect(checkedMessage(message)).toEqual([])
      expect(message.text).toContain('6 × 800 m z5')
    }
  })

  it('is for those who may see the session, and nothing was written', async () => {
    const before = await wholeDatabase(engine)
    const ana = { slackUserId: 'UANA', name: 'Ana' }
    expect(await asked('UBEN', ana)).toMatchObject({ refusal: { code: 'not-a-coach' } })
    expect(await asked('UASSIST', ana)).toMatchObject({ refusal: { code: 'plan-hidden' } })
    expect(await asked('UANA', null, 5)).toMatchObject({ refusal: { code: 'session-gone' } })
    expect(await asked('UBEN')).toMatchObject({ refusal: { code: 'session-gone' } })
    expect(await wholeDatabase(engine)).toEqual(before)
    expect((await asked('UHEAD', ana)).ok).toBe(true)
  })
})
