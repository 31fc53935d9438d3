import { z } from 'zod'
import type { LeaderboardChart } from '#charts/chart.ts'
import { rangeInWords } from '#domain/calendar/range-in-words.ts'
import type { Board } from '#domain/ranking/board.ts'
import { readBoardPost } from '#usecases/leaderboard/read-board-post.ts'
import { isQuietBoard, sharingInWords } from '#views/board-in-words.ts'
import { leaderboardPosted } from '#views/leaderboard.ts'
import { scoreText } from '#views/score.ts'
import { delivery } from './delivery.ts'

const payload = z.object({
  groupId: z.string(),
  metric: z.string(),
  from: z.string(),
  to: z.string(),
  zone: z.string(),
  askedBy: z.string(),
  scheduleId: z.string().nullable(),
  isLate: z.boolean(),
})

/** The board as it stands when it is sent: late syncs have until then. */
export const leaderboardDelivery = delivery({
  kind: 'leaderboard',
  payload,
  async draw({ db, organizationId, outboxId }, post) {
    const read = await readBoardPost(db, organizationId, post)
    if (!read) return 'skip'
    const { board, setByName } = read
    return {
      kind: 'rich-post',
      chart: isQuietBoard(board) ? null : chartOf(board),
      message: extras =>
        leaderboardPosted(
          { board, outboxId, setByName, isWeekly: post.scheduleId !== null, isLate: post.isLate },
          extras,
        ),
    }
  },
})

/** More bars than this cannot be read; the table has everybody. */
const MOST_BARS = 40

function chartOf(board: Board): LeaderboardChart {
  return {
    kind: 'leaderboard',
    title: board.groupName,
    subtitle: `${board.metric.label} · ${rangeInWords(board.range)} · ${sharingInWords(board)}`,
    bars: board.standings
      .filter(standing => !standing.isIdle)
      .slice(0, MOST_BARS)
      .map(({ facts, score, rank }) => ({
        name: facts.name,
        value: score,
        label: scoreText(score, board.metric.unit),
        rank,
      })),
  }
}
