import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Group } from '#domain/group/group.ts'
import type { JoinRequest } from '#domain/group/join-request.ts'
import type { Invitation } from '#domain/invitation/invitation.ts'
import type { GroupId, OrganizationId, SlackTeamId, SlackUserId } from '#kernel/ids.ts'
import { instant, type LocalDay } from '#kernel/instant.ts'
import { listAccounts } from '#store/account-store.ts'
import { findActor } from '#store/actor-store.ts'
import {
  endAssignment,
  endAssignmentsOf,
  insertAssignment,
  isAssigned,
  listAssignedAthletes,
  listAssignments,
  listCoaches,
} from '#store/coach-store.ts'
import {
  countGroupMembers,
  endGroupMember,
  findLastSharing,
  isGroupMember,
  listGroupIdsOf,
  listGroupMembers,
  updateGroupSharing,
  wasEverInGroup,
} from '#store/group-membership-store.ts'
import {
  closeJoinRequest,
  countOpenJoinRequests,
  findJoinRequest,
  insertJoinRequest,
  listOpenJoinRequests,
  listOwnJoinRequests,
} from '#store/group-request-store.ts'
import {
  findDeletedGroup,
  findGroup,
  findGroupByName,
  findNamesake,
  listGroupNames,
  listGroups,
  listGroupsOfChannel,
  markGroupDeleted,
  restoreGroup,
  updateGroup,
} from '#store/group-store.ts'
import { findInvitation, hasPendingInvitation, updateInvitationState } from '#store/invitation-store.ts'
import { countAthletes, listMembersBySlackUser } from '#store/membership-store.ts'
import { findHeadCoach, insertOrganization } from '#store/organization-store.ts'
import { findOutboxRow } from '#store/outbox-store.ts'
import { listAuditEntries } from '#store/read/audit-read.ts'
import { countActiveSince, listOwnRunsSince, listOwnSharing } from '#store/read/home-read.ts'
import { findJoinRequestCard } from '#store/read/join-request-card.ts'
import { listPossibleOwners } from '#store/read/owner-read.ts'
import { closeMembership, findClubMember, setRoles, updateMemberStatus } from '#store/role-store.ts'
import { closeTransfer, findPendingTransfer, findTransfer } from '#store/transfer-store.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { deleteGroup } from '#usecases/group/delete-group.ts'
import { inviteAthlete } from '#usecases/invitation/invite-athlete.ts'
import { offerHeadCoach } from '#usecases/organization/offer-head-coach.ts'
import { perform } from '#usecases/perform.ts'
import { OSLO, putInGroup, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, TEST_NOW, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { person } from '../fixtures/test-people.ts'
import { putRun } from '../fixtures/test-runs.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

/** A club full of data, and another organization that asks for it by its ids. */
describe('another organization', () => {
  let engine: TestEngine
  let club: TestClub
  let group: Group
  let invitation: Invitation
  let outboxId: string
  let transferId: string
  let deletedId: string
  let request: JoinRequest
  const foreign = 'another-organization' as OrganizationId
  const early = instant(0)

  beforeAll(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    const made = await perform(engine, by('UHEAD'), createGroup, {
      name: 'Track',
      description: '',
      privacy: 'public',
    })
    if (!made.ok) throw new Error('no group')
    group = made.value
    request = {
      id: 'request',
      organizationId: club.organizationId,
      groupId: group.id,
      accountId: club.accounts.UBEN,
      state: 'open',
      askedAt: TEST_NOW,
      answeredAt: null,
      answeredBy: null,
    }
    await putInGroup(engine, club, group.id, club.accounts.UANA)
    await engine.db.updateTable('groups').set({ channel_id: 'C0TRACK' }).execute()
    await engine.db.transaction().execute(tx => insertJoinRequest(tx, request))
    const gone = await perform(engine, by('UHEAD'), createGroup, {
      name: 'Gone',
      description: '',
      privacy: 'public',
    })
    if (!gone.ok) throw new Error('no group')
    deletedId = gone.value.id
    await perform(engine, by('UHEAD'), deleteGroup, deletedId)
    await putRun(engine, club, club.accounts.UANA, TEST_NOW)
    const sent = await perform(engine, by('UHEAD'), inviteAthlete, {
      person: person('UNORA', 'Nora'),
      groupName: 'Track',
    })
    if (!sent.ok) throw new Error('not invited')
    invitation = sent.value.invitation
    outboxId = (await engine.db.selectFrom('outbox').select('id').executeTakeFirstOrThrow()).id
    await perform(engine, by('UHEAD'), offerHeadCoach, { member: { accountId: club.accounts.UANA } })
    transferId = (await findPendingTransfer(engine.db, club.organizationId))?.id ?? ''
    await engine.db.transaction().execute(tx =>
      insertAssignment(
        tx,
        engine.newId,
        {
          organizationId: club.organizationId,
          coachId: club.accounts.UASSIST,
          athleteId: club.accounts.UANA,
        },
        TEST_NOW,
      ),
    )
    await engine.db.transaction().execute(tx =>
      insertOrganization(tx, {
        id: foreign,
        slackTeamId: 'T0OTHER',
        name: 'Other',
        zone: OSLO,
        isDemo: false,
        createdAt: early,
      }),
    )
  })
  afterAll(() => engine.close())

  /** Every question to the store, asked for one organization. */
  function questions(organizationId: OrganizationId): Record<string, () => Promise<unknown>> {
    const { db } = engine
    const ana = club.accounts.UANA
    return {
      listAccounts: async () => [...(await listAccounts(db, organizationId, [ana])).keys()],
      findGroup: () => findGroup(db, organizationId, group.id),
      findGroupByName: () => findGroupByName(db, organizationId, 'track'),
      listGroups: () => listGroups(db, organizationId),
      listGroupNames: async () => [...(await listGroupNames(db, organizationId, [group.id])).keys()],
      findDeletedGroup: () => findDeletedGroup(db, organizationId, deletedId, TEST_NOW),
      findNamesake: () => findNamesake(db, organizationId, 'track', TEST_NOW),
      listGroupsOfChannel: () => listGroupsOfChannel(db, organizationId, 'C0TRACK'),
      findJoinRequest: () => findJoinRequest(db, organizationId, 'request'),
      findJoinRequestCard: () => findJoinRequestCard(db, organizationId, 'request'),
      countOpenJoinRequests: () => countOpenJoinRequests(db, organizationId, group.id),
      listOpenJoinRequests: () => listOpenJoinRequests(db, organizationId, { ownerId: null, limit: 9 }),
      listOwnJoinRequests: async () => [
        ...(await listOwnJoinRequests(db, organizationId, club.accounts.UBEN)).keys(),
      ],
      listPossibleOwners: () => listPossibleOwners(db, organizationId, { typed: '', nearTo: null, limit: 9 }),
      isGroupMember: () => isGroupMember(db, organizationId, group.id, ana),
      wasEverInGroup: () => wasEverInGroup(db, organizationId, group.id, ana),
      findLastSharing: () => findLastSharing(db, organizationId, group.id, ana),
      listGroupMembers: () => listGroupMembers(db, organizationId, group.id),
      countGroupMembers: async () => [...(await countGroupMembers(db, organizationId)).keys()],
      listGroupIdsOf: async () => [...(await listGroupIdsOf(db, organizationId, ana))],
      listOwnSharing: async () => [...(await listOwnSharing(db, organizationId, ana)).keys()],
      findInvitation: () => findInvitation(db, organizationId, invitation.id),
      hasPendingInvitation: () =>
        hasPendingInvitation(db, organizationId, invitation.inviteeId, invitation.groupId, TEST_NOW),
      listMembersBySlackUser: async () => [
        ...(await listMembersBySlackUser(db, organizationId, ['UANA'])).keys(),
      ],
      countAthletes: async () => (await countAthletes(db, organizationId)).totalAthletes,
      findHeadCoach: () => findHeadCoach(db, organizationId),
      isAssigned: () => isAssigned(db, organizationId, club.accounts.UASSIST, ana),
      listAssignedAthletes: () => listAssignedAthletes(db, organizationId, club.accounts.UASSIST),
      listAssignments: () => listAssignments(db, organizationId),
      listCoaches: () => listCoaches(db, organizationId),
      findClubMember: () => findClubMember(db, organizationId, { accountId: ana }),
      findTransfer: () => findTransfer(db, organizationId, transferId),
      findPendingTransfer: () => findPendingTransfer(db, organizationId),
      listAuditEntries: () => listAuditEntries(db, organizationId, {}, 10),
      listOwnRunsSince: () =>
        listOwnRunsSince(db, organizationId, ana, { since: early, from: '2026-01-01' as LocalDay }),
      countActiveSince: () => countActiveSince(db, organizationId, early),
      findOutboxRow: () => findOutboxRow(db, organizationId, outboxId),
    }
  }

  it('finds nothing by any question, where the organization itself finds something by each', async () => {
    const nothing = [undefined, false, 0]
    const isNothing = (found: unknown) => nothing.includes(found as 0) || JSON.stringify(found) === '[]'
    for (const [name, question] of Object.entries(questions(club.organizationId))) {
      expect(isNothing(await question()), `${name} of the club finds something`).toBe(false)
    }
    for (const [name, question] of Object.entries(questions(foreign))) {
      expect(isNothing(await question()), `${name} of another finds nothing`).toBe(true)
    }
  })

  it('changes nothing by any write', async () => {
    const before = await wholeDatabase(engine)
    const results = await engine.db.transaction().execute(async tx => {
      const ana = club.accounts.UANA
      await markGroupDeleted(tx, { ...group, organizationId: foreign }, early)
      const member = await findClubMember(tx, club.organizationId, { accountId: ana })
      const transfer = await findTransfer(tx, club.organizationId, transferId)
      if (!member || !transfer) throw new Error('nothing to change')
      const stolen = { ...member, organizationId: foreign }
      await updateMemberStatus(tx, stolen, 'suspended', null)
      const pair = { organizationId: foreign, coachId: club.accounts.UASSIST, athleteId: ana }
      // Roles that are given again would be refused as there already; taking them all must take none.
      await expect(setRoles(tx, stolen, new Set(['athlete']))).rejects.toThrow('UNIQUE')
      return [
        (await closeMembership(tx, stolen, early)).length > 0,
        await endAssignment(tx, pair, early),
        (await endAssignmentsOf(tx, foreign, ana, 'both', early)).length > 0,
        await closeTransfer(tx, { ...transfer, organizationId: foreign, state: 'accepted' }),
        await restoreGroup(tx, { ...group, id: deletedId as GroupId, organizationId: foreign }, early),
        await closeJoinRequest(tx, { ...request, organizationId: foreign, state: 'declined' }),
        await updateGroup(tx, { ...group, organizationId: foreign, version: 2 }),
        await endGroupMember(tx, foreign, group.id, ana, early),
        await updateGroupSharing(tx, foreign, group.id, ana, false),
        await updateInvitationState(tx, { ...invitation, organizationId: foreign, state: 'accepted' }),
      ]
    })
    expect(results).toEqual([
      ...[false, false, false, false, 'overtaken', false],
      ...['overtaken', false, false, false],
    ])
    expect(await wholeDatabase(engine)).toEqual(before)
  })

  it('takes the same Slack id in another workspace for somebody else', async () => {
    const who = { kind: 'slack', teamId: 'T0OTHER' as SlackTeamId, userId: 'UHEAD' as SlackUserId } as const
    expect(await findActor(engine.db, who)).toMatchObject({ kind: 'stranger', organizationId: foreign })
    expect(await findActor(engine.db, { ...who, teamId: 'T0NONE' as SlackTeamId })).toMatchObject({
      kind: 'stranger',
      organizationId: null,
    })
  })
})

