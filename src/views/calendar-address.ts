import type { KnownBlock } from '@slack/types'
import type { CalendarEvent } from '#domain/plan/calendar/calendar-event.ts'
import type { CalendarRefusal } from '#domain/plan/calendar/calendar-refusal.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { actions, button, confirm, context, section } from './blocks.ts'
import { dayText } from './figures.ts'
import { type Message, words } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { preformatted } from './preformatted.ts'

export const CALENDAR_ACTIONS = { renew: 'calendar-renew', stop: 'calendar-stop' } as const

export type CalendarCard = {
  openedOn: LocalDay | null
  today: LocalDay
  /** May they have an address made, and can anything outside read it? */
  mayOpen: boolean
  isReachable: boolean
}

/** Whether a calendar can read the plan, and the ways to change that. */
export function calendarCard(card: CalendarCard, above: Mrkdwn | null = null): Message {
  const { openedOn } = card
  const isOpen = openedOn !== null
  const title = mrkdwn`*Your plan in your calendar*`
  const state = isOpen
    ? mrkdwn`Your calendar may read your planned sessions since ${dayText(openedOn, card.today)}: the last four weeks and the next eight. The address stands in our direct message; I keep only a fingerprint of it.`
    : mrkdwn`No calendar reads your planned sessions.`
  const closed =
    isOpen && !card.isReachable
      ? [mrkdwn`Just now nothing outside Slack can reach me, so it gets nothing new.`]
      : []
  const lines = [...(above ? [above] : []), title, state, ...closed]
  const blocks: KnownBlock[] = [section(joinMrkdwn(lines, '\n'))]
  const buttons = [
    ...(card.mayOpen && card.isReachable ? [renewButton(isOpen)] : []),
    ...(isOpen ? [stopButton()] : []),
  ]
  if (buttons.length > 0) blocks.push(actions('calendar', ...buttons))
  return { text: joinMrkdwn(lines, '\n').mrkdwn, blocks }
}

function renewButton(isOpen: boolean) {
  if (!isOpen) return button(CALENDAR_ACTIONS.renew, 'Make an address', '-', { style: 'primary' })
  return button(CALENDAR_ACTIONS.renew, 'New address', '-', {
    label: 'New address for your calendar',
    confirm: confirm(
      'A new address?',
      'The one you have stops working at once; your calendar needs the new one.',
      'New address',
      'Keep it',
    ),
  })
}

function stopButton() {
  return button(CALENDAR_ACTIONS.stop, 'Stop it', '-', {
    style: 'danger',
    label: 'Stop the address of your calendar',
    confirm: confirm(
      'Stop the address?',
      'It stops working at once. Your calendar app may show what it read until you remove the subscription there.',
      'Stop it',
      'Keep it',
    ),
  })
}

/** Goes into the direct message, once. */
export function calendarAddress(url: string, isRenewed: boolean): Message {
  const head = isRenewed
    ? mrkdwn`*A new address for your calendar.* The one before works no more.`
    : mrkdwn`*Your plan in your calendar.* This address is yours alone: whoever has it can read your planned sessions. I show it this once.`
  const steps = [
    mrkdwn`• *Google Calendar* (in a browser): *Other calendars* › *+* › *From URL*`,
    mrkdwn`• *iPhone*: in *Calendar*, *Calendars* › *Add Calendar* › *Add Subscription Calendar*`,
    mrkdwn`• *Outlook*: *Add calendar* › *Subscribe from web*`,
  ]
  const note = mrkdwn`Calendars ask again by themselves, some only once a day; what is changed today is surest in \`/astral today\`. \`/astral calendar\` makes a new address or stops this one.`
  return {
    text: [head.mrkdwn, url, joinMrkdwn([...steps, note], '\n').mrkdwn].join('\n'),
    blocks: [section(head), preformatted(url), section(joinMrkdwn(steps, '\n')), context(note)],
  }
}

/** To whoever asked, where they asked. */
export function calendarAddressSent(): Message {
  return words(
    mrkdwn`I wrote the address for your calendar into our direct message. \`/astral calendar\` makes a new one or stops it.`,
  )
}

export const calendarStopped: Mrkdwn = mrkdwn`✓ Your calendar’s address works no more.`

export function calendarRefusalInWords(refusal: CalendarRefusal): Mrkdwn {
  if (refusal.code === 'calendar-not-open') {
    return mrkdwn`Your calendar has no address: nothing to stop. \`/astral calendar\` makes one.`
  }
  const missing = refusal.isHttpOpen ? mrkdwn`\`PUBLIC_URL\`` : mrkdwn`\`PORT\` and \`PUBLIC_URL\``
  return mrkdwn`Nothing outside Slack can reach this Astral yet, so no calendar can read your plan. Ask whoever runs it to set ${missing}; the README says how. \`/astral week\` shows your week here.`
}

export function calendarDeedInWords(event: Pick<CalendarEvent, 'type' | 'after'>): Mrkdwn {
  if (event.type === 'calendar.closed') return mrkdwn`stopped the address at which a calendar read their plan`
  return event.after?.isRenewed
    ? mrkdwn`got a new address at which a calendar reads their plan`
    : mrkdwn`got an address at which a calendar reads their plan`
}
