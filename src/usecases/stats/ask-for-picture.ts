import { type RangeRefusal, requireRange } from '#domain/calendar/range-words.ts'
import type { GroupRefusal } from '#domain/group/group.ts'
import {
  type AccessRefusal,
  isCoach,
  requireActiveMember,
  requireCoach,
} from '#domain/organization/policy.ts'
import type { BoardRefusal } from '#domain/ranking/board.ts'
import type { LocalDay, Zone } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { resolveGroupById } from '../group/resolve-group.ts'
import { requireBoardReader } from '../leaderboard/require-board-reader.ts'
import type { Done, UnitOfWork } from '../perform.ts'

export type AskForPicture = {
  /** Null for all groups beside each other, which is a coach's. */
  groupId: string | null
  from: LocalDay
  to: LocalDay
  zone: Zone
}

/** Somebody asks for stats as a chart, which comes in their direct message. */
export async function askForPicture(
  { tx, actor, newId }: UnitOfWork,
  { groupId, from, to, zone }: AskForPicture,
): Promise<Result<Done<null>, AccessRefusal | GroupRefusal | RangeRefusal | BoardRefusal>> {
  const asker = groupId === null ? requireCoach(actor) : requireActiveMember(actor)
  if (!asker.ok) return asker
  const { organizationId, accountId } = asker.value
  const range = requireRange({ from, to })
  if (!range.ok) return range
  if (groupId !== null) {
    const found = await resolveGroupById(tx, actor, groupId)
    if (!found.ok) return found
    const group = found.value
    const reader = await requireBoardReader(tx, asker.value, group)
    if (!reader.ok) return reader
  }
  const pictureId = newId<string>()
  const readBy = isCoach(actor) ? 'coach' : 'group'
  return ok({
    value: null,
    events: [
      {
        type: 'stats.picture-asked',
        organizationId,
        target: groupId === null ? { kind: 'picture', id: pictureId } : { kind: 'group', id: groupId },
        subjectId: accountId,
        isVisibleToSubject: true,
        before: null,
        after: { pictureId, groupId, from, to, zone, askedBy: accountId, readBy },
      },
    ],
  })
}
