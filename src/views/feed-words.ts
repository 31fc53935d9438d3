import { RUN_SUB_TYPES } from '#domain/activity/sub-type.ts'
import type { FeedRun } from '#domain/feed/feed-run.ts'
import type { FeedFilter, FeedMode } from '#domain/feed/subscription.ts'
import { measuresText, subTypeText } from './activity-words.ts'
import type { Units } from './figures.ts'
import { climbText, distanceText, durationText } from './figures.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'

export const MODE_PHRASES: Readonly<Record<FeedMode, string>> = {
  daily: 'one card a day',
  each: 'a message a run',
  weekly: 'one digest a week',
}

/** Action ids of what can be done to runs in feeds. */
export const FEED_ACTIONS = {
  cheer: 'feed-cheer',
  cheerFor: 'feed-cheer-for',
  older: 'feed-older',
  newer: 'feed-newer',
  feedback: 'feed-feedback',
  end: 'feed-end',
} as const

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/

/** A name that is written from the right, kept to itself, so that the figures behind it stay behind it. */
export function inLine(name: string): string {
  return RIGHT_TO_LEFT.test(name) ? `\u200E\u2068${name}\u2069` : name
}

export const CLAP = '👏'

/** `8.2 km in 45:10 (5:30 /km)`; the distance alone where the time would tell a pace that is not shown. */
export function runMeasures(
  { subType, distanceCm, durationMs }: Pick<FeedRun, 'subType' | 'distanceCm' | 'durationMs'>,
  units: Units = 'km',
): string {
  if (durationMs !== null) return measuresText({ subType, distanceCm, durationMs }, units)
  return distanceCm === null ? durationText(0) : distanceText(distanceCm, units)
}

/** `*Ana* · easy run · 8.2 km in 45:10 (5:30 /km) · 120 m up · 👏 3` */
export function runLine(run: FeedRun, units: Units = 'km'): Mrkdwn {
  return joinMrkdwn(
    [
      mrkdwn`*${inLine(run.athleteName)}*`,
      mrkdwn`${subTypeText(run.subType)}`,
      mrkdwn`${runMeasures(run, units)}`,
      ...(run.climbCm !== null && run.climbCm > 0 ? [mrkdwn`${climbText(run.climbCm)} up`] : []),
      ...cheersOf(run),
    ],
    ' · ',
  )
}

export function cheersOf({ kudos }: Pick<FeedRun, 'kudos'>): Mrkdwn[] {
  return kudos > 0 ? [mrkdwn`${CLAP} ${kudos}`] : []
}

/** What is wanted, as people say it: `runs`, `everything`, `tempo, race`. */
export function filterPhrase(filter: FeedFilter): string {
  if (filter === null) return 'everything'
  const isRuns =
    filter.length === RUN_SUB_TYPES.length && RUN_SUB_TYPES.every(subType => filter.includes(subType))
  return isRuns ? 'every run' : filter.map(subTypeText).join(', ')
}

/** `12 runs`, or `12 activities` where some are none. */
export function countRuns(runs: readonly Pick<FeedRun, 'subType'>[]): string {
  const isOnlyRuns = runs.every(run => (RUN_SUB_TYPES as readonly string[]).includes(run.subType))
  const one = runs.length === 1
  if (isOnlyRuns) return `${runs.length} ${one ? 'run' : 'runs'}`
  return `${runs.length} ${one ? 'activity' : 'activities'}`
}
