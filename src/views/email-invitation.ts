import type { EmailInvitationCard } from '#domain/invitation/email-invitation.ts'
import { context, section } from './blocks.ts'
import { planBeside, planComesAlongPlain } from './invited-plan.ts'
import { joinLink } from './join-link.ts'
import { LIMITS } from './limits.ts'
import type { Message } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { preformatted } from './preformatted.ts'
import { shortenMrkdwn } from './shorten.ts'

export type Letter = { subject: string; text: string }

/** The mail, or what a coach sends in its place: plain text, one personal code. */
export function emailLetter(card: EmailInvitationCard, token: string, publicUrl: string | null): Letter {
  const into = card.groupName === null ? card.clubName : `${card.groupName} in ${card.clubName}`
  const link = joinLink(publicUrl, token)
  const lines = [
    `Hello ${card.firstName},`,
    '',
    `${card.inviterName} invites you to join ${into}.`,
    ...planComesAlongPlain(card.plan),
    '',
    `1. Join the club’s Slack workspace with the address this came to. If you have no invitation to Slack yet, ask ${card.inviterName}.`,
    '2. Astral, the club’s assistant there, then writes to you and asks what you want to share: share, keep private or decline.',
    `3. If it does not, type this in Slack: /astral join ${token}`,
    '',
    ...(link === null ? [] : [`More about it: ${link}`, '']),
    'The code is for you alone. If you do not want to join, there is nothing to do: nobody will remind you.',
  ]
  return { subject: `${card.inviterName} invites you to ${card.clubName}`, text: lines.join('\n') }
}

/** What the coach reads at once. */
export function invitedByEmail(
  sent: { card: EmailInvitationCard; token: string | null },
  given: { publicUrl: string | null; mayMatch: boolean },
): Message {
  const { card, token } = sent
  const group = card.groupName === null ? mrkdwn`` : mrkdwn` into *${card.groupName}*`
  const into = mrkdwn`${group}${planBeside(card.plan)}`
  const then = given.mayMatch
    ? mrkdwn`As soon as somebody with that address joins this Slack, I ask them by direct message.`
    : mrkdwn`Astral may not read addresses in this Slack (\`users:read.email\`), so I cannot ask them by myself: they type the code in the message.`
  if (token === null) {
    const said = mrkdwn`Invited ${card.firstName}${into}: a mail to ${card.address} is on its way, and you hear it if it cannot be sent.`
    return { text: joinMrkdwn([said, then], ' ').mrkdwn, blocks: [section(said), section(then)] }
  }
  const said = mrkdwn`Invited ${card.firstName}${into}. There is no mail server here, so please send this to ${card.address} yourself. It is shown once.`
  const { text } = emailLetter(card, token, given.publicUrl)
  return {
    text: shortenMrkdwn(joinMrkdwn([said, mrkdwn`${text}`, then], '\n').mrkdwn, LIMITS.messageText),
    blocks: [section(said), preformatted(text), context(then)],
  }
}

/** To the coach whose mail was not taken. */
export function emailProblem(card: EmailInvitationCard, error: string): Mrkdwn {
  const why =
    error === 'no-mail-server'
      ? mrkdwn`There is no mail server any more (\`SMTP_URL\`).`
      : mrkdwn`The mail server’s reason: ${error}.`
  return mrkdwn`The invitation for ${card.firstName} could not be sent to ${card.address}. ${why} \`/astral invitations\` sends it again or takes it back.`
}
