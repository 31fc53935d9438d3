import type { FeedRefusal } from '#domain/feed/feed-refusal.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { shorten } from './shorten.ts'

/** Refusals about runs in feeds and channels, in words that say what to do next. */
export function feedRefusalInWords(refusal: FeedRefusal): Mrkdwn {
  switch (refusal.code) {
    case 'sub-type-unknown':
      return refusal.suggestion
        ? mrkdwn`I do not know “${shorten(refusal.text, 80)}”. Did you mean ${refusal.suggestion}?`
        : mrkdwn`I do not know “${shorten(refusal.text, 80)}”. Filter by run, easy-run, long-run, tempo, interval, race, trail-run, treadmill, recovery, walk, hike, ride, swim, strength, other or all.`
    case 'budget-wrong':
      return mrkdwn`Give whole numbers: boards a week from 0 to ${refusal.most.boardsAWeek}, run messages a day from 0 to ${refusal.most.runsADay}.`
    case 'subscription-unknown':
      return mrkdwn`That group does not feed that channel. \`/astral unsubscribe\` shows what goes where.`
    case 'run-not-shown':
      return mrkdwn`That run is gone, or its athlete does not show it to you.`
    case 'own-kudos':
      return mrkdwn`That is your own run: cheering is for the others.`
    case 'comment-empty':
      return mrkdwn`Write something.`
    case 'comment-too-long':
      return mrkdwn`That has ${refusal.length} characters; ${refusal.limit} is the most. Make it shorter.`
    case 'not-a-run-post':
      return mrkdwn`That message shows no run. Choose *Give feedback* on a message in which I posted runs.`
  }
}
