import { z } from 'zod'
import { findOutboxRow } from '#store/outbox-store.ts'
import { comparisonPayload, drawComparison } from './comparison.ts'
import { delivery } from './delivery.ts'
import { drawLeaderboard, leaderboardPayload } from './leaderboard.ts'

/** A leaderboard or comparison that stands in a channel, as it may be shown now; taken away where nobody is left on it. */
export const leaderboardRedrawDelivery = delivery({
  kind: 'leaderboard-redraw',
  payload: z.object({ outboxId: z.string() }),
  async draw({ db, organizationId, now }, { outboxId }) {
    const post = await findOutboxRow(db, organizationId, outboxId)
    if (post?.posted_channel == null || post.posted_ts === null || post.pulled_back_at !== null) return 'skip'
    const at = { db, organizationId, outboxId, now }
    const payload: unknown = JSON.parse(post.payload_json)
    const drawn =
      post.kind === 'comparison'
        ? await drawComparison(at, comparisonPayload.parse(payload))
        : await drawLeaderboard(at, leaderboardPayload.parse(payload))
    if (drawn === null || drawn.isEmpty) {
      return {
        kind: 'removal',
        channelId: post.posted_channel,
        ts: post.posted_ts,
        fileId: post.posted_file_id,
        post,
      }
    }
    return { kind: 'redraw', post, chart: drawn.chart, message: drawn.message }
  },
})
