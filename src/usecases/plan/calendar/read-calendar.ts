import { addDays, localDayAt } from '#domain/calendar/local-day.ts'
import { type NotAMember, requireMember } from '#domain/organization/policy.ts'
import type { SessionRead } from '#domain/plan/living/day-card.ts'
import { readSession } from '#domain/plan/living/read-session.ts'
import { DEFAULT_PACES, pacesOfVdot } from '#domain/plan/step-pace.ts'
import type { Instant } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { findAthleteProfile } from '#store/athlete-profile-store.ts'
import { findCalendarOwner } from '#store/calendar-feed-store.ts'
import { getOrganization } from '#store/organization-store.ts'
import { listSessionsOf } from '#store/read/session-read.ts'
import { findVdotOn } from '#store/vdot-store.ts'
import type { UnitOfReading } from '../../ask.ts'
import { hashOfSecret } from '../../connection/push-secret.ts'
import type { Engine, Identity } from '../../perform.ts'

const DAYS_BEFORE = 4 * 7
const DAYS_AFTER = 8 * 7

export type CalendarRead = {
  clubName: string
  sessions: SessionRead[]
  units: 'km' | 'mi'
  /** Null where it is not known. */
  vdot: number | null
  now: Instant
}

/** Whose calendar reads with this secret; null for whatever is none. `key` tells it apart without telling it. */
export async function findCalendarReader(
  { db }: Pick<Engine, 'db'>,
  secret: string,
): Promise<{ who: Identity; key: string } | null> {
  const hash = hashOfSecret(secret)
  const owner = hash === null ? undefined : await findCalendarOwner(db, hash)
  if (hash === null || !owner) return null
  return { who: { kind: 'slack', teamId: owner.teamId, userId: owner.userId }, key: hash }
}

/** Somebody's own planned sessions of the last four weeks and the next eight; suspended members read theirs too. */
export async function readCalendar(
  { db, actor, now }: UnitOfReading,
  _input: Record<string, never>,
): Promise<Result<CalendarRead, NotAMember>> {
  const member = requireMember(actor)
  if (!member.ok) return member
  const { organizationId, accountId, zone } = member.value
  const today = localDayAt(now, zone)
  const [from, to] = [addDays(today, -DAYS_BEFORE), addDays(today, DAYS_AFTER)]
  const entry = await findVdotOn(db, { organizationId, athleteId: accountId }, today)
  const vdot = entry ? entry.vdotMilli / 1_000 : null
  const paces = vdot === null ? DEFAULT_PACES : pacesOfVdot(vdot)
  const sessions = await listSessionsOf(db, organizationId, accountId, from, to)
  return ok({
    clubName: (await getOrganization(db, organizationId)).name,
    sessions: sessions.map(session => readSession(session, paces)),
    units: (await findAthleteProfile(db, organizationId, accountId))?.units ?? 'km',
    vdot,
    now,
  })
}
