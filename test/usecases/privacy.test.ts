import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_SWITCHES, type PrivacySwitches } from '#domain/privacy/privacy-switches.ts'
import type { GroupId } from '#kernel/ids.ts'
import { HOUR_MS, instant } from '#kernel/instant.ts'
import { verifyAuditChain } from '#store/audit-store.ts'
import { ask } from '#usecases/ask.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { setGroupSharing } from '#usecases/group/set-group-sharing.ts'
import { showHome } from '#usecases/home/show-home.ts'
import { inviteAthlete } from '#usecases/invitation/invite-athlete.ts'
import { readBoardPost } from '#usecases/leaderboard/read-board-post.ts'
import { requestLeaderboard } from '#usecases/leaderboard/request-leaderboard.ts'
import { showLeaderboard } from '#usecases/leaderboard/show-leaderboard.ts'
import { takeOverPerson } from '#usecases/organization/take-over-person.ts'
import { perform } from '#usecases/perform.ts'
import { askForExport } from '#usecases/privacy/ask-for-export.ts'
import { deleteMyData } from '#usecases/privacy/delete-my-data.ts'
import { setPrivacy } from '#usecases/privacy/set-privacy.ts'
import { showPrivacy } from '#usecases/privacy/show-privacy.ts'
import { boardTable } from '#views/board-table.ts'
import { putInGroup, setStatus, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, TEST_NOW, TEST_TEAM, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { person } from '../fixtures/test-people.ts'
import { putRun } from '../fixtures/test-runs.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

const GROUP = 'Tuesday Track'

describe('privacy', () => {
  let engine: TestEngine
  let club: TestClub
  let groupId: GroupId

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    const made = await perform(engine, by(club.headCoach), createGroup, {
      name: GROUP,
      description: '',
      privacy: 'private',
    })
    if (!made.ok) throw new Error('no group')
    groupId = made.value.id
    await putInGroup(engine, club, groupId, club.accounts.UANA)
    await putInGroup(engine, club, groupId, club.accounts.UBEN)
    await putRun(engine, club, club.accounts.UANA, '2026-11-17T17:00:00Z', { km: 8, climbCm: 12_000 })
  })
  afterEach(() => engine.close())

  const set = (switches: Partial<PrivacySwitches>, shares = true, who = 'UANA') =>
    perform(engine, by(who), setPrivacy, {
      switches: { ...DEFAULT_SWITCHES, ...switches },
      groups: [{ groupId, isShared: shares }],
    })
  async function board(who: string, metric = 'distance') {
    const shown = await ask(engine, by(who).who, showLeaderboard, { groupId, range: '7d', metric })
    if (!shown.ok) throw new Error(shown.refusal.code)
    return shown.value
  }
  async function inChannel(metric = 'distance') {
    const post = { groupId, metric, from: '2026-11-14', to: '2026-11-20', zone: 'UTC', askedBy: '' }
    const read = await readBoardPost(engine.db, club.organizationId, post)
    if (!read) throw new Error('no board')
    return read.board
  }
  type Board = Awaited<ReturnType<typeof board>>
  const namesOn = ({ standings }: Board) => standings.map(({ facts }) => facts.name)
  /** What each surface shows: to the athlete, the head coach, a team-mate, a channel, and in the coach's Home. */
  async function seen(metric?: string) {
    const home = await ask(engine, by(club.headCoach).who, showHome, {})
    const card = home.ok && home.value.kind === 'member' ? home.value.club : null
    return {
      self: namesOn(await board('UANA', metric)).includes('Ana'),
      coach: namesOn(await board('UHEAD', metric)).includes('Ana'),
      teammate: namesOn(await board('UBEN', metric)).includes('Ana'),
      channel: namesOn(await inChannel(metric)).includes('Ana'),
      total: card?.activeThisWeek,
    }
  }

  it.each([
    ['everything on', {}, true, { coach: true, teammate: true, channel: true, total: 1 }],
    [
      'the master switch off',
      { isShown: false },
      true,
      { coach: false, teammate: false, channel: false, total: 0 },
    ],
    [
      '“with my coaches” off',
      { withCoach: false },
      true,
      { coach: false, teammate: true, channel: true, total: 1 },
    ],
    [
      'leaderboards off',
      { onLeaderboards: false },
      true,
      { coach: true, teammate: false, channel: false, total: 1 },
    ],
    ['pace off', { pace: false }, true, { coach: true, teammate: true, channel: true, total: 1 }],
    ['the group’s answer no', {}, false, { coach: true, teammate: false, channel: false, total: 1 }],
  ] as const)(
    'with %s shows each surface of a board and Home its own',
    async (_, switches, shares, expected) => {
      expect((await set(switches, shares)).ok).toBe(true)
      expect(await seen()).toEqual({ self: true, ...expected })
    },
  )

  it('says of a board how many share and stand on it', async () => {
    expect(await inChannel()).toMatchObject({ sharing: 2, total: 2 })
    await set({ onLeaderboards: false })
    expect(await inChannel()).toMatchObject({ sharing: 1, total: 2 })
    expect(await board('UHEAD')).toMatchObject({ sharing: 1, total: 2 })
  })

  it('never shows distance and time together of who hides their pace, but to coach and self', async () => {
    await set({ pace: false })
    const ana = (table: ReturnType<typeof boardTable>) =>
      JSON.stringify(table.rows.find(row => JSON.stringify(row).includes('"Ana"')))
    const byDistance = ana(boardTable(await inChannel()))
    expect(byDistance).toContain('"8.0"')
    expect(byDistance).not.toContain('50:00')
    const byTime = ana(boardTable(await inChannel('time')))
    expect(byTime).toContain('50:00')
    expect(byTime).not.toContain('"8.0"')
    expect(ana(boardTable(await board('UBEN')))).not.toContain('50:00')
    for (const who of ['UHEAD', 'UANA']) {
      expect(ana(boardTable(await board(who)))).toMatch(/"8\.0".*50:00/)
    }
  })

  it('ranks nobody by a climb they hide, and hides it on other boards', async () => {
    await set({ heartRateAndElevation: false })
    expect(await seen('elevation')).toMatchObject({
      self: true,
      coach: true,
      teammate: false,
      channel: false,
    })
    expect(JSON.stringify(await inChannel())).not.toContain('12000')
  })

  it('records each change with before and after, visible to the athlete, and nothing when nothing changed', async () => {
    await set({ pace: false, raceGoal: false }, false)
    const before = await wholeDatabase(engine)
    await set({ pace: false, raceGoal: false }, false)
    expect(await wholeDatabase(engine)).toEqual(before)
    const rows = await engine.db
      .selectFrom('audit_entries as e')
      .innerJoin('audit_details as d', 'd.seq', 'e.seq')
      .where('e.subject_id', '=', club.accounts.UANA)
      .where('e.is_visible_to_subject', '=', 1)
      .select(['e.action', 'd.detail_json'])
      .orderBy('e.seq')
      .execute()
    expect(rows.map(row => [row.action, JSON.parse(row.detail_json)])).toMatchObject([
      ['privacy.changed', { before: { pace: true }, after: { pace: false, raceGoal: false } }],
      ['sharing.changed', { before: { isShared: true }, after: { isShared: false } }],
    ])
    const card = await ask(engine, by('UANA').who, showPrivacy, {})
    expect(card).toMatchObject({ value: { switches: { pace: false }, groups: [{ isShared: false }] } })
  })

  it('answers only for the groups that were asked about', async () => {
    const other = await perform(engine, by(club.headCoach), createGroup, {
      name: 'Milers',
      description: '',
      privacy: 'public',
    })
    if (!other.ok) throw new Error('no group')
    await putInGroup(engine, club, other.value.id, club.accounts.UANA)
    const done = await set({}, false)
    expect(done).toMatchObject({
      value: {
        groups: [
          { name: 'Milers', isShared: true },
          { name: GROUP, isShared: false },
        ],
      },
    })
  })

  it('lets the suspended show less, never more, and writes nothing when they try', async () => {
    await set({ pace: false }, false)
    await setStatus(engine, club.accounts.UANA, 'suspended')
    const before = await wholeDatabase(engine)
    expect(await set({}, false)).toMatchObject({
      refusal: { code: 'only-tighten-while-suspended', switches: ['pace'], groups: [] },
    })
    expect(await set({ pace: false }, true)).toMatchObject({ refusal: { groups: [GROUP] } })
    expect(await wholeDatabase(engine)).toEqual(before)
    expect(await set({ pace: false, withCoach: false }, false)).toMatchObject({ ok: true })
    expect((await perform(engine, by('UANA'), setGroupSharing, { groupId, isShared: true })).ok).toBe(false)
    expect((await perform(engine, by('UANA'), askForExport, {})).ok).toBe(true)
    expect((await perform(engine, by('UANA'), deleteMyData, { typed: 'DELETE' })).ok).toBe(true)
  })

  it('packs data once an hour, for members alone', async () => {
    expect(await perform(engine, by('UANA'), askForExport, {})).toMatchObject({ ok: true })
    engine.setNow(instant(TEST_NOW + HOUR_MS - 60_001))
    expect(await perform(engine, by('UANA'), askForExport, {})).toMatchObject({
      refusal: { code: 'export-too-soon', minutes: 2 },
    })
    engine.setNow(instant(TEST_NOW + HOUR_MS))
    expect(await perform(engine, by('UANA'), askForExport, {})).toMatchObject({ ok: true })
    expect(await perform(engine, by('USTRANGER'), askForExport, {})).toMatchObject({
      refusal: { code: 'not-a-member' },
    })
  })

  describe('deleting one’s data', () => {
    const erase = (who = 'UANA', typed = 'DELETE') => perform(engine, by(who), deleteMyData, { typed })

    it('wants the word, and not from the head coach', async () => {
      const before = await wholeDatabase(engine)
      expect(await erase('UANA', 'delete')).toMatchObject({ refusal: { code: 'deletion-not-confirmed' } })
      expect(await erase('UHEAD')).toMatchObject({ refusal: { code: 'head-coach-cannot-delete' } })
      expect(await erase('USTRANGER')).toMatchObject({ refusal: { code: 'not-a-member' } })
      expect(await wholeDatabase(engine)).toEqual(before)
    })

    it('leaves the account’s id only where it must, its name nowhere, and the chain whole', async () => {
      const { UANA } = club.accounts
      await set({ pace: false })
      await perform(engine, by('UHEAD'), inviteAthlete, { person: person('UNEW', 'Nell'), groupName: null })
      await engine.db.updateTable('groups').set({ owner_id: UANA }).execute()
      const posted = await perform(engine, by('UANA'), requestLeaderboard, {
        groupId,
        range: '7d',
        metric: null,
        channelId: 'C0RUN',
      })
      expect(posted.ok).toBe(true)
      expect(await erase()).toMatchObject({ ok: true, value: { activities: 1, groups: 1 } })
      const found: string[] = []
      for (const [table, rows] of Object.entries(await wholeDatabase(engine))) {
        for (const row of rows as Record<string, unknown>[]) {
          for (const [column, value] of Object.entries(row)) {
            if (String(value).includes(UANA)) found.push(`${table}.${column}`)
            expect(`${table}.${column}: ${String(value)}`).not.toMatch(/: Ana$|"Ana"/)
          }
        }
      }
      expect([...new Set(found)].sort()).toEqual([
        'accounts.id',
        'audit_entries.actor_id',
        'audit_entries.subject_id',
        'audit_entries.target_id',
        'memberships.account_id',
      ])
      expect((await verifyAuditChain(engine.db, engine.auditKey, club.organizationId)).fault).toBeNull()
      const owner = await engine.db.selectFrom('groups').select('owner_id').executeTakeFirst()
      expect(owner?.owner_id).toBe(club.accounts.UHEAD)
      expect(await erase()).toMatchObject({ refusal: { code: 'not-a-member' } })
      expect((await inChannel()).standings.map(({ facts }) => facts.name)).toEqual(['Ben'])
    })

    it('gives no name back when Slack says something new of the person', async () => {
      await erase()
      const slackTeamId = TEST_TEAM
      const done = await perform(engine, by('UHEAD'), takeOverPerson, {
        slackTeamId,
        person: person('UANA', 'Ana Again'),
      })
      expect(done).toMatchObject({ ok: true, value: { isKnown: false } })
      expect(JSON.stringify(await wholeDatabase(engine))).not.toContain('Ana Again')
    })

    it('erases or names the reason to keep each column that points at an account', async () => {
      const tables = await sql<{ table: string; column: string }>`
        select m.name as "table", f."from" as "column" from sqlite_schema m, pragma_foreign_key_list(m.name) f
        where m.type = 'table' and f."table" = 'accounts'`.execute(engine.db)
      const unknown = tables.rows
        .map(({ table, column }) => `${table}.${column}`)
        .filter(name => !ERASED.has(name) && !(name in KEPT))
      expect(unknown).toEqual([])
    })
  })
})

