import type { ChartConfig } from './chart-config.ts'
import { COLORS, FONT_FAMILY, SIZES } from './chart-style.ts'
import { oneLine } from './chart-words.ts'

type Options = NonNullable<ChartConfig['options']>

/**
 * What every chart of ours has around it: the margins, the title and the line under it, with `air` pixels below. No
 * animation, no events.
 */
export function frameOf(title: string, subtitle: string, air = 16): Options & { plugins: object } {
  return {
    animation: false,
    responsive: false,
    events: [],
    layout: { padding: { left: SIZES.margin, right: SIZES.margin, top: 20, bottom: 20 } },
    plugins: {
      legend: { display: false },
      tooltip: { enabled: false },
      title: {
        display: true,
        text: oneLine(title),
        align: 'start',
        color: COLORS.ink,
        padding: { top: 0, bottom: 4 },
        font: { family: FONT_FAMILY, size: SIZES.title, weight: 600, lineHeight: SIZES.lineHeight },
      },
      subtitle: {
        display: true,
        text: oneLine(subtitle),
        align: 'start',
        color: COLORS.muted,
        padding: { top: 0, bottom: air },
        font: { family: FONT_FAMILY, size: SIZES.subtitle, weight: 400, lineHeight: SIZES.lineHeight },
      },
    },
  }
}

/** Title, subtitle and edges, in logical pixels. */
export const FRAME_HEIGHT = 118

/** Beyond these there is nothing to draw, and the reckoning of steps would lose its footing. */
const LEAST = 1e-6
const MOST = 1e12

/** What is no number, or too small to be seen, stands at zero. */
export function finite(value: number): number {
  if (!Number.isFinite(value) || Math.abs(value) < LEAST) return 0
  return Math.max(-MOST, Math.min(MOST, value))
}

/** A length cannot be negative. */
export function lengthOf(value: number): number {
  return Math.max(0, finite(value))
}
