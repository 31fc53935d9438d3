import { decideNote } from '#domain/roster/decide-attributes.ts'
import type { RosterRefusal } from '#domain/roster/roster-refusal.ts'
import { ok, type Result } from '#kernel/result.ts'
import { insertNote } from '#store/athlete-attributes-store.ts'
import type { NamedMember } from '../organization/require-club-member.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { type AthleteRefusal, requireAthleteOf } from './require-athlete-of.ts'

export type WriteNote = { athlete: NamedMember; text: string }
export type NoteWritten = { name: string; text: string }

/** A coach writes a private note about an athlete. The athlete never sees it, not even in the audit. */
export async function writeNote(
  { tx, actor, now, newId }: UnitOfWork,
  input: WriteNote,
): Promise<Result<Done<NoteWritten>, AthleteRefusal | RosterRefusal>> {
  const found = await requireAthleteOf(tx, actor, input.athlete)
  if (!found.ok) return found
  const { athlete, coach } = found.value
  const text = decideNote(input.text)
  if (!text.ok) return text
  const id = newId<string>()
  await insertNote(tx, {
    id,
    organizationId: athlete.organizationId,
    athleteId: athlete.accountId,
    authorId: coach.accountId,
    text: text.value,
    createdAt: now,
  })
  return ok({
    value: { name: athlete.displayName, text: text.value },
    events: [
      {
        type: 'athlete.noted',
        organizationId: athlete.organizationId,
        target: { kind: 'athlete', id: athlete.accountId },
        subjectId: athlete.accountId,
        isVisibleToSubject: false,
        before: null,
        after: { noteId: id },
      },
    ],
  })
}
