import { type RangeRefusal, requireRange } from '#domain/calendar/range-words.ts'
import type { GroupRefusal } from '#domain/group/group.ts'
import { type AccessRefusal, requireActiveMember } from '#domain/organization/policy.ts'
import type { BoardRefusal } from '#domain/ranking/board.ts'
import type { LocalDay, Zone } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { resolveGroupById } from '../group/resolve-group.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { groupWeeks } from './group-weeks.ts'

export type AskForWeeks = {
  groupId: string
  /** A day of the last of the weeks. */
  until: LocalDay
  zone: Zone
}

/** Somebody asks for what the members of a group ran week by week, which comes in their direct message. */
export async function askForWeeks(
  { tx, actor, newId }: UnitOfWork,
  { groupId, until, zone }: AskForWeeks,
): Promise<Result<Done<null>, AccessRefusal | GroupRefusal | RangeRefusal | BoardRefusal>> {
  const asker = requireActiveMember(actor)
  if (!asker.ok) return asker
  const { organizationId, accountId } = asker.value
  const range = requireRange({ from: until, to: until })
  if (!range.ok) return range
  const found = await resolveGroupById(tx, actor, groupId)
  if (!found.ok) return found
  const group = found.value
  const seen = await groupWeeks(tx, organizationId, { groupId: group.id, viewerId: accountId, until, zone })
  if (!seen) return refuse({ code: 'board-for-members', name: group.name })
  return ok({
    value: null,
    events: [
      {
        type: 'stats.picture-asked',
        organizationId,
        target: { kind: 'group', id: group.id },
        subjectId: accountId,
        isVisibleToSubject: true,
        before: null,
        after: { pictureId: newId<string>(), weeksOf: group.id, until, zone, askedBy: accountId },
      },
    ],
  })
}
