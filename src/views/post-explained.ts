import { rangeInWords } from '#domain/calendar/range-in-words.ts'
import { weekdayName } from '#domain/calendar/weekday.ts'
import type { PostExplained } from '#domain/ranking/post-explained.ts'
import { type Message, words } from './message.ts'
import { mrkdwn } from './mrkdwn.ts'

/** The answer to "Why is this here?", to the asker alone. */
export function postExplained(post: PostExplained): Message {
  const { schedule } = post
  const cause = schedule
    ? mrkdwn`${post.setByName} set up the weekly leaderboard of *${post.groupName}* for this channel: every ${weekdayName(schedule.weekday)} at ${schedule.time} (${schedule.zone}).`
    : mrkdwn`${post.setByName} posted the leaderboard of *${post.groupName}* here.`
  const whose = mrkdwn`It counts runs of ${rangeInWords(post.range)}, of those members alone who share with the group.`
  const change = schedule
    ? mrkdwn`Coaches pause or end it with \`/astral schedule list\`.`
    : mrkdwn`It was posted once and does not come back by itself.`
  return words(
    mrkdwn`${cause}\n${whose} To share or to stop sharing: \`/astral group show "${post.groupName}"\`. ${change}`,
  )
}

export function postPulledBack(): Message {
  return words(mrkdwn`Pulled back: the post disappears from the channel.`)
}
