import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VISIBILITIES } from '#domain/activity/activity.ts'
import { MEMBER_STATUSES } from '#domain/organization/role.ts'
import { boardScope } from '#domain/privacy/board-scope.ts'
import {
  ITEM_KINDS,
  type ItemKind,
  mayShow,
  RELATIONS,
  type Relation,
  SHOWN_ON,
  type ShownItem,
  type ShownOn,
  type Viewer,
} from '#domain/privacy/may-show.ts'
import { DEFAULT_SWITCHES, PRIVACY_SWITCHES, type PrivacySwitches } from '#domain/privacy/privacy-switches.ts'

type Case = { item: ShownItem; viewer: Viewer; surface: ShownOn }

const switches: fc.Arbitrary<PrivacySwitches> = fc.record({
  isShown: fc.boolean(),
  withCoach: fc.boolean(),
  onLeaderboards: fc.boolean(),
  pace: fc.boolean(),
  heartRateAndElevation: fc.boolean(),
  raceGoal: fc.boolean(),
  profile: fc.boolean(),
})

const cases: fc.Arbitrary<Case> = fc.record({
  item: fc.record({
    kind: fc.constantFrom(...ITEM_KINDS),
    source: fc.constantFrom('owned', 'strava-api'),
    visibility: fc.constantFrom(...VISIBILITIES),
    athlete: fc.record({
      status: fc.constantFrom(...MEMBER_STATUSES),
      hasAnswered: fc.boolean(),
      sharesWithGroup: fc.boolean(),
      switches,
    }),
  }),
  viewer: fc.record({ relation: fc.constantFrom(...RELATIONS), isSuspended: fc.boolean() }),
  surface: fc.constantFrom(...SHOWN_ON),
})

const show = ({ item, viewer, surface }: Case) => mayShow(item, viewer, surface)
const runs = { numRuns: 3_000 }

const PARTS_OF_A_RUN: readonly ItemKind[] = [
  'activity',
  'distance-and-time',
  'pace',
  'heart-rate',
  'elevation',
  'note',
]

/** Every reason for which the laws of privacy keep something back; nothing else does. Written from the specification. */
function reasonsAgainst({ item, viewer, surface }: Case): string[] {
  const { kind, athlete, source, visibility } = item
  const { switches: set } = athlete
  if (viewer.relation === 'self' && surface !== 'channel') return []
  const asGroup = surface === 'channel' || ['teammate', 'other-coach'].includes(viewer.relation)
  const isTotal = kind === 'coach-total'
  const isRunOrTotal = isTotal || PARTS_OF_A_RUN.includes(kind)
  const laws: Record<string, boolean> = {
    'a suspended viewer sees their own data only': viewer.isSuspended && surface !== 'channel',
    'what came through Strava’s API is for the athlete': source === 'strava-api',
    'the master switch hides from everybody': !set.isShown,
    'a hidden run is for the athlete': isRunOrTotal && visibility === 'hide',
    'other members, strangers and Astral itself see nothing in private':
      surface !== 'channel' && ['member', 'stranger', 'system'].includes(viewer.relation),
    'a file of others’ data is for coaches': surface === 'export' && viewer.relation === 'teammate',
    'sums of a coach are for coaches':
      isTotal && (surface === 'channel' || !['coach', 'other-coach'].includes(viewer.relation)),
    'sums and boards count the active alone':
      (isTotal || kind === 'leaderboard-place') && athlete.status !== 'active',
    'without “with my coach” the coach sees no run, place, goal or profile':
      surface !== 'channel' && viewer.relation === 'coach' && !isTotal && !set.withCoach,
    'no group and no channel sees anything before the answer': asGroup && !isTotal && !athlete.hasAnswered,
    'no group and no channel sees what is not shared with it':
      asGroup && !isTotal && !athlete.sharesWithGroup,
    'no group and no channel sees who is not active': asGroup && !isTotal && athlete.status !== 'active',
    'a run for the coach alone stays from groups and channels':
      asGroup && PARTS_OF_A_RUN.includes(kind) && visibility !== 'share',
    'pace has its switch': asGroup && kind === 'pace' && !set.pace,
    'heart rate and elevation have theirs':
      asGroup && (kind === 'heart-rate' || kind === 'elevation') && !set.heartRateAndElevation,
    'the race goal has its': asGroup && kind === 'race-goal' && !set.raceGoal,
    'the profile has its': asGroup && kind === 'profile' && !set.profile,
    'boards have theirs': asGroup && kind === 'leaderboard-place' && !set.onLeaderboards,
    'health and free text never go to a channel':
      surface === 'channel' && ['heart-rate', 'note', 'profile'].includes(kind),
  }
  return Object.entries(laws).flatMap(([law, isBroken]) => (isBroken ? [law] : []))
}

