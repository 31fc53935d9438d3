import type { DayRange } from '#domain/calendar/day-range.ts'
import { rangeInWords } from '#domain/calendar/range-in-words.ts'
import type { FeedRun } from '#domain/feed/feed-run.ts'
import { actions, button, confirm, context, header, section } from './blocks.ts'
import { cheerValue } from './feed-card.ts'
import { CLAP, countRuns, FEED_ACTIONS, runLine } from './feed-words.ts'
import { dayText, distanceText, totalDistanceText } from './figures.ts'
import { count } from './group-card.ts'
import { POST_ACTIONS, postButtons } from './leaderboard.ts'
import type { Message } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'

/** One run as a message of its own. Names are printed, not mentioned; the athlete's own words stay out. */
export function runPosted(post: {
  run: FeedRun
  groupName: string
  setByName: string
  outboxId: string
}): Message {
  const { run, outboxId } = post
  const line = runLine(run)
  const foot = mrkdwn`${post.groupName} · ${dayText(run.localOn)} · set up by ${post.setByName}`
  return {
    text: joinMrkdwn([line, foot], '\n').mrkdwn,
    blocks: [
      section(line),
      context(foot),
      actions(
        'post',
        button(
          `${FEED_ACTIONS.cheer}-0`,
          run.kudos > 0 ? `${CLAP} ${run.kudos}` : CLAP,
          cheerValue(outboxId, run),
          {
            label: `Cheer for ${run.athleteName}`,
          },
        ),
        button(POST_ACTIONS.why, 'Why is this here?', outboxId),
        button(POST_ACTIONS.pullBack, 'Pull back', outboxId, {
          confirm: confirm(
            'Pull this post back?',
            'It disappears for everybody in the channel. Coaches, whoever set it up and the athlete can do that.',
            'Pull back',
            'Keep it',
          ),
        }),
      ),
    ],
  }
}

export type Digest = {
  groupName: string
  range: DayRange
  zone: string
  runs: readonly FeedRun[]
  setByName: string
  sharing: number
  total: number
}

/** A group's week in one message. */
export function digestPosted(digest: Digest, outboxId: string): Message {
  const { runs, range } = digest
  const title = `${digest.groupName} · ${rangeInWords(range)}`
  const athletes = new Set(runs.map(run => run.athleteId)).size
  const distanceCm = runs.reduce((sum, run) => sum + (run.distanceCm ?? 0), 0)
  const kudos = runs.reduce((sum, run) => sum + run.kudos, 0)
  const lines: Mrkdwn[] = [
    mrkdwn`*${countRuns(runs)}* by *${count(athletes, 'athlete')}* · *${totalDistanceText(distanceCm)}*${kudos > 0 ? ` · ${CLAP} ${kudos}` : ''}`,
    ...longest(runs),
    ...mostCheered(runs),
  ]
  const foot = mrkdwn`${digest.sharing} of ${digest.total} share · days by ${digest.zone} · weekly, set up by ${digest.setByName}`
  return {
    text: joinMrkdwn([mrkdwn`*${title}*`, ...lines, foot], '\n').mrkdwn,
    blocks: [header(title), section(joinMrkdwn(lines, '\n')), context(foot), postButtons(outboxId)],
  }
}

function longest(runs: readonly FeedRun[]): Mrkdwn[] {
  const [run] = runs.toSorted((one, other) => (other.distanceCm ?? 0) - (one.distanceCm ?? 0))
  return run?.distanceCm
    ? [mrkdwn`The longest: *${run.athleteName}*, ${distanceText(run.distanceCm)} on ${dayText(run.localOn)}`]
    : []
}

function mostCheered(runs: readonly FeedRun[]): Mrkdwn[] {
  const [run] = runs.toSorted((one, other) => other.kudos - one.kudos)
  return run && run.kudos > 0 ? [mrkdwn`The most cheered: ${runLine(run)}`] : []
}
