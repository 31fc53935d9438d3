import type { Refusal } from '#domain/refusal.ts'
import type { Schedule } from '#domain/schedule/schedule.ts'
import { ask } from '#usecases/ask.ts'
import { perform, type UseCase } from '#usecases/perform.ts'
import { endSchedule } from '#usecases/schedule/end-schedule.ts'
import { getSchedule } from '#usecases/schedule/get-schedule.ts'
import { listSchedules } from '#usecases/schedule/list-schedules.ts'
import { pauseSchedule } from '#usecases/schedule/pause-schedule.ts'
import { resumeSchedule } from '#usecases/schedule/resume-schedule.ts'
import { words } from '#views/message.ts'
import type { Mrkdwn } from '#views/mrkdwn.ts'
import { refusalInWords } from '#views/refusal.ts'
import { scheduleEnded, scheduleList, schedulePaused, scheduleResumed } from '#views/schedule.ts'
import { SCHEDULE_ACTIONS } from '#views/schedule-actions.ts'
import { requirePostable } from '../directory.ts'
import { type Action, freeAction, type Pressed } from '../kit/button.ts'
import type { SlackContext } from '../kit/context.ts'

const pauseButton = freeAction(SCHEDULE_ACTIONS.pause, (context, id) =>
  change(context, id, pauseSchedule, schedulePaused),
)

/** The channel is looked at first: resumed into a closed one, it would be paused again by the next post. */
const resumeButton = freeAction(SCHEDULE_ACTIONS.resume, async (context, id) => {
  const schedule = await ask(context.deps.engine, context.who, getSchedule, id)
  if (!schedule.ok) return said(schedule.refusal)
  const channel = await requirePostable(context.client, schedule.value.channelId)
  if (!channel.ok) return said(channel.refusal)
  return change(context, id, resumeSchedule, scheduleResumed)
})

const endButton = freeAction(SCHEDULE_ACTIONS.end, (context, id) =>
  change(context, id, endSchedule, scheduleEnded),
)

export const scheduleButtons: readonly Action[] = [pauseButton, resumeButton, endButton]

/** Does it, and draws the list anew in place of the message with the button. */
async function change<R extends Refusal>(
  context: SlackContext,
  scheduleId: string,
  useCase: UseCase<string, Schedule, R>,
  note: (groupName: string) => Mrkdwn,
): Promise<Pressed> {
  const { engine } = context.deps
  const done = await perform(engine, { who: context.who, surface: 'button' }, useCase, scheduleId)
  if (!done.ok) return said(done.refusal)
  const cards = await listed(context)
  const groupName = cards.find(card => card.schedule.id === scheduleId)?.groupName ?? ''
  return { replace: scheduleList(cards, note(groupName)), refreshHome: true }
}

async function listed(context: SlackContext) {
  const cards = await ask(context.deps.engine, context.who, listSchedules, {})
  return cards.ok ? cards.value : []
}

function said(refusal: Refusal): Pressed {
  return { say: words(refusalInWords(refusal)) }
}
