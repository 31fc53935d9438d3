import type { TrainingState } from '#domain/metrics/metrics-card.ts'
import type { LocalDay } from '#kernel/instant.ts'
import type { Units } from './figures.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { basisText, vdotText } from './paces.ts'

/** VDOT, load and form of somebody in three lines at most. */
export function trainingStateText(state: TrainingState, today: LocalDay, units: Units = 'km'): Mrkdwn {
  const { vdot, weekLoad, usualWeekLoad, form } = state
  const usual = usualWeekLoad === null ? '' : ` (usually ${usualWeekLoad.toFixed(1)})`
  return joinMrkdwn(
    [
      vdot
        ? mrkdwn`*VDOT ${vdotText(vdot.vdotMilli)}* · ${basisText(vdot, today, units)}`
        : mrkdwn`*No VDOT yet* · a race or a hard run gives one`,
      mrkdwn`Load this week: ${weekLoad.toFixed(1)} points${usual}`,
      mrkdwn`Fitness ${form.fitness.toFixed(1)} · fatigue ${form.fatigue.toFixed(1)} · form ${form.form.toFixed(1)}`,
    ],
    '\n',
  )
}
