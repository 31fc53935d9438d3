import type { LocalDay } from '#kernel/instant.ts'
import { actions, button, section } from './blocks.ts'
import { type Message, words } from './message.ts'
import { mrkdwn } from './mrkdwn.ts'
import { fullDayText } from './plan-refusal.ts'

export const PAUSE_ACTIONS = { skip: 'pause-skip', shift: 'pause-shift', longer: 'pause-longer' } as const

/** At the end of a pause: how to go on. */
export function pauseOver(paused: { enrollmentId: string; title: string; raceOn: LocalDay | null }): Message {
  const race =
    paused.raceOn === null
      ? mrkdwn`*Where the plan is now* leaves out what you missed; *where I stopped* brings it all, whole weeks later.`
      : mrkdwn`*Where the plan is now* leaves out what you missed and keeps your race on ${fullDayText(paused.raceOn)}; *where I stopped* brings it all, but the last weeks then come after the race.`
  const text = mrkdwn`Your pause of *${paused.title}* ends today. How shall it go on?`
  return {
    text: `${text.mrkdwn}\n${race.mrkdwn}`,
    blocks: [
      section(mrkdwn`${text}\n${race}`),
      actions(
        'pause-over',
        button(PAUSE_ACTIONS.skip, 'Where the plan is now', paused.enrollmentId, {
          ...(paused.raceOn === null ? {} : { style: 'primary' }),
        }),
        button(PAUSE_ACTIONS.shift, 'Where I stopped', paused.enrollmentId, {
          ...(paused.raceOn === null ? { style: 'primary' } : {}),
        }),
        button(PAUSE_ACTIONS.longer, 'A week longer', paused.enrollmentId),
      ),
    ],
  }
}

export function pauseAnswered(done: {
  answer: 'shift' | 'skip' | 'longer'
  enrollment: { title: string; lastOn: LocalDay }
  untilOn: LocalDay | null
}): Message {
  const { title, lastOn } = done.enrollment
  if (done.answer === 'longer') {
    return words(
      mrkdwn`✓ *${title}* stays paused${done.untilOn === null ? '' : ` until ${fullDayText(done.untilOn)}`}. Then I ask again.`,
    )
  }
  const how = done.answer === 'skip' ? 'what you missed is left out' : 'it goes on where you stopped'
  return words(
    mrkdwn`✓ Going on with *${title}*: ${how}, until ${fullDayText(lastOn)}. \`/astral week\` shows your week.`,
  )
}
