import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Group, GroupPrivacy } from '#domain/group/group.ts'
import type { AccountId } from '#kernel/ids.ts'
import { DAY_MS, instant } from '#kernel/instant.ts'
import { ask } from '#usecases/ask.ts'
import { listAudit } from '#usecases/audit/list-audit.ts'
import { addMembers } from '#usecases/group/add-members.ts'
import { answerJoinRequest } from '#usecases/group/answer-join-request.ts'
import { askToJoin } from '#usecases/group/ask-to-join.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { leaveGroup } from '#usecases/group/leave-group.ts'
import { listGroupsFor } from '#usecases/group/list-groups.ts'
import { listJoinRequests } from '#usecases/group/list-join-requests.ts'
import { offerByChannel } from '#usecases/group/offer-by-channel.ts'
import { showGroup } from '#usecases/group/show-group.ts'
import { withdrawJoinRequest } from '#usecases/group/withdraw-join-request.ts'
import { perform } from '#usecases/perform.ts'
import { joinClub, putInGroup, setStatus, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, TEST_NOW, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

describe('joining and leaving groups', () => {
  let engine: TestEngine
  let club: TestClub
  let milers: Group

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    milers = await group('Morning Milers', 'public')
  })
  afterEach(() => engine.close())

  describe('asking', () => {
    it('tells every active coach and the owner once, and is one request however often it is asked', async () => {
      const olga = await joinClub(engine, club, 'UOLGA', 'Olga')
      const cora = await joinClub(engine, club, 'UCORA', 'Cora', ['assistant-coach'])
      await setStatus(engine, cora, 'suspended')
      await owned(olga)
      expect(await asks('UANA')).toMatchObject({ ok: true, value: { kind: 'asked', isNew: true } })
      expect(await asks('UANA')).toMatchObject({ ok: true, value: { kind: 'asked', isNew: false } })
      expect(await outbox('join-request')).toEqual(['UASSIST', 'UHEAD', 'UOLGA'])
      expect(await requestsFor('UHEAD')).toMatchObject([{ askerName: 'Ana', groupName: 'Morning Milers' }])
      expect(await requestsFor('UOLGA')).toHaveLength(1)
      expect(await requestsFor('UBEN')).toEqual([])
    })

    it('is one request when ten clicks come at once', async () => {
      const all = await Promise.all(Array.from({ length: 10 }, () => asks('UANA')))
      expect(all.every(done => done.ok)).toBe(true)
      expect(await states()).toEqual(['open'])
    })

    it('never hints at a private group', async () => {
      const secret = await group('Secret Squad', 'private')
      await expectRefused(() => asks('UANA', { groupName: 'Secret Squad' }), 'group-unknown')
      await expectRefused(() => asks('UANA', { groupId: secret.id }), 'group-gone')
      const listing = await ask(engine, by('UANA').who, listGroupsFor, { isPublicOnly: true })
      expect(listing).toMatchObject({ value: { groups: [{ standing: { kind: 'may-ask' } }] } })
    })

    it('is for athletes who are not in it', async () => {
      await putInGroup(engine, club, milers.id, club.accounts.UBEN)
      await expectRefused(() => asks('UBEN'), 'in-group-already')
      await expectRefused(() => asks('UHEAD'), 'not-an-athlete')
      await expectRefused(() => asks('USTRANGER'), 'not-a-member')
      await setStatus(engine, club.accounts.UANA, 'suspended')
      await expectRefused(() => asks('UANA'), 'suspended')
    })

    it('needs nobody’s leave of whoever leads the group', async () => {
      await owned(club.accounts.UANA)
      expect(await asks('UANA')).toMatchObject({ ok: true, value: { kind: 'joined', isShared: true } })
      expect(await outbox('join-request')).toEqual([])
      expect(await memberNames()).toEqual(['Ana'])
    })

    it('is shown to the asker as what it is, and can be taken back by them alone', async () => {
      const requestId = await asked('UANA')
      const standing = async () => {
        const card = await ask(engine, by('UANA').who, showGroup, { groupId: milers.id })
        return card.ok ? card.value.standing : card.refusal
      }
      expect(await standing()).toEqual({ kind: 'asked', requestId })
      await expectRefused(() => perform(engine, by('UBEN'), withdrawJoinRequest, requestId), 'join-unknown')
      expect(await perform(engine, by('UANA'), withdrawJoinRequest, requestId)).toMatchObject({ ok: true })
      expect(await standing()).toEqual({ kind: 'may-ask' })
      expect(await requestsFor('UHEAD')).toEqual([])
      await expectRefused(() => answer('UHEAD', requestId, 'approved'), 'join-answered')
      expect(await outbox('join-request-closed')).toEqual(['UASSIST', 'UHEAD'])
      expect(await asks('UANA')).toMatchObject({ ok: true, value: { isNew: true } })
    })
  })

  describe('answering', () => {
    it('puts the asker in with what they share by default, and tells them and the other coaches', async () => {
      const requestId = await asked('UANA')
      expect(await answer('UASSIST', requestId, 'approved')).toMatchObject({
        ok: true,
        value: { askerName: 'Ana', answer: 'approved' },
      })
      expect(await memberNames()).toEqual(['Ana'])
      expect(await outbox('join-answer')).toEqual(['UANA'])
      expect(await outbox('group-welcome')).toEqual([])
      expect(await outbox('join-request-closed')).toEqual(['UASSIST', 'UHEAD'])
      const audit = await ask(engine, by('UANA').who, listAudit, {
        bySlackUser: null,
        kind: null,
        olderThan: null,
      })
      expect(audit).toMatchObject({
        value: {
          lines: [
            { action: 'group.join-answered' },
            { action: 'group.members-added' },
            { action: 'group.join-asked' },
          ],
        },
      })
    })

    it('counts once: ten approvals, one success, and the others hear whose it was', async () => {
      const requestId = await asked('UANA')
      const all = await Promise.all(
        Array.from({ length: 10 }, (_, n) => answer(n % 2 ? 'UHEAD' : 'UASSIST', requestId, 'approved')),
      )
      expect(all.filter(done => done.ok)).toHaveLength(1)
      expect(all.find(done => !done.ok)).toMatchObject({
        refusal: { code: 'join-answered', state: 'approved', byName: 'Coach Ivo' },
      })
      expect(await memberNames()).toEqual(['Ana'])
      expect(await outbox('join-answer')).toEqual(['UANA'])
    })

    it('by declining keeps them from asking that group for a week, and no other', async () => {
      const requestId = await asked('UANA')
      await answer('UHEAD', requestId, 'declined')
      expect(await memberNames()).toEqual([])
      expect(await asks('UANA')).toMatchObject({ refusal: { code: 'join-declined-lately', days: 7 } })
      const other = await group('Long Runs', 'public')
      expect(await asks('UANA', { groupId: other.id })).toMatchObject({ ok: true })
      engine.setNow(instant(TEST_NOW + 7 * DAY_MS - 1))
      await expectRefused(() => asks('UANA'), 'join-declined-lately')
      engine.setNow(instant(TEST_NOW + 7 * DAY_MS))
      expect(await asks('UANA')).toMatchObject({ ok: true, value: { isNew: true } })
    })

    it('is for those who lead the group, and for a request that there is', async () => {
      const requestId = await asked('UANA')
      await expectRefused(() => answer('UBEN', requestId, 'approved'), 'not-the-group-owner')
      await expectRefused(() => answer('UHEAD', 'no-such-request', 'approved'), 'join-unknown')
      await owned(club.accounts.UBEN)
      expect(await answer('UBEN', requestId, 'approved')).toMatchObject({ ok: true })
    })

    it('does not let in somebody who was suspended since, but may decline them', async () => {
      const requestId = await asked('UANA')
      await setStatus(engine, club.accounts.UANA, 'suspended')
      await expectRefused(() => answer('UHEAD', requestId, 'approved'), 'asker-left')
      expect(await answer('UHEAD', requestId, 'declined')).toMatchObject({ ok: true })
    })

    it('of somebody whom a coach has added since has nothing left to do', async () => {
      const requestId = await asked('UANA')
      await perform(engine, by('UHEAD'), addMembers, {
        groupName: 'Morning Milers',
        people: [{ slackUserId: 'UANA', name: 'Ana' }],
      })
      expect(await requestsFor('UHEAD')).toEqual([])
      expect(await answer('UHEAD', requestId, 'approved')).toMatchObject({ ok: true })
      expect(await memberNames()).toEqual(['Ana'])
    })
  })

  describe('leaving', () => {
    it('ends the membership, and an athlete who owned the group hands it to the head coach, who hears it', async () => {
      await putInGroup(engine, club, milers.id, club.accounts.UANA)
      await owned(club.accounts.UANA)
      expect(await leave('UANA')).toMatchObject({ ok: true, value: { newOwnerName: 'Coach Mara' } })
      expect(await memberNames()).toEqual([])
      expect(await outbox('group-passed')).toEqual(['UHEAD'])
      await expectRefused(() => leave('UANA'), 'not-in-this-group')
    })

    it('changes nothing about who owns a group otherwise', async () => {
      await putInGroup(engine, club, milers.id, club.accounts.UANA)
      await putInGroup(engine, club, milers.id, club.accounts.UHEAD)
      expect(await leave('UANA')).toMatchObject({ ok: true, value: { newOwnerName: null } })
      expect(await leave('UHEAD')).toMatchObject({ ok: true, value: { newOwnerName: null } })
    })

    it('is open to somebody suspended, as they show less with it; never of a group unknown to them', async () => {
      await putInGroup(engine, club, milers.id, club.accounts.UANA)
      await setStatus(engine, club.accounts.UANA, 'suspended')
      expect(await leave('UANA')).toMatchObject({ ok: true })
      const secret = await group('Secret Squad', 'private')
      await expectRefused(() => perform(engine, by('UBEN'), leaveGroup, { groupId: secret.id }), 'group-gone')
    })
  })

  describe('a channel that a group is tied to', () => {
    beforeEach(() => engine.db.updateTable('groups').set({ channel_id: 'C0MILES' }).execute())

    it('offers the group to an athlete who joins it, once', async () => {
      expect(await passes('UANA', 'join')).toBe(true)
      expect(await passes('UANA', 'join')).toBe(false)
      expect(await outbox('group-offer')).toEqual(['UANA'])
    })

    it('offers nothing to coaches, strangers, members, and those who have asked', async () => {
      await putInGroup(engine, club, milers.id, club.accounts.UBEN)
      await asked('UANA')
      for (const who of ['UHEAD', 'USTRANGER', 'UBEN', 'UANA']) expect(await passes(who, 'join')).toBe(false)
      expect(await outbox('group-offer')).toEqual([])
    })

    it('offers no private group, and none that is deleted', async () => {
      await engine.db.updateTable('groups').set({ privacy: 'private' }).execute()
      expect(await passes('UANA', 'join')).toBe(false)
      await engine.db.updateTable('groups').set({ privacy: 'public', deleted_at: TEST_NOW }).execute()
      expect(await passes('UANA', 'join')).toBe(false)
    })

    it('offers those who leave it to leave the group, even a private one they are in', async () => {
      await putInGroup(engine, club, milers.id, club.accounts.UBEN)
      await engine.db.updateTable('groups').set({ privacy: 'private' }).execute()
      expect(await passes('UBEN', 'leave')).toBe(true)
      expect(await passes('UBEN', 'leave')).toBe(false)
      expect(await passes('UANA', 'leave')).toBe(false)
      expect(await memberNames()).toEqual(['Ben'])
    })
  })

  async function group(name: string, privacy: GroupPrivacy): Promise<Group> {
    const made = await perform(engine, by('UHEAD'), createGroup, { name, description: '', privacy })
    if (!made.ok) throw new Error(made.refusal.code)
    return made.value
  }

  async function owned(accountId: AccountId): Promise<void> {
    await engine.db.updateTable('groups').set({ owner_id: accountId }).execute()
  }

  function asks(who: string, which: { groupName: string } | { groupId: string } = { groupId: milers.id }) {
    return perform(engine, by(who), askToJoin, which)
  }

  async function asked(who: string): Promise<string> {
    const done = await asks(who)
    if (!done.ok || done.value.kind !== 'asked') throw new Error('not asked')
    return done.value.request.id
  }

  function answer(who: string, requestId: string, given: 'approved' | 'declined') {
    return perform(engine, by(who), answerJoinRequest, { requestId, answer: given })
  }

  function leave(who: string) {
    return perform(engine, by(who), leaveGroup, { groupName: 'morning milers' })
  }

  async function passes(who: string, kind: 'join' | 'leave'): Promise<boolean> {
    const done = await perform(engine, by(who), offerByChannel, { channelId: 'C0MILES', kind })
    return done.ok && done.value.isOffered
  }

  async function requestsFor(who: string) {
    const lines = await ask(engine, by(who).who, listJoinRequests, {})
    return lines.ok ? lines.value : lines.refusal
  }

  async function memberNames(): Promise<string[]> {
    const card = await ask(engine, by('UHEAD').who, showGroup, { groupId: milers.id })
    return card.ok ? (card.value.members ?? []).map(member => member.displayName) : [card.refusal.code]
  }

  async function states(): Promise<string[]> {
    const rows = await engine.db.selectFrom('group_requests').select('state').execute()
    return rows.map(row => row.state)
  }

  async function outbox(kind: string): Promise<string[]> {
    const rows = await engine.db
      .selectFrom('outbox')
      .select('recipient')
      .where('kind', '=', kind)
      .orderBy('recipient')
      .execute()
    return rows.map(row => row.recipient)
  }

  async function expectRefused<R extends { ok: boolean }>(attempt: () => Promise<R>, code: string) {
    const before = await wholeDatabase(engine)
    expect(await attempt()).toMatchObject({ ok: false, refusal: { code } })
    expect(await wholeDatabase(engine)).toEqual(before)
  }
})
