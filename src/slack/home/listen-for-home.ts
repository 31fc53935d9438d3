import type { App } from '@slack/bolt'
import { ask } from '#usecases/ask.ts'
import { showHome } from '#usecases/home/show-home.ts'
import { markSeen } from '#usecases/invitation/mark-seen.ts'
import { perform } from '#usecases/perform.ts'
import { viewerUnits } from '#usecases/viewer-units.ts'
import { home } from '#views/home.ts'
import { reportFault } from '../fault.ts'
import { type SlackContext, type SlackDeps, viewerContext } from '../kit/context.ts'

/** The Home tab is drawn when it is opened and after each change made through it. */
export function listenForHome(app: App, deps: SlackDeps): void {
  app.event('app_home_opened', async ({ event, client, context }) => {
    const opened = await viewerContext(deps, { client, teamId: context.teamId ?? '', userId: event.user })
    if (event.tab === 'home') await publishHome(opened)
    else await noteSeen(opened)
  })
}

/** Whoever opens their conversation with Astral sees the invitation in it. */
async function noteSeen({ deps, who }: SlackContext): Promise<void> {
  try {
    await perform(deps.engine, { who, surface: 'message' }, markSeen, undefined)
  } catch (error) {
    reportFault(deps, error, { where: 'messages tab' })
  }
}

/** Draws somebody's Home tab as things stand now. A failure costs the drawing, never the deed before it. */
export async function publishHome(context: SlackContext): Promise<void> {
  try {
    const card = await ask(context.deps.engine, context.who, showHome, {})
    if (!card.ok) return
    // Read anew: they may just have been changed.
    const units = await viewerUnits(context.deps.engine, context.who)
    await context.client.views.publish({ user_id: context.userId, view: home(card.value, units) })
  } catch (error) {
    reportFault(context.deps, error, { where: 'home' })
  }
}
