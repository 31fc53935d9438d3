import type { App } from '@slack/bolt'
import { section } from '#views/blocks.ts'
import { mrkdwn } from '#views/mrkdwn.ts'
import { contextOf, type SlackContext, type SlackDeps } from '../kit/context.ts'

export function listenForHome(app: App, deps: SlackDeps): void {
  app.event('app_home_opened', async ({ event, client, context }) => {
    if (event.tab !== 'home') return
    await publishHome(contextOf(deps, { client, teamId: context.teamId ?? '', userId: event.user }))
  })
}

export async function publishHome(context: SlackContext): Promise<void> {
  await context.client.views.publish({
    user_id: context.userId,
    view: { type: 'home', blocks: [section(mrkdwn`Welcome to Astral.`)] },
  })
}
