import type { DomainEvent } from '#domain/event.ts'
import { nextTurnAt, sessionDue } from '#domain/plan/living/session-hour.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { LocalDay } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { listEnrollmentsOf } from '#store/enrollment-store.ts'
import { findRest } from '#store/quiet-hours-store.ts'
import { listSessionsOf } from '#store/read/session-read.ts'
import { findClubMember } from '#store/role-store.ts'
import { findSessionHour, listSessionTurns, takeSessionTurn } from '#store/session-hour-store.ts'
import type { Done, Engine, UnitOfWork } from '../../perform.ts'

/** Turns that one look takes; the next look, seconds later, takes those that are left. */
const AT_ONCE = 500

export type SessionTurn = { organizationId: OrganizationId; accountId: AccountId }

/** Whose hour has come. A reading only: who takes the turn decides `sendSession`. */
export async function listSessionTurnsDue({
  db,
  businessNow,
}: Pick<Engine, 'db' | 'businessNow'>): Promise<SessionTurn[]> {
  return listSessionTurns(db, businessNow(), AT_ONCE)
}

/**
 * Takes an athlete's turn: at most one session message for each of their days, whatever runs twice, stops in between or
 * happens to clocks and zones. A day of rest and a paused plan say nothing, unless rest was asked for.
 */
export async function sendSession(
  { tx, actor, now }: UnitOfWork,
  accountId: AccountId,
): Promise<Result<Done<{ on: LocalDay | null }>, { code: 'session-gone' }>> {
  const { organizationId } = actor
  if (!organizationId) return refuse({ code: 'session-gone' })
  const hour = await findSessionHour(tx, organizationId, accountId)
  if (!hour?.isOn || hour.nextAt > now) return refuse({ code: 'session-gone' })
  const { zone } = await findRest(tx, organizationId, accountId)
  const on = sessionDue(hour, { zone, lastOn: hour.lastOn, now })
  const isMine = await takeSessionTurn(tx, organizationId, accountId, {
    seenNextAt: hour.nextAt,
    nextAt: nextTurnAt(hour, zone, now),
    lastOn: on,
    zone,
  })
  if (!isMine) return refuse({ code: 'session-gone' })
  const member = await findClubMember(tx, organizationId, { accountId })
  const isSent =
    on !== null &&
    member?.status === 'active' &&
    member.roles.has('athlete') &&
    ((await listSessionsOf(tx, organizationId, accountId, on, on)).length > 0 ||
      (hour.onRestDays && (await isRestDay(organizationId, accountId, on))))
  const events: DomainEvent[] = isSent
    ? [
        {
          type: 'session.due',
          organizationId,
          target: { kind: 'athlete', id: accountId },
          subjectId: accountId,
          isVisibleToSubject: true,
          before: null,
          after: { athleteId: accountId, on },
        },
      ]
    : []
  return ok({ value: { on: isSent ? on : null }, events })

  async function isRestDay(club: OrganizationId, athlete: AccountId, day: LocalDay): Promise<boolean> {
    const running = await listEnrollmentsOf(tx, club, [athlete], day)
    return running.some(each => each.state === 'active' && each.firstOn <= day)
  }
}
