import type { KnownBlock } from '@slack/types'
import type { Comparison } from '#domain/ranking/group-stats.ts'
import { context, header, section } from './blocks.ts'
import { postButtons } from './leaderboard.ts'
import { LIMITS } from './limits.ts'
import { type Message, words as onlyWords } from './message.ts'
import { joinMrkdwn, mentionChannel, mrkdwn } from './mrkdwn.ts'
import { type Picture, pictureBlocks } from './picture.ts'
import { shortenMrkdwn } from './shorten.ts'
import { comparisonInWords, comparisonTitle } from './stats.ts'

/** All public groups beside each other in a channel. */
export function comparisonPosted(
  post: { comparison: Comparison; setByName: string; outboxId: string },
  picture: Picture | null,
): Message {
  const { comparison } = post
  const title = comparisonTitle(comparison)
  const words = comparisonInWords(comparison, LIMITS.sectionText)
  const foot = mrkdwn`Of those who share, in public groups · days by ${comparison.zone} · posted by ${post.setByName}`
  const blocks: KnownBlock[] = [
    header(title),
    ...pictureBlocks(picture),
    section(words),
    context(foot),
    postButtons(post.outboxId),
  ]
  return {
    text: shortenMrkdwn(joinMrkdwn([mrkdwn`*${title}*`, words, foot], '\n').mrkdwn, LIMITS.messageText),
    blocks,
  }
}

export function comparisonRequested({ channelId }: { channelId: string }): Message {
  return onlyWords(
    mrkdwn`The comparison of the public groups goes to ${mentionChannel(channelId)} now; it counts shared runs alone.`,
  )
}