/** What may ask without naming an organization, and why. Rows that are inserted carry theirs. */
const WITHOUT_ORGANIZATION: Record<string, string> = {
  upsertAccount: 'a person of a workspace, in a club or not',
  findAccountBySlackUser: 'by workspace and person',
  findMembership: 'says to which organization somebody belongs',
  replaceClaimCode: 'before there is an organization',
  markClaimCodeUsed: 'before there is an organization',
  hasUnusedClaimCode: 'before there is an organization',
  findOrganizationBySlackTeam: 'finds the organization',
  getOrganization: 'by its own id',
  listOrganizations: 'for the operator',
  deleteHandledRequestsBefore: 'a key of Slack’s',
  replaceAgeGradeTable: 'of the whole installation',
  findAgeGradeTable: 'of the whole installation',
  hasAgeGradeTable: 'of the whole installation',
  findBoardFacts: 'asks by boardQuery, which does',
  maySee: 'a condition on what was asked for',
  listedSubTypes: 'asks nothing',
  findGroupSums: 'by the condition of all counted members, which does',
  findDaySums: 'by the condition of all counted members, which does',
  unlessTaken: 'asks nothing',
  containing: 'asks nothing',
  updateSearchKey: 'of the one membership that somebody has now',
  wordsWithin: 'asks nothing',
  shownName: 'asks nothing',
  hasSecrets: 'of the whole database: is there anything that needs the key',
  deleteOauthState: 'by the hash of a state that nobody can guess',
  connectSqlite: 'asks nothing',
  switchesOf: 'asks nothing',
  migrate: 'asks nothing',
  inSlices: 'asks nothing',
  listRecomputes: 'for the clock, which serves every organization in one go',
  listWeeklySubscriptions: 'for the clock, which serves every organization in one go',
  listFeedMembers: 'asks by feedMembersQuery, which does',
  listFeedRuns: 'asks by feedRunsQuery, which does',
  kudosOf: 'of the activity of a row that was asked for',
  feedRowOf: 'asks nothing',
  hasAuditEntries: 'of the whole database: is there anything that needs the key',
}

/** The edges that serve every organization in one go: the scheduler and the outbox. */
const FOR_ALL = ['outbox-store.ts', 'schedule-store.ts', 'occurrence-store.ts', 'connector-job-store.ts']

it('names the organization in every question to the store', () => {
  const folder = new URL('../../src/store/', import.meta.url)
  const silent = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && !FOR_ALL.includes(file))
    .flatMap(file =>
      readFileSync(new URL(file, folder), 'utf8')
        .split(/^(?=export (?:async )?function )/m)
        .slice(1),
    )
    .filter(text => !/organization_?id/i.test(text.slice(0, text.search(/^}/m))))
    .map(text => /function (\w+)/.exec(text)?.[1] ?? '')
  expect(silent.filter(name => !name.startsWith('insert') && !(name in WITHOUT_ORGANIZATION))).toEqual([])
})
