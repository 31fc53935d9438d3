import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPushReader } from '#ingest/apple-health/push-reader.ts'
import { MOST_WORKOUTS, readWorkouts } from '#ingest/apple-health/read-workouts.ts'
import { healthExport, healthWorkout } from '../fixtures/health-export.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (...workouts: unknown[]) => readWorkouts(bytes(healthExport(...workouts)))
function one(otherwise: Record<string, unknown>) {
  const found = read(healthWorkout(otherwise))
  if (!found.ok) throw new Error(JSON.stringify(found.refusal))
  const [workout] = found.value
  if (!workout) throw new Error('none')
  return workout
}

describe('what Health Auto Export pushes', () => {
  it('is read in version 2: timer, distance, climb and heart rates from the summary', () => {
    expect(one({})).toEqual({
      externalId: '7A71FBAD-1111-2222-3333-444455556666',
      name: '',
      measured: {
        subType: 'easy-run',
        startedAt: Date.UTC(2026, 10, 19, 6, 30),
        distanceCm: 821_400,
        durationMs: 2_710_400,
        elapsedMs: 2_780_000,
        climbCm: 8_440,
        averageHeartRate: 152,
        maxHeartRate: 172,
        device: 'apple health',
      },
    })
  })

  it('is read in version 1: no id and no duration, elevation as ascent, heart rate from its samples', () => {
    const first = read({
      name: 'Running',
      start: '2022-05-01 18:00:00 +0000',
      end: '2022-05-01 18:50:00 +0000',
      distance: { qty: 5, units: 'mi' },
      elevation: { ascent: 100, descent: 90, units: 'ft' },
      activeEnergy: { qty: 420, units: 'kcal' },
      heartRateData: [
        { date: '2022-05-01 18:00:10 +0000', qty: 120, units: 'bpm' },
        { date: '2022-05-01 18:49:00 +0000', qty: 160, units: 'bpm' },
      ],
      route: [{ lat: 1, lon: 2 }],
    })
    expect(first).toMatchObject({
      ok: true,
      value: [
        {
          externalId: `${Date.UTC(2022, 4, 1, 18)}+3000000`,
          measured: {
            distanceCm: 804_672,
            durationMs: 3_000_000,
            climbCm: 3_048,
            averageHeartRate: 140,
            maxHeartRate: 160,
          },
        },
      ],
    })
  })

  it.each([
    ['Outdoor Run', {}, 'easy-run'],
    ['Indoor Run', {}, 'treadmill'],
    ['Running', { isIndoor: true }, 'treadmill'],
    ['Outdoor Ausführen', {}, 'easy-run'],
    ['Innendørs løping', { isIndoor: true }, 'treadmill'],
    ['Outdoor Walk', {}, 'walk'],
    ['Hiking', {}, 'hike'],
    ['Pool Swim', {}, 'swim'],
    ['Indoor Cycling', {}, 'ride'],
    ['Traditional Strength Training', {}, 'strength'],
    ['Yoga', {}, 'other'],
  ])('keeps %s %o as %s', (name, otherwise, subType) => {
    const workout = one({ name, ...otherwise })
    expect(workout.measured.subType).toBe(subType)
    expect(workout.name).toBe(subType === 'other' ? name : '')
  })

  it.each([
    ['2026-11-19 07:30:00 +0100', Date.UTC(2026, 10, 19, 6, 30)],
    ['2026-11-19 7:30:00 AM -0400', Date.UTC(2026, 10, 19, 11, 30)],
    ['2026-11-19 12:05:00 a.m. +0000', Date.UTC(2026, 10, 19, 0, 5)],
    ['2026-11-19T06:30:00.123Z', Date.UTC(2026, 10, 19, 6, 30)],
  ])('reads the time %s', (start, at) => {
    expect(one({ start, end: undefined }).measured.startedAt).toBe(at)
  })

  it.each([
    ['no json', 'run', ''],
    ['a list', '[]', ''],
    ['no data', '{}', 'data'],
    ['workouts that are no list', '{"data":{"workouts":{}}}', 'data.workouts'],
    ['too many', healthExport(...Array(MOST_WORKOUTS + 1).fill(1)), 'data.workouts'],
    ['no object', healthExport(healthWorkout(), 7), 'data.workouts[1]'],
    ['no name', healthExport(healthWorkout({ name: '' })), 'data.workouts[0].name'],
    ['no start', healthExport(healthWorkout({ start: 'today' })), 'data.workouts[0].start'],
    ['no end', healthExport(healthWorkout({ end: 1, duration: null })), 'data.workouts[0].end'],
    [
      'an end before',
      healthExport(healthWorkout({ end: '2026-11-19 06:00:00 +0100' })),
      'data.workouts[0].end',
    ],
    ['a wrong duration', healthExport(healthWorkout({ duration: -1 })), 'data.workouts[0].duration'],
  ])('names the field that is wrong: %s', (_, text, field) => {
    expect(readWorkouts(bytes(text))).toMatchObject({ refusal: { code: 'push-malformed', field } })
  })

  it('takes an export without workouts for none', () => {
    expect(readWorkouts(bytes('{"data":{"metrics":[]}}'))).toEqual({ ok: true, value: [] })
  })

  it('never breaks, whatever comes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(healthWorkout())), (value, key) => {
        read(value)
        read(healthWorkout({ [key]: value }))
        readWorkouts(bytes(JSON.stringify(value) ?? ''))
      }),
      { numRuns: 200 },
    )
  })

  it('is read in a thread of its own when it is large', async () => {
    const reader = createPushReader()
    const route = Array.from({ length: 9_000 }, (_, at) => ({ lat: at, lon: at, altitude: at }))
    const large = bytes(healthExport(healthWorkout({ route })))
    expect(large.length).toBeGreaterThan(300_000)
    expect(await reader.read(large)).toMatchObject({
      ok: true,
      value: [{ measured: { distanceCm: 821_400 } }],
    })
    await reader.close()
  })
})
