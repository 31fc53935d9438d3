import { type AttributesTyped, decideAttributes } from '#domain/roster/decide-attributes.ts'
import type { AttributesData } from '#domain/roster/roster-event.ts'
import type { RosterRefusal } from '#domain/roster/roster-refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findAttributes, type KeptAttributes, updateAttributes } from '#store/athlete-attributes-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'
import { type AthleteRefusal, requireOwnAthlete } from './require-athlete-of.ts'

export type EditAthlete = { accountId: string; typed: AttributesTyped; seenVersion: number }
export type AthleteEdited = {
  name: string
  slackUserId: string
  before: AttributesData
  after: AttributesData
}

/**
 * Changes the club's name, level and labels of an athlete: the head coach anybody's, an assistant coach those of their
 * athletes. Refused when somebody else changed them since they were seen.
 */
export async function editAthlete(
  { tx, actor }: UnitOfWork,
  { accountId, typed, seenVersion }: EditAthlete,
): Promise<Result<Done<AthleteEdited>, AthleteRefusal | RosterRefusal>> {
  const found = await requireOwnAthlete(tx, actor, { accountId })
  if (!found.ok) return found
  const { athlete } = found.value
  const decided = decideAttributes(typed)
  if (!decided.ok) return decided
  const kept = await findAttributes(tx, athlete.organizationId, athlete.accountId)
  const isWritten =
    kept?.version === seenVersion &&
    (await updateAttributes(tx, athlete.organizationId, athlete.accountId, decided.value, seenVersion))
  if (!kept || !isWritten) return refuse({ code: 'athlete-changed-meanwhile', name: athlete.displayName })
  const before = dataOf(kept)
  const after = dataOf(decided.value)
  const name = after.nickname ?? athlete.slackName
  return ok({
    value: { name, slackUserId: athlete.slackUserId, before, after },
    events: [
      {
        type: 'athlete.edited',
        organizationId: athlete.organizationId,
        target: { kind: 'athlete', id: athlete.accountId },
        subjectId: athlete.accountId,
        isVisibleToSubject: false,
        before,
        after,
      },
    ],
  })
}

export function dataOf(attributes: Omit<KeptAttributes, 'version'>): AttributesData {
  return {
    nickname: attributes.nickname,
    memberLevel: attributes.memberLevel,
    labels: attributes.labels.map(label => label.label),
  }
}
