import type { Visibility } from '#domain/activity/activity.ts'

/** Who looks, in relation to the athlete. A coach is a coach of the athlete's organization. */
export type Relation = 'self' | 'coach' | 'teammate' | 'outsider'

/** Where it would be seen: by the viewer alone, or by everybody in a channel. */
export type ShownOn = 'private' | 'channel'

export type ShownActivity = {
  visibility: Visibility
  /** The athlete's answer for the group through which the viewer looks; false until answered. */
  isSharedWithGroup: boolean
}

/**
 * Decides whether one activity may be seen. A channel is read by anybody, so there only what is shared with the
 * group appears, even when a coach asks.
 */
export function mayShow(item: ShownActivity, relation: Relation, shownOn: ShownOn): boolean {
  if (shownOn === 'channel') return item.isSharedWithGroup && item.visibility === 'share'
  if (relation === 'self') return true
  if (relation === 'coach') return item.visibility !== 'hide'
  if (relation === 'teammate') return item.isSharedWithGroup && item.visibility === 'share'
  return false
}

/** What a sum over a group may include: the same rule as `mayShow`, in the form a query can use. */
export type BoardScope = { onlySharing: boolean; visibilities: readonly Visibility[] }

export function boardScope(relation: Relation, shownOn: ShownOn): BoardScope {
  const all: readonly Visibility[] = ['share', 'coach-only', 'hide']
  const seen = (isSharedWithGroup: boolean) =>
    all.filter(visibility => mayShow({ visibility, isSharedWithGroup }, relation, shownOn))
  return { onlySharing: seen(false).length === 0, visibilities: seen(true) }
}
