import { attributes, type Html, html } from '../html.ts'
import { type Fields, fieldsOf, listOf, numberOf, textOf, textsOf } from './read.ts'

type Series = { name: string; values: number[] }

const width = 560
const height = 220
const margin = { left: 44, right: 12, top: 12, bottom: 30 }

/** A chart as a plain drawing with the same figures in a table below it, for those who do not see it. */
export function drawDataVisualization(block: Fields): Html {
  const chart = fieldsOf(block.chart)
  const type = textOf(chart.type)
  const isPie = type === 'pie'
  const segments = listOf(chart.segments)
  const categories = isPie
    ? segments.map(segment => textOf(segment.label))
    : textsOf(fieldsOf(chart.axis_config).categories)
  const series: Series[] = isPie
    ? [{ name: textOf(block.title), values: segments.map(segment => numberOf(segment.value, 0)) }]
    : listOf(chart.series).map(one => ({ name: textOf(one.name), values: valuesOf(one, categories) }))
  return html`<figure class="chart"><figcaption><bdi>${textOf(block.title)}</bdi></figcaption>${
    isPie ? drawShares(categories, series[0]?.values ?? []) : drawAxes(type, categories, series)
  }${series.length > 1 ? drawLegend(series) : null}<details><summary>Show the figures</summary>${drawFigures(categories, series)}</details></figure>`
}

function valuesOf(one: Fields, categories: string[]): number[] {
  const points = listOf(one.data)
  return categories.map((category, index) =>
    numberOf((points.find(point => point.label === category) ?? points[index])?.value, 0),
  )
}

/** A pie's shares as one bar each: easier to compare than slices. */
function drawShares(labels: string[], values: number[]): Html {
  const total = values.reduce((sum, value) => sum + value, 0) || 1
  const row = 26
  return html`<svg role="img" class="plot"${attributes({
    viewBox: `0 0 ${width} ${labels.length * row + 8}`,
    'aria-label': labels.map((label, index) => `${label} ${share(values[index] ?? 0, total)}`).join(', '),
  })}>${labels.map((label, index) => {
    const part = (values[index] ?? 0) / total
    const y = index * row + 6
    return html`<text class="tick" x="150" text-anchor="end"${attributes({ y: y + 14 })}>${label}</text><rect x="160" height="18" rx="3"${attributes(
      { y, width: Math.max(part * 330, 1).toFixed(1), class: `series-${index % 6}` },
    )}/><text class="tick"${attributes({ x: (168 + part * 330).toFixed(1), y: y + 14 })}>${share(values[index] ?? 0, total)}</text>`
  })}</svg>`
}

function share(value: number, total: number): string {
  return `${Math.round((value / total) * 100)} %`
}

function drawAxes(type: string, categories: string[], series: Series[]): Html {
  const all = series.flatMap(one => one.values)
  const top = Math.max(0, ...all)
  const low = Math.min(0, ...all)
  const span = top - low || 1
  const plotWidth = width - margin.left - margin.right
  const plotHeight = height - margin.top - margin.bottom
  const y = (value: number) => margin.top + ((top - value) / span) * plotHeight
  const slot = plotWidth / Math.max(categories.length, 1)
  const centre = (index: number) => margin.left + slot * (index + 0.5)
  const everyNth = Math.ceil(categories.length / 10)
  const marks = series.map((one, place) =>
    type === 'bar'
      ? one.values.map((value, index) => {
          const bar = (slot * 0.72) / series.length
          const x = margin.left + slot * index + slot * 0.14 + bar * place
          return html`<rect rx="2"${attributes({
            class: `series-${place % 6}`,
            x: x.toFixed(1),
            y: Math.min(y(value), y(0)).toFixed(1),
            width: bar.toFixed(1),
            height: Math.max(Math.abs(y(value) - y(0)), 0.5).toFixed(1),
          })}><title>${one.name}, ${categories[index]}: ${value}</title></rect>`
        })
      : drawLine(type, one, place, centre, y),
  )
  return html`<svg role="img" class="plot"${attributes({
    viewBox: `0 0 ${width} ${height}`,
    'aria-label': series
      .map(
        one => `${one.name}: ${categories.map((name, index) => `${name} ${one.values[index]}`).join(', ')}`,
      )
      .join('. '),
  })}>${[low, (low + top) / 2, top].map(
    value =>
      html`<line class="grid"${attributes({ x1: margin.left, x2: width - margin.right, y1: y(value).toFixed(1), y2: y(value).toFixed(1) })}/><text class="tick" text-anchor="end"${attributes({ x: margin.left - 6, y: (y(value) + 4).toFixed(1) })}>${Number(value.toFixed(1))}</text>`,
  )}${marks}${categories.map((name, index) =>
    index % everyNth === 0
      ? html`<text class="tick" text-anchor="middle"${attributes({ x: centre(index).toFixed(1), y: height - 10 })}>${
          name.length > 12 && categories.length > 4 ? `${name.slice(0, 9)}…` : name
        }</text>`
      : null,
  )}</svg>`
}

function drawLine(
  type: string,
  one: Series,
  place: number,
  centre: (index: number) => number,
  y: (value: number) => number,
): Html {
  const points = one.values
    .map((value, index) => `${centre(index).toFixed(1)},${y(value).toFixed(1)}`)
    .join(' ')
  const last = one.values.length - 1
  const area =
    type === 'area'
      ? html`<polygon${attributes({
          class: `area series-${place % 6}`,
          points: `${centre(0).toFixed(1)},${y(0).toFixed(1)} ${points} ${centre(last).toFixed(1)},${y(0).toFixed(1)}`,
        })}/>`
      : null
  return html`${area}<polyline${attributes({ class: `line line-${place % 6}`, points })}/>`
}

function drawLegend(series: Series[]): Html {
  return html`<ul class="legend">${series.map(
    (one, place) =>
      html`<li><svg width="10" height="10" aria-hidden="true"><rect width="10" height="10" rx="2"${attributes({ class: `series-${place % 6}` })}/></svg> <bdi>${one.name}</bdi></li>`,
  )}</ul>`
}

function drawFigures(categories: string[], series: Series[]): Html {
  return html`<div class="table-scroll" role="region" aria-label="Figures" tabindex="0"><table><thead><tr><th scope="col"></th>${series.map(
    one => html`<th scope="col" class="align-right"><bdi>${one.name}</bdi></th>`,
  )}</tr></thead><tbody>${categories.map(
    (name, index) =>
      html`<tr><th scope="row"><bdi>${name}</bdi></th>${series.map(
        one => html`<td class="align-right">${one.values[index] ?? 0}</td>`,
      )}</tr>`,
  )}</tbody></table></div>`
}
