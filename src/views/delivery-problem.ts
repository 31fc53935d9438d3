import { actions, button, section } from './blocks.ts'
import type { Message } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mentionChannel, mentionPerson, mrkdwn } from './mrkdwn.ts'
import { SCHEDULE_ACTIONS } from './schedule-actions.ts'

export type DeliveryProblem = {
  kind: string
  /** A channel's or a person's Slack id. */
  recipient: string
  /** Slack's word for the failure, or `uncertain` when nobody can say whether the message arrived. */
  error: string
  /** Of the schedule it belonged to; null when it belonged to none. */
  groupName: string | null
  /** The schedule that was paused because of it. */
  pausedScheduleId: string | null
}

/** To whoever caused a message that could not be delivered: what happened, and what to do. */
export function deliveryProblem(problem: DeliveryProblem): Message {
  const lines = [happened(problem), remedy(problem)]
  const text = joinMrkdwn(lines, '\n')
  if (problem.pausedScheduleId === null) return { text: text.mrkdwn, blocks: [section(text)] }
  const paused = mrkdwn`The weekly post is paused until you resume it.`
  return {
    text: joinMrkdwn([text, paused], '\n').mrkdwn,
    blocks: [
      section(joinMrkdwn([text, paused], '\n')),
      actions(
        'schedule',
        button(SCHEDULE_ACTIONS.resume, 'Resume', problem.pausedScheduleId, { style: 'primary' }),
        button(SCHEDULE_ACTIONS.end, 'End it', problem.pausedScheduleId),
      ),
    ],
  }
}

function happened({ kind, recipient, error, groupName }: DeliveryProblem): Mrkdwn {
  const what =
    kind === 'leaderboard'
      ? groupName === null
        ? mrkdwn`A leaderboard`
        : mrkdwn`The weekly leaderboard of *${groupName}*`
      : mrkdwn`A message`
  const where = /^[UW]/.test(recipient) ? mentionPerson(recipient) : mentionChannel(recipient)
  return error === 'uncertain'
    ? mrkdwn`${what} for ${where} was sent, but Slack’s answer was lost and I may not read there, so I cannot tell whether it arrived.`
    : mrkdwn`${what} could not be posted to ${where}.`
}

function remedy({ error, recipient }: DeliveryProblem): Mrkdwn {
  switch (error) {
    case 'uncertain':
      return mrkdwn`Please look. If it is not there, send it again.`
    case 'is_archived':
      return mrkdwn`The channel is archived. Unarchive it, or choose another with \`/astral schedule\`.`
    case 'not_in_channel':
    case 'channel_not_found':
      return mrkdwn`I am not in that channel. Type \`/invite @astral\` in ${mentionChannel(recipient)}.`
    case 'user_not_found':
    case 'user_disabled':
      return mrkdwn`That Slack account is gone or deactivated.`
    case 'missing_scope':
    case 'account_inactive':
    case 'token_revoked':
    case 'token_expired':
    case 'invalid_auth':
      return mrkdwn`Slack does not let Astral act here any more (${error}). Whoever runs Astral has to install it again.`
    default:
      return error.startsWith('restricted_action')
        ? mrkdwn`Only some people may post in that channel. Ask an admin of the workspace to allow Astral.`
        : mrkdwn`Slack’s reason: ${error}.`
  }
}
