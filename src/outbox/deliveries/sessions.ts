import { z } from 'zod'
import { localDayAt } from '#domain/calendar/local-day.ts'
import { startOfDay } from '#domain/calendar/local-time-to-instant.ts'
import type { AccountId } from '#kernel/ids.ts'
import { localDay } from '#kernel/instant.ts'
import { listAccounts } from '#store/account-store.ts'
import { findChangeRequest } from '#store/change-request-store.ts'
import { findEnrollment } from '#store/enrollment-store.ts'
import { findRest } from '#store/quiet-hours-store.ts'
import { findClubMember } from '#store/role-store.ts'
import { findSessionHour } from '#store/session-hour-store.ts'
import { dayCard } from '#usecases/plan/living/show-day.ts'
import { pauseOver } from '#views/pause.ts'
import { changeTold } from '#views/session-change.ts'
import { sessionHourAsked } from '#views/session-hour.ts'
import { dayShown } from '#views/today.ts'
import { delivery } from './delivery.ts'

/** A day's session, as it stands when it is sent. */
const sessionDelivery = delivery({
  kind: 'session',
  payload: z.object({ athleteId: z.string(), on: z.string() }),
  async draw({ db, organizationId, now }, { athleteId, on }) {
    const accountId = athleteId as AccountId
    const member = await findClubMember(db, organizationId, { accountId })
    const hour = await findSessionHour(db, organizationId, accountId)
    if (member?.status !== 'active' || !hour?.isOn) return 'skip'
    const { zone } = await findRest(db, organizationId, accountId)
    const day = localDay(on)
    // After a long stop: yesterday's session is nobody's news.
    if (localDayAt(now, zone) > day) return 'skip'
    const reader = { organizationId, accountId, zone, name: null, mayChange: true, sees: () => true }
    const card = await dayCard(db, reader, accountId, day, startOfDay(day, zone))
    const isQuiet = card.sessions.length === 0 && !hour.onRestDays
    return isQuiet ? 'skip' : { kind: 'post', message: dayShown(card, true) }
  },
})

/** Nobody is asked who answered meanwhile. */
const hourQuestionDelivery = delivery({
  kind: 'session-hour-question',
  payload: z.object({ athleteId: z.string() }),
  async draw({ db, organizationId }, { athleteId }) {
    const accountId = athleteId as AccountId
    if (await findSessionHour(db, organizationId, accountId)) return 'skip'
    const member = await findClubMember(db, organizationId, { accountId })
    return member?.status === 'active' ? { kind: 'post', message: sessionHourAsked() } : 'skip'
  },
})

/** News of a change of sessions, to the athlete or to those who coach them. */
const sessionChangeDelivery = delivery({
  kind: 'session-change',
  payload: z.object({
    requestId: z.string(),
    news: z.enum(['told', 'moved', 'asked', 'ok', 'no', 'undone', 'question']),
    by: z.string(),
  }),
  async draw({ db, organizationId }, { requestId, news, by }) {
    const request = await findChangeRequest(db, organizationId, requestId)
    if (!request) return 'skip'
    const names = await listAccounts(db, organizationId, [by, request.accountId])
    return {
      kind: 'post',
      message: changeTold({
        request,
        news,
        byName: names.get(by)?.displayName ?? 'Your coach',
        athleteName: names.get(request.accountId)?.displayName ?? 'Your athlete',
      }),
    }
  },
})

/** Nobody is asked who went on meanwhile. */
const pauseOverDelivery = delivery({
  kind: 'pause-over',
  payload: z.object({ enrollmentId: z.string() }),
  async draw({ db, organizationId }, { enrollmentId }) {
    const enrollment = await findEnrollment(db, organizationId, enrollmentId)
    if (enrollment?.state !== 'paused') return 'skip'
    const member = await findClubMember(db, organizationId, { accountId: enrollment.accountId })
    if (member?.status !== 'active') return 'skip'
    const { title, raceOn } = enrollment
    return { kind: 'post', message: pauseOver({ enrollmentId, title, raceOn }) }
  },
})

export const sessionDeliveries = [
  pauseOverDelivery,
  sessionDelivery,
  hourQuestionDelivery,
  sessionChangeDelivery,
]
