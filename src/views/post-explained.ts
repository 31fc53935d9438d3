import { rangeInWords } from '#domain/calendar/range-in-words.ts'
import { weekdayName } from '#domain/calendar/weekday.ts'
import type { PostExplained } from '#domain/ranking/post-explained.ts'
import { MODE_PHRASES } from './feed-words.ts'
import { type Message, words } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'

/** The answer to "Why is this here?", to the asker alone. */
export function postExplained(post: PostExplained): Message {
  return words(joinMrkdwn([...reasonOf(post), budgetOf(post)], '\n'))
}

function reasonOf(post: PostExplained): Mrkdwn[] {
  switch (post.kind) {
    case 'leaderboard': {
      const { schedule } = post
      const cause = schedule
        ? mrkdwn`${post.setByName} set up the weekly leaderboard of *${post.groupName}* for this channel: every ${weekdayName(schedule.weekday)} at ${schedule.time} (${schedule.zone}).`
        : mrkdwn`${post.setByName} posted the leaderboard of *${post.groupName}* here.`
      const whose = mrkdwn`It counts runs of ${rangeInWords(post.range)}, of those members alone who share with the group.`
      const change = schedule
        ? mrkdwn`Coaches pause or end it with \`/astral schedule list\`.`
        : mrkdwn`It was posted once and does not come back by itself.`
      return [
        cause,
        whose,
        mrkdwn`To share or to stop sharing: \`/astral group show "${post.groupName}"\`. ${change}`,
      ]
    }
    case 'feed': {
      const groups = post.groupNames.length === 0 ? 'a group' : post.groupNames.join(', ')
      return [
        mrkdwn`${post.setByName} let the runs of *${groups}* come into this channel: ${MODE_PHRASES[post.mode]}.`,
        mrkdwn`Only runs of members who share with the group are here, none from before they joined, and nothing they wrote or their heart did.`,
        mrkdwn`To share or to stop sharing: \`/astral group show\`. Coaches change or end it with \`/astral unsubscribe\`.`,
      ]
    }
    case 'comparison':
      return [
        mrkdwn`${post.setByName} posted the comparison of the club’s public groups for ${rangeInWords(post.range)} here.`,
        mrkdwn`It sums runs of members who share. It was posted once and does not come back by itself.`,
      ]
    case 'join-code':
      return [
        mrkdwn`${post.setByName} posted this Join button. Pressing it asks what you share before anything happens.`,
        mrkdwn`Coaches revoke the code with \`/astral invitations\`.`,
      ]
  }
}

function budgetOf({ budget: { boardsAWeek, runsADay } }: PostExplained): Mrkdwn {
  const boards = boardsAWeek === 1 ? '1 weekly leaderboard' : `${boardsAWeek} weekly leaderboards`
  return mrkdwn`This channel’s budget: one card a day, ${boards}, ${runsADay} run messages a day. \`/astral channel\` shows it.`
}

export function postPulledBack(): Message {
  return words(mrkdwn`Pulled back: the post disappears from the channel.`)
}
