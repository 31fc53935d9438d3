import { z } from 'zod'
import type { WorkoutChart } from '#charts/chart.ts'
import { flattenWorkout } from '#domain/plan/living/flatten-workout.ts'
import { DEFAULT_PACES, pacesOfVdot, type ZonePaces } from '#domain/plan/step-pace.ts'
import { parseWorkout } from '#domain/plan/text/parse-workout.ts'
import { printLength } from '#domain/plan/text/print-workout.ts'
import type { Blocks } from '#domain/plan/workout.ts'
import { workoutTotals } from '#domain/plan/workout-totals.ts'
import { localDay } from '#kernel/instant.ts'
import { dayText } from '#views/figures.ts'
import { sayPaceFor } from '#views/today.ts'
import { pictureLines, workoutPictured } from '#views/workout-picture.ts'
import { totalsInWords } from '#views/workout-table.ts'
import { delivery } from './delivery.ts'

const payload = z.object({
  title: z.string(),
  on: z.string().nullable(),
  text: z.string(),
  note: z.string(),
  vdotMilli: z.number().nullable(),
  units: z.enum(['km', 'mi']),
})

/** A workout as a picture, to whoever asked, for those who run without a watch that shows it. */
export const workoutPictureDelivery = delivery({
  kind: 'workout-picture',
  payload,
  async draw(_deps, { title, on, text, note, vdotMilli, units }) {
    const read = parseWorkout(text)
    if (!read.ok) return 'skip'
    const blocks = read.value
    const vdot = vdotMilli === null ? null : vdotMilli / 1_000
    const paces = vdot === null ? DEFAULT_PACES : pacesOfVdot(vdot)
    const when = on === null ? null : dayText(localDay(on))
    const lines = [
      ...pictureLines(blocks, sayPaceFor({ vdot, units })),
      ...(note === '' ? [] : [`“${note}”`]),
    ]
    return {
      kind: 'rich-post',
      chart: workoutChart(title, when, blocks, paces, lines),
      message: extras => workoutPictured({ title, when, blocks, paces }, lines, extras.chartFileId),
    }
  },
})

export function workoutChart(
  title: string,
  when: string | null,
  blocks: Blocks,
  paces: ZonePaces,
  lines: string[],
): WorkoutChart {
  const { steps, groups } = flattenWorkout(blocks, paces)
  const totals = totalsInWords(workoutTotals(blocks, paces))
  return {
    kind: 'workout',
    title,
    subtitle: when === null ? totals : `${when} · ${totals}`,
    steps: steps.map(({ step, seconds, intensity }) => ({
      seconds,
      intensity,
      label: step.length.kind === 'open' ? 'lap' : printLength(step.length),
    })),
    groups: groups.map(({ from, to, times, what }) => ({ from, to, label: `${times} × ${what}` })),
    lines,
  }
}
