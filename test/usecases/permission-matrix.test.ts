import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Group } from '#domain/group/group.ts'
import {
  PERMISSIONS,
  PERMITTED_DEEDS,
  type PermittedDeed,
  STANDINGS,
  type Standing,
} from '#domain/organization/permission-matrix.ts'
import { parsePlan } from '#domain/plan/template/parse-plan.ts'
import type { Plan } from '#domain/plan/template/plan.ts'
import type { AccountId } from '#kernel/ids.ts'
import type { LocalTime } from '#kernel/instant.ts'
import { localDay } from '#kernel/instant.ts'
import { insertAssignment } from '#store/coach-store.ts'
import { listRuns } from '#usecases/activity/list-runs.ts'
import { logLine } from '#usecases/activity/log-line.ts'
import { ask } from '#usecases/ask.ts'
import { listAudit } from '#usecases/audit/list-audit.ts'
import { changeKudos } from '#usecases/feed/change-kudos.ts'
import { commentRun } from '#usecases/feed/comment-run.ts'
import { askToJoin } from '#usecases/group/ask-to-join.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { editGroup } from '#usecases/group/edit-group.ts'
import { setGroupSharing } from '#usecases/group/set-group-sharing.ts'
import { showGroup } from '#usecases/group/show-group.ts'
import { inviteAthlete } from '#usecases/invitation/invite-athlete.ts'
import { requestLeaderboard } from '#usecases/leaderboard/request-leaderboard.ts'
import { showLeaderboard } from '#usecases/leaderboard/show-leaderboard.ts'
import { addCoach } from '#usecases/organization/add-coach.ts'
import { assignAthletes } from '#usecases/organization/assign-athletes.ts'
import { listCare } from '#usecases/organization/list-care.ts'
import { offerHeadCoach } from '#usecases/organization/offer-head-coach.ts'
import { removeMemberFromClub } from '#usecases/organization/remove-member-from-club.ts'
import { setMemberStatus } from '#usecases/organization/set-member-status.ts'
import { perform } from '#usecases/perform.ts'
import { groupWeek } from '#usecases/plan/adherence/group-week.ts'
import { type AssignPlan, assignPlan } from '#usecases/plan/assign-plan.ts'
import { setRound } from '#usecases/plan/availability/set-round.ts'
import { changeEnrollment } from '#usecases/plan/change-enrollment.ts'
import { createPlan } from '#usecases/plan/create-plan.ts'
import { askForExport } from '#usecases/privacy/ask-for-export.ts'
import { listRoster } from '#usecases/roster/list-roster.ts'
import { showAthlete } from '#usecases/roster/show-athlete.ts'
import { writeNote } from '#usecases/roster/write-note.ts'
import { createWorkout } from '#usecases/workout/create-workout.ts'
import { joinClub, putInGroup, setStatus, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, TEST_NOW, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { person } from '../fixtures/test-people.ts'
import { putRun } from '../fixtures/test-runs.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

const WHO: Record<Standing, string> = {
  athlete: 'UANA',
  'assistant-coach': 'UASSIST',
  'head-coach': 'UHEAD',
  suspended: 'USUSPENDED',
  stranger: 'USTRANGER',
}
const BEN = { slackUserId: 'UBEN', name: 'Ben' }

/** Made for every scene. */
let madePlan: Plan
const planFor = (athletes: AssignPlan['athletes']): AssignPlan => ({
  planId: madePlan.id,
  seenVersionId: madePlan.versionId,
  athletes,
  groupId: null,
  start: { kind: 'start', on: localDay('2026-11-23') },
  onConflict: 'keep',
})

type Scene = { engine: TestEngine; group: Group; who: string; isFulfilled: boolean; runId: string }
type Outcome = { ok: boolean }

const scopeOf = async ({ engine, who }: Scene): Promise<string | null> => {
  const page = await ask(engine, by(who).who, listAudit, {
    bySlackUser: null,
    kind: null,
    olderThan: null,
  } as never)
  return page.ok ? page.value.scope : null
}

/** Deeds that are only ever about oneself: there is nobody else’s to ask for. */
const ONLY_OWN: readonly PermittedDeed[] = ['activity.read-own', 'privacy.tighten', 'profile.own']

/** Deeds of the matrix that nothing does yet. Whoever builds one takes it out here, and then has to do it below. */
const NOT_BUILT = ['api-key', 'settings'] as const satisfies readonly PermittedDeed[]
type Built = Exclude<PermittedDeed, (typeof NOT_BUILT)[number]>

/** The deeds that there are, as somebody does them to Ben or to the group of the scene: none may be missing. */
const DEEDS: Record<Built, (scene: Scene) => Promise<Outcome>> = {
  'group.create': ({ engine, who }) =>
    perform(engine, by(who), createGroup, { name: 'New', description: '', privacy: 'public' }),
  'group.edit': ({ engine, who, group }) =>
    perform(engine, by(who), editGroup, {
      groupId: group.id,
      change: { description: 'x' },
      seenVersion: group.version,
    }),
  'group.ask-to-join': ({ engine, who }) => perform(engine, by(who), askToJoin, { groupName: 'Open' }),
  'workout.create': ({ engine, who }) =>
    perform(engine, by(who), createWorkout, {
      title: 'New',
      text: '5km easy',
      subType: null,
      visibility: 'public',
    }),
  'plan.assign': ({ engine, who }) => perform(engine, by(who), assignPlan, planFor([BEN])),
  'plan.live': ({ engine, who, isFulfilled }) =>
    perform(engine, by(who), changeEnrollment, {
      deed: 'end',
      athlete: who === 'UANA' && isFulfilled ? null : BEN,
      title: null,
    }),
  'plan.group-week': ({ engine, who, group }) =>
    ask(engine, by(who).who, groupWeek, { groupId: group.id, on: null, weeks: 0 }),
  'availability.ask': ({ engine, who, group }) =>
    perform(engine, by(who), setRound, {
      groupName: group.name,
      turn: { weekday: 7, time: '18:00' as LocalTime },
    }),
  'group.see': ({ engine, who, group }) => ask(engine, by(who).who, showGroup, { groupId: group.id }),
  'board.post': ({ engine, who, group }) =>
    perform(engine, by(who), requestLeaderboard, {
      groupId: group.id,
      range: null,
      metric: null,
      channelId: 'C0RUN',
    }),
  'activity.log': ({ engine, who }) =>
    perform(engine, by(who), logLine, { text: '8.2km 45:10 easy', isAgain: false }),
  'activity.read-own': ({ engine, who }) => ask(engine, by(who).who, listRuns, { kind: 'newest' }),
  'activity.see': async ({ engine, who, group }) => {
    const board = await ask(engine, by(who).who, showLeaderboard, {
      groupId: group.id,
      range: null,
      metric: null,
    })
    return { ok: board.ok && board.value.standings.some(each => each.facts.name === 'Ben') }
  },
  // An athlete comments by cheering, a coach in words.
  'activity.comment': ({ engine, who, runId }) =>
    who === 'UANA'
      ? perform(engine, by(who), changeKudos, { activityId: runId, by: { kind: 'button' } })
      : perform(engine, by(who), commentRun, { activityId: runId, text: 'Well paced.', slackMessage: null }),
  'profile.own': ({ engine, who }) => perform(engine, by(who), askForExport, {}),
  'profile.others': ({ engine, who }) => ask(engine, by(who).who, showAthlete, BEN),
  'notes.write': ({ engine, who }) =>
    perform(engine, by(who), writeNote, { athlete: BEN, text: 'Knee is better.' }),
  'notes.read': async ({ engine, who, isFulfilled }) => {
    const card = await ask(engine, by(who).who, showAthlete, BEN)
    const author = who === 'UASSIST' && isFulfilled ? 'Coach Ivo' : 'Coach Mara'
    return { ok: card.ok && card.value.notes.some(note => note.authorName === author) }
  },
  'roster.see': ({ engine, who }) => ask(engine, by(who).who, listRoster, {}),
  invite: ({ engine, who }) =>
    perform(engine, by(who), inviteAthlete, { person: person('UNEW', 'New'), groupName: null }),
  'assignments.see': ({ engine, who, isFulfilled }) =>
    ask(engine, by(who).who, listCare, {
      coach: isFulfilled ? null : { slackUserId: who === 'UHEAD' ? 'UASSIST' : 'UHEAD', name: 'x' },
    }),
  'athlete.edit': ({ engine, who }) =>
    perform(engine, by(who), setMemberStatus, { member: BEN, status: 'inactive' }),
  'athlete.remove': ({ engine, who }) => perform(engine, by(who), removeMemberFromClub, { member: BEN }),
  'coach.assign': ({ engine, who }) =>
    perform(engine, by(who), assignAthletes, {
      coach: { slackUserId: 'UASSIST', name: 'Ivo' },
      athletes: [{ slackUserId: 'UCLEO', name: 'Cleo' }],
      group: null,
      isAssigned: true,
    }),
  'coach.change': ({ engine, who }) => perform(engine, by(who), addCoach, BEN),
  'club.transfer': ({ engine, who }) => perform(engine, by(who), offerHeadCoach, { member: BEN }),
  'audit.all': async scene => ({ ok: (await scopeOf(scene)) === 'all' }),
  'audit.own-deeds': async scene => ({ ok: ['all', 'own-deeds'].includes((await scopeOf(scene)) ?? '') }),
  'audit.about-me': async scene => ({ ok: (await scopeOf(scene)) !== null }),
  'privacy.tighten': ({ engine, who, group }) =>
    perform(engine, by(who), setGroupSharing, { groupId: group.id, isShared: false }),
}

const CELLS = (Object.keys(DEEDS) as Built[]).flatMap(deed =>
  STANDINGS.map(standing => [deed, standing, PERMISSIONS[deed][standing]] as const),
)

describe('what is done obeys the permission matrix', () => {
  let engine: TestEngine
  let club: TestClub
  let group: Group
  let accounts: Record<string, AccountId>
  let runId: string

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    await joinClub(engine, club, 'UCLEO', 'Cleo')
    const suspended = await joinClub(engine, club, 'USUSPENDED', 'Sam', ['athlete', 'assistant-coach'])
    const made = await perform(engine, by('UHEAD'), createGroup, {
      name: 'Track',
      description: '',
      privacy: 'private',
    })
    if (!made.ok) throw new Error('no group')
    group = made.value
    await perform(engine, by('UHEAD'), createGroup, { name: 'Open', description: '', privacy: 'public' })
    await setStatus(engine, suspended, 'suspended')
    accounts = { ...club.accounts, USUSPENDED: suspended }
    await putInGroup(engine, club, group.id, club.accounts.UBEN)
    // Nothing from before somebody joined a group is its others’ business.
    await engine.db.updateTable('group_memberships').set({ joined_at: 0 }).execute()
    runId = await putRun(engine, club, club.accounts.UBEN, '2026-11-18T06:00:00Z', { km: 12 })
    const weeks = parsePlan('Week 1\nMon 5km easy')
    if (!weeks.ok) throw new Error('no plan')
    const content = { title: 'Base', level: 'basic', visibility: 'public', weeks: weeks.value } as const
    const saved = await perform(engine, by('UHEAD'), createPlan, content)
    if (!saved.ok) throw new Error('no plan')
    madePlan = saved.value.plan
    await perform(engine, by('UHEAD'), assignPlan, planFor([BEN, { slackUserId: 'UANA', name: 'Ana' }]))
    const athlete = BEN
    await perform(engine, by('UHEAD'), writeNote, { athlete, text: 'Of the head coach.' })
    await perform(engine, by('UASSIST'), writeNote, { athlete, text: 'Of the assistant.' })
  })
  afterEach(() => engine.close())

  it('are all done below, or not built', () => {
    expect([...Object.keys(DEEDS), ...NOT_BUILT].sort()).toEqual([...PERMITTED_DEEDS].sort())
  })

  it.each(CELLS)('%s by %s: %s', async (deed, standing, cell) => {
    const isFulfilled = cell !== 'yes'
    if (isFulfilled) await fulfil(deed, WHO[standing])
    const attempt = DEEDS[deed]
    const scene = { engine, group, who: WHO[standing], runId }
    const before = await wholeDatabase(engine)
    const done = await attempt({ ...scene, isFulfilled })
    expect(done.ok).toBe(cell !== 'no')
    if (cell === 'no') expect(await wholeDatabase(engine)).toEqual(before)
  })

  it.each(CELLS.filter(([deed, , cell]) => cell !== 'yes' && cell !== 'no' && !ONLY_OWN.includes(deed)))(
    '%s by %s is refused, and nothing written, where “%s” does not hold',
    async (deed, standing) => {
      const before = await wholeDatabase(engine)
      const done = await DEEDS[deed]({ engine, group, who: WHO[standing], runId, isFulfilled: false })
      expect(done.ok).toBe(false)
      expect(await wholeDatabase(engine)).toEqual(before)
    },
  )

  /** Makes every condition hold for somebody of the club. */
  async function fulfil(deed: PermittedDeed, who: string): Promise<void> {
    const accountId = accounts[who]
    if (!accountId) return
    if (deed === 'group.edit' || deed === 'board.post') {
      await engine.db.updateTable('groups').set({ owner_id: accountId }).where('id', '=', group.id).execute()
    }
    await putInGroup(engine, club, group.id, accountId)
    await engine.db
      .transaction()
      .execute(tx =>
        insertAssignment(
          tx,
          engine.newId,
          { organizationId: club.organizationId, coachId: accountId, athleteId: club.accounts.UBEN },
          TEST_NOW,
        ),
      )
  }
})
