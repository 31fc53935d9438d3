import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ACTIVITY_SOURCES, type Activity } from '#domain/activity/activity.ts'
import { type ActivityOrigin, type Said, saidBy } from '#domain/activity/activity-origin.ts'
import { decideMerge, withOrigin, withoutOrigin } from '#domain/activity/decide-merge.ts'
import { mergeOrigins } from '#domain/activity/merge-origins.ts'
import { SUB_TYPES } from '#domain/activity/sub-type.ts'
import type { ActivityId } from '#kernel/ids.ts'
import { HOUR_MS, instant, MINUTE_MS } from '#kernel/instant.ts'
import { sampleActivity } from '../../fixtures/sample-activity.ts'
import { TEST_NOW } from '../../fixtures/test-engine.ts'

const START = sampleActivity().startedAt
const run = (id: string, otherwise: Partial<Activity> = {}): Activity =>
  sampleActivity({ id: id as ActivityId, ...otherwise })
const watch = run('watch', { source: 'fit', fileSha256: 'a', averageHeartRate: 150, climbCm: 5_000 })
const phone = (otherwise: Partial<Activity> = {}) =>
  run('phone', { source: 'gpx', fileSha256: 'b', ...otherwise })
const later = (ms: number) => instant(START + ms)

/** Pairs as they came: what comes, what stands there, and what becomes of it. */
const RECORDED: readonly [string, Activity, Activity, ReturnType<typeof decideMerge>['kind']][] = [
  ['a phone’s file of the run that a watch recorded', phone({ distanceCm: 832_000 }), watch, 'merge'],
  [
    'a file of the line typed in the evening, its hour assumed',
    watch,
    run('line', { startedAt: later(4 * HOUR_MS) }),
    'merge',
  ],
  ['a line about the run that a file brought', run('line', { distanceCm: 800_000 }), watch, 'merge'],
  ['a treadmill’s file without a distance', phone({ distanceCm: null }), watch, 'merge'],
  ['a phone that took the wall clock for UTC', phone({ startedAt: later(HOUR_MS) }), watch, 'merge'],
  [
    'a second run an hour later, of another length',
    phone({ startedAt: later(HOUR_MS), distanceCm: 850_000 }),
    watch,
    'new',
  ],
  ['the way home, as long as the way to work', phone({ startedAt: later(9 * HOUR_MS) }), watch, 'new'],
  ['a ride at the time of a run', phone({ subType: 'ride' }), watch, 'new'],
  ['the same line again', run('line'), run('other'), 'same'],
  [
    'nearly the same line',
    run('line', { startedAt: later(2 * HOUR_MS), durationMs: 2_730_000, elapsedMs: 2_730_000 }),
    run('other'),
    'ask',
  ],
  ['the same run from Strava’s interface', run('strava', { source: 'strava' }), watch, 'new'],
  ['a file of a run that Strava’s interface gave', watch, run('strava', { source: 'strava' }), 'new'],
  [
    'a line of Strava’s export for a run that is there',
    run('list', { source: 'strava-export' }),
    watch,
    'merge',
  ],
]

describe('whether one that comes is one that is there', () => {
  it.each(RECORDED)('%s', (_, incoming, there, kind) => {
    expect(decideMerge(incoming, [there], false).kind).toBe(kind)
  })

  it('is not, when its athlete says so and it only looks like it', () => {
    const line = run('line', { startedAt: later(4 * HOUR_MS) })
    expect(decideMerge(line, [watch], true).kind).toBe('new')
  })

  it('is the one that it is surest of, in whatever order they stand', () => {
    const near = run('near', { source: 'gpx', startedAt: later(MINUTE_MS) })
    const far = run('far', { source: 'tcx', startedAt: later(2 * MINUTE_MS) })
    for (const others of [
      [near, far, phone({ distanceCm: null })],
      [phone({ distanceCm: null }), far, near],
    ]) {
      expect(decideMerge(watch, others, false)).toEqual({ kind: 'merge', into: near })
    }
  })
})

