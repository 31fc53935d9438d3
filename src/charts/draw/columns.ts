import type { ChartConfig, ColumnMarks } from '../chart-config.ts'
import { COLORS, SIZES } from '../chart-style.ts'

const VALUE_FONT = `600 ${SIZES.rank}px sans-serif`
const ABOVE = 8

/** Writes each column's value above it. */
export function writeOnColumns(config: ChartConfig, { values }: ColumnMarks): void {
  config.plugins = [
    {
      id: 'column-values',
      afterDatasetsDraw(chart) {
        const { ctx } = chart
        ctx.save()
        ctx.font = VALUE_FONT
        ctx.fillStyle = COLORS.ink
        ctx.textAlign = 'center'
        ctx.textBaseline = 'alphabetic'
        for (const [index, column] of chart.getDatasetMeta(0).data.entries()) {
          const value = values[index] ?? ''
          if (value !== '') ctx.fillText(value, column.x, column.y - ABOVE)
        }
        ctx.restore()
      },
    },
  ]
}
