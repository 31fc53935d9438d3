import type { KnownBlock } from '@slack/types'
import { localDayAt } from '#domain/calendar/local-day.ts'
import { dayInWords } from '#domain/calendar/range-in-words.ts'
import type { CodeCard, InvitationList, PendingInvitation } from '#domain/invitation/invitation-list.ts'
import { instant, type Zone } from '#kernel/instant.ts'
import { actions, button, confirm, context, divider, header, section } from './blocks.ts'
import { count } from './group-card.ts'
import { LIMITS } from './limits.ts'
import { type Message, words } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { shorten, shortenMrkdwn } from './shorten.ts'

export const INVITATION_LIST_ACTIONS = {
  resend: 'invitation-resend',
  revoke: 'invitation-revoke',
  page: 'invitation-page',
  pageBack: 'invitation-page-back',
} as const

/** Twenty lines of so many characters fit into a message. */
const LINE_CHARACTERS = 190
const PAGE = 10

/** For coaches: the funnel, what waits for an answer, and the codes; in the reader's zone. */
export function invitationList(list: InvitationList, zone: Zone): Message {
  const funnel = funnelInWords(list)
  const pending = list.pending.map(each => short(pendingInWords(each, zone)))
  const codes = list.codes.map(each => short(codeInWords(each, zone)))
  const none = mrkdwn`Nobody’s answer is awaited.`
  const blocks: KnownBlock[] = [header('Invitations'), section(funnel), divider]
  if (list.pending.length === 0) blocks.push(section(none))
  list.pending.forEach((each, index) => {
    const line = pending[index]
    if (line) blocks.push(section(line), pendingButtons(each))
  })
  const pages = pageButtons(list)
  if (pages.length > 0) blocks.push(actions('invitation-pages', ...pages))
  blocks.push(divider)
  if (list.codes.length === 0) {
    blocks.push(context(mrkdwn`No codes. \`/astral invite link\` makes one.`))
  }
  list.codes.forEach((each, index) => {
    const line = codes[index]
    if (line) blocks.push(section(line, revokeButton('code', each.code.id, `the code …${each.code.hint}`)))
  })
  if (list.moreCodes > 0) blocks.push(context(mrkdwn`And ${count(list.moreCodes, 'older code')}.`))
  const text = joinMrkdwn(
    [mrkdwn`Invitations`, funnel, ...(pending.length > 0 ? pending : [none]), ...codes],
    '\n',
  )
  return { text: shortenMrkdwn(text.mrkdwn, LIMITS.messageText), blocks }
}

function short(line: Mrkdwn): Mrkdwn {
  return { mrkdwn: shortenMrkdwn(line.mrkdwn, LINE_CHARACTERS) }
}

function funnelInWords({ funnel }: InvitationList): Mrkdwn {
  const { sent, seen, accepted, declined, pending, expired } = funnel
  const over = expired > 0 ? mrkdwn` · expired ${expired}` : mrkdwn``
  return mrkdwn`Sent ${sent} · seen ${seen} · accepted ${accepted} · declined ${declined} · waiting ${pending}${over}`
}

function pendingInWords(each: PendingInvitation, zone: Zone): Mrkdwn {
  const to = each.address === null ? mrkdwn`` : mrkdwn` (${shorten(each.address, 60)})`
  const into = each.groupName === null ? mrkdwn`` : mrkdwn` into *${shorten(each.groupName, 40)}*`
  const state = each.isSeen ? 'seen' : 'sent'
  return mrkdwn`*${shorten(each.name, 40)}*${to}${into} · ${state} · ${dayOf(each.sentAt, zone)} · by ${shorten(each.inviterName, 30)}`
}

function codeInWords({ code, groupName, dead }: CodeCard, zone: Zone): Mrkdwn {
  const uses = code.cap === null ? `${code.uses} joined` : `${code.uses} of ${code.cap} joined`
  const end = code.expiresAt === null ? mrkdwn`no end` : mrkdwn`until ${dayOf(code.expiresAt - 1, zone)}`
  const into = groupName === null ? mrkdwn`` : mrkdwn` into *${shorten(groupName, 40)}*`
  const state = dead === 'code-expired' ? ' · expired' : dead === 'code-used-up' ? ' · used up' : ''
  return mrkdwn`Code *…${code.hint}*${into} · ${uses} · ${end}${state}`
}

function dayOf(at: number, zone: Zone): string {
  return dayInWords(localDayAt(instant(at), zone))
}

function pendingButtons({ kind, id, name }: PendingInvitation): KnownBlock {
  return actions(
    `pending-${id}`,
    button(INVITATION_LIST_ACTIONS.resend, 'Send again', `${kind}:${id}`, { label: `Send to ${name} again` }),
    revokeButton(kind, id, `the invitation for ${name}`),
  )
}

function revokeButton(kind: string, id: string, what: string) {
  return button(INVITATION_LIST_ACTIONS.revoke, 'Revoke', `${kind}:${id}`, {
    label: `Revoke ${what}`,
    confirm: confirm('Revoke?', `This takes back ${what}. Whoever joined stays.`, 'Revoke', 'Keep'),
  })
}

function pageButtons({ offset, hasMore }: InvitationList) {
  return [
    ...(offset > 0
      ? [button(INVITATION_LIST_ACTIONS.pageBack, 'Newer', String(Math.max(0, offset - PAGE)))]
      : []),
    ...(hasMore ? [button(INVITATION_LIST_ACTIONS.page, 'Older', String(offset + PAGE))] : []),
  ]
}

export function invitedAgain(name: string): Message {
  return words(
    mrkdwn`Asked ${name} again. The direct message before it still works: whichever they answer first counts.`,
  )
}
