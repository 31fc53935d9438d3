import { z } from 'zod'
import type { Chart, LeaderboardChart, PodiumsChart } from '#charts/chart.ts'
import { rangeInWords } from '#domain/calendar/range-in-words.ts'
import type { Board } from '#domain/ranking/board.ts'
import { FIVE_WAYS, FIVE_WAYS_LABEL, type WeekCard } from '#domain/ranking/week-card.ts'
import { readBoardPost } from '#usecases/leaderboard/read-board-post.ts'
import { readWeekPost } from '#usecases/leaderboard/read-week-post.ts'
import { isQuietBoard, sharingInWords } from '#views/board-in-words.ts'
import { leaderboardPosted, type PostExtras, postButtons } from '#views/leaderboard.ts'
import type { Message } from '#views/message.ts'
import { scoreText } from '#views/score.ts'
import { isQuietWeek, placeText, WAY_HEADINGS, weekPosted, weekSharing, whyEmpty } from '#views/week-card.ts'
import { type DrawingDeps, delivery } from './delivery.ts'

export const leaderboardPayload = z.object({
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
  payload: leaderboardPayload,
  async draw(deps, post) {
    const drawn = await drawLeaderboard(deps, post)
    return drawn ? { kind: 'rich-post', chart: drawn.chart, message: drawn.message } : 'skip'
  },
})

export type DrawnPost = {
  /** Nobody is left whom it could show. */
  isEmpty: boolean
  chart: Chart | null
  message: (extras: PostExtras) => Message
}

/** The post of `outboxId` as it may be shown now; null when its group is gone. */
export async function drawLeaderboard(
  { db, organizationId, outboxId, now }: Pick<DrawingDeps, 'db' | 'organizationId' | 'outboxId' | 'now'>,
  post: z.output<typeof leaderboardPayload>,
): Promise<DrawnPost | null> {
  const isWeekly = post.scheduleId !== null
  if (post.metric === FIVE_WAYS) {
    const week = await readWeekPost(db, organizationId, post, now)
    if (!week) return null
    const { card, setByName } = week
    return {
      isEmpty: card.sharing === 0,
      chart: isQuietWeek(card) ? null : podiumsOf(card),
      message: extras =>
        weekPosted(
          { card, setByName, isWeekly, isLate: post.isLate, buttons: postButtons(outboxId) },
          extras.chartFileId,
        ),
    }
  }
  const read = await readBoardPost(db, organizationId, post, now)
  if (!read) return null
  const { board, setByName } = read
  return {
    isEmpty: board.standings.length === 0,
    chart: isQuietBoard(board) ? null : chartOf(board),
    message: extras =>
      leaderboardPosted({ board, outboxId, setByName, isWeekly, isLate: post.isLate }, extras),
  }
}

function podiumsOf(card: WeekCard): PodiumsChart {
  return {
    kind: 'podiums',
    title: card.groupName,
    subtitle: `${FIVE_WAYS_LABEL} · ${rangeInWords(card.range)} · ${weekSharing(card)}`,
    podiums: card.podiums.map(({ way, places, isPassedOn }) => ({
      heading: WAY_HEADINGS[way],
      empty: whyEmpty({ way, isPassedOn }),
      places: places.map(place => ({ rank: place.rank, name: place.facts.name, label: placeText(place) })),
    })),
  }
}

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
