import { WebAPIRequestError } from '@slack/web-api'
import { ConfigFaults, type SlackConfig } from '#config/config.ts'
import { slackErrorOf } from '#slack/slack-error.ts'
import { StartFault } from './start-fault.ts'

/** Why Astral could not start, in a sentence that says what to do; null for a fault that needs its stack. */
export function startFailureInWords(error: unknown, slack: SlackConfig | null): string | null {
  if (error instanceof ConfigFaults || error instanceof StartFault) return error.message
  const refused = slackErrorOf(error)
  if (refused !== null) {
    return `Slack refused the start: ${refused}. Check SLACK_BOT_TOKEN and SLACK_APP_TOKEN against the app's pages "OAuth & Permissions" and "Basic Information".`
  }
  if (error instanceof WebAPIRequestError) {
    const cause = error.cause instanceof Error ? error.cause.message : error.message
    return `Slack cannot be reached (${cause}). Check this machine's network, and SLACK_API_URL if it is set.`
  }
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EADDRINUSE' && slack) {
    const [variable, port] = slack.kind === 'http' ? ['PORT', slack.port] : ['SANDBOX_PORT', portOf(slack)]
    return `Port ${port} is taken: is Astral running already? Stop it, or set ${variable} to another port.`
  }
  return null
}

function portOf(slack: SlackConfig): number {
  return 'port' in slack ? slack.port : 0
}
