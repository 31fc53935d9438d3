import { VISIBILITIES, type Visibility } from '#domain/activity/activity.ts'
import { mayShow, type Relation, type ShownItem, type ShownOn } from './may-show.ts'
import { DEFAULT_SWITCHES, type PrivacySwitch, type PrivacySwitches } from './privacy-switches.ts'

/** What a board may hold for somebody: the rules of `mayShow`, in the form that a query can use. */
export type BoardScope = {
  /** Does anybody at all have a place? */
  hasPlaces: boolean
  /** Only those who share with the group. */
  onlySharing: boolean
  /** Of the activities that are summed. */
  visibilities: readonly Visibility[]
  /** Who has any of these off has no place on the board. */
  placeSwitches: readonly PrivacySwitch[]
  /** Who has one of these off has a place without that figure. */
  figureSwitches: readonly PrivacySwitch[]
}

export function boardScope(relation: Relation, shownOn: ShownOn): BoardScope {
  const shows = (item: Partial<ShownItem> & Pick<ShownItem, 'kind'>, sharesWithGroup = true) =>
    mayShow(
      {
        source: 'owned',
        visibility: 'share',
        athlete: { status: 'active', hasAnswered: true, sharesWithGroup, switches: DEFAULT_SWITCHES },
        ...item,
      },
      { relation, isSuspended: false },
      shownOn,
    )
  const obeys = (kind: ShownItem['kind'], name: PrivacySwitch) => {
    const switches: PrivacySwitches = { ...DEFAULT_SWITCHES, [name]: false }
    const athlete = { status: 'active', hasAnswered: true, sharesWithGroup: true, switches } as const
    return !shows({ kind, athlete })
  }
  const switches = Object.keys(DEFAULT_SWITCHES) as PrivacySwitch[]
  const placeSwitches = switches.filter(name => obeys('leaderboard-place', name))
  return {
    hasPlaces: shows({ kind: 'leaderboard-place' }),
    onlySharing: !shows({ kind: 'leaderboard-place' }, false),
    visibilities: VISIBILITIES.filter(visibility => shows({ kind: 'distance-and-time', visibility })),
    placeSwitches,
    figureSwitches: switches.filter(
      name => !placeSwitches.includes(name) && (obeys('pace', name) || obeys('elevation', name)),
    ),
  }
}
