import type { KnownBlock } from '@slack/types'
import { rangeInWords } from '#domain/calendar/range-in-words.ts'
import type { OwnPlace, Place, Podium, Way } from '#domain/ranking/five-ways.ts'
import type { OwnWeek, WeekCard } from '#domain/ranking/week-card.ts'
import { button, context, divider, header, section } from './blocks.ts'
import { isolated } from './board-in-words.ts'
import { durationText } from './figures.ts'
import { LIMITS } from './limits.ts'
import type { Message, ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { counted } from './score.ts'
import { shorten } from './shorten.ts'

export const WEEK_ACTIONS = { ownPlace: 'week-own-place' } as const

export const WAY_HEADINGS: Readonly<Record<Way, string>> = {
  time: 'Time on feet',
  days: 'Active days and streak',
  plan: 'Share of plan done',
  gain: 'Gain over their own four weeks',
  cheers: 'Cheers given',
}

/** Why nobody stands on a podium, calmly. */
const NOBODY: Readonly<Record<Way, string>> = {
  time: 'No runs in these days.',
  days: 'No runs in these days.',
  plan: 'Nobody has done a planned session.',
  gain: 'Nobody ran more than in their own weeks before.',
  cheers: 'No cheers yet. A tap under a run gives one.',
}

export function whyEmpty({ way, isPassedOn }: Pick<Podium, 'way' | 'isPassedOn'>): string {
  return isPassedOn ? 'Everybody in it stands on another podium.' : NOBODY[way]
}

export function weekTitle(card: WeekCard): string {
  return `${card.groupName} · ${rangeInWords(card.range)} · Five ways to win`
}

export function weekSharing(card: WeekCard): string {
  return `${card.sharing} of ${counted(card.total, 'member')} share`
}

/** Did nobody do anything that a podium could show? */
export function isQuietWeek(card: WeekCard): boolean {
  return card.podiums.every(({ places }) => places.length === 0)
}

/** `6:12:40`, `6 days · streak 19`, `83 %`, `+34 %`, `12 cheers`. */
export function placeText({ way, score, tieBreak }: Place): string {
  switch (way) {
    case 'time':
      return durationText(score)
    case 'days':
      return tieBreak > 1 ? `${counted(score, 'day')} · streak ${tieBreak}` : counted(score, 'day')
    case 'plan':
      return `${score} %`
    case 'gain':
      return `+${score} %`
    case 'cheers':
      return counted(score, 'cheer')
  }
}

export type WeekPost = {
  card: WeekCard
  setByName: string
  isWeekly: boolean
  isLate: boolean
  /** The buttons under every post. */
  buttons: KnownBlock
}

/** The week in a channel: podiums and no more, the same in picture, words and alt text. Names are printed. */
export function weekPosted(post: WeekPost, chartFileId: string | null): Message {
  const { card } = post
  const late = post.isLate ? [mrkdwn`Posted late: this is for ${rangeInWords(card.range)}.`] : []
  const foot = mrkdwn`${weekSharing(card)} · days by ${card.zone} · ${post.isWeekly ? 'weekly, set up by' : 'posted by'} ${post.setByName}`
  const blocks: KnownBlock[] = [header(weekTitle(card)), ...late.map(line => section(line))]
  if (chartFileId !== null && !isQuietWeek(card)) {
    blocks.push({ type: 'image', slack_file: { id: chartFileId }, alt_text: weekAltText(card) })
  } else {
    blocks.push(section(podiumsInWords(card)))
  }
  blocks.push(
    section(
      mrkdwn`Your own place is for you alone.`,
      button(WEEK_ACTIONS.ownPlace, 'Where am I?', `${card.groupId}|${card.range.from}|${card.range.to}`),
    ),
    context(foot),
    post.buttons,
  )
  const text = joinMrkdwn(
    [mrkdwn`*${weekTitle(card)}*`, ...late, podiumsInWords(card), mrkdwn`${weekSharing(card)}.`],
    '\n',
  )
  return { text: shorten(text.mrkdwn, LIMITS.messageText), blocks }
}

/** One line a way, the podium alone. */
export function podiumsInWords(card: WeekCard): Mrkdwn {
  if (card.total === 0) return mrkdwn`*${card.groupName}* has no members in these days yet.`
  if (isQuietWeek(card)) return mrkdwn`A quiet week: no runs that are shared. The next one opens the card.`
  return joinMrkdwn(
    card.podiums.map(podium => mrkdwn`*${WAY_HEADINGS[podium.way]}:* ${podiumInWords(podium)}`),
    '\n',
  )
}

export function weekAltText(card: WeekCard): string {
  const ways = card.podiums.map(podium => `${WAY_HEADINGS[podium.way]}: ${podiumInWords(podium)}`)
  return shorten(`Podiums of ${weekTitle(card)}. ${ways.join('. ')}`, LIMITS.altText)
}

function podiumInWords(podium: Podium): string {
  const { places } = podium
  if (places.length === 0) return whyEmpty(podium)
  return places
    .map(place => `${place.rank}. ${isolated(shorten(place.facts.name, 60))} (${placeText(place)})`)
    .join(', ')
}

/** One's own week, to oneself: place, the two neighbours, and the nearest next win. */
export function ownWeekShown({ card, own, nearest }: OwnWeek): Message {
  if (own === null) {
    const outside = mrkdwn`You are not among those who share their runs with *${card.groupName}*, so you have no place here. \`/astral group show "${card.groupName}"\` changes that.`
    return { text: outside.mrkdwn, blocks: [section(outside)] }
  }
  const title = mrkdwn`*Your week in ${card.groupName}* · ${rangeInWords(card.range)}`
  const lines = own.map(ownInWords)
  const next = nearest ? [mrkdwn`Nearest next place: ${nextInWords(nearest)}.`] : []
  const foot = mrkdwn`Only you see this. On the card, one person stands on one podium.`
  return {
    text: joinMrkdwn([title, ...lines, ...next], '\n').mrkdwn,
    blocks: [
      section(title),
      section(joinMrkdwn(lines, '\n')),
      divider,
      ...next.map(line => section(line)),
      context(foot),
    ],
  }
}

/** The card and one's own places, for the asker alone. */
export function weekShown(week: OwnWeek): Message {
  const { card } = week
  const podiums = podiumsInWords(card)
  const own = week.isMember ? ownWeekShown(week) : { text: '', blocks: [] }
  const foot = mrkdwn`${weekSharing(card)} · days by ${card.zone} · \`--post\` puts the card into a channel`
  return {
    text: `*${mrkdwn`${weekTitle(card)}`.mrkdwn}*\n${podiums.mrkdwn}\n${own.text}`.trimEnd(),
    blocks: [
      header(weekTitle(card)),
      section(podiums),
      context(foot),
      ...(own.blocks.length > 0 ? [divider, ...own.blocks] : []),
    ],
  }
}

export function weekShownModal(week: OwnWeek): ModalView {
  return modalView({ callbackId: 'week-shown', title: 'Five ways to win', blocks: weekShown(week).blocks })
}

function ownInWords({ way, place, of, before, after }: OwnPlace): Mrkdwn {
  const heading = WAY_HEADINGS[way].replace('their own', 'your own')
  if (!place) return mrkdwn`*${heading}:* ${of === 0 ? 'nobody yet' : `not yet; ${of} in it`}`
  const neighbours = [
    ...(before ? [`before you ${isolated(before.facts.name)} (${placeText(before)})`] : []),
    ...(after ? [`after you ${isolated(after.facts.name)} (${placeText(after)})`] : []),
  ]
  const around = neighbours.length > 0 ? `; ${neighbours.join(', ')}` : ''
  return mrkdwn`*${heading}:* ${place.rank} of ${of} with ${placeText(place)}${around}`
}

function nextInWords({ way, missing }: OwnPlace): string {
  switch (way) {
    case 'time':
      return `${durationText(missing)} more running`
    case 'days':
      return `${counted(missing, 'more active day')}`
    case 'plan':
      return `${missing} % more of your plan`
    case 'gain':
      return `${missing} % more than your own weeks`
    case 'cheers':
      return `${counted(missing, 'more cheer')} given`
  }
}
