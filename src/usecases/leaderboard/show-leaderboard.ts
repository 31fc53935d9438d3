import type { RangeRefusal } from '#domain/calendar/range-words.ts'
import type { GroupRefusal } from '#domain/group/group.ts'
import { type AccessRefusal, isCoach, requireActiveMember } from '#domain/organization/policy.ts'
import { boardScope } from '#domain/privacy/board-scope.ts'
import type { Relation } from '#domain/privacy/may-show.ts'
import type { Board, BoardRefusal } from '#domain/ranking/board.ts'
import { type BoardWords, readBoardWords } from '#domain/ranking/board-words.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { UnitOfReading } from '../ask.ts'
import { resolveWhichGroup, type WhichGroup } from '../group/resolve-group.ts'
import { getBoard } from './get-board.ts'
import { requireAgeGrades } from './require-age-grades.ts'
import { requireBoardReader } from './require-board-reader.ts'

export type ShowLeaderboard = WhichGroup & BoardWords

/**
 * A group's board for the asker alone, by the days of their own zone: the head coach sees all that is not hidden, an
 * assistant coach that of their own athletes and of the others what the group sees, the group's members and its owner
 * those who share; others are refused.
 */
export async function showLeaderboard(
  { db, actor, now }: UnitOfReading,
  input: ShowLeaderboard,
): Promise<Result<Board, AccessRefusal | GroupRefusal | RangeRefusal | BoardRefusal>> {
  const asker = requireActiveMember(actor)
  if (!asker.ok) return asker
  const { accountId, zone } = asker.value
  const found = await resolveWhichGroup(db, actor, input)
  if (!found.ok) return found
  const read = readBoardWords(input, now, zone)
  if (!read.ok) return read
  const gradable = await requireAgeGrades(db, read.value.metric.name)
  if (!gradable.ok) return gradable
  const group = found.value
  const reader = await requireBoardReader(db, asker.value, group)
  if (!reader.ok) return reader
  const isHead = asker.value.roles.has('head-coach')
  const relation: Relation = isHead ? 'coach' : isCoach(actor) ? 'other-coach' : 'teammate'
  const care = { coachId: accountId, scope: boardScope('coach', 'private') }
  return ok(
    await getBoard(db, {
      group,
      ...read.value,
      zone,
      scope: boardScope(relation, 'private'),
      readerId: accountId,
      now,
      ...(relation === 'other-coach' ? { care } : {}),
    }),
  )
}
