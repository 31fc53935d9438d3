import type { MemberStatus } from '#domain/organization/role.ts'
import { actions, button, section } from './blocks.ts'
import { fitLines } from './fit-lines.ts'
import { count } from './group-card.ts'
import { type Message, words } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'

/** Action ids of the two answers to an offer of the club. */
export const TRANSFER_ACTIONS = {
  accept: 'head-coach-accept',
  decline: 'head-coach-decline',
  withdraw: 'head-coach-withdraw',
} as const

const NAMES_CHARACTERS = 1_200

export function coachRoleTold(told: { clubName: string; isCoach: boolean; isMember: boolean }): Message {
  if (told.isCoach) {
    return words(
      mrkdwn`You are an assistant coach of *${told.clubName}*. You see everybody’s runs, make groups, invite and post leaderboards; the head coach assigns athletes to you. \`/astral can\` shows what you may do.`,
    )
  }
  return words(
    told.isMember
      ? mrkdwn`You are no assistant coach of *${told.clubName}* any more. You are still in the club as an athlete.`
      : mrkdwn`You are no assistant coach of *${told.clubName}* any more, and with that no member. A coach can invite you as an athlete.`,
  )
}

export function assignmentsTold(told: {
  byName: string
  count: number
  isAssigned: boolean
  athleteNames: readonly string[]
}): Message {
  const changed = told.isAssigned
    ? mrkdwn`*${told.byName}* assigned ${count(told.count, 'athlete')} to you.`
    : mrkdwn`*${told.byName}* took ${count(told.count, 'athlete')} out of your care.`
  return words(mrkdwn`${changed} ${careInWords(told.athleteNames)}`)
}

/** Whom a coach looks after, in a sentence. */
export function careInWords(names: readonly string[]): Mrkdwn {
  if (names.length === 0) return mrkdwn`You look after nobody at present.`
  const shown = fitLines(
    names.map(name => mrkdwn`${name}`),
    NAMES_CHARACTERS,
  )
  const more = names.length - shown.length
  return mrkdwn`You look after ${count(names.length, 'athlete')}: ${joinMrkdwn(shown, ', ')}${more > 0 ? ` and ${more} more` : ''}.`
}

/** What the person reads to whom the club is offered. */
export function headCoachOffered(offer: { transferId: string; clubName: string; fromName: string }): Message {
  const text = mrkdwn`*${offer.fromName}* asks you to become head coach of *${offer.clubName}*.`
  const means = mrkdwn`You would have the whole club: coaches, athletes, assignments, settings and the audit. ${offer.fromName} would stay as an assistant coach. Nothing changes unless you accept.`
  return {
    text: `${text.mrkdwn} ${means.mrkdwn}`,
    blocks: [
      section(text),
      section(means),
      actions(
        'head-coach-offer',
        button(TRANSFER_ACTIONS.accept, 'Accept', offer.transferId),
        button(TRANSFER_ACTIONS.decline, 'Decline', offer.transferId),
      ),
    ],
  }
}

/** The end of an offer that was not accepted, for the other side. */
export function headCoachAnswerTold(told: {
  state: 'declined' | 'withdrawn'
  clubName: string
  fromName: string
  toName: string
}): Message {
  return words(
    told.state === 'declined'
      ? mrkdwn`${told.toName} declined to become head coach of *${told.clubName}*. You are still head coach.`
      : mrkdwn`The offer to become head coach of *${told.clubName}* was taken back. Nothing has changed for you.`,
  )
}

export function headCoachChangedTold(told: {
  clubName: string
  headCoachName: string
  isReader: boolean
}): Message {
  return words(
    told.isReader
      ? mrkdwn`You are head coach of *${told.clubName}* now. \`/astral coach list\` shows its coaches, \`/astral can\` what you may do.`
      : mrkdwn`*${told.headCoachName}* is head coach of *${told.clubName}* now. You are an assistant coach.`,
  )
}

export function memberStatusTold(told: { status: MemberStatus; byName: string; clubName: string }): Message {
  const means = {
    active: mrkdwn`You take part again: your runs count, and whatever you share is seen as before.`,
    inactive: mrkdwn`Your runs count in no total and on no leaderboard until you are active again. You keep your groups, and you can go on logging.`,
    suspended: mrkdwn`You can read, export and delete your own data, and nothing else. Ask your head coach about it.`,
  }[told.status]
  return words(mrkdwn`*${told.byName}* made you ${told.status} in *${told.clubName}*. ${means}`)
}

export function memberRemovedTold(told: { byName: string; clubName: string }): Message {
  return words(
    mrkdwn`*${told.byName}* removed you from *${told.clubName}*. You are in none of its groups any more, and nothing more of yours is shown there. Your runs are kept for you in case you join again.`,
  )
}
