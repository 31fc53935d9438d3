import type { RangeRefusal } from '#domain/calendar/range-words.ts'
import type { BoardRefusal } from '#domain/ranking/board.ts'
import type { ScheduleRefusal } from '#domain/schedule/schedule.ts'
import { type Mrkdwn, mentionChannel, mrkdwn } from './mrkdwn.ts'
import { shorten } from './shorten.ts'

/** Refusals about leaderboards, their days and when they are posted, in words that say what to do next. */
export function boardRefusalInWords(refusal: BoardRefusal | RangeRefusal | ScheduleRefusal): Mrkdwn {
  switch (refusal.code) {
    case 'unknown-range':
      return mrkdwn`I do not understand “${said(refusal.text)}” as days. Try \`7d\`, \`last week\`, \`this month\` or \`2026-04-01..2026-04-30\`.`
    case 'range-backwards':
      return mrkdwn`Those days run backwards: ${refusal.from} is after ${refusal.to}. Try them the other way round.`
    case 'range-too-long':
      return mrkdwn`Those are ${refusal.days} days; ${refusal.maxDays} is the most at once. Choose fewer.`
    case 'metric-unknown':
      return refusal.suggestion
        ? mrkdwn`I cannot rank by “${said(refusal.text)}”. Did you mean ${refusal.suggestion}?`
        : mrkdwn`I cannot rank by “${said(refusal.text)}”. Use distance, time, activities, elevation or active-days.`
    case 'no-age-grades':
      return mrkdwn`Nobody can be ranked by age grade here yet: whoever runs this installation has to supply a table of age standards (\`AGE_GRADE_TABLE\`). Ask them, or choose another measure.`
    case 'board-for-members':
      return mrkdwn`The leaderboard of “${refusal.name}” is for its members and for coaches. Ask a coach to add you.`
    case 'not-a-board-poster':
      return mrkdwn`Only coaches and the group’s owner can post its leaderboard or change when it is posted. Ask one of them.`
    case 'post-gone':
      return mrkdwn`That post was taken back already: nothing more to do.`
    case 'not-your-post':
      return mrkdwn`Only coaches, whoever set it up and athletes of the group can pull this post back. Ask one of them.`

    case 'schedule-unknown':
      return mrkdwn`There is no such schedule. \`/astral schedule\` sets one.`
    case 'schedule-already-ended':
      return mrkdwn`That schedule was ended already. \`/astral schedule\` sets a new one.`
    case 'schedule-already-paused':
      return mrkdwn`That schedule is paused already: nothing more to do.`
    case 'schedule-already-active':
      return mrkdwn`That schedule is running already: nothing more to do.`
    case 'zone-unknown':
      return mrkdwn`I do not know the time zone “${said(refusal.zone)}”. Use a name such as Europe/Oslo or America/New_York.`
    case 'time-unknown':
      return mrkdwn`I do not understand “${said(refusal.text)}” as a time. Write it as 08:00.`
    case 'weekday-unknown':
      return refusal.suggestion
        ? mrkdwn`I do not know the weekday “${said(refusal.text)}”. Did you mean ${refusal.suggestion}?`
        : mrkdwn`I do not know the weekday “${said(refusal.text)}”. Write it as monday.`
    case 'channel-missing':
      return mrkdwn`Say which channel: type \`#\` and pick it from the list.`
    case 'channel-archived':
      return mrkdwn`${mentionChannel(refusal.channelId)} is archived. Choose another channel, or unarchive it first.`
    case 'not-in-channel':
      return mrkdwn`I am not in ${mentionChannel(refusal.channelId)} yet. Type \`/invite @astral\` there, then try again.`
  }
}

/** What somebody typed, long as it may be. */
function said(typed: string): string {
  return shorten(typed, 80)
}
