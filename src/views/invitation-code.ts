import type { KnownBlock } from '@slack/types'
import { dayInWords } from '#domain/calendar/range-in-words.ts'
import type { CodeOffer } from '#domain/invitation/code-offer.ts'
import type { InvitationCode } from '#domain/invitation/invitation-code.ts'
import type { InvitedPlanCard } from '#domain/invitation/invited-plan.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { actions, button, context, section } from './blocks.ts'
import { aboutGroup, invites, ownOutcome, whatIsShared } from './invitation.ts'
import { ownPlanOutcome, planBeside, planComesAlong } from './invited-plan.ts'
import { joinLink } from './join-link.ts'
import { postButtons } from './leaderboard.ts'
import type { Message } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mentionChannel, mrkdwn } from './mrkdwn.ts'
import { preformatted } from './preformatted.ts'

export const CODE_ACTIONS = {
  join: 'code-join',
  'accept-and-share': 'code-accept-and-share',
  'accept-keep-private': 'code-accept-keep-private',
} as const

export type CodeMade = {
  code: InvitationCode
  plain: string
  clubName: string
  groupName: string | null
  until: LocalDay | null
  channelId: string | null
  plan?: InvitedPlanCard | null
}

/** What the coach reads, once: the code, its limits, and a text to pass on. */
export function codeCreated(made: CodeMade, publicUrl: string | null): Message {
  const into = made.groupName === null ? made.clubName : `${made.groupName} in ${made.clubName}`
  const link = joinLink(publicUrl, made.plain)
  const said = mrkdwn`Whoever has this code can join *${into}*${planBeside(made.plan ?? null)}${limitsOf(made)}. It is shown once: copy it. \`/astral invitations\` shows how often it was used, and takes it back.`
  const text = [
    `Join ${into}: type this in Slack`,
    `/astral join ${made.plain}`,
    ...(link === null ? [] : [`How it works: ${link}`]),
  ].join('\n')
  const posted = made.channelId ? [mrkdwn`A *Join* button goes to ${mentionChannel(made.channelId)}.`] : []
  return {
    text: joinMrkdwn([said, mrkdwn`${text}`, ...posted], '\n').mrkdwn,
    blocks: [section(said), preformatted(text), ...posted.map(line => context(line))],
  }
}

function limitsOf(made: CodeMade): Mrkdwn {
  const cap = made.code.cap === null ? [] : [mrkdwn`for ${made.code.cap} at most`]
  const until = made.until === null ? [] : [mrkdwn`until ${dayInWords(made.until)}`]
  const limits = [...cap, ...until]
  return limits.length === 0 ? mrkdwn`, without limit or end` : mrkdwn`, ${joinMrkdwn(limits, ', ')}`
}

/** What the channel reads. The code itself is not in it: the button knows. */
export function codePosted(offer: CodeOffer, outboxId: string): Message {
  const lines = [invitesEverybody(offer), ...aboutGroup(offer), ...planComesAlong(offer.plan)]
  const hint = mrkdwn`Press *Join*: you are asked what you share before anything happens.`
  return {
    text: joinMrkdwn([...lines, hint], '\n').mrkdwn,
    blocks: [
      section(joinMrkdwn(lines, '\n')),
      actions('code-post', button(CODE_ACTIONS.join, 'Join', offer.codeId, { style: 'primary' })),
      context(hint),
      postButtons(outboxId),
    ],
  }
}

function invitesEverybody(offer: CodeOffer): Mrkdwn {
  return offer.groupName === null
    ? mrkdwn`*${offer.inviterName}* invites everybody here to join *${offer.clubName}*.`
    : mrkdwn`*${offer.inviterName}* invites everybody here to join *${offer.groupName}* in *${offer.clubName}*.`
}

/** The question before anything is written. No answer is preselected. */
export function codeQuestion(offer: CodeOffer): Message {
  const blocks = questionBlocks(offer)
  return {
    text: questionText(offer),
    blocks: [
      ...blocks,
      actions(
        'code-answer',
        button(
          CODE_ACTIONS['accept-and-share'],
          offer.groupName === null ? 'Accept and share with my groups' : 'Accept and share with my group',
          offer.codeId,
        ),
        button(CODE_ACTIONS['accept-keep-private'], 'Accept, keep private', offer.codeId),
      ),
      context(
        mrkdwn`If you do not want to join, there is nothing to do. What you share can be changed at any time.`,
      ),
    ],
  }
}

export function questionBlocks(offer: CodeOffer): KnownBlock[] {
  return [
    section(joinMrkdwn([invites(offer), ...aboutGroup(offer), ...planComesAlong(offer.plan)], '\n')),
    section(joinMrkdwn(whatIsShared(offer), '\n')),
  ]
}

function questionText(offer: CodeOffer): string {
  const about = [...aboutGroup(offer), ...planComesAlong(offer.plan)]
  return joinMrkdwn([invites(offer), ...about, ...whatIsShared(offer)], '\n').mrkdwn
}

export function codeJoined(joined: {
  clubName: string
  groupName: string | null
  groupChannelId?: string | null
  answer: 'accept-and-share' | 'accept-keep-private'
  plan?: InvitedPlanCard | null
}): Message {
  const welcome = mrkdwn`Welcome to *${joined.clubName}*.`
  const text = joinMrkdwn(
    [welcome, ownOutcome(joined, joined.answer), ...ownPlanOutcome(joined.plan ?? null)],
    '\n',
  )
  return { text: text.mrkdwn, blocks: [section(text)] }
}

/** The code of a personal invitation was typed. */
export const askedInDm = mrkdwn`This code is a personal invitation. I have sent you a direct message: choose there what you share.`
