import { WebAPIPlatformError } from '@slack/web-api'

/** Slack's own word for why a call was refused, such as `channel_not_found`; null for any other fault. */
export function slackErrorOf(error: unknown): string | null {
  return error instanceof WebAPIPlatformError ? error.data.error : null
}
