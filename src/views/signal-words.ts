import { addDays } from '#domain/calendar/local-day.ts'
import { rangeInWords } from '#domain/calendar/range-in-words.ts'
import type { SignalFinding } from '#domain/signal/signal.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { dayText, distanceText, durationText, totalDistanceText, type Units } from './figures.ts'
import { count } from './group-card.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { shorten } from './shorten.ts'

const NOTE_SHOWN = 160
const RACES: Readonly<Record<number, string>> = {
  1609: 'mile',
  21097: 'half marathon',
  42195: 'marathon',
}

/** What was noticed, for a coach: what happened and the numbers, never what may come of it. */
export function findingInWords(finding: SignalFinding, today: LocalDay, units: Units = 'km'): Mrkdwn {
  const day = (on: LocalDay) => dayText(on, today)
  switch (finding.rule) {
    case 'pain':
      return mrkdwn`“${shorten(finding.note.replaceAll('\n', ' '), NOTE_SHOWN)}” in the note of ${day(finding.on)}.`
    case 'longest-run':
      return mrkdwn`${distanceText(finding.distanceCm, units)} on ${day(finding.on)}; the longest of the 30 days before was ${distanceText(finding.longestCm, units)}.`
    case 'quiet':
      return mrkdwn`Nothing since ${day(finding.since)}, ${count(finding.days, 'day')}; usually there are ${finding.usualDays} at most between runs.`
    case 'effort':
      return mrkdwn`The last ${count(finding.runs, 'easy run')} felt like ${finding.now.toFixed(1)} of 10; in the six weeks before it was ${finding.before.toFixed(1)}.`
    case 'jump':
      return finding.measure === 'distance'
        ? mrkdwn`${totalDistanceText(finding.amount, units)} in the week ${weekText(finding.week)}; the four before averaged ${totalDistanceText(finding.average, units)}.`
        : mrkdwn`A load of ${points(finding.amount)} in the week ${weekText(finding.week)}; the four before averaged ${points(finding.average)}.`
    case 'back':
      return mrkdwn`Back on ${day(finding.on)}, after ${count(finding.days, 'day')} without a run.`
    case 'best':
      return mrkdwn`${raceText(finding.raceMeters)} in ${durationText(finding.durationMs)} on ${day(finding.on)}; the best before was ${durationText(finding.earlierMs)}.`
    case 'streak':
      return mrkdwn`${count(finding.weeks, 'week')} in a row with a run.`
  }
}

/** The same for the athlete, of what they may be glad of. */
export function insightInWords(finding: SignalFinding, today: LocalDay): Mrkdwn | null {
  switch (finding.rule) {
    case 'streak':
      return mrkdwn`:fire: *${finding.weeks} weeks in a row* with a run. Well kept up!`
    case 'best':
      return mrkdwn`:sports_medal: *Your fastest ${raceText(finding.raceMeters)} here*: ${durationText(finding.durationMs)} on ${dayText(finding.on, today)}, ${durationText(finding.earlierMs - finding.durationMs)} better than before.`
    case 'back':
      return mrkdwn`:wave: *Good to see you back* on ${dayText(finding.on, today)}, after ${count(finding.days, 'day')}.`
    default:
      return null
  }
}

/** `10 km`, `half marathon`. */
export function raceText(meters: number): string {
  return RACES[meters] ?? distanceText(meters * 100)
}

function weekText(monday: LocalDay): string {
  return rangeInWords({ from: monday, to: addDays(monday, 6) })
}

function points(milli: number): string {
  return (milli / 1_000).toFixed(0)
}
