import { z } from 'zod'
import { findOutboxRow } from '#store/outbox-store.ts'
import { delivery } from './delivery.ts'
import { drawLeaderboard, leaderboardPayload } from './leaderboard.ts'

/** A leaderboard that stands in a channel, as it may be shown now; taken away where nobody is left on it. */
export const leaderboardRedrawDelivery = delivery({
  kind: 'leaderboard-redraw',
  payload: z.object({ outboxId: z.string() }),
  async draw({ db, organizationId, now }, { outboxId }) {
    const post = await findOutboxRow(db, organizationId, outboxId)
    if (post?.posted_channel == null || post.posted_ts === null || post.pulled_back_at !== null) return 'skip'
    const drawn = await drawLeaderboard(
      { db, organizationId, outboxId, now },
      leaderboardPayload.parse(JSON.parse(post.payload_json)),
    )
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
