import type { Visibility } from '#domain/activity/activity.ts'
import type { MemberStatus } from '#domain/organization/role.ts'
import type { PrivacySwitch, PrivacySwitches } from './privacy-switches.ts'

/**
 * Who looks, in relation to the athlete. `coach`: the head coach, or a coach to whom the athlete is assigned;
 * `other-coach`: a coach of the club to whom they are not; `teammate`: in the group through which they look.
 */
export const RELATIONS = ['self', 'coach', 'other-coach', 'teammate', 'member', 'stranger', 'system'] as const
export type Relation = (typeof RELATIONS)[number]

/** Where it would be seen: in an answer or Home for the viewer alone, by everybody in a channel, in a file. */
export const SHOWN_ON = ['private', 'home', 'channel', 'export'] as const
export type ShownOn = (typeof SHOWN_ON)[number]

export const ITEM_KINDS = [
  'activity',
  'distance-and-time',
  'pace',
  'heart-rate',
  'elevation',
  'note',
  'race-goal',
  'profile',
  'leaderboard-place',
  'coach-total',
] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

/** Runs that came through Strava's API may be shown to their athlete alone, by its terms. */
export type ShownSource = 'owned' | 'strava-api'

export type ShownAthlete = {
  status: MemberStatus
  /** Has answered the invitation; until then no group and no channel sees anything. */
  hasAnswered: boolean
  /** The answer for the group through which the viewer looks. */
  sharesWithGroup: boolean
  switches: PrivacySwitches
}

export type ShownItem = {
  kind: ItemKind
  athlete: ShownAthlete
  source: ShownSource
  /** Of the activity that it is, or is a part of; `share` for what belongs to none. */
  visibility: Visibility
}

export type Viewer = { relation: Relation; isSuspended: boolean }

/** Health, free text, whatever is computed from heart rate, and sums for coaches stay out of channels. */
const NEVER_IN_CHANNELS: ReadonlySet<ItemKind> = new Set(['heart-rate', 'note', 'profile', 'coach-total'])

const SWITCH_OF: Partial<Record<ItemKind, PrivacySwitch>> = {
  pace: 'pace',
  'heart-rate': 'heartRateAndElevation',
  elevation: 'heartRateAndElevation',
  'race-goal': 'raceGoal',
  profile: 'profile',
  'leaderboard-place': 'onLeaderboards',
}

/** These belong to the athlete, not to one activity. */
const OF_THE_ATHLETE: ReadonlySet<ItemKind> = new Set(['race-goal', 'profile', 'leaderboard-place'])

/**
 * The only gate: whether something of an athlete's may be seen by the viewer there. A channel is read by anybody, so
 * there it does not matter who asks.
 */
export function mayShow(item: ShownItem, viewer: Viewer, surface: ShownOn): boolean {
  if (surface === 'channel') return !NEVER_IN_CHANNELS.has(item.kind) && isForGroup(item)
  if (viewer.relation === 'self') return true
  if (viewer.isSuspended || item.source === 'strava-api' || !item.athlete.switches.isShown) return false
  switch (viewer.relation) {
    case 'coach':
      return item.kind === 'coach-total' ? isCounted(item) : isForCoach(item)
    case 'other-coach':
      return item.kind === 'coach-total' ? isCounted(item) : isForGroup(item)
    case 'teammate':
      return surface !== 'export' && item.kind !== 'coach-total' && isForGroup(item)
    case 'member':
    case 'stranger':
    case 'system':
      return false
  }
}

/** For coaches *with my coach* is the switch; the fields' own switches bind athletes and channels. */
function isForCoach({ kind, athlete, visibility }: ShownItem): boolean {
  if (!athlete.switches.withCoach) return false
  if (kind === 'leaderboard-place' && athlete.status !== 'active') return false
  return OF_THE_ATHLETE.has(kind) || visibility !== 'hide'
}

function isForGroup({ kind, athlete, source, visibility }: ShownItem): boolean {
  const { status, hasAnswered, sharesWithGroup, switches } = athlete
  const isSharing = hasAnswered && sharesWithGroup && status === 'active' && switches.isShown
  if (!isSharing || source === 'strava-api') return false
  const field = SWITCH_OF[kind]
  if (field && !switches[field]) return false
  return OF_THE_ATHLETE.has(kind) || visibility === 'share'
}

/** A coach's total counts every counted member, also who keeps their single runs from coaches. */
function isCounted({ athlete, visibility }: ShownItem): boolean {
  return athlete.status === 'active' && visibility !== 'hide'
}
