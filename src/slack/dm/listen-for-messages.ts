import type { App } from '@slack/bolt'
import type { SlackDeps } from '../kit/context.ts'

/** Direct messages to Astral. */
export function listenForMessages(app: App, deps: SlackDeps): void {
  app.message(async ({ message }) => {
    deps.logger.debug('message', { type: message.type })
  })
}
