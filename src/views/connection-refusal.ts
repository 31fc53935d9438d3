import type { ConnectionRefusal } from '#domain/connection/connection-refusal.ts'
import { SOURCE_NAMES } from './connection-words.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { shorten } from './shorten.ts'

/** Refusals about connected sources, in words that say what to do next. */
export function connectionRefusalInWords(refusal: ConnectionRefusal): Mrkdwn {
  switch (refusal.code) {
    case 'source-not-connected':
      return mrkdwn`${SOURCE_NAMES[refusal.source]} is not connected. \`/astral connect\` shows what is.`
    case 'source-unknown':
      return mrkdwn`I do not know “${shorten(refusal.text, 40)}”. Type \`apple-health\` or \`strava\`.`
    case 'pages-closed': {
      const missing = refusal.isHttpOpen ? mrkdwn`\`PUBLIC_URL\`` : mrkdwn`\`PORT\` and \`PUBLIC_URL\``
      return mrkdwn`Nothing outside Slack can reach this Astral yet, so nothing can be connected. Ask whoever runs it to set ${missing}; the README says how. Dropping FIT, GPX or TCX files here works without that.`
    }
    case 'strava-off':
      return mrkdwn`The Strava connection is off here: whoever runs Astral decides that, and by Strava’s terms only you could see those runs anyway. To have runs count, drop their files (or Strava’s export) into a direct message with me.`
    case 'strava-connected':
      return mrkdwn`Your Strava is connected already. \`/astral disconnect strava\` ends that.`
    case 'strava-taken':
      return mrkdwn`Somebody else of this club has connected that Strava account. One account goes with one member.`
    case 'strava-not-permitted':
      return mrkdwn`Strava was not permitted to show your activities. Start again with \`/astral connect strava\` and leave “View data about your activities” ticked.`
    case 'strava-athlete-limit':
      return mrkdwn`Strava lets this installation connect no more athletes: ten in its standard tier. Whoever runs Astral can ask Strava for more; until then, drop files into a direct message with me.`
    case 'strava-unavailable':
      return mrkdwn`Strava does not answer as it should. Try again in some minutes.`
    case 'oauth-state-gone':
      return mrkdwn`This link was used already, or is older than ten minutes. Type \`/astral connect strava\` again.`
  }
}