const ERASED = new Set([
  'plans.owner_id',
  'workouts.owner_id',
  'enrollments.assigned_by',
  'enrollments.account_id',
  'session_changes.account_id',
  'session_hours.account_id',
  'change_requests.account_id',
  'change_requests.asked_by',
  'change_requests.answered_by',
  'enrollment_pauses.account_id',
  'session_matches.account_id',
  'session_matches.matched_by',
  'availability_rounds.set_by',
  'availability_weeks.account_id',
  'availability_days.account_id',
  'roster_imports.asked_by',
  'bulk_changes.made_by',
  'group_requests.answered_by',
  'group_requests.account_id',
  'group_changes.made_by',
  'group_change_people.account_id',
  'group_offers.account_id',
  'bulk_change_people.account_id',
  'activities.account_id',
  'activity_origins.account_id',
  'activity_separations.account_id',
  'activity_files.account_id',
  'import_jobs.account_id',
  'import_entries.account_id',
  'group_memberships.account_id',
  'groups.owner_id',
  'invitations.invitee_id',
  'schedules.set_by',
  'privacy_settings.account_id',
  'coach_assignments.coach_id',
  'coach_assignments.athlete_id',
  'head_coach_transfers.from_id',
  'head_coach_transfers.to_id',
  'email_invitations.account_id',
  'athlete_profiles.account_id',
  'athlete_labels.account_id',
  'athlete_notes.athlete_id',
  'quiet_hours.account_id',
  'connections.account_id',
  'calendar_feeds.account_id',
  'connection_secrets.account_id',
  'oauth_states.account_id',
  'received_activities.account_id',
  'connector_jobs.account_id',
  'activity_efforts.account_id',
  'best_efforts.account_id',
  'athlete_vdot.account_id',
  'load_recomputes.account_id',
  'signals.athlete_id',
  'nudges.athlete_id',
  'nudges.coach_id',
  'kudos.account_id',
  'feed_subscriptions.set_by',
  'channel_budgets.set_by',
])

const KEPT: Record<string, string> = {
  'activity_comments.author_id': 'the feedback is for the athlete whose run it is about',
  'memberships.account_id': 'ended: that there was a member',
  'invitations.inviter_id': 'the invitation is about whoever was invited',
  'email_invitations.inviter_id': 'the same',
  'invitation_codes.inviter_id': 'the code is the club’s',
  'athlete_notes.author_id': 'the note is about another athlete',
}
