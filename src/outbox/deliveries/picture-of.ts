import { altTextOf } from '#charts/alt-text.ts'
import type { Chart } from '#charts/chart.ts'
import type { PostExtras } from '#views/leaderboard.ts'
import type { Picture } from '#views/picture.ts'

/** The uploaded chart with its data in words; null where there is none, or it could not be had. */
export function pictureOf(
  chart: Chart | null,
  { chartFileId }: Pick<PostExtras, 'chartFileId'>,
): Picture | null {
  return chart === null || chartFileId === null ? null : { fileId: chartFileId, alt: altTextOf(chart) }
}
