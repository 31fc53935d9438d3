import { BUDGET_MOST, type ChannelBudget, isBudget } from '#domain/feed/channel-budget.ts'
import type { FeedRefusal } from '#domain/feed/feed-refusal.ts'
import { type AccessRefusal, requireHeadCoach } from '#domain/organization/policy.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findBudget, upsertBudget } from '#store/channel-budget-store.ts'
import type { Done, UnitOfWork } from '../perform.ts'

export type SetChannelBudget = { channelId: string; budget: ChannelBudget }

/** The head coach decides how much Astral may post into a channel by itself. */
export async function setChannelBudget(
  { tx, actor, now }: UnitOfWork,
  { channelId, budget }: SetChannelBudget,
): Promise<Result<Done<SetChannelBudget>, AccessRefusal | FeedRefusal>> {
  const head = requireHeadCoach(actor)
  if (!head.ok) return head
  if (!isBudget(budget)) return refuse({ code: 'budget-wrong', most: BUDGET_MOST })
  const { organizationId, accountId } = head.value
  const before = await findBudget(tx, organizationId, channelId)
  await upsertBudget(tx, organizationId, channelId, budget, { accountId, at: now })
  return ok({
    value: { channelId, budget },
    events: [
      {
        type: 'channel.budget-changed',
        organizationId,
        target: { kind: 'channel', id: channelId },
        subjectId: null,
        isVisibleToSubject: false,
        before: { ...before, channelId },
        after: { ...budget, channelId },
      },
    ],
  })
}
