import type { OrganizationRefusal } from '#domain/organization/organization-refusal.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'

/** Refusals about coaches, members and the head coach, in words that say what to do next. */
export function organizationRefusalInWords(refusal: OrganizationRefusal): Mrkdwn {
  switch (refusal.code) {
    case 'coach-already':
      return mrkdwn`${refusal.name} is a coach of the club already: nothing to do.`
    case 'not-a-coach-of-the-club':
      return mrkdwn`${refusal.name} is no assistant coach of the club. \`/astral coach list\` shows who is.`
    case 'coach-not-in-club':
      return mrkdwn`${refusal.name} is not in the club. Invite them with \`/astral invite\`; when they have accepted, add them as a coach.`
    case 'coach-suspended':
      return mrkdwn`${refusal.name} is suspended and cannot coach. Make them active first.`
    case 'head-coach-stays':
      return mrkdwn`A club always has its head coach. Hand the club over first, with \`/astral coach transfer\`.`
    case 'not-an-athlete-of-the-club':
      return mrkdwn`${refusal.name} is no athlete of the club, so nobody can look after them. Name an athlete.`
    case 'own-athlete':
      return mrkdwn`${refusal.name} cannot be their own coach. Choose another coach for them.`
    case 'assigned-already':
      return mrkdwn`${refusal.coachName} looks after ${refusal.names.join(', ')} already: nothing to do.`
    case 'none-assigned':
      return mrkdwn`${refusal.coachName} does not look after ${refusal.names.join(', ')}: nothing to do.`

    case 'not-your-athlete':
      return mrkdwn`${refusal.name} is not assigned to you. The head coach can do that, or assign them to you.`
    case 'own-status':
      return mrkdwn`Nobody changes their own status. Ask another coach who may.`
    case 'status-already':
      return mrkdwn`${refusal.name} is ${refusal.status} already: nothing to do.`
    case 'member-deactivated':
      return mrkdwn`${refusal.name}’s Slack account is deactivated. They become active here when it is activated again.`

    case 'transfer-to-yourself':
      return mrkdwn`You are the head coach already. Choose somebody else of the club.`
    case 'transfer-not-active':
      return mrkdwn`${refusal.name} is not active in the club. Make them active first, then offer them the club.`
    case 'transfer-pending':
      return mrkdwn`You offered the club to ${refusal.name}, who has not answered yet. \`/astral coach withdraw\` takes that back.`
    case 'no-transfer':
      return mrkdwn`The club is not offered to anybody: nothing to withdraw.`
    case 'transfer-not-yours':
      return mrkdwn`This offer is for somebody else: only they can answer it.`
    case 'transfer-over':
      return refusal.state === 'withdrawn'
        ? mrkdwn`This offer was taken back. Ask the head coach for a new one.`
        : mrkdwn`This offer was ${refusal.state} already: nothing more to do.`
  }
}
