import type { LeaderboardChart } from './chart.ts'
import type { ChartPlan, LeaderboardMarks } from './chart-config.ts'
import { frameOf, lengthOf } from './chart-frame.ts'
import { CHART_WIDTH, COLORS, FONT_FAMILY, SIZES } from './chart-style.ts'
import { isolated, oneLine, shortenTo } from './chart-words.ts'

export const MOST_BARS = 40
const LEADERS = 3
/** Graphemes of a name where nobody can measure: the embedded renderer cuts by width instead. */
const UNMEASURED_NAME = 24

/**
 * Horizontal bars, best first, the height growing with their number. The tick labels say rank, name and value in one,
 * so that a server without our marks still shows them all. Throws `RangeError` for more than 40 bars.
 */
export function leaderboardChart(chart: LeaderboardChart): ChartPlan {
  const bars = chart.bars.map(bar => ({
    rank: bar.rank,
    name: oneLine(bar.name),
    label: oneLine(bar.label),
    length: lengthOf(bar.value),
  }))
  if (bars.length > MOST_BARS) throw new RangeError(`${bars.length} bars, at most ${MOST_BARS} are legible`)
  const marks: LeaderboardMarks = {
    names: bars.map(bar => bar.name),
    ranks: bars.map(bar => bar.rank),
    values: bars.map(bar => bar.label),
    leaders: bars.map(isLeader),
  }
  const longest = Math.max(0, ...bars.map(bar => bar.length))
  const hasBars = bars.length > 0
  const frame = frameOf(chart.title, chart.subtitle)
  return {
    width: CHART_WIDTH,
    height: heightOf(bars.length),
    config: {
      type: 'bar',
      data: {
        labels: bars.map(
          bar => `${bar.rank}. ${isolated(shortenTo(bar.name, UNMEASURED_NAME))} · ${isolated(bar.label)}`,
        ),
        datasets: [
          {
            data: bars.map(bar => bar.length),
            backgroundColor: bars.map(bar => (isLeader(bar) ? COLORS.leader : COLORS.bar)),
            borderRadius: 5,
            borderSkipped: 'start',
            barPercentage: 0.74,
            categoryPercentage: 1,
            maxBarThickness: 34,
          },
        ],
      },
      options: {
        ...frame,
        indexAxis: 'y',
        plugins: {
          ...frame.plugins,
          astral: hasBars ? { leaderboard: marks } : { note: 'No runs yet' },
        },
        scales: {
          x: {
            display: hasBars,
            beginAtZero: true,
            // With nothing but zeros Chart.js would draw from -1 to 1.
            suggestedMax: longest > 0 ? longest : 1,
            border: { display: false },
            grid: { display: longest > 0, color: COLORS.grid, drawTicks: false },
            // Lines at the quarters of the best value: they say something without numbers of their own.
            ticks: { display: false, stepSize: (longest || 1) / 4, includeBounds: false },
          },
          y: {
            display: hasBars,
            border: { display: true, color: COLORS.baseline, width: 1 },
            grid: { display: false },
            ticks: {
              autoSkip: false,
              color: COLORS.ink,
              font: { family: FONT_FAMILY, size: SIZES.label * 0.75 },
            },
          },
        },
      },
    },
  }
}

function isLeader(bar: { rank: number; length: number }): boolean {
  return bar.rank <= LEADERS && bar.length > 0
}

/** Few bars get more air, many less; 112 are the title, the subtitle and the edges. */
function heightOf(count: number): number {
  if (count === 0) return 300
  const pitch = count <= 5 ? 52 : count <= 20 ? 42 : 37
  return 112 + count * pitch
}
