import type { LoadChart } from '#charts/chart.ts'
import type { LoadHistory } from '#domain/metrics/load-history.ts'
import type { AccountId } from '#kernel/ids.ts'
import { loadHistory } from '#usecases/metrics/load-history.ts'
import { dayText } from '#views/figures.ts'
import { hasLoad, loadPictured, loadSubtitle, loadTitle } from '#views/load-history.ts'
import type { Drawing, DrawingDeps } from './delivery.ts'
import { pictureOf } from './picture-of.ts'

/** Load, fitness, fatigue and form, as whoever asked may see them when it is sent. */
export async function drawLoadHistory(
  { db, organizationId, now }: DrawingDeps,
  { loadOf, askedBy }: { loadOf: string; askedBy: string },
): Promise<Drawing> {
  const who = { athleteId: loadOf as AccountId, viewerId: askedBy as AccountId }
  const history = await loadHistory(db, organizationId, who, now)
  if (!history) return 'skip'
  const chart = hasLoad(history) ? chartOf(history) : null
  return {
    kind: 'rich-post',
    chart,
    message: extras => loadPictured(history, pictureOf(chart, extras)),
  }
}

function chartOf(history: LoadHistory): LoadChart {
  return {
    kind: 'load',
    title: loadTitle(history),
    subtitle: loadSubtitle(history),
    days: history.days.map(({ on, ...day }) => ({ ...day, on: dayText(on).split(' ').slice(1).join(' ') })),
  }
}
