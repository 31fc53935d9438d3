import { z } from 'zod'
import { localDay, zone } from '#kernel/instant.ts'
import { readComparisonPost } from '#usecases/stats/read-comparison-post.ts'
import { comparisonPosted } from '#views/comparison-post.ts'
import { type DrawingDeps, delivery } from './delivery.ts'
import type { DrawnPost } from './leaderboard.ts'
import { pictureOf } from './picture-of.ts'
import { comparisonChart } from './stats-picture.ts'

export const comparisonPayload = z.object({
  from: z.string(),
  to: z.string(),
  zone: z.string(),
  askedBy: z.string(),
})

/** All groups beside each other in a channel: of those who share alone. */
export const comparisonDelivery = delivery({
  kind: 'comparison',
  payload: comparisonPayload,
  async draw(deps, post) {
    const drawn = await drawComparison(deps, post)
    return { kind: 'rich-post', chart: drawn.chart, message: drawn.message }
  },
})

/** The comparison of `outboxId` as it may be shown now. */
export async function drawComparison(
  { db, organizationId, outboxId }: Pick<DrawingDeps, 'db' | 'organizationId' | 'outboxId'>,
  post: z.output<typeof comparisonPayload>,
): Promise<DrawnPost> {
  const { comparison, setByName } = await readComparisonPost(db, organizationId, {
    range: { from: localDay(post.from), to: localDay(post.to) },
    zone: zone(post.zone),
    askedBy: post.askedBy,
  })
  const chart = comparisonChart(comparison)
  return {
    isEmpty: comparison.groups.length === 0,
    chart,
    message: extras => comparisonPosted({ comparison, setByName, outboxId }, pictureOf(chart, extras)),
  }
}
