import type { Visibility } from '#domain/activity/activity.ts'
import { localDayAt } from '#domain/calendar/local-day.ts'
import { startOfDay } from '#domain/calendar/local-time-to-instant.ts'
import { mayShow, type ShownItem } from '#domain/privacy/may-show.ts'
import { distanceByWeek, firstMondayOf } from '#domain/roster/distance-trend.ts'
import type { AthleteCard } from '#domain/roster/roster-card.ts'
import { DAY_MS } from '#kernel/instant.ts'
import { ok, type Result } from '#kernel/result.ts'
import { listAccounts } from '#store/account-store.ts'
import { listActivitiesStartedWithin } from '#store/activity-store.ts'
import { findAttributes, listNotes } from '#store/athlete-attributes-store.ts'
import { findAthleteProfile } from '#store/athlete-profile-store.ts'
import { listAssignments } from '#store/coach-store.ts'
import { listConnections } from '#store/connection-store.ts'
import { findPrivacySwitches } from '#store/privacy-store.ts'
import { listGroupNamesOf } from '#store/read/roster-read.ts'
import type { UnitOfReading } from '../ask.ts'
import { trainingState } from '../metrics/training-state.ts'
import type { NamedMember } from '../organization/require-club-member.ts'
import { planShareOf } from '../plan/adherence/plan-share-of.ts'
import { runningPlans } from '../plan/running-plans.ts'
import { findingsOf } from '../signal/findings-of.ts'
import { qualityOf } from '../signal/quality-of.ts'
import { type AthleteRefusal, requireAthleteOf } from './require-athlete-of.ts'

const RECENT = 5
const NOTES_SHOWN = 5

/** An athlete's profile as the coach who asks may see it; every run goes through `mayShow`. */
export async function showAthlete(
  { db, actor, now }: UnitOfReading,
  who: NamedMember,
): Promise<Result<AthleteCard, AthleteRefusal>> {
  const found = await requireAthleteOf(db, actor, who)
  if (!found.ok) return found
  const { coach, athlete, isMine } = found.value
  const { organizationId, accountId } = athlete
  const isHead = coach.roles.has('head-coach')
  const attributes = await findAttributes(db, organizationId, accountId)
  const groups = await listGroupNamesOf(db, organizationId, [accountId])
  const switches = await findPrivacySwitches(db, organizationId, accountId)
  const sees = (kind: ShownItem['kind'], visibility: ShownItem['visibility'] = 'share') =>
    mayShow(
      {
        kind,
        visibility,
        source: 'owned',
        athlete: {
          status: athlete.status,
          hasAnswered: groups.length > 0,
          sharesWithGroup: groups.some(group => group.isShared),
          switches,
        },
      },
      { relation: isMine ? 'coach' : 'other-coach', isSuspended: false },
      'private',
    )
  const account = (await listAccounts(db, organizationId, [accountId])).get(accountId)
  const today = localDayAt(now, account?.zone ?? coach.zone)
  const firstMonday = firstMondayOf(today)
  const from = startOfDay(firstMonday, account?.zone ?? coach.zone) - DAY_MS
  const all = await listActivitiesStartedWithin(db, organizationId, accountId, { from, to: now + DAY_MS })
  const seen = all.filter(activity => sees('activity', activity.visibility))
  const metricsOf = { organizationId, athleteId: accountId }
  const training = sees('pace')
    ? await trainingState(db, metricsOf, today, now, visibility => sees('pace', visibility as Visibility))
    : null
  const profile = sees('race-goal') ? await findAthleteProfile(db, organizationId, accountId) : undefined
  const notes = await listNotes(db, organizationId, accountId, isHead ? null : coach.accountId)
  const shownNotes = notes.slice(0, NOTES_SHOWN)
  const coachIds = (await listAssignments(db, organizationId))
    .filter(pair => pair.athleteId === accountId && (isHead || pair.coachId === coach.accountId))
    .map(pair => pair.coachId)
  const connected = (await listConnections(db, organizationId, accountId)).map(each => each.source)
  const names = await listAccounts(db, organizationId, [
    ...coachIds,
    ...shownNotes.map(note => note.authorId),
  ])
  const nameOf = (id: string) => names.get(id)?.displayName ?? 'Somebody who left'
  return ok({
    accountId,
    slackUserId: athlete.slackUserId,
    name: athlete.displayName,
    slackName: athlete.slackName,
    status: athlete.status,
    memberLevel: attributes?.memberLevel ?? null,
    labels: (attributes?.labels ?? []).map(label => label.label),
    version: attributes?.version ?? 0,
    groups: groups.map(group => group.name),
    coaches: isHead || coachIds.length > 0 ? coachIds.map(nameOf) : null,
    goal: profile
      ? { name: profile.goalRaceName, on: profile.goalRaceOn, paceMsPerKm: profile.targetPaceMsPerKm }
      : null,
    plans: await runningPlans(db, organizationId, accountId, today),
    planShare: await planShareOf(db, { organizationId, accountId, today, now }, visibility =>
      sees('activity', visibility),
    ),
    lastSource: seen.at(-1)?.source ?? null,
    connected: sees('profile') ? connected : [],
    recent: seen.slice(-RECENT).reverse(),
    weeks: distanceByWeek(seen, firstMonday),
    isHidden: !sees('activity'),
    training,
    findings: isMine ? await findingsOf(db, organizationId, accountId, now) : [],
    quality: sees('profile') ? await qualityOf(db, organizationId, accountId, now) : null,
    notes: shownNotes.map(note => ({
      id: note.id,
      authorName: nameOf(note.authorId),
      text: note.text,
      createdAt: note.createdAt,
    })),
    notesMore: notes.length - shownNotes.length,
    today,
    mayEdit: isMine,
    mayRemove: isHead && !athlete.roles.has('head-coach'),
  })
}
