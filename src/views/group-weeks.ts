import { addDays } from '#domain/calendar/local-day.ts'
import { rangeInWords } from '#domain/calendar/range-in-words.ts'
import { type GroupWeeks, sumOf } from '#domain/ranking/group-weeks.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { context, header, section } from './blocks.ts'
import { dayText, totalDistanceText } from './figures.ts'
import type { Message } from './message.ts'
import { joinMrkdwn, mrkdwn } from './mrkdwn.ts'
import { type Picture, pictureBlocks } from './picture.ts'
import { counted } from './score.ts'
import { shorten } from './shorten.ts'

export function groupWeeksTitle({ groupName }: GroupWeeks): string {
  return `${shorten(groupName, 80)}, week by week`
}

/** `Kilometres a week, from Monday · 28 Sep – 22 Nov 2026` */
export function groupWeeksSubtitle({ weeks, units }: GroupWeeks): string {
  const [first, last] = [weeks[0], weeks.at(-1)]
  const span = first && last ? ` · ${rangeInWords({ from: first, to: addDays(last, 6) })}` : ''
  return `${units === 'mi' ? 'Miles' : 'Kilometres'} a week${span}`
}

/** `4 others` */
export function othersText(count: number): string {
  return counted(count, 'other')
}

/** `28 Sep`, the Monday. */
export function weekText(monday: LocalDay): string {
  return dayText(monday).split(' ').slice(1).join(' ')
}

/** The picture in somebody's direct message; the sums stand in words beside it. */
export function groupWeeksPictured(shown: GroupWeeks, picture: Picture | null): Message {
  const title = groupWeeksTitle(shown)
  const { people, rest, units, weeks } = shown
  const lines = people.map(
    (person, index) =>
      mrkdwn`${index + 1}. ${shorten(person.name, 60)}: ${totalDistanceText(sumOf(person), units)}`,
  )
  const others = rest ? [mrkdwn`${othersText(rest.count)}: ${totalDistanceText(sumOf(rest), units)}`] : []
  const words =
    people.length === 0
      ? mrkdwn`No runs in these ${weeks.length} weeks that you may see.`
      : joinMrkdwn([mrkdwn`*In all ${weeks.length} weeks*`, ...lines, ...others], '\n')
  return {
    text: mrkdwn`*${title}*\n${words}`.mrkdwn,
    blocks: [
      header(title),
      ...pictureBlocks(picture),
      section(words),
      context(
        mrkdwn`${shown.sharing} of ${counted(shown.total, 'member')} share · weeks begin on Monday · only you see this`,
      ),
    ],
  }
}
