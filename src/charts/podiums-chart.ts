import type { PodiumsChart } from './chart.ts'
import type { ChartPlan } from './chart-config.ts'
import { CHART_WIDTH, COLORS, FONT_FAMILY, PODIUM, SIZES } from './chart-style.ts'
import { isolated, oneLine, shortenTo } from './chart-words.ts'

const MOST_PODIUMS = 8
const MOST_PLACES = 6
/** Graphemes of a name where nobody can measure: the embedded renderer cuts by width instead. */
const UNMEASURED_NAME = 24
/** The title, the subtitle and the edges. */
const FRAME = 118

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
  return {
    width: CHART_WIDTH,
    height: FRAME + podiums.reduce((sum, { places }) => sum + podiumHeight(places.length), 0),
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
        indexAxis: 'y',
        animation: false,
        responsive: false,
        events: [],
        layout: { padding: { left: SIZES.margin, right: SIZES.margin, top: 20, bottom: 20 } },
        plugins: {
          legend: { display: false },
          tooltip: { enabled: false },
          title: {
            display: true,
            text: oneLine(chart.title),
            align: 'start',
            color: COLORS.ink,
            padding: { top: 0, bottom: 4 },
            font: { family: FONT_FAMILY, size: SIZES.title, weight: 600, lineHeight: SIZES.lineHeight },
          },
          subtitle: {
            display: true,
            text: oneLine(chart.subtitle),
            align: 'start',
            color: COLORS.muted,
            padding: { top: 0, bottom: 16 },
            font: { family: FONT_FAMILY, size: SIZES.subtitle, weight: 400, lineHeight: SIZES.lineHeight },
          },
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
