import type { KnownBlock } from '@slack/types'
import type { GroupListing } from '#domain/group/group-card.ts'
import { button, context, header, section } from './blocks.ts'
import { fitLines } from './fit-lines.ts'
import { count, GROUP_ACTIONS } from './group-card.ts'
import { LIMITS } from './limits.ts'
import type { Message } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { shorten, shortenMrkdwn } from './shorten.ts'

const SHOWN = 25
const DESCRIPTION_CHARACTERS = 160
/** All of them together, with room for what stands round them. */
const CHARACTERS = 7_000

type Entry = GroupListing['groups'][number]

/** The groups that anybody of the club can find, with what one may do about each; `note` says what the last press did. */
export function publicGroups(listing: GroupListing, note: Mrkdwn | null = null): Message {
  const above: KnownBlock[] = note ? [section(note)] : []
  if (listing.groups.length === 0) {
    const none = mrkdwn`The club has no public groups. Your coach can invite you into one.`
    return { text: none.mrkdwn, blocks: [...above, section(none)] }
  }
  const lines = fitLines(listing.groups.slice(0, SHOWN).map(lineOf), CHARACTERS)
  const more = listing.groups.length - lines.length
  const hint = more > 0 ? [mrkdwn`… and ${more} more: \`/astral group join "name"\``] : []
  const text = joinMrkdwn([...(note ? [note] : []), ...lines, ...hint], '\n').mrkdwn
  return {
    text: shortenMrkdwn(text, LIMITS.messageText),
    blocks: [
      header('Public groups'),
      ...above,
      ...lines.map((line, index) => section(line, buttonOf(listing.groups[index]))),
      ...hint.map(each => context(each)),
    ],
  }
}

function lineOf({ group, members, standing }: Entry): Mrkdwn {
  const state = { member: ' · you are in it', asked: ' · you have asked' } as Partial<Record<string, string>>
  const head = mrkdwn`*${group.name}* · ${count(members, 'member')}${state[standing.kind] ?? ''}`
  const about = shorten(group.description.replaceAll(/\s+/g, ' '), DESCRIPTION_CHARACTERS)
  return about === '' ? head : mrkdwn`${head}\n${about}`
}

function buttonOf(entry: Entry | undefined) {
  if (!entry) return undefined
  const { group, standing } = entry
  const label = (verb: string) => ({ label: `${verb} ${group.name}` })
  switch (standing.kind) {
    case 'may-ask':
      return button(GROUP_ACTIONS.listAsk, 'Ask to join', group.id, label('Ask to join'))
    case 'may-join':
      return button(GROUP_ACTIONS.listAsk, 'Join', group.id, label('Join'))
    case 'asked':
      return button(GROUP_ACTIONS.listWithdraw, 'Take it back', standing.requestId, label('Take back'))
    case 'member':
    case 'none':
      return button(GROUP_ACTIONS.show, 'Show', group.id, label('Show'))
  }
}
