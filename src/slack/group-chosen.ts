import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { showGroup } from '#usecases/group/show-group.ts'
import type { SlackContext } from './kit/context.ts'

/** The name of the group that was chosen in a typeahead; null where none was. */
export async function groupNameChosen(
  context: SlackContext,
  groupId: string | null,
): Promise<Result<string | null, Refusal>> {
  if (groupId === null) return ok(null)
  const card = await ask(context.deps.engine, context.who, showGroup, { groupId })
  return card.ok ? ok(card.value.group.name) : card
}
