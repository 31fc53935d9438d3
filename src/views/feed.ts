import type { KnownBlock } from '@slack/types'
import { rangeInWords } from '#domain/calendar/range-in-words.ts'
import type { FeedPage, FeedRun } from '#domain/feed/feed-run.ts'
import { startText } from './activity-words.ts'
import { actions, button, context, header, section } from './blocks.ts'
import { FEED_ACTIONS, filterPhrase, runLine } from './feed-words.ts'
import type { Units } from './figures.ts'
import { LIMITS } from './limits.ts'
import type { Message } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { shorten, shortenMrkdwn } from './shorten.ts'

/** The feed shows how a run's name begins. */
const NAME_MOST = 80

/** A page of a group's feed, for the asker alone. `turnTo` makes what a paging button carries. */
export function feedShown(
  page: FeedPage,
  { units = 'km', turnTo }: { units?: Units; turnTo: (run: FeedRun) => string },
): Message {
  const title = `${page.groupName} · feed`
  const of = joinMrkdwn(
    [
      mrkdwn`${filterPhrase(page.filter)}`,
      ...(page.range ? [mrkdwn`${rangeInWords(page.range)}`] : []),
      ...(page.sharing ? [mrkdwn`${page.sharing.sharing} of ${page.sharing.total} share`] : []),
      mrkdwn`only you see this`,
    ],
    ' · ',
  )
  if (page.runs.length === 0) {
    const none = page.range
      ? mrkdwn`Nothing in these days that you may see. Try other days, or \`all\` instead of sub-types.`
      : mrkdwn`Nothing yet that you may see. Runs appear here as soon as members log them and share.`
    return {
      text: joinMrkdwn([mrkdwn`*${title}*`, none, of], '\n').mrkdwn,
      blocks: [header(title), section(none), context(of)],
    }
  }
  const lines = page.runs.map(run => entry(run, page, units))
  return {
    text: shortenMrkdwn(joinMrkdwn([mrkdwn`*${title}*`, ...lines, of], '\n').mrkdwn, LIMITS.messageText),
    blocks: [
      header(title),
      ...page.runs.map((run, index) =>
        section(
          lines[index] ?? mrkdwn``,
          page.mayComment.has(run.activityId)
            ? button(FEED_ACTIONS.feedback, 'Give feedback', run.activityId, {
                label: `Give feedback on the run of ${run.athleteName}`,
              })
            : undefined,
        ),
      ),
      ...paging(page, turnTo),
      context(of),
    ],
  }
}

function entry(run: FeedRun, page: FeedPage, units: Units): Mrkdwn {
  const name = run.name ? mrkdwn` · ${shorten(run.name, NAME_MOST)}` : ''
  return mrkdwn`${runLine(run, units)}\n${startText(run, page.today)}${name}`
}

function paging({ runs, hasNewer, hasOlder }: FeedPage, turnTo: (run: FeedRun) => string): KnownBlock[] {
  const [first, last] = [runs[0], runs.at(-1)]
  const buttons = [
    ...(hasNewer && first ? [button(FEED_ACTIONS.newer, 'Newer', turnTo(first))] : []),
    ...(hasOlder && last ? [button(FEED_ACTIONS.older, 'Older', turnTo(last))] : []),
  ]
  return buttons.length > 0 ? [actions('feed-page', ...buttons)] : []
}
