import type { FeedRefusal } from '#domain/feed/feed-refusal.ts'
import type { AccessRefusal } from '#domain/organization/policy.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findKudos, putKudos } from '#store/kudos-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { seeRun } from './see-run.ts'

export type ChangeKudos = {
  activityId: string
  /** Pressing again takes the cheer back; reactions come and go by their names. */
  by: { kind: 'button' } | { kind: 'reaction'; name: string; isAdded: boolean }
}
export type KudosChanged = { isGiven: boolean; athleteName: string }

/** Somebody cheers for a run that they see, or takes it back. One person and run count once, however often they do. */
export async function changeKudos(
  { tx, actor, now }: UnitOfWork,
  { activityId, by }: ChangeKudos,
): Promise<Result<Done<KudosChanged>, AccessRefusal | FeedRefusal>> {
  const seen = await seeRun(tx, actor, activityId)
  if (!seen.ok) return seen
  const { viewer, run, athleteName, isOwn } = seen.value
  if (isOwn) return refuse({ code: 'own-kudos' })
  const { organizationId, accountId } = viewer
  const before = await findKudos(tx, organizationId, activityId, accountId)
  const had = before ?? { isByButton: false, reactions: [] }
  const others = by.kind === 'reaction' ? had.reactions.filter(name => name !== by.name) : []
  const after =
    by.kind === 'button'
      ? // A press takes back whatever stands, so that nobody has to look for an old reaction.
        { isByButton: !before, reactions: before ? [] : had.reactions }
      : { isByButton: had.isByButton, reactions: by.isAdded ? [...others, by.name] : others }
  await putKudos(tx, organizationId, { activityId, accountId }, after, now)
  const isGiven = after.isByButton || after.reactions.length > 0
  const data = { activityId, athleteId: run.athleteId, startedAt: run.startedAt }
  return ok({
    value: { isGiven, athleteName },
    events:
      isGiven === (before !== undefined)
        ? []
        : [
            {
              type: isGiven ? 'kudos.given' : 'kudos.withdrawn',
              organizationId,
              target: { kind: 'activity', id: activityId },
              subjectId: run.athleteId,
              isVisibleToSubject: true,
              before: null,
              after: data,
            },
          ],
  })
}
