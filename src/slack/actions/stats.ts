import type { DayRange } from '#domain/calendar/day-range.ts'
import { ask } from '#usecases/ask.ts'
import { perform } from '#usecases/perform.ts'
import { askForPicture } from '#usecases/stats/ask-for-picture.ts'
import { askForWeeks } from '#usecases/stats/ask-for-weeks.ts'
import { showStats } from '#usecases/stats/show-stats.ts'
import { words } from '#views/message.ts'
import { pictureComes } from '#views/picture.ts'
import { refusalInWords } from '#views/refusal.ts'
import { STATS_ACTIONS } from '#views/stats.ts'
import { type Action, freeAction, type Pressed } from '../kit/button.ts'
import { statsModalView } from '../modals/stats.ts'
import { statsMessage } from '../stats-message.ts'
import { readStatsValue } from '../stats-value.ts'

const stale: Pressed = { say: words(refusalInWords({ code: 'stale-button' })) }

export const statsButtons: readonly Action[] = [
  turnButton(STATS_ACTIONS.earlier),
  turnButton(STATS_ACTIONS.later),
  pictureButton(STATS_ACTIONS.picture),
  pictureButton(STATS_ACTIONS.comparisonPicture),
  weeksButton(),
]

function turnButton(actionId: string): Action {
  return freeAction(actionId, async (context, value, view) => {
    const place = readStatsValue(value)
    if (!place) return stale
    const { groupId, range, zone } = place
    const wanted = { groupId, range: inWords(range), zone }
    const shown = await ask(context.deps.engine, context.who, showStats, wanted)
    if (!shown.ok) return { say: words(refusalInWords(shown.refusal)) }
    const message = statsMessage(shown.value, context.units)
    return view ? { update: statsModalView(message.blocks) } : { replace: message }
  })
}

function pictureButton(actionId: string): Action {
  return freeAction(actionId, async (context, value) => {
    const place = readStatsValue(value)
    if (!place) return stale
    const { groupId, range, zone } = place
    const wanted = { groupId: groupId || null, ...range, zone }
    const asked = await perform(
      context.deps.engine,
      { who: context.who, surface: 'button' },
      askForPicture,
      wanted,
    )
    return { say: asked.ok ? pictureComes() : words(refusalInWords(asked.refusal)) }
  })
}

function inWords({ from, to }: DayRange): string {
  return `${from}..${to}`
}

/** Eight weeks, the last of them that in which the days shown end. */
function weeksButton(): Action {
  return freeAction(STATS_ACTIONS.weeksPicture, async (context, value) => {
    const place = readStatsValue(value)
    if (!place) return stale
    const { groupId, range, zone } = place
    const asked = await perform(context.deps.engine, { who: context.who, surface: 'button' }, askForWeeks, {
      groupId,
      until: range.to,
      zone,
    })
    return { say: asked.ok ? pictureComes() : words(refusalInWords(asked.refusal)) }
  })
}
