import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Group } from '#domain/group/group.ts'
import { DAY_MS, instant, zone } from '#kernel/instant.ts'
import { ask } from '#usecases/ask.ts'
import { addMembers } from '#usecases/group/add-members.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { deleteGroup } from '#usecases/group/delete-group.ts'
import { editGroup } from '#usecases/group/edit-group.ts'
import { removeMember } from '#usecases/group/remove-member.ts'
import { restoreDeletedGroup } from '#usecases/group/restore-deleted-group.ts'
import { setGroupSharing } from '#usecases/group/set-group-sharing.ts'
import { showGroup } from '#usecases/group/show-group.ts'
import { suggestOwners } from '#usecases/group/suggest-owners.ts'
import { undoMembershipChange } from '#usecases/group/undo-membership-change.ts'
import { perform } from '#usecases/perform.ts'
import { setSchedule } from '#usecases/schedule/set-schedule.ts'
import { joinClub, putInGroup, setStatus, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, TEST_NOW, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

const MINUTE = 60_000

describe('taking back', () => {
  let engine: TestEngine
  let club: TestClub
  let track: Group

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    track = await make('Tuesday Track')
  })
  afterEach(() => engine.close())

  describe('a deletion', () => {
    it('brings the group back with its members and schedules, exactly', async () => {
      await putInGroup(engine, club, track.id, club.accounts.UANA, false)
      await perform(engine, by('UHEAD'), setSchedule, {
        groupName: 'Tuesday Track',
        channelId: 'C0TRACK',
        weekday: 1,
        time: '08:00' as never,
        zone: zone('Europe/Oslo'),
        metric: null,
      })
      const before = await held()
      await remove()
      engine.setNow(instant(TEST_NOW + 10 * MINUTE - 1))
      expect(await restore('UASSIST')).toMatchObject({ ok: true, value: { name: 'Tuesday Track' } })
      expect(await held()).toEqual(before)
      // A second press finds it there and writes nothing.
      const restored = await wholeDatabase(engine)
      expect(await restore('UASSIST')).toMatchObject({ ok: true })
      expect(await wholeDatabase(engine)).toEqual(restored)
    })

    it('is over after ten minutes by the clock', async () => {
      await remove()
      engine.setNow(instant(TEST_NOW + 10 * MINUTE))
      await expectRefused(() => restore('UHEAD'), 'group-undo-over')
    })

    it('is for those who may edit the group', async () => {
      await remove()
      await expectRefused(() => restore('UBEN'), 'not-the-group-owner')
    })

    it('keeps the name meanwhile, for new groups and for renamed ones alike', async () => {
      const other = await make('Long Runs')
      await remove()
      const change = { name: 'tuesday TRACK' }
      await expectRefused(
        () => perform(engine, by('UHEAD'), editGroup, { groupId: other.id, change, seenVersion: null }),
        'group-name-reserved',
      )
      await expectRefused(
        () =>
          perform(engine, by('UHEAD'), createGroup, {
            name: 'Tuesday Track',
            description: '',
            privacy: 'public',
          }),
        'group-name-reserved',
      )
    })

    it('can be done again after it was taken back', async () => {
      await remove()
      await restore('UHEAD')
      expect(await remove()).toMatchObject({ ok: true })
      expect(await restore('UHEAD')).toMatchObject({ ok: true, value: { version: track.version + 4 } })
    })
  })

  describe('a change of members', () => {
    it('takes out again those who were added by it, and nobody else', async () => {
      await putInGroup(engine, club, track.id, club.accounts.UBEN)
      const changeId = await added('UANA', 'UBEN', 'UHEAD')
      expect(await undo(changeId)).toMatchObject({
        ok: true,
        value: { kind: 'added', names: ['Ana', 'Coach Mara'] },
      })
      expect(await names()).toEqual(['Ben'])
      await expectRefused(() => undo(changeId), 'membership-undone')
    })

    it('lets those who were taken out go on as if they had never been out', async () => {
      await added('UANA', 'UBEN')
      await perform(engine, by('UANA'), setGroupSharing, { groupId: track.id, isShared: false })
      const before = await memberships()
      engine.setNow(instant(TEST_NOW + MINUTE))
      const changeId = await removed('UANA', 'UBEN')
      expect(await names()).toEqual([])
      engine.setNow(instant(TEST_NOW + 2 * MINUTE))
      expect(await undo(changeId)).toMatchObject({ ok: true, value: { kind: 'removed' } })
      expect(await memberships()).toEqual(before)
    })

    it('is refused by name when somebody’s membership was changed since, and then changes nothing', async () => {
      const changeId = await added('UANA', 'UBEN')
      await removed('UBEN')
      await expectRefused(() => undo(changeId), 'membership-changed-since')
      expect(await undo(changeId)).toMatchObject({ refusal: { names: ['Ben'] } })
      const other = await removed('UANA')
      await added('UANA')
      await expectRefused(() => undo(other), 'membership-changed-since')
    })

    it('is for those who may edit the group, and for a day', async () => {
      const changeId = await added('UANA', 'UBEN')
      await expectRefused(() => undo(changeId, 'UBEN'), 'not-the-group-owner')
      engine.setNow(instant(TEST_NOW + DAY_MS + 1))
      await expectRefused(() => undo(changeId), 'membership-undo-over')
      await expectRefused(() => undo('no-such-change'), 'membership-undo-over')
    })

    it('is one deed when two press at once', async () => {
      const changeId = await added('UANA', 'UBEN')
      const all = await Promise.all([undo(changeId), undo(changeId, 'UASSIST')])
      expect(all.filter(done => done.ok)).toHaveLength(1)
    })

    it('takes several out all or none', async () => {
      await added('UANA')
      await expectRefused(() => take('UANA', 'UBEN'), 'not-in-group')
      await expectRefused(() => take(), 'nobody-named')
    })
  })

  describe('the owner', () => {
    it('is whoever makes the group unless somebody else of the club is named, who then hears it', async () => {
      const made = await perform(engine, by('UHEAD'), createGroup, {
        name: 'Ana’s',
        description: '',
        privacy: 'public',
        owner: { accountId: club.accounts.UANA },
      })
      expect(made).toMatchObject({ ok: true, value: { ownerId: club.accounts.UANA } })
      expect(await passed()).toEqual(['UANA'])
    })

    it('is changed alone, and has to be of the club and not suspended', async () => {
      const give = (accountId: string) =>
        perform(engine, by('UASSIST'), editGroup, {
          groupId: track.id,
          change: { owner: { accountId } },
          seenVersion: 1,
        })
      await expectRefused(() => give('nobody'), 'person-not-in-club')
      await setStatus(engine, club.accounts.UBEN, 'suspended')
      await expectRefused(() => give(club.accounts.UBEN), 'owner-suspended')
      expect(await give(club.accounts.UANA)).toMatchObject({
        ok: true,
        value: { ownerId: club.accounts.UANA, name: 'Tuesday Track', privacy: 'public' },
      })
      expect(await passed()).toEqual(['UANA'])
    })

    it('is offered from the whole club to coaches, and from those near them to an owner who runs', async () => {
      await joinClub(engine, club, 'UCLEO', 'Cleo')
      await engine.db.updateTable('groups').set({ owner_id: club.accounts.UANA }).execute()
      await putInGroup(engine, club, track.id, club.accounts.UBEN)
      const offered = async (who: string, typed = '') => {
        const found = await ask(engine, by(who).who, suggestOwners, { typed })
        return found.ok ? found.value.map(person => person.name) : found.refusal
      }
      expect(await offered('UHEAD')).toEqual(['Ana', 'Ben', 'Cleo', 'Coach Ivo', 'Coach Mara'])
      expect(await offered('UANA')).toEqual(['Ana', 'Ben', 'Coach Ivo', 'Coach Mara'])
      expect(await offered('UHEAD', 'coach i')).toEqual(['Coach Ivo'])
    })
  })

  async function make(name: string): Promise<Group> {
    const made = await perform(engine, by('UHEAD'), createGroup, { name, description: '', privacy: 'public' })
    if (!made.ok) throw new Error(made.refusal.code)
    return made.value
  }

  function remove() {
    return perform(engine, by('UHEAD'), deleteGroup, track.id)
  }

  function restore(who: string) {
    return perform(engine, by(who), restoreDeletedGroup, track.id)
  }

  async function added(...slackUserIds: string[]): Promise<string> {
    const people = slackUserIds.map(slackUserId => ({ slackUserId, name: slackUserId }))
    const done = await perform(engine, by('UHEAD'), addMembers, { groupName: 'Tuesday Track', people })
    if (!done.ok) throw new Error(done.refusal.code)
    return done.value.changeId
  }

  function take(...slackUserIds: string[]) {
    const people = slackUserIds.map(slackUserId => ({ slackUserId, name: slackUserId }))
    return perform(engine, by('UHEAD'), removeMember, { groupName: 'Tuesday Track', people })
  }

  async function removed(...slackUserIds: string[]): Promise<string> {
    const done = await take(...slackUserIds)
    if (!done.ok) throw new Error(done.refusal.code)
    return done.value.changeId
  }

  function undo(changeId: string, who = 'UHEAD') {
    return perform(engine, by(who), undoMembershipChange, changeId)
  }

  async function names(): Promise<string[]> {
    const card = await ask(engine, by('UHEAD').who, showGroup, { groupId: track.id })
    return card.ok ? (card.value.members ?? []).map(member => member.displayName) : [card.refusal.code]
  }

  function memberships() {
    return engine.db.selectFrom('group_memberships').selectAll().orderBy('id').execute()
  }

  /** What a deletion must not change for good. */
  async function held() {
    const { groups, group_memberships, schedules } = await wholeDatabase(engine)
    const lasting = (groups as { version: number; updated_at: number }[]).map(
      ({ version: _, updated_at: __, ...row }) => row,
    )
    return { lasting, group_memberships, schedules }
  }

  async function passed(): Promise<string[]> {
    const rows = await engine.db
      .selectFrom('outbox')
      .select('recipient')
      .where('kind', '=', 'group-passed')
      .execute()
    return rows.map(row => row.recipient)
  }

  async function expectRefused<R extends { ok: boolean }>(attempt: () => Promise<R>, code: string) {
    const before = await wholeDatabase(engine)
    expect(await attempt()).toMatchObject({ ok: false, refusal: { code } })
    expect(await wholeDatabase(engine)).toEqual(before)
  }
})
