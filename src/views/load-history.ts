import { rangeInWords } from '#domain/calendar/range-in-words.ts'
import type { LoadHistory } from '#domain/metrics/load-history.ts'
import { context, header, section } from './blocks.ts'
import type { Message } from './message.ts'
import { mrkdwn } from './mrkdwn.ts'
import { type Picture, pictureBlocks } from './picture.ts'
import { shorten } from './shorten.ts'

export function loadTitle({ name }: LoadHistory): string {
  return name === null ? 'My training load' : `Training load of ${shorten(name, 60)}`
}

export function loadSubtitle({ days }: LoadHistory): string {
  const [first, last] = [days[0], days.at(-1)]
  const span = first && last ? ` · ${rangeInWords({ from: first.on, to: last.on })}` : ''
  return `Columns: points a day${span}`
}

export function hasLoad({ days }: LoadHistory): boolean {
  return days.some(day => day.load > 0 || day.fitness > 0)
}

/** The picture in somebody's direct message. Load is pace over time: nothing here comes from heart rate. */
export function loadPictured(history: LoadHistory, picture: Picture | null): Message {
  const title = loadTitle(history)
  const last = history.days.at(-1)
  const words =
    last && hasLoad(history)
      ? mrkdwn`*Fitness ${last.fitness.toFixed(1)}* (mean of 42 days), *fatigue ${last.fatigue.toFixed(1)}* (of 7 days), *form ${last.form.toFixed(1)}* at the start of the day. Above zero is rested, below zero is tired.`
      : mrkdwn`No load yet: it takes runs with a pace, and a VDOT to judge them by. A race or a hard run gives one.`
  return {
    text: mrkdwn`*${title}*\n${words}`.mrkdwn,
    blocks: [
      header(title),
      ...pictureBlocks(picture),
      section(words),
      context(mrkdwn`How it is reckoned: \`/astral why form\`. Only you see this. Not medical advice.`),
    ],
  }
}
