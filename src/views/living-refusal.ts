import type { LivingRefusal } from '#domain/plan/living/living-refusal.ts'
import type { Refusal } from '#domain/refusal.ts'
import { dayText } from './figures.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { planFaultInWords } from './plan-refusal.ts'
import { shorten } from './shorten.ts'

const CODES: ReadonlySet<string> = new Set(
  Object.keys({
    'plan-hidden': true,
    'plan-day-wrong': true,
    'session-gone': true,
    'no-session-on': true,
    'session-frozen': true,
    'move-out-of-week': true,
    'week-changed-meanwhile': true,
    'week-unchanged': true,
    'week-too-long': true,
    'week-text-wrong': true,
    'change-unknown': true,
    'change-answered': true,
    'change-overtaken': true,
    'question-empty': true,
    'question-too-long': true,
    'session-time-wrong': true,
    'pause-until-wrong': true,
    'resume-way-missing': true,
  } satisfies Record<LivingRefusal['code'], true>),
)

export function isLivingRefusal(refusal: Refusal): refusal is LivingRefusal {
  return CODES.has(refusal.code)
}

/** Refusals about an athlete's own sessions, in words that say what to do next. */
export function livingRefusalInWords(refusal: LivingRefusal): Mrkdwn {
  switch (refusal.code) {
    case 'plan-hidden':
      return mrkdwn`${refusal.name} does not show you their training. Ask them: \`/astral privacy\` is where they can change that.`
    case 'plan-day-wrong':
      return mrkdwn`I do not know which day “${shorten(refusal.text, 40)}” is. Write two weekdays: \`/astral plan move thu sat\`.`
    case 'session-gone':
      return mrkdwn`That session is not in the plan any more. \`/astral week\` shows what is.`
    case 'no-session-on':
      return refusal.name === null
        ? mrkdwn`Nothing is planned on ${dayText(refusal.on)}. \`/astral week\` shows your week.`
        : mrkdwn`Nothing is planned for ${refusal.name} on ${dayText(refusal.on)}. \`/astral week\` with their name shows the week.`
    case 'session-frozen':
      return refusal.isDone
        ? mrkdwn`${dayText(refusal.on)} is done, and what is done stays. Choose a later day.`
        : mrkdwn`${dayText(refusal.on)} is over, and days that are over stay as they were. Choose a later day.`
    case 'move-out-of-week':
      return mrkdwn`Sessions move within their week, Monday to Sunday. Ask your coach to change more than that.`
    case 'week-changed-meanwhile':
      return mrkdwn`The week changed while you were writing. Nothing was saved: open it again to see the new state.`
    case 'week-unchanged':
      return mrkdwn`That is the week as it is: nothing to save.`
    case 'week-too-long':
      return mrkdwn`That week is too long to be changed as text. Move sessions one by one with \`/astral plan move\`.`
    case 'week-text-wrong':
      return joinMrkdwn(
        [
          mrkdwn`I cannot read all of it, so nothing was saved:`,
          ...refusal.faults.map(fault => mrkdwn`• line ${fault.line}: ${planFaultInWords(fault)}`),
        ],
        '\n',
      )
    case 'change-unknown':
      return mrkdwn`That change is gone. \`/astral week\` shows the plan as it is.`
    case 'change-answered':
      return mrkdwn`That was answered already: nothing more to do.`
    case 'change-overtaken':
      return mrkdwn`The plan changed since that was asked, so nothing was done. Open the week to see it as it is.`
    case 'question-empty':
      return mrkdwn`Write what you want to say.`
    case 'question-too-long':
      return mrkdwn`That is longer than ${refusal.limit} characters. Make it shorter.`
    case 'session-time-wrong':
      return mrkdwn`I do not understand “${shorten(refusal.text, 40)}” as a time. Write it as 06:30.`
    case 'pause-until-wrong':
      return mrkdwn`A pause ends after today: choose a later day than ${dayText(refusal.on)}.`
    case 'resume-way-missing':
      return mrkdwn`*${refusal.title}* is counted back from the race on ${dayText(refusal.raceOn)}. Type \`/astral plan resume skip\` to leave out what was missed and keep the race, or \`/astral plan resume shift\` to go on where it stopped, with the last weeks after the race.`
  }
}
