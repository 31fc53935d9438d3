import type { Activity, ActivitySource, Measured, Visibility } from '#domain/activity/activity.ts'
import { addDays, localDayAt, mondayOf } from '#domain/calendar/local-day.ts'
import { decideNewGroup } from '#domain/group/decide-group.ts'
import type { GroupPrivacy } from '#domain/group/group.ts'
import type { Role } from '#domain/organization/role.ts'
import { decideNewWorkout, type WorkoutWords } from '#domain/plan/decide-workout.ts'
import type { AccountId, ActivityId, GroupId, OrganizationId, SlackTeamId, WorkoutId } from '#kernel/ids.ts'
import { DAY_MS, type Instant, instant, type LocalDay, localDay, type Zone } from '#kernel/instant.ts'
import { upsertAccount } from '#store/account-store.ts'
import { insertActivity } from '#store/activity-store.ts'
import { appendAuditEntry } from '#store/audit-store.ts'
import type { Tx } from '#store/db.ts'
import { insertEnrollments } from '#store/enrollment-store.ts'
import { insertGroupMember, listGroupMembers } from '#store/group-membership-store.ts'
import { findGroupByName, insertGroup } from '#store/group-store.ts'
import { insertMembership } from '#store/membership-store.ts'
import { findOrganizationBySlackTeam, insertOrganization } from '#store/organization-store.ts'
import { findPlanByTitle } from '#store/plan-store.ts'
import type { AthleteKey } from '#store/vdot-store.ts'
import { insertWorkout } from '#store/workout-store.ts'
import { recomputeSlice } from '../metrics/recompute-loads.ts'
import type { Engine } from '../perform.ts'
import { addExamples } from '../plan/add-examples.ts'
import { newEnrollment } from '../plan/enroll.ts'
import { type DemoFeed, loadFeeds } from './load-feeds.ts'

/** A club as plain data; people are named by their Slack user ids. */
export type DemoClubData = {
  slackTeamId: SlackTeamId
  name: string
  zone: Zone
  people: readonly {
    slackUserId: string
    displayName: string
    email: string
    zone: Zone
    roles: readonly Role[]
  }[]
  groups: readonly {
    name: string
    description: string
    privacy: GroupPrivacy
    ownerSlackId: string
    memberSlackIds: readonly string[]
  }[]
  sharing: ReadonlyMap<string, { byDefault: boolean; notWith: readonly string[] }>
  workouts: readonly WorkoutWords[]
  /** Example plans that groups are on, and the week they are in. */
  plans: readonly { title: string; groupName: string; week: number }[]
  feeds: readonly DemoFeed[]
  activities: readonly {
    slackUserId: string
    measured: Measured
    source: ActivitySource
    name: string
    localOn: LocalDay
    zone: Zone
    visibility: Visibility
    note: string
  }[]
}

/** Weeks of training the club has behind it; its members joined before the first of them. */
const HISTORY_DAYS = 90

/**
 * Puts an invented club into an empty workspace, in one transaction, as one audit entry. False when the workspace
 * has a club already.
 */
export async function loadDemoClub(engine: Engine, club: DemoClubData): Promise<boolean> {
  return engine.db.transaction().execute(async tx => {
    if (await findOrganizationBySlackTeam(tx, club.slackTeamId)) return false
    const now = engine.businessNow()
    const joinedAt = instant(now - HISTORY_DAYS * DAY_MS)
    const organizationId = engine.newId<OrganizationId>()
    await insertOrganization(tx, {
      id: organizationId,
      slackTeamId: club.slackTeamId,
      name: club.name,
      zone: club.zone,
      isDemo: true,
      createdAt: joinedAt,
    })
    const accounts = await loadPeople(tx, engine, club, organizationId, joinedAt)
    await loadGroups(tx, engine, club, organizationId, joinedAt, accounts)
    await loadWorkouts(tx, engine, club, organizationId, joinedAt, accounts)
    await loadActivities(tx, engine, club, organizationId, accounts)
    const headCoach = club.people.find(person => person.roles.includes('head-coach'))
    const coachId = accounts.get(headCoach?.slackUserId ?? '')
    if (coachId) {
      await addExamples({ tx, now: joinedAt, newId: engine.newId }, { organizationId, accountId: coachId })
      await loadEnrollments(tx, engine, club, organizationId, coachId)
    }
    if (coachId) {
      const at = { organizationId, zone: club.zone, setBy: coachId, since: joinedAt, now }
      await loadFeeds(tx, engine, club.feeds, at)
    }
    for (const athleteId of accounts.values()) await reckonAll(tx, { organizationId, athleteId }, now)
    await appendAuditEntry(tx, engine.auditKey, {
      event: {
        type: 'demo.loaded',
        organizationId,
        target: { kind: 'organization', id: organizationId },
        subjectId: null,
        isVisibleToSubject: false,
        before: null,
        after: {
          athletes: club.people.filter(person => person.roles.includes('athlete')).length,
          groups: club.groups.length,
          activities: club.activities.length,
        },
      },
      actor: { kind: 'system', organizationId },
      surface: 'cli',
      at: now,
    })
    return true
  })
}

