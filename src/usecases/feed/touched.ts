import type { Activity } from '#domain/activity/activity.ts'
import type { DomainEvent } from '#domain/event.ts'
import type { AccountId, ActivityId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'

/** Whose runs of when look different in channels now. */
export type Touched = {
  accountId: AccountId
  /** Starts of the runs in question; `all`: whatever the person did; `erased`: the same, and it is gone. */
  starts: readonly Instant[] | 'all' | 'erased'
  /** Runs that may have a message of their own now. */
  newRuns: readonly ActivityId[]
}

/** Who is touched by an event; most events touch nobody. */
export function touchedBy(event: DomainEvent): Touched[] {
  switch (event.type) {
    case 'activity.logged':
    case 'activity.edited':
    case 'activity.merged':
    case 'activity.unmerged':
    case 'activity.deleted':
      return ofActivity(event.before, event.after)
    case 'kudos.given':
    case 'kudos.withdrawn':
      return event.after
        ? [
            {
              accountId: event.after.athleteId as AccountId,
              starts: [event.after.startedAt as Instant],
              newRuns: [],
            },
          ]
        : []
    case 'sharing.changed':
    case 'privacy.changed':
    case 'athlete.sharing-answered':
    case 'member.status-changed':
    case 'member.removed':
      return event.subjectId ? [everythingOf(event.subjectId)] : []
    case 'data.erased':
      return event.subjectId ? [{ accountId: event.subjectId, starts: 'erased', newRuns: [] }] : []
    case 'group.members-added':
      return (event.after?.memberIds ?? []).map(id => everythingOf(id as AccountId))
    case 'group.members-removed':
      return (event.before?.memberIds ?? []).map(id => everythingOf(id as AccountId))
    default:
      return []
  }
}

function everythingOf(accountId: AccountId): Touched {
  return { accountId, starts: 'all', newRuns: [] }
}

function ofActivity(before: Activity | null, after: Activity | null): Touched[] {
  const one = after ?? before
  if (!one) return []
  const starts = [before, after].flatMap(each => (each ? [each.startedAt] : []))
  return [{ accountId: one.athleteId, starts, newRuns: after ? [after.id] : [] }]
}
