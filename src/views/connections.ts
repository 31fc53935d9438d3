import type { KnownBlock } from '@slack/types'
import { localDayAt } from '#domain/calendar/local-day.ts'
import {
  CONNECTED_SOURCES,
  type ConnectedSource,
  type Connection,
  STRAVA_KEPT_DAYS,
} from '#domain/connection/connection.ts'
import type { Instant, Zone } from '#kernel/instant.ts'
import { actions, button, confirm, context, divider, section } from './blocks.ts'
import { SOURCE_NAMES } from './connection-words.ts'
import { dayText } from './figures.ts'
import { type Message, words } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { preformatted } from './preformatted.ts'

export const CONNECTION_ACTIONS = {
  connect: 'source-connect',
  disconnect: 'source-disconnect',
  authorize: 'source-authorize',
} as const

export type ConnectionsCard = {
  connections: readonly Connection[]
  isAthlete: boolean
  now: Instant
  zone: Zone
  /** Is it there to be connected at all? */
  isOffered: Record<ConnectedSource, boolean>
}

const SHARES: Record<ConnectedSource, Mrkdwn> = {
  'apple-health': mrkdwn`Runs from it are yours like files: shared as you decide in \`/astral privacy\`.`,
  strava: mrkdwn`For your eyes alone, by Strava’s terms: no coach, board, chart or export has them, and each is deleted ${STRAVA_KEPT_DAYS} days after it came.`,
}

/** What somebody has connected, and what could be. */
export function connectionList(card: ConnectionsCard, above: Mrkdwn | null = null): Message {
  const title = mrkdwn`*Connected sources*`
  const rows = CONNECTED_SOURCES.map(source => ({ source, lines: linesOf(card, source) }))
  const blocks: KnownBlock[] = [...(above ? [section(above)] : []), section(title)]
  for (const { source, lines } of rows) {
    blocks.push(divider, section(joinMrkdwn(lines, '\n')), ...buttonsOf(card, source))
  }
  blocks.push(context(mrkdwn`Files dropped into our direct message always work, connected or not.`))
  const said = [...(above ? [above] : []), title, ...rows.flatMap(({ lines }) => lines)]
  return { text: joinMrkdwn(said, '\n').mrkdwn, blocks }
}

function linesOf(card: ConnectionsCard, source: ConnectedSource): Mrkdwn[] {
  const connection = card.connections.find(each => each.source === source)
  const today = localDayAt(card.now, card.zone)
  const day = (at: Instant) => dayText(localDayAt(at, card.zone), today)
  if (!connection) {
    const state = card.isOffered[source] ? 'not connected' : 'not available here'
    return [mrkdwn`*${SOURCE_NAMES[source]}* · ${state}`, SHARES[source]]
  }
  const last =
    connection.lastReceivedAt === null
      ? 'nothing received yet'
      : `last received ${day(connection.lastReceivedAt)}`
  return [
    mrkdwn`*${SOURCE_NAMES[source]}* · connected since ${day(connection.connectedAt)}, ${last}`,
    SHARES[source],
  ]
}

function buttonsOf(card: ConnectionsCard, source: ConnectedSource): KnownBlock[] {
  const isConnected = card.connections.some(each => each.source === source)
  const name = SOURCE_NAMES[source]
  const connect = isConnected
    ? button(CONNECTION_ACTIONS.connect, 'New address', source, { label: `New address for ${name}` })
    : button(CONNECTION_ACTIONS.connect, `Connect ${name}`, source, { style: 'primary' })
  const offersConnect = card.isAthlete && card.isOffered[source] && !(isConnected && source === 'strava')
  const buttons = [
    ...(offersConnect ? [connect] : []),
    ...(isConnected
      ? [
          button(CONNECTION_ACTIONS.disconnect, 'Disconnect', source, {
            style: 'danger',
            label: `Disconnect ${name}`,
            confirm: confirm(`Disconnect ${name}?`, WHAT_GOES[source], 'Disconnect', 'Keep'),
          }),
        ]
      : []),
  ]
  return buttons.length === 0 ? [] : [actions(`source-${source}`, ...buttons)]
}

const WHAT_GOES: Record<ConnectedSource, string> = {
  'apple-health': 'The address stops working at once. Runs that came over it stay yours.',
  strava: 'Everything that came from Strava is deleted here at once, and Strava is told to end the access.',
}

/** Goes into the direct message, once. */
export function pushAddress(url: string, isRenewed: boolean): Message {
  const head = isRenewed
    ? mrkdwn`*A new address for Apple Health.* The one before works no more.`
    : mrkdwn`*Connect Apple Health.* This address is yours alone: whoever has it can add workouts in your name. I show it this once.`
  const before = [
    mrkdwn`1. On the iPhone, install *Health Auto Export* (its automations need its paid tier).`,
    mrkdwn`2. In it, *Automated Exports* › *New* › *REST API*.`,
    mrkdwn`3. As *URL*, paste:`,
  ]
  const after = [
    mrkdwn`4. *Data type*: Workouts. *Export format*: JSON. *Export version*: 2. Leave *Include route data* off: I do not read it.`,
    mrkdwn`5. *Date range*: Default. *Sync cadence*: as often as you like. Save it, then *Manual export* to try it.`,
    mrkdwn`The app sends the same workouts again and again; each is logged once. \`/astral disconnect apple-health\` ends it.`,
  ]
  return {
    text: [joinMrkdwn([head, ...before], '\n').mrkdwn, url, joinMrkdwn(after, '\n').mrkdwn].join('\n'),
    blocks: [
      section(head),
      section(joinMrkdwn(before, '\n')),
      preformatted(url),
      section(joinMrkdwn(after, '\n')),
    ],
  }
}

/** To whoever asked, where they asked. */
export function addressSent(): Message {
  return words(mrkdwn`I wrote your address and the steps into our direct message.`)
}

export function stravaLink(url: string): Message {
  const text = mrkdwn`*Connect Strava.* Strava asks you in the browser; the link works once, for ten minutes. ${SHARES.strava}`
  return {
    text: text.mrkdwn,
    blocks: [
      section(text),
      actions('strava-link', {
        ...button(CONNECTION_ACTIONS.authorize, 'Open Strava', 'strava', { style: 'primary' }),
        url,
      }),
      context(
        mrkdwn`If Strava says “Limit of connected athletes exceeded”, this installation has as many as its tier allows (ten in the standard one): ask whoever runs Astral.`,
      ),
    ],
  }
}

export function sourceDisconnected(source: ConnectedSource, deleted: number): Mrkdwn {
  if (source === 'apple-health') {
    return mrkdwn`Apple Health is disconnected: its address works no more. Runs that came over it stay yours.`
  }
  const what = deleted === 1 ? '1 activity' : `${deleted} activities`
  return mrkdwn`Strava is disconnected: ${what} from there deleted, and Strava is being told to end the access.`
}

/** Said by Astral itself when something happened at the source. */
export function connectionTold(source: ConnectedSource, isConnected: boolean): Message {
  const name = SOURCE_NAMES[source]
  return words(
    isConnected
      ? mrkdwn`${name} is connected. Your activities of the last two months are being read; \`/astral runs\` lists them. ${SHARES[source]}`
      : mrkdwn`${name} gives me no access to your activities any more, so I deleted everything that came from there. \`/astral connect\` starts anew.`,
  )
}