const said: fc.Arbitrary<Said> = fc
  .record({
    source: fc.constantFrom(...ACTIVITY_SOURCES),
    subType: fc.constantFrom(...SUB_TYPES),
    distanceCm: fc.option(fc.integer({ min: 1, max: 5_000_000 })),
    durationMs: fc.integer({ min: 1, max: 10_000_000 }),
    climbCm: fc.option(fc.nat(100_000)),
    averageHeartRate: fc.option(fc.integer({ min: 60, max: 200 })),
    name: fc.constantFrom('', 'Lunch', 'Hills'),
    note: fc.constantFrom('', 'hot', 'with Ben', 'tired'),
    visibility: fc.constantFrom('share', 'coach-only', 'hide'),
    perceivedEffort: fc.option(fc.integer({ min: 1, max: 10 })),
    fileSha256: fc.option(fc.constantFrom('a', 'b')),
    startIsAssumed: fc.boolean(),
  })
  .map(given => ({ ...saidBy(sampleActivity()), ...given }))

describe('what several sources say together', () => {
  it('does not depend on the order in which they came, and a source that comes again adds nothing', () => {
    fc.assert(
      fc.property(fc.array(said, { minLength: 1, maxLength: 4 }), fc.nat(), (origins, turn) => {
        const merged = mergeOrigins(origins)
        const turned = origins.map((_, at) => origins[(at + turn) % origins.length] as Said)
        expect(mergeOrigins(turned)).toEqual(merged)
        expect(mergeOrigins(origins.toReversed())).toEqual(merged)
        expect(mergeOrigins([...origins, ...origins])).toEqual(merged)
      }),
    )
  })

  it('keeps the recording’s figures and the athlete’s words, and is seen by nobody whom one of them hides from', () => {
    const typed = saidBy(
      run('line', {
        subType: 'tempo',
        note: 'hot',
        perceivedEffort: 7,
        visibility: 'hide',
        distanceCm: 800_000,
      }),
    )
    expect(mergeOrigins([typed, saidBy(watch)])).toMatchObject({
      source: 'fit',
      distanceCm: 820_000,
      averageHeartRate: 150,
      subType: 'tempo',
      note: 'hot',
      perceivedEffort: 7,
      visibility: 'hide',
    })
  })

  it('takes from the poorer what the richer does not know', () => {
    const treadmill = saidBy({ ...watch, distanceCm: null })
    expect(mergeOrigins([treadmill, saidBy(run('line'))])).toMatchObject({
      source: 'fit',
      distanceCm: 820_000,
    })
  })
})

describe('an activity with one more origin', () => {
  const originOf = (activity: Activity): ActivityOrigin => ({
    id: activity.id,
    organizationId: activity.organizationId,
    athleteId: activity.athleteId,
    activityId: activity.id,
    externalId: null,
    said: saidBy(activity),
    createdAt: TEST_NOW,
  })

  it('keeps what its athlete changed by hand, and both notes', () => {
    const line = run('line', { note: 'before' })
    const edited = { ...line, name: 'Harbour', note: 'after', distanceCm: 810_000 }
    expect(withOrigin(edited, [originOf(line)], { ...saidBy(watch), note: 'hot' }, TEST_NOW)).toMatchObject({
      source: 'fit',
      name: 'Harbour',
      note: 'after\nhot',
      distanceCm: 810_000,
      averageHeartRate: 150,
    })
  })

  it('is what it was when that origin leaves again, whatever the two say', () => {
    fc.assert(
      fc.property(said, said, (one, other) => {
        const first: Activity = { ...sampleActivity(), ...mergeOrigins([one]) }
        const origins = [{ ...originOf(first), id: 'one', said: one }]
        const both = withOrigin(first, origins, other, TEST_NOW)
        const leaving = { ...originOf(first), id: 'other', said: other }
        expect(withoutOrigin(both, [...origins, leaving], leaving, TEST_NOW)).toEqual({
          ...first,
          updatedAt: TEST_NOW,
        })
      }),
    )
  })
})
