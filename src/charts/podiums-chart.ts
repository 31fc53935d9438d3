import type { PodiumsChart } from './chart.ts'
import type { ChartPlan } from './chart-config.ts'
import { FRAME_HEIGHT, frameOf } from './chart-frame.ts'
import { CHART_WIDTH, COLORS, FONT_FAMILY, PODIUM, SIZES } from './chart-style.ts'
import { isolated, oneLine, shortenTo } from './chart-words.ts'

const MOST_PODIUMS = 8
const MOST_PLACES = 6
/** Graphemes of a name where nobody can measure: the embedded renderer cuts by width instead. */
const UNMEASURED_NAME = 24

/**
 * Podiums under one another. A server without our marks draws each place as a bar that grows shorter with its rank, its
 * way, name and score in the label. Throws `RangeError` for more than 8 podiums or 6 places on one.
 */
export function podiumsChart(chart: PodiumsChart): ChartPlan {
  const podiums = chart.podiums.map(({ heading, empty, places }) => ({
    heading: oneLine(heading),
    empty: oneLine(empty),
    places: places.map(({ rank, name, label }) => ({ rank, name: oneLine(name), label: oneLine(label) })),
  }))
  if (podiums.length > MOST_PODIUMS || podiums.some(({ places }) => places.length > MOST_PLACES)) {
    throw new RangeError(`at most ${MOST_PODIUMS} podiums of ${MOST_PLACES} places are legible`)
  }
  const bars = podiums.flatMap(({ heading, places }) => places.map(place => ({ ...place, heading })))
  const frame = frameOf(chart.title, chart.subtitle)
  return {
    width: CHART_WIDTH,
    height: FRAME_HEIGHT + podiums.reduce((sum, { places }) => sum + podiumHeight(places.length), 0),
    config: {
      type: 'bar',
      data: {
        labels: bars.map(
          ({ heading, rank, name, label }) =>
            `${heading}: ${rank}. ${isolated(shortenTo(name, UNMEASURED_NAME))} · ${isolated(label)}`,
        ),
        datasets: [{ data: bars.map(({ rank }) => 1 / rank), backgroundColor: COLORS.bar }],
      },
      options: {
        ...frame,
        indexAxis: 'y',
        plugins: {
          ...frame.plugins,
          astral: { podiums: { podiums } },
        },
        scales: {
          x: { display: false, beginAtZero: true },
          y: { ticks: { autoSkip: false, font: { family: FONT_FAMILY, size: SIZES.label * 0.75 } } },
        },
      },
    },
  }
}

/** In logical pixels: a heading, and a row for each three places. */
export function podiumHeight(places: number): number {
  const rows = places === 0 ? PODIUM.emptyRow : PODIUM.row * Math.ceil(places / PODIUM.inRow)
  return PODIUM.heading + rows + PODIUM.gap
}