type Accounts = ReadonlyMap<string, AccountId>

async function loadPeople(
  tx: Tx,
  engine: Engine,
  club: DemoClubData,
  organizationId: OrganizationId,
  joinedAt: Instant,
): Promise<Accounts> {
  const accounts = new Map<string, AccountId>()
  for (const { slackUserId, displayName, email, zone, roles } of club.people) {
    const facts = {
      slackTeamId: club.slackTeamId,
      slackUserId,
      displayName,
      zone,
      email,
      isDeactivated: false,
    }
    const accountId = await upsertAccount(tx, engine.newId, facts, joinedAt)
    accounts.set(slackUserId, accountId)
    await insertMembership(tx, engine.newId, {
      organizationId,
      accountId,
      roles,
      sharesByDefault: club.sharing.get(slackUserId)?.byDefault ?? false,
      joinedAt,
    })
  }
  return accounts
}

/** The library is the head coach's. */
async function loadWorkouts(
  tx: Tx,
  engine: Engine,
  club: DemoClubData,
  organizationId: OrganizationId,
  createdAt: Instant,
  accounts: Accounts,
): Promise<void> {
  const owner = club.people.find(person => person.roles.includes('head-coach'))
  const ownerId = owner && accounts.get(owner.slackUserId)
  if (!ownerId) return
  for (const words of club.workouts) {
    const id = engine.newId<WorkoutId>()
    const facts = { id, organizationId, ownerId, words, namesake: undefined, now: createdAt }
    const decided = decideNewWorkout(facts)
    if (!decided.ok) throw new Error(`the demo workout ${words.title} cannot be read`)
    await insertWorkout(tx, decided.value)
  }
}

async function loadGroups(
  tx: Tx,
  engine: Engine,
  club: DemoClubData,
  organizationId: OrganizationId,
  joinedAt: Instant,
  accounts: Accounts,
): Promise<void> {
  for (const { ownerSlackId, memberSlackIds, ...words } of club.groups) {
    const group = decideNewGroup({
      id: engine.newId<GroupId>(),
      organizationId,
      ownerId: accountOf(accounts, ownerSlackId),
      ...words,
      namesake: undefined,
      now: joinedAt,
    })
    if (!group.ok) throw new Error(`the demo group "${words.name}" breaks a rule: ${group.refusal.code}`)
    await insertGroup(tx, group.value)
    for (const slackUserId of memberSlackIds) {
      const sharing = club.sharing.get(slackUserId)
      await insertGroupMember(tx, engine.newId, {
        organizationId,
        groupId: group.value.id,
        accountId: accountOf(accounts, slackUserId),
        isShared: sharing?.byDefault === true && !sharing.notWith.includes(words.name),
        joinedAt,
      })
    }
  }
}

async function loadActivities(
  tx: Tx,
  engine: Engine,
  club: DemoClubData,
  organizationId: OrganizationId,
  accounts: Accounts,
): Promise<void> {
  for (const { slackUserId, measured, ...words } of club.activities) {
    const loggedAt = instant(measured.startedAt + measured.elapsedMs)
    const activity: Activity = {
      ...measured,
      ...words,
      id: engine.newId<ActivityId>(),
      organizationId,
      athleteId: accountOf(accounts, slackUserId),
      fileSha256: null,
      perceivedEffort: null,
      createdAt: loggedAt,
      updatedAt: loggedAt,
    }
    await insertActivity(tx, activity)
  }
}

async function loadEnrollments(
  tx: Tx,
  { newId, businessNow }: Engine,
  { plans, zone }: DemoClubData,
  organizationId: OrganizationId,
  assignedBy: AccountId,
): Promise<void> {
  const now = businessNow()
  for (const { title, groupName, week } of plans) {
    const plan = await findPlanByTitle(tx, organizationId, title)
    const group = await findGroupByName(tx, organizationId, groupName)
    if (!plan || !group) throw new Error(`the demo club has no ${title} or no ${groupName}`)
    const startOn = addDays(mondayOf(localDayAt(now, zone)), 7 * (1 - week))
    const lastOn = addDays(startOn, 7 * plan.weeks - 1)
    const aligned = { startOn, firstOn: startOn, lastOn, raceOn: lastOn }
    const members = await listGroupMembers(tx, organizationId, group.id)
    await insertEnrollments(
      tx,
      members.map(({ accountId }) =>
        newEnrollment({ now, newId }, plan, aligned, { accountId, groupId: group.id, assignedBy }),
      ),
    )
  }
}

/** Loads and VDOT of everything an athlete has done. */
async function reckonAll(tx: Tx, who: AthleteKey, now: Instant): Promise<void> {
  let from: LocalDay | null = localDay('1970-01-01')
  while (from) from = (await recomputeSlice({ tx, now }, who, from)).next
}

function accountOf(accounts: Accounts, slackUserId: string): AccountId {
  const accountId = accounts.get(slackUserId)
  if (!accountId) throw new Error(`the demo club speaks of ${slackUserId}, who is not in it`)
  return accountId
}
