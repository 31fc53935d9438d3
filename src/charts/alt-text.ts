import { SLACK_LIMITS } from '#kernel/slack-limits.ts'
import type { Chart, LoadChart } from './chart.ts'
import { oneLine, shortenTo } from './chart-words.ts'

const MOST_CHARACTERS = SLACK_LIMITS.blocks.image.alt_text
/** Graphemes of a name: enough to know it by, so that one name does not take the place of ten. */
const NAME = 40
const WEEK = 7

/** The data of a chart in words, for those who do not see it: at most the 2,000 characters that Slack takes. */
export function altTextOf(chart: Chart): string {
  const head = `${kindInWords(chart)}: ${name(chart.title, 80)}. ${oneLine(chart.subtitle)}. `
  return head + fitting(partsOf(chart), MOST_CHARACTERS - head.length)
}

function kindInWords(chart: Chart): string {
  switch (chart.kind) {
    case 'leaderboard':
      return 'Bar chart'
    case 'columns':
      return 'Column chart'
    case 'podiums':
      return 'Podiums'
    case 'load':
      return 'Chart of daily load, fitness, fatigue and form'
    case 'weeks':
      return 'Stacked columns a week'
    case 'adherence':
      return 'Who kept to the plan, day by day'
    case 'workout':
      return 'Workout over time'
    case 'plan-calendar':
      return 'Calendar of a training plan'
  }
}

function partsOf(chart: Chart): string[] {
  switch (chart.kind) {
    case 'leaderboard':
      return chart.bars.map(bar => `${bar.rank}. ${name(bar.name)}: ${name(bar.label)}`)
    case 'columns':
      return chart.columns.map(({ lines, valueLabel, value }) => {
        const label = oneLine(valueLabel) || figure(value)
        return `${name(lines.join(' '))}: ${label}`
      })
    case 'podiums':
      return chart.podiums.map(({ heading, empty, places }) => {
        const won = places.map(place => `${place.rank}. ${name(place.name)} ${name(place.label)}`)
        return `${oneLine(heading)}: ${won.length === 0 ? oneLine(empty) : won.join(', ')}`
      })
    case 'load':
      return loadParts(chart)
    case 'workout':
      return chart.lines.map(line => oneLine(line))
    case 'plan-calendar':
      return chart.weeks.map(({ name: week, total, days }) => {
        const said = days.map(({ label }, day) => `${chart.dayNames[day] ?? ''} ${oneLine(label) || 'rest'}`)
        return `${oneLine(week)}: ${oneLine(total)} (${said.join(', ')})`
      })
    case 'adherence':
      return chart.rows.map(row => {
        const done = row.cells.filter(cell => cell === 'full').length
        return `${name(row.name)}: ${oneLine(row.label)} (${done} done, ${row.cells.filter(cell => cell === 'missed').length} not done)`
      })
    case 'weeks':
      return [
        ...chart.weeks.map(({ lines, total }) => `week of ${oneLine(lines.join(' '))}: ${oneLine(total)}`),
        ...chart.series.map(({ name: who, sum, labels }) => {
          return `${name(who)}: ${oneLine(sum)} (${labels.map(oneLine).join(', ')})`
        }),
      ]
  }
}

/** The last day first, then week by week back from it. */
function loadParts({ days }: LoadChart): string[] {
  const parts: string[] = []
  for (let end = days.length; end > 0; end -= WEEK) {
    const last = days[end - 1]
    if (!last) continue
    const load = days.slice(Math.max(0, end - WEEK), end).reduce((sum, day) => sum + day.load, 0)
    parts.push(
      `seven days to ${oneLine(last.on)}: load ${figure(load)}, fitness ${figure(last.fitness)}, fatigue ${figure(last.fatigue)}, form ${figure(last.form)}`,
    )
  }
  return parts
}

function figure(value: number): string {
  return Number.isFinite(value) ? value.toFixed(1) : '0.0'
}

function name(text: string, most = NAME): string {
  return shortenTo(oneLine(text), most)
}

/** As many whole parts as there is room for, and how many are left. */
function fitting(parts: readonly string[], room: number): string {
  if (parts.length === 0) return 'Nothing to show.'
  let kept = parts.length
  const text = () => {
    const left = parts.length - kept
    return `${parts.slice(0, kept).join('; ')}${left > 0 ? `${kept > 0 ? '; ' : ''}and ${left} more` : ''}.`
  }
  while (kept > 0 && text().length > room) kept -= 1
  return text()
}
