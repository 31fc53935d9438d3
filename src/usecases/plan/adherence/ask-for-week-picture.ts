import { mondayOf } from '#domain/calendar/local-day.ts'
import type { GroupRefusal } from '#domain/group/group.ts'
import { type AccessRefusal, requireCoach } from '#domain/organization/policy.ts'
import type { AdherenceEvent } from '#domain/plan/matching/adherence-event.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { resolveGroupById } from '../../group/resolve-group.ts'
import type { Done, UnitOfWork } from '../../perform.ts'

/** A coach asks for a group's week as a picture, which comes in their direct message. */
export async function askForWeekPicture(
  { tx, actor, newId }: UnitOfWork,
  { groupId, on }: { groupId: string; on: LocalDay },
): Promise<Result<Done<null>, AccessRefusal | GroupRefusal>> {
  const coach = requireCoach(actor)
  if (!coach.ok) return coach
  const found = await resolveGroupById(tx, actor, groupId)
  if (!found.ok) return found
  const { organizationId, accountId } = coach.value
  const event: AdherenceEvent = {
    type: 'adherence.picture-asked',
    organizationId,
    target: { kind: 'group', id: found.value.id },
    subjectId: accountId,
    isVisibleToSubject: true,
    before: null,
    after: { pictureId: newId<string>(), groupId: found.value.id, weekOn: mondayOf(on), askedBy: accountId },
  }
  return ok({ value: null, events: [event] })
}
