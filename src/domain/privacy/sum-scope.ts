import { VISIBILITIES, type Visibility } from '#domain/activity/activity.ts'
import { type ItemKind, mayShow, type Relation, type ShownOn } from './may-show.ts'
import { DEFAULT_SWITCHES, type PrivacySwitch, type PrivacySwitches } from './privacy-switches.ts'

/** What goes into a group's sums for somebody: the rules of `mayShow`, in the form that a query can use. */
export type SumScope = {
  /** Only those who share with the group; the answer then says "n of m share". */
  onlySharing: boolean
  /** Of the activities that are summed. */
  visibilities: readonly Visibility[]
  /** Whose activities are left out when one of these is off. */
  switches: readonly PrivacySwitch[]
}

/** Sums for coaches count every counted member; sums for athletes and channels those who share. */
export function sumScope(readBy: 'coach' | 'group', shownOn: ShownOn): SumScope {
  const kind: ItemKind = readBy === 'coach' ? 'coach-total' : 'distance-and-time'
  const relation: Relation = readBy === 'coach' ? 'coach' : 'teammate'
  const shows = (switches: PrivacySwitches, sharesWithGroup: boolean, visibility: Visibility) =>
    mayShow(
      {
        kind,
        source: 'owned',
        visibility,
        athlete: { status: 'active', hasAnswered: true, sharesWithGroup, switches },
      },
      { relation, isSuspended: false },
      shownOn,
    )
  const names = Object.keys(DEFAULT_SWITCHES) as PrivacySwitch[]
  return {
    onlySharing: !shows(DEFAULT_SWITCHES, false, 'share'),
    visibilities: VISIBILITIES.filter(visibility => shows(DEFAULT_SWITCHES, true, visibility)),
    switches: names.filter(name => !shows({ ...DEFAULT_SWITCHES, [name]: false }, true, 'share')),
  }
}
