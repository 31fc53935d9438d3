import type { SKRSContext2D } from '@napi-rs/canvas'
import type { ChartArea } from 'chart.js'
import type { ChartConfig } from '../chart-config.ts'

/** Leaves Chart.js the headings alone and draws in place of its axes and data, which are for servers without our marks. */
export function drawInstead(
  config: ChartConfig,
  id: string,
  draw: (ctx: SKRSContext2D, area: ChartArea) => void,
): void {
  config.data.datasets = []
  config.data.labels = []
  for (const scale of Object.values(config.options?.scales ?? {})) if (scale) scale.display = false
  config.plugins = [
    {
      id,
      afterDraw({ ctx, chartArea }) {
        ctx.save()
        ctx.textBaseline = 'alphabetic'
        draw(ctx, chartArea)
        ctx.restore()
      },
    },
  ]
}