describe('what may be shown', () => {
  it('is what no law of privacy forbids, for every item, athlete, viewer and surface', () => {
    fc.assert(
      fc.property(cases, each => {
        expect({ each, isShown: show(each) }).toEqual({ each, isShown: reasonsAgainst(each).length === 0 })
      }),
      { numRuns: 20_000 },
    )
  })

  it('never grows when an athlete tightens anything', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(...PRIVACY_SWITCHES), (each, name) => {
        const { item } = each
        const tighter = (athlete: Partial<ShownItem['athlete']>, other: Partial<ShownItem> = {}): Case => ({
          ...each,
          item: { ...item, ...other, athlete: { ...item.athlete, ...athlete } },
        })
        const all = [
          tighter({ switches: { ...item.athlete.switches, [name]: false } }),
          tighter({ sharesWithGroup: false }),
          tighter({ hasAnswered: false }),
          tighter({}, { visibility: item.visibility === 'share' ? 'coach-only' : 'hide' }),
        ]
        for (const one of all) expect(show(each) || !show(one)).toBe(true)
      }),
      runs,
    )
  })

  it('shows a channel nothing that a team-mate could not see in private', () => {
    fc.assert(
      fc.property(cases, each => {
        const inChannel = show({ ...each, surface: 'channel' })
        const teammate: Viewer = { relation: 'teammate', isSuspended: false }
        expect(!inChannel || show({ ...each, viewer: teammate, surface: 'private' })).toBe(true)
      }),
      runs,
    )
  })

  it('shows a channel the same whoever asks', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(...RELATIONS), (each, relation) => {
        const other = { ...each, viewer: { relation, isSuspended: !each.viewer.isSuspended } }
        expect(show({ ...each, surface: 'channel' })).toBe(show({ ...other, surface: 'channel' }))
      }),
      runs,
    )
  })

  it('always shows athletes what is theirs, suspended or not, but in a channel', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom('private', 'home', 'export' as const), (each, surface) => {
        expect(show({ ...each, viewer: { ...each.viewer, relation: 'self' }, surface })).toBe(true)
      }),
      runs,
    )
  })

  it('shows anybody outside the group nothing', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom('member', 'stranger', 'system'), (each, relation) => {
        const surface = each.surface === 'channel' ? 'private' : each.surface
        expect(show({ ...each, viewer: { relation, isSuspended: false } as Viewer, surface })).toBe(false)
      }),
      runs,
    )
  })
})

describe('what a board may hold', () => {
  const relations = RELATIONS.filter(relation => relation !== 'self')
  const item = (given: Partial<ShownItem>, athlete: Partial<ShownItem['athlete']>): ShownItem => ({
    kind: 'leaderboard-place',
    source: 'owned',
    visibility: 'share',
    ...given,
    athlete: {
      status: 'active',
      hasAnswered: true,
      sharesWithGroup: true,
      switches: DEFAULT_SWITCHES,
      ...athlete,
    },
  })

  it.each(relations.flatMap(relation => SHOWN_ON.map(surface => [relation, surface] as const)))(
    'for %s on %s is the rule for one place and one activity, in the form of a query',
    (relation: Relation, surface: ShownOn) => {
      const scope = boardScope(relation, surface)
      const viewer = { relation, isSuspended: false }
      fc.assert(
        fc.property(switches, fc.boolean(), (set, sharesWithGroup) => {
          const isOnBoard =
            scope.hasPlaces &&
            scope.placeSwitches.every(name => set[name]) &&
            (sharesWithGroup || !scope.onlySharing)
          const isPlace = mayShow(item({}, { switches: set, sharesWithGroup }), viewer, surface)
          expect(isOnBoard).toBe(isPlace)
        }),
      )
      for (const visibility of VISIBILITIES) {
        const sum = item({ kind: 'distance-and-time', visibility }, {})
        expect(scope.visibilities.includes(visibility)).toBe(mayShow(sum, viewer, surface))
      }
    },
  )

  it('leaves pace and climb to their own switches for athletes and channels, and to none for a coach', () => {
    expect(boardScope('teammate', 'channel').figureSwitches).toEqual(['pace', 'heartRateAndElevation'])
    expect(boardScope('coach', 'private').figureSwitches).toEqual([])
    expect(boardScope('coach', 'private').placeSwitches).toEqual(['isShown', 'withCoach'])
    expect(boardScope('teammate', 'channel').placeSwitches).toEqual(['isShown', 'onLeaderboards'])
  })
})
