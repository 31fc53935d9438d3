import { SLACK_LIMITS } from '#kernel/slack-limits.ts'
import {
  also,
  type Check,
  type Dict,
  dictsOf,
  finiteNumber,
  isDict,
  list,
  object,
  ofType,
  problem,
  text,
  typed,
  type Visit,
} from './check.ts'
import { blockId } from './objects.ts'

const LIMITS = SLACK_LIMITS.blocks.data_visualization
const label = text({ max: LIMITS.label })
const axisLabel = text({ max: LIMITS.axis_label })

const pie: Check = ofType('pie', {
  required: {
    segments: list(
      also(object({ required: { label, value: finiteNumber } }), (value, at, visit) => {
        if (Number(value.value) <= 0) problem(visit, `${at}/value`, 'must be greater than 0')
      }),
      { min: LIMITS.segments[0], max: LIMITS.segments[1] },
    ),
  },
})

const points = list(object({ required: { label, value: finiteNumber } }), {
  min: LIMITS.categories[0],
  max: LIMITS.categories[1],
})

function series(type: string): Check {
  const shape = ofType(type, {
    required: {
      series: list(object({ required: { name: text({ max: LIMITS.series_name }), data: points } }), {
        min: LIMITS.series[0],
        max: LIMITS.series[1],
      }),
      axis_config: object({
        required: { categories: list(label, { min: LIMITS.categories[0], max: LIMITS.categories[1] }) },
        optional: { x_label: axisLabel, y_label: axisLabel },
      }),
    },
  })
  return also(shape, seriesAgree)
}

function seriesAgree(value: Dict, at: string, visit: Visit): void {
  const axis = isDict(value.axis_config) ? value.axis_config : {}
  const categories = new Set(Array.isArray(axis.categories) ? axis.categories : [])
  const names = new Set<unknown>()
  dictsOf(value.series).forEach((each, index) => {
    if (names.has(each.name)) problem(visit, `${at}/series/${index}/name`, 'series names must be unique')
    names.add(each.name)
    const labels = dictsOf(each.data).map(point => point.label)
    const isOneEach =
      labels.length === categories.size &&
      new Set(labels).size === labels.length &&
      labels.every(one => categories.has(one))
    if (!isOneEach) {
      problem(visit, `${at}/series/${index}/data`, 'must have exactly one point for each category')
    }
  })
}

export const dataVisualization: Check = ofType('data_visualization', {
  required: {
    title: text({ max: LIMITS.title }),
    chart: typed({ pie, bar: series('bar'), area: series('area'), line: series('line') }),
  },
  optional: { block_id: blockId },
})
