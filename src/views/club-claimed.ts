import { actions, button, section } from './blocks.ts'
import type { Message } from './message.ts'
import { joinMrkdwn, mrkdwn } from './mrkdwn.ts'
import { PLAN_ACTIONS } from './plan-text.ts'

/** What whoever claimed the club reads, with what may come next. */
export function clubClaimed(club: { name: string; zone: string }): Message {
  const said = mrkdwn`You are head coach of *${club.name}* now (time zone ${club.zone}). Next: \`/astral group create\`, then \`/astral invite @athlete\`.`
  const plans = mrkdwn`Training plans: \`/astral plan create\` writes one. Or begin with our examples for 5 km, half marathon and marathon, which are yours to change.`
  return {
    text: joinMrkdwn([said, plans], '\n').mrkdwn,
    blocks: [
      section(said),
      section(plans),
      actions('club-claimed', button(PLAN_ACTIONS.firstExamples, 'Add the example plans', '-')),
    ],
  }
}
