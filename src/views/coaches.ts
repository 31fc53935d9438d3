import type { KnownBlock } from '@slack/types'
import type { CoachList } from '#domain/organization/coach-card.ts'
import type { MemberStatus } from '#domain/organization/role.ts'
import { actions, button, confirm, context, header, section } from './blocks.ts'
import { fitLines } from './fit-lines.ts'
import { count } from './group-card.ts'
import { LIMITS } from './limits.ts'
import { type Message, words } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { TRANSFER_ACTIONS } from './organization-notices.ts'
import { shortenMrkdwn } from './shorten.ts'

/** Characters of athletes in a row, of one coach with theirs, and so many coaches: they fit into one message. */
const NAMES_CHARACTERS = 400
const COACH_CHARACTERS = 700
const COACHES_SHOWN = 15
const LIST_CHARACTERS = 2_600

export function coachAdded(done: { name: string; isAthlete: boolean }): Message {
  const beside = done.isAthlete
    ? mrkdwn` They stay an athlete too; if they do not run here, that changes nothing for them.`
    : mrkdwn``
  return words(
    mrkdwn`${done.name} is an assistant coach now and gets a direct message.${beside} \`/astral coach assign\` puts athletes into their care.`,
  )
}

export function coachRemoved(done: { name: string; athletes: number; isStillMember: boolean }): Message {
  const care =
    done.athletes === 0
      ? mrkdwn``
      : mrkdwn` ${count(done.athletes, 'athlete')} ${done.athletes === 1 ? 'is' : 'are'} no longer assigned to them.`
  return words(
    done.isStillMember
      ? mrkdwn`${done.name} is no coach any more, and stays in the club as an athlete.${care} What they wrote stays.`
      : mrkdwn`${done.name} is no coach any more and, as they were no athlete, has left the club.${care} What they wrote stays; \`/astral invite\` brings them back.`,
  )
}

/** The coaches, and for whoever may know it who looks after whom. */
export function coachList(list: CoachList): Message {
  const shown = list.coaches.slice(0, COACHES_SHOWN)
  const lines = shown.map(coachLine)
  const more = list.coaches.length - shown.length
  const all = [
    ...lines,
    ...(more > 0 ? [mrkdwn`… and ${more} more`] : []),
    ...(list.offeredTo === null
      ? []
      : [mrkdwn`The club is offered to ${list.offeredTo}, who has not answered yet.`]),
  ]
  const hint = list.isHeadCoach
    ? mrkdwn`\`/astral coach add @person\` · \`/astral coach assign\` · \`/astral coach athletes @coach\``
    : mrkdwn`\`/astral coach athletes\` shows yours. The head coach assigns them.`
  const blocks: KnownBlock[] = [
    header('Coaches'),
    ...all.map(line => section({ mrkdwn: shortenMrkdwn(line.mrkdwn, COACH_CHARACTERS) })),
    ...(list.offeredTo === null ? [] : [actions('coaches', withdrawButton(list.offeredTo))]),
    context(hint),
  ]
  const text = joinMrkdwn([...all, hint], '\n').mrkdwn
  return { text: shortenMrkdwn(text, LIMITS.messageText), blocks }
}

/** The athletes in a coach's care. */
export function careShown(care: {
  coachName: string
  isOwn: boolean
  athletes: readonly { displayName: string; status: MemberStatus }[]
}): Message {
  const whose = care.isOwn ? mrkdwn`you` : mrkdwn`${care.coachName}`
  if (care.athletes.length === 0) {
    return words(
      care.isOwn
        ? mrkdwn`No athletes are assigned to you. The head coach does that, with \`/astral coach assign\`.`
        : mrkdwn`No athletes are assigned to ${whose}. \`/astral coach assign\` does that.`,
    )
  }
  const lines = fitLines(
    care.athletes.map(
      athlete => mrkdwn`• ${athlete.displayName}${athlete.status === 'active' ? '' : ` (${athlete.status})`}`,
    ),
    LIST_CHARACTERS,
  )
  const more = care.athletes.length - lines.length
  return words(
    joinMrkdwn(
      [
        mrkdwn`*${count(care.athletes.length, 'athlete')}* assigned to ${whose}:`,
        ...lines,
        ...(more > 0 ? [mrkdwn`… and ${more} more`] : []),
      ],
      '\n',
    ),
  )
}

export function athletesAssigned(done: {
  coachName: string
  isAssigned: boolean
  changed: readonly string[]
  unchanged: readonly string[]
}): Message {
  const changed = namesOf(done.changed)
  const unchanged =
    done.unchanged.length === 0
      ? mrkdwn``
      : done.isAssigned
        ? mrkdwn` Already there: ${namesOf(done.unchanged)}.`
        : mrkdwn` Were not: ${namesOf(done.unchanged)}.`
  return words(
    done.isAssigned
      ? mrkdwn`Assigned to *${done.coachName}*: ${changed}.${unchanged} Athletes cannot see this.`
      : mrkdwn`No longer assigned to *${done.coachName}*: ${changed}.${unchanged}`,
  )
}

export function headCoachOfferSent(done: { name: string }): Message {
  return words(
    mrkdwn`Offered the club to ${done.name}, who gets a direct message. You are head coach until they accept; \`/astral coach withdraw\` takes the offer back.`,
  )
}

export function headCoachOfferWithdrawn(done: { name: string }): Message {
  return words(mrkdwn`Took back the offer to ${done.name}. You are still head coach.`)
}

export function headCoachOfferAnswered(done: { isAccepted: boolean }): Message {
  return words(
    done.isAccepted
      ? mrkdwn`✓ You accepted: you are head coach now. \`/astral coach list\` shows the coaches.`
      : mrkdwn`You declined. Nothing has changed, and the head coach is told.`,
  )
}

function coachLine(coach: CoachList['coaches'][number]): Mrkdwn {
  const role = coach.isHeadCoach ? 'head coach' : 'assistant coach'
  const status = coach.status === 'active' ? '' : ` · ${coach.status}`
  const head = mrkdwn`*${coach.displayName}* · ${role}${status} · ${count(coach.athletes, 'athlete')} assigned`
  return coach.athleteNames === null || coach.athleteNames.length === 0
    ? head
    : mrkdwn`${head}\n${namesOf(coach.athleteNames)}`
}

function namesOf(names: readonly string[]): Mrkdwn {
  const shown = fitLines(
    names.map(name => mrkdwn`${name}`),
    NAMES_CHARACTERS,
  )
  const more = names.length - shown.length
  return mrkdwn`${joinMrkdwn(shown, ', ')}${more > 0 ? ` and ${more} more` : ''}`
}

function withdrawButton(name: string) {
  return button(TRANSFER_ACTIONS.withdraw, 'Take the offer back', 'withdraw', {
    confirm: confirm(
      'Take the offer back?',
      `${name} can then no longer accept. You stay head coach.`,
      'Take back',
      'Leave it',
    ),
  })
}
