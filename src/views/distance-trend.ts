import type { KnownBlock } from '@slack/types'
import type { DistanceTrend } from '#domain/roster/distance-trend.ts'
import { context, header, section } from './blocks.ts'
import { dayText, totalDistanceText } from './figures.ts'
import { LIMITS } from './limits.ts'
import type { Message } from './message.ts'
import { mrkdwn } from './mrkdwn.ts'
import { shorten } from './shorten.ts'

export function trendTitle({ name }: DistanceTrend): string {
  return name === null ? 'My running, week by week' : `${shorten(name, 60)}, week by week`
}

/** `Miles a week, from Monday · 24 Aug – 15 Nov` */
export function trendSubtitle({ weeks, units }: DistanceTrend): string {
  const [first, last] = [weeks[0], weeks.at(-1)]
  const span = first && last ? ` · weeks of ${dayOf(first.from)} to ${dayOf(last.from)}` : ''
  return `${units === 'mi' ? 'Miles' : 'Kilometres'} run a week, from Monday${span}`
}

/** The picture in somebody's direct message; its alt text carries every number, and the words stand without it. */
export function trendPictured(trend: DistanceTrend, chartFileId: string | null): Message {
  const { weeks, units } = trend
  const totalCm = weeks.reduce((sum, week) => sum + week.distanceCm, 0)
  const most = weeks.reduce((best, week) => (week.distanceCm > best.distanceCm ? week : best))
  const title = trendTitle(trend)
  const words =
    totalCm === 0
      ? mrkdwn`No runs in the last ${weeks.length} weeks.`
      : mrkdwn`*${totalDistanceText(totalCm, units)}* in ${weeks.length} weeks, ${totalDistanceText(Math.round(totalCm / weeks.length), units)} a week on average. The most was ${totalDistanceText(most.distanceCm, units)} in the week of ${dayOf(most.from)}.`
  const numbers = weeks.map(week => `${dayOf(week.from)} ${totalDistanceText(week.distanceCm, units)}`)
  const alt = shorten(`Column chart: ${title}. ${numbers.join('; ')}`, LIMITS.altText)
  const blocks: KnownBlock[] = [header(title)]
  if (chartFileId !== null) blocks.push({ type: 'image', slack_file: { id: chartFileId }, alt_text: alt })
  blocks.push(
    section(words),
    ...(chartFileId === null && totalCm > 0 ? [section(mrkdwn`${numbers.join(' · ')}`)] : []),
    context(mrkdwn`Weeks begin on Monday; this one is not over. Only you see this.`),
  )
  return { text: mrkdwn`*${title}*\n${words}`.mrkdwn, blocks }
}

function dayOf(on: DistanceTrend['weeks'][number]['from']): string {
  return dayText(on).split(' ').slice(1).join(' ')
}
