import type { Invitation, InvitationAnswer } from '#domain/invitation/invitation.ts'
import type { InvitationCard } from '#domain/invitation/invitation-card.ts'
import type { InvitedPlanCard } from '#domain/invitation/invited-plan.ts'
import { actions, button, context, section } from './blocks.ts'
import { ownPlanOutcome, planBeside, planComesAlong, planOutcome } from './invited-plan.ts'
import { type Message, words } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mentionChannel, mrkdwn } from './mrkdwn.ts'
import { shortenMrkdwn } from './shorten.ts'

/** A description holds fewer; only escapes make it longer, and what is shared must still fit below it. */
const DESCRIPTION_CHARACTERS = 1_500

/** Action ids of the three answers. */
export const INVITATION_ACTIONS: Record<InvitationAnswer, string> = {
  'accept-and-share': 'invitation-accept-and-share',
  'accept-keep-private': 'invitation-accept-keep-private',
  decline: 'invitation-decline',
}

/** What the invited person reads in their direct messages. */
export function invitationReceived(card: InvitationCard): Message {
  const lines = [invites(card), ...aboutGroup(card), ...planComesAlong(card.plan)]
  const shared = whatIsShared(card)
  return {
    text: joinMrkdwn([...lines, ...shared], '\n').mrkdwn,
    blocks: [
      section(joinMrkdwn(lines, '\n')),
      section(joinMrkdwn(shared, '\n')),
      actions(
        'invitation',
        button(
          INVITATION_ACTIONS['accept-and-share'],
          card.groupName === null ? 'Accept and share with my groups' : 'Accept and share with my group',
          card.invitationId,
        ),
        button(INVITATION_ACTIONS['accept-keep-private'], 'Accept, keep private', card.invitationId),
        button(INVITATION_ACTIONS.decline, 'Decline', card.invitationId),
      ),
      context(
        mrkdwn`If you decline you will not be reminded. What you share can be changed at any time, in Astral’s Home tab.`,
      ),
    ],
  }
}

/** The same message once it is answered: the buttons are gone. */
export function invitationClosed(card: InvitationCard, answer: InvitationAnswer | null): Message {
  const said = answer === null ? outcomeOf(card) : ownOutcome(card, answer)
  const outcome = joinMrkdwn([said, ...(answer === 'decline' ? [] : ownPlanOutcome(card.plan))], '\n')
  const lines = [invites(card), ...aboutGroup(card)]
  return {
    text: joinMrkdwn([...lines, outcome], '\n').mrkdwn,
    blocks: [section(joinMrkdwn(lines, '\n')), section(outcome)],
  }
}

/** What the coach reads when the answer is there. */
export function invitationResult(card: InvitationCard): Message {
  const into = card.groupName === null ? mrkdwn`*${card.clubName}*` : mrkdwn`*${card.groupName}*`
  const plan = planOutcome(card.plan, card.inviteeName)
  if (card.via === 'code') {
    return words(joinMrkdwn([mrkdwn`${card.inviteeName} joined ${into} with your code.`, ...plan], ' '))
  }
  return words(
    card.state === 'accepted'
      ? joinMrkdwn([mrkdwn`${card.inviteeName} accepted your invitation into ${into}.`, ...plan], ' ')
      : mrkdwn`${card.inviteeName} declined your invitation into ${into}. They will not be reminded.`,
  )
}

/** What the coach reads at once. */
export function athleteInvited(sent: {
  invitation: Invitation
  name: string
  group: { name: string } | null
  plan?: InvitedPlanCard | null
}): Message {
  const into = sent.group ? mrkdwn` into *${sent.group.name}*` : mrkdwn``
  return words(
    mrkdwn`Invited ${sent.name}${into}${planBeside(sent.plan ?? null)}. They get a direct message with the choice to share or keep private, and you hear their answer.`,
  )
}

export function invites(card: { clubName: string; inviterName: string; groupName: string | null }): Mrkdwn {
  return card.groupName === null
    ? mrkdwn`*${card.inviterName}* invites you to join *${card.clubName}*.`
    : mrkdwn`*${card.inviterName}* invites you to join *${card.groupName}* in *${card.clubName}*.`
}

export function aboutGroup(card: { groupDescription: string | null }): Mrkdwn[] {
  if (card.groupDescription === null) return []
  const { mrkdwn: escaped } = mrkdwn`${card.groupDescription}`
  return [{ mrkdwn: shortenMrkdwn(escaped, DESCRIPTION_CHARACTERS) }]
}

export function whatIsShared(card: { groupName: string | null }): Mrkdwn[] {
  const group = card.groupName === null ? mrkdwn`your groups` : mrkdwn`*${card.groupName}*`
  return [
    mrkdwn`*What others would see*`,
    mrkdwn`• *Your coaches* see the runs you log, either way, except those you hide: each run has *Who sees it*.`,
    mrkdwn`• *Share*: members of ${group} see your runs, and your name can stand on its leaderboard, both also in its channel.`,
    mrkdwn`• *Keep private*: no member of a group sees your runs; no board, no channel.`,
    mrkdwn`Heart rate and notes never go to a channel. \`/astral privacy\` changes all of this at any time, also for coaches.`,
  ]
}

export function ownOutcome(
  card: { groupName: string | null; groupChannelId?: string | null },
  answer: InvitationAnswer,
): Mrkdwn {
  const channel = card.groupChannelId
    ? mrkdwn` The group talks in ${mentionChannel(card.groupChannelId)}: join it if you like.`
    : ''
  const group = card.groupName === null ? mrkdwn`your groups` : mrkdwn`*${card.groupName}*`
  switch (answer) {
    case 'accept-and-share':
      return mrkdwn`✓ You joined, and you share your runs with ${group}. Log one: \`/astral log 8.2km 45:10 easy\`, or drop a watch file here.${channel}`
    case 'accept-keep-private':
      return mrkdwn`✓ You joined, and your runs stay between you and your coaches. Log one: \`/astral log 8.2km 45:10 easy\`, or drop a watch file here.${channel}`
    case 'decline':
      return mrkdwn`You declined. You will not be reminded.`
  }
}

function outcomeOf({ state, inviterName }: InvitationCard): Mrkdwn {
  switch (state) {
    case 'accepted':
      return mrkdwn`✓ You joined. What you share with each group stands in Astral’s Home tab.`
    case 'declined':
      return mrkdwn`You declined. You will not be reminded.`
    case 'revoked':
      return mrkdwn`This invitation was taken back. If you want to join, ask ${inviterName} or another coach.`
    case 'expired':
      return mrkdwn`This invitation has expired. If you want to join, ask ${inviterName} for a new one.`
    case 'pending':
      return mrkdwn`This invitation waits for an answer.`
  }
}
