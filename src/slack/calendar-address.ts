import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { perform } from '#usecases/perform.ts'
import { closeCalendar } from '#usecases/plan/calendar/close-calendar.ts'
import { openCalendar } from '#usecases/plan/calendar/open-calendar.ts'
import { showCalendarAddress } from '#usecases/plan/calendar/show-calendar-address.ts'
import {
  calendarAddress,
  calendarAddressSent,
  calendarCard,
  calendarStopped,
} from '#views/calendar-address.ts'
import type { Message } from '#views/message.ts'
import type { Mrkdwn } from '#views/mrkdwn.ts'
import type { SlackContext } from './kit/context.ts'
import { postToPerson } from './post.ts'

type Door = 'command' | 'button'

/** Makes the address where there is none yet; otherwise says how it stands, with buttons. */
export async function calendarShownOrMade(context: SlackContext): Promise<Result<Message, Refusal>> {
  const state = await ask(context.deps.engine, context.who, showCalendarAddress, {})
  if (!state.ok) return state
  const { openedOn, mayOpen } = state.value
  return openedOn === null && mayOpen ? makeCalendarAddress(context, 'command') : calendarShown(context)
}

/** The secret address goes into the direct message, and nowhere else. */
export async function makeCalendarAddress(
  context: SlackContext,
  surface: Door,
): Promise<Result<Message, Refusal>> {
  const { engine, connecting } = context.deps
  const base = connecting.pushBase()
  if (!base.ok) {
    const isHttpOpen = 'isHttpOpen' in base.refusal && base.refusal.isHttpOpen
    return refuse({ code: 'calendar-unreachable', isHttpOpen })
  }
  const made = await perform(engine, { who: context.who, surface }, openCalendar, {})
  if (!made.ok) return made
  const { secret, isRenewed } = made.value
  await postToPerson(context, calendarAddress(`${base.value}/plans/${secret}.ics`, isRenewed))
  return ok(calendarAddressSent())
}

export async function stopCalendarAddress(
  context: SlackContext,
  surface: Door,
): Promise<Result<Message, Refusal>> {
  const { engine } = context.deps
  const done = await perform(engine, { who: context.who, surface }, closeCalendar, {})
  return done.ok ? calendarShown(context, calendarStopped) : done
}

async function calendarShown(
  context: SlackContext,
  above: Mrkdwn | null = null,
): Promise<Result<Message, Refusal>> {
  const { engine, connecting } = context.deps
  const state = await ask(engine, context.who, showCalendarAddress, {})
  if (!state.ok) return state
  return ok(calendarCard({ ...state.value, isReachable: connecting.pushBase().ok }, above))
}
