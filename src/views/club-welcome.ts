import type { InvitationCard } from '#domain/invitation/invitation-card.ts'
import type { InvitedPlanCard } from '#domain/invitation/invited-plan.ts'
import { actions, button, context, section } from './blocks.ts'
import { whatIsShared } from './invitation.ts'
import { ownPlanOutcome, planBeside } from './invited-plan.ts'
import { type Message, words } from './message.ts'
import { joinMrkdwn, mrkdwn } from './mrkdwn.ts'

export const WELCOME_ACTIONS = { share: 'welcome-share', keepPrivate: 'welcome-keep-private' } as const

/** What somebody reads whom a coach added at once: that they are in, and the choice that is theirs. */
export function clubWelcome(card: InvitationCard): Message {
  const into =
    card.groupName === null ? mrkdwn`*${card.clubName}*` : mrkdwn`*${card.groupName}* in *${card.clubName}*`
  const lines = [
    mrkdwn`*${card.inviterName}* added you to ${into}.`,
    mrkdwn`Until you choose, your runs stay between you and your coaches.`,
    ...ownPlanOutcome(card.plan),
  ]
  const shared = whatIsShared(card)
  return {
    text: joinMrkdwn([...lines, ...shared], '\n').mrkdwn,
    blocks: [
      section(joinMrkdwn(lines, '\n')),
      section(joinMrkdwn(shared, '\n')),
      actions(
        'club-welcome',
        button(
          WELCOME_ACTIONS.share,
          card.groupName === null ? 'Share with my groups' : 'Share with my group',
          card.invitationId,
        ),
        button(WELCOME_ACTIONS.keepPrivate, 'Keep private', card.invitationId),
      ),
      context(
        mrkdwn`What you share can be changed at any time. Log a run: \`/astral log 8.2km 45:10 easy\`, or drop a watch file here.`,
      ),
    ],
  }
}

export function welcomeAnswered(done: { isShared: boolean; groupName: string | null }): Message {
  const group = done.groupName === null ? mrkdwn`your groups` : mrkdwn`*${done.groupName}*`
  return words(
    done.isShared
      ? mrkdwn`✓ You share your runs with ${group}. Log one: \`/astral log 8.2km 45:10 easy\`.`
      : mrkdwn`✓ Your runs stay between you and your coaches. Log one: \`/astral log 8.2km 45:10 easy\`.`,
  )
}

/** What the coach reads at once. */
export function athleteAdded(done: {
  name: string
  clubName: string
  group: { name: string } | null
  plan?: InvitedPlanCard | null
}): Message {
  const into = done.group ? mrkdwn`*${done.group.name}*` : mrkdwn`*${done.clubName}*`
  return words(
    mrkdwn`Added ${done.name} to ${into}${planBeside(done.plan ?? null)}. They get a direct message with the choice to share or keep private; until they choose, only coaches see their runs.`,
  )
}
