import { z } from 'zod'
import type { PlanCalendarChart } from '#charts/chart.ts'
import { calendarCell, picturesOf } from '#domain/plan/template/calendar-cell.ts'
import { type Intensity, measureWeek } from '#domain/plan/template/measure-week.ts'
import type { PlanWeeks } from '#domain/plan/template/plan.ts'
import { DAY_NAMES } from '#domain/plan/template/plan-lines.ts'
import { listPlanWeeks } from '#store/plan-store.ts'
import { planPictured } from '#views/plan-picture.ts'
import { kmText } from '#views/plan-text.ts'
import { delivery } from './delivery.ts'

/** A part of a plan as a calendar, to whoever asked: the version that was there when they did. */
export const planPictureDelivery = delivery({
  kind: 'plan-picture',
  payload: z.object({ versionId: z.string(), title: z.string(), part: z.number().int() }),
  async draw({ db, organizationId }, { versionId, title, part }) {
    const weeks = await listPlanWeeks(db, organizationId, versionId)
    const picture = picturesOf(weeks)[part]
    // Changed since by somebody, and given to nobody: that version is gone.
    if (!picture) return 'skip'
    const chart = planCalendar(title, weeks, picture)
    return {
      kind: 'rich-post',
      chart,
      message: extras => planPictured(title, weeks, picture, extras.chartFileId),
    }
  },
})

const TONES: Readonly<Record<Intensity, { tone: number; letter: string }>> = {
  rest: { tone: 0, letter: '–' },
  easy: { tone: 1, letter: '' },
  steady: { tone: 2, letter: ' S' },
  hard: { tone: 3, letter: ' H' },
}

export function planCalendar(
  title: string,
  weeks: PlanWeeks,
  { from, to }: { from: number; to: number },
): PlanCalendarChart {
  return {
    kind: 'plan-calendar',
    title,
    subtitle: `${from === 0 && to === weeks.length ? 'Kilometres' : `Weeks ${from + 1} to ${to} · kilometres`} a day, ′ for minutes`,
    dayNames: [...DAY_NAMES],
    weeks: weeks.slice(from, to).map((week, at) => {
      const { distanceCm } = measureWeek(week)
      return {
        name: String(from + at + 1),
        total: kmText(distanceCm),
        value: distanceCm / 100_000,
        days: week.days.map(day => {
          const { label, intensity } = calendarCell(day)
          const { tone, letter } = TONES[intensity]
          return { label: label + letter, tone }
        }),
      }
    }),
    legend: [
      { label: '– rest', tone: 0 },
      { label: 'easy', tone: 1 },
      { label: 'S steady', tone: 2 },
      { label: 'H hard', tone: 3 },
    ],
  }
}
