import type { RunsPage } from '#domain/activity/logged-runs.ts'
import { CLAP } from './feed-words.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { shorten } from './shorten.ts'

const NAMES_MOST = 8
const SAID_MOST = 300
const FEEDBACK_MOST = 2

/** What others said to a run, for its athlete: who cheered, and the newest of what coaches wrote. */
export function saidToRun(runId: string, { cheerers, feedback }: RunsPage): Mrkdwn[] {
  const names = cheerers?.get(runId) ?? []
  const more = names.length - NAMES_MOST
  const cheers =
    names.length === 0
      ? []
      : [mrkdwn`${CLAP} ${names.slice(0, NAMES_MOST).join(', ')}${more > 0 ? ` and ${more} more` : ''}`]
  const said = (feedback?.get(runId) ?? [])
    .slice(-FEEDBACK_MOST)
    .map(({ authorName, text }) =>
      joinMrkdwn(
        [mrkdwn`💬 *${authorName}:*`, mrkdwn`${shorten(text.replaceAll('\n', ' '), SAID_MOST)}`],
        ' ',
      ),
    )
  return [...cheers, ...said]
}
