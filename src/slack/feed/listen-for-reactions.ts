import type { App } from '@slack/bolt'
import { ask } from '#usecases/ask.ts'
import { changeKudos } from '#usecases/feed/change-kudos.ts'
import { findPostedRuns } from '#usecases/feed/find-posted-runs.ts'
import { perform } from '#usecases/perform.ts'
import { reportFault } from '../fault.ts'
import { contextOf, type SlackDeps } from '../kit/context.ts'

type Reaction = {
  user: string
  reaction: string
  item: { type: string; channel?: string; ts?: string }
}

/**
 * A reaction on the message of a single run is a cheer, whichever it is; under a card nobody could say for which run.
 * Who may not see the run, or reacts to their own, is not told off for it.
 */
export function listenForReactions(app: App, deps: SlackDeps): void {
  app.event('reaction_added', async ({ event, client, context }) => {
    await follow(deps, { event, client, teamId: context.teamId ?? '' }, true)
  })
  app.event('reaction_removed', async ({ event, client, context }) => {
    await follow(deps, { event, client, teamId: context.teamId ?? '' }, false)
  })
}

async function follow(
  deps: SlackDeps,
  {
    event,
    client,
    teamId,
  }: { event: Reaction; client: Parameters<typeof contextOf>[1]['client']; teamId: string },
  isAdded: boolean,
): Promise<void> {
  const { item, user, reaction } = event
  if (item.type !== 'message' || !item.channel || !item.ts) return
  try {
    const { who } = contextOf(deps, { client, teamId, userId: user })
    const runs = await ask(deps.engine, who, findPostedRuns, { channelId: item.channel, ts: item.ts })
    const only = runs.ok && runs.value.isSingle ? runs.value.runs[0] : undefined
    if (!only) return
    const by = { kind: 'reaction', name: reaction, isAdded } as const
    await perform(deps.engine, { who, surface: 'message' }, changeKudos, { activityId: only.activityId, by })
  } catch (error) {
    reportFault(deps, error, { where: isAdded ? 'reaction_added' : 'reaction_removed' })
  }
}
