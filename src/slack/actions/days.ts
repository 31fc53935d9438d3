import { isLocalDay, type LocalDay } from '#kernel/instant.ts'
import { ask } from '#usecases/ask.ts'
import { showDay, showTrainingWeek } from '#usecases/plan/living/show-day.ts'
import { type Message, words } from '#views/message.ts'
import { refusalInWords } from '#views/refusal.ts'
import { DAY_ACTIONS, dayShown } from '#views/today.ts'
import { WEEK_ACTIONS, weekShown } from '#views/training-week.ts'
import { freeAction } from '../kit/button.ts'
import type { SlackContext } from '../kit/context.ts'

/** `-` or an athlete's id, and a day; without a day it is the present one. */
function readDay(value: string): { athlete: { accountId: string } | null; on: LocalDay | null } {
  const [id = '-', day = ''] = value.split(' ')
  return { athlete: id === '-' ? null : { accountId: id }, on: isLocalDay(day) ? day : null }
}

async function day(context: SlackContext, value: string): Promise<Message> {
  const shown = await ask(context.deps.engine, context.who, showDay, readDay(value))
  return shown.ok ? dayShown(shown.value) : words(refusalInWords(shown.refusal))
}

async function week(context: SlackContext, value: string): Promise<Message> {
  const shown = await ask(context.deps.engine, context.who, showTrainingWeek, readDay(value))
  return shown.ok ? weekShown(shown.value) : words(refusalInWords(shown.refusal))
}

/** Turning days and weeks turns the card; going from one to the other lays the other beside it. */
export const dayButtons = [
  freeAction(DAY_ACTIONS.earlier, async (context, value) => ({ replace: await day(context, value) })),
  freeAction(DAY_ACTIONS.later, async (context, value) => ({ replace: await day(context, value) })),
  freeAction(WEEK_ACTIONS.earlier, async (context, value) => ({ replace: await week(context, value) })),
  freeAction(WEEK_ACTIONS.later, async (context, value) => ({ replace: await week(context, value) })),
  freeAction(DAY_ACTIONS.open, async (context, value) => ({ say: await day(context, value) })),
  freeAction(DAY_ACTIONS.week, async (context, value) => ({ say: await week(context, value) })),
]
