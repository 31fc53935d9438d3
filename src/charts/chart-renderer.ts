import type { Logger } from '#kernel/logger.ts'
import { type ChartRenderer, ChartUnavailable } from './chart.ts'
import { type ChartDescription, describeChart } from './describe-chart.ts'
import { createEmbeddedRenderer } from './embedded-renderer.ts'
import { createQuickChartClient } from './quickchart-client.ts'
import { rememberPictures } from './remember-pictures.ts'

export type ChartRendererOptions = {
  /** The address of a QuickChart server, which then learns the names; null draws on this machine. */
  quickChartUrl: string | null
  logger: Logger
}

/** The one way to a picture. A QuickChart server that fails is passed over for the embedded renderer, with a warning. */
export function createChartRenderer({ quickChartUrl, logger }: ChartRendererOptions): ChartRenderer {
  const embedded = createEmbeddedRenderer(logger)
  const server = quickChartUrl === null ? undefined : createQuickChartClient(quickChartUrl)
  const draw = rememberPictures(async description => {
    try {
      if (server) return await server.draw(description)
    } catch (error) {
      logger.warn('The QuickChart server failed; drawing the chart here', { reason: reasonOf(error) })
    }
    return embedded.draw(description)
  })
  return {
    async render(chart) {
      return draw(described())

      function described(): ChartDescription {
        try {
          return describeChart(chart)
        } catch (error) {
          throw new ChartUnavailable(reasonOf(error), { cause: error })
        }
      }
    },
    close: () => embedded.close(),
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
