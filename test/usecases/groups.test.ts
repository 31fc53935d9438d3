import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AuditPage } from '#domain/audit/audit-card.ts'
import type { Group, GroupPrivacy } from '#domain/group/group.ts'
import { instant } from '#kernel/instant.ts'
import type { Result } from '#kernel/result.ts'
import { listGroups, updateGroup } from '#store/group-store.ts'
import { ask } from '#usecases/ask.ts'
import { listAudit } from '#usecases/audit/list-audit.ts'
import { addMembers } from '#usecases/group/add-members.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { deleteGroup } from '#usecases/group/delete-group.ts'
import { editGroup } from '#usecases/group/edit-group.ts'
import { listGroupsFor } from '#usecases/group/list-groups.ts'
import { removeMember } from '#usecases/group/remove-member.ts'
import { setGroupSharing } from '#usecases/group/set-group-sharing.ts'
import { showGroup } from '#usecases/group/show-group.ts'
import { perform } from '#usecases/perform.ts'
import { joinClub, putInGroup, setStatus, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, TEST_NOW, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

describe('groups', () => {
  let engine: TestEngine
  let club: TestClub
  let track: Group

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    track = await group('Tuesday Track', 'private')
  })
  afterEach(() => engine.close())

  describe('words of a group', () => {
    it('takes a name that nobody can see for none', async () => {
      for (const name of ['\u200d', '\u3164', ' \u2060 ', '\u00ad\ufe0f']) {
        await expectRefused(
          () =>
            perform(engine, by('UHEAD'), createGroup, {
              name,
              description: '',
              privacy: 'public',
            }),
          'group-name-empty',
        )
      }
    })

    it('keeps the lines of a description and drops what would turn its letters round', async () => {
      const made = await perform(engine, by('UHEAD'), createGroup, {
        name: 'Long Runs',
        description: '  Sundays\r\n\r\n\r\n\r\nat \u202eeight\u0000  ',
        privacy: 'public',
      })
      expect(made).toMatchObject({ ok: true, value: { description: 'Sundays\n\nat eight' } })
    })
  })

  describe('editing', () => {
    it('changes only the fields given, and the audit has before and after', async () => {
      const done = await edit({ description: 'Intervals' }, 1)
      expect(done).toMatchObject({
        ok: true,
        value: { name: 'Tuesday Track', description: 'Intervals', privacy: 'private', version: 2 },
      })
      const detail = await engine.db
        .selectFrom('audit_details')
        .select('detail_json')
        .where('seq', '=', 2)
        .executeTakeFirstOrThrow()
      expect(JSON.parse(detail.detail_json)).toMatchObject({
        before: { description: '', version: 1 },
        after: { description: 'Intervals', version: 2 },
      })
    })

    it('loses nothing of two coaches at once: the second is told, and nothing is written', async () => {
      await edit({ name: 'Track' }, 1)
      await expectRefused(() => edit({ name: 'Night Track' }, 1), 'group-changed-meanwhile')
      expect(await edit({ name: 'Night Track' }, 2)).toMatchObject({ ok: true, value: { version: 3 } })
    })

    it('refuses another group’s name, whatever its case, but not its own in another case', async () => {
      await group('Long Runs', 'public')
      await expectRefused(() => edit({ name: ' LONG  runs' }, null), 'group-name-taken')
      expect(await edit({ name: 'TUESDAY TRACK' }, null)).toMatchObject({ ok: true })
    })

    it('does not write over a version that was overtaken', async () => {
      await edit({ description: 'theirs' }, 1)
      const written = await engine.db
        .transaction()
        .execute(tx => updateGroup(tx, { ...track, description: 'mine', version: 2 }))
      expect(written).toBe('overtaken')
      expect(await listGroups(engine.db, club.organizationId)).toMatchObject([{ description: 'theirs' }])
    })
  })

  describe('deleting', () => {
    it('keeps the athletes, frees the name after ten minutes, and answers a second click', async () => {
      await putInGroup(engine, club, track.id, club.accounts.UANA)
      expect(await perform(engine, by('UHEAD'), deleteGroup, track.id)).toMatchObject({ ok: true })
      await expectRefused(() => perform(engine, by('UASSIST'), deleteGroup, track.id), 'group-gone')
      await expectRefused(() => edit({ name: 'x' }, null), 'group-gone')
      await expectRefused(
        () =>
          perform(engine, by('UHEAD'), createGroup, {
            name: ' tuesday TRACK',
            description: '',
            privacy: 'public',
          }),
        'group-name-reserved',
      )
      engine.setNow(instant(TEST_NOW + 10 * 60_000))
      await group('tuesday track', 'public')
      const listing = await ask(engine, by('UHEAD').who, listGroupsFor, {})
      expect(listing).toMatchObject({
        ok: true,
        value: {
          groups: [{ group: { name: 'tuesday track' }, members: 0 }],
          totals: { totalAthletes: 2, unassignedCount: 2 },
        },
      })
    })
  })

  describe('members', () => {
    it('are added all or none', async () => {
      await expectRefused(() => add('UANA', 'UNOBODY'), 'person-not-in-club')
      await setStatus(engine, club.accounts.UBEN, 'suspended')
      await expectRefused(() => add('UANA', 'UBEN'), 'person-suspended')
      await expectRefused(() => add(), 'nobody-named')
    })

    it('keep what they share by default, are told each, and see in the audit who added them', async () => {
      await engine.db
        .updateTable('memberships')
        .set({ shares_by_default: 0 })
        .where('account_id', '=', club.accounts.UBEN)
        .execute()
      expect(await add('UANA', 'UBEN')).toMatchObject({
        ok: true,
        value: { added: ['Ana', 'Ben'], alreadyIn: [] },
      })
      const rows = await engine.db
        .selectFrom('group_memberships')
        .select(['account_id', 'is_shared'])
        .orderBy('account_id')
        .execute()
      expect(rows).toEqual([
        { account_id: club.accounts.UANA, is_shared: 1 },
        { account_id: club.accounts.UBEN, is_shared: 0 },
      ])
      const outbox = await engine.db
        .selectFrom('outbox')
        .select(['kind', 'recipient'])
        .orderBy('id')
        .execute()
      expect(outbox).toEqual([
        { kind: 'group-welcome', recipient: 'UANA' },
        { kind: 'group-welcome', recipient: 'UBEN' },
      ])
      expect(await auditOf('UANA')).toEqual(['group.members-added'])
      expect(await auditOf('UBEN')).toEqual(['group.members-added'])
    })

    it('named twice in one line are added once', async () => {
      expect(await add('UANA', 'UANA')).toMatchObject({
        ok: true,
        value: { added: ['Ana'], alreadyIn: [] },
      })
    })

    it('who are in it already are named, and nothing is written when all are', async () => {
      await add('UANA')
      expect(await add('UANA', 'UBEN')).toMatchObject({
        ok: true,
        value: { added: ['Ben'], alreadyIn: ['Ana'] },
      })
      await expectRefused(() => add('UANA', 'UBEN'), 'already-in-group')
    })

    it('are told nothing when they add themselves', async () => {
      await add('UHEAD')
      expect(await engine.db.selectFrom('outbox').selectAll().execute()).toEqual([])
    })

    it('leave by an interval that ends, and may come back', async () => {
      await add('UANA')
      expect(await remove('UANA')).toMatchObject({ ok: true, value: { name: 'Ana' } })
      await expectRefused(() => remove('UANA'), 'not-in-group')
      await expectRefused(() => remove('UNOBODY'), 'person-not-in-club')
      await add('UANA')
      const intervals = await engine.db
        .selectFrom('group_memberships')
        .select('left_at')
        .orderBy('id')
        .execute()
      expect(intervals.map(row => row.left_at === null)).toEqual([false, true])
      expect(await auditOf('UANA')).toEqual([
        'group.members-added',
        'group.members-removed',
        'group.members-added',
      ])
    })

    it('who kept a group’s runs private keep them so when they are added again', async () => {
      await add('UANA')
      await share('UANA', false)
      await remove('UANA')
      await add('UANA')
      const card = await ask(engine, by('UANA').who, showGroup, { groupId: track.id })
      expect(card).toMatchObject({ ok: true, value: { ownSharing: false } })
    })

    it('who are inactive or suspended are seen by those who lead the group alone, and counted by nobody', async () => {
      const ines = await joinClub(engine, club, 'UINES', 'Ines')
      const olga = await joinClub(engine, club, 'UOLGA', 'Olga')
      await engine.db.updateTable('groups').set({ owner_id: olga }).execute()
      await add('UANA', 'UBEN', 'UINES')
      await setStatus(engine, club.accounts.UBEN, 'suspended')
      await setStatus(engine, ines, 'inactive')
      const namesFor = async (who: string) => {
        const card = await ask(engine, by(who).who, showGroup, { groupId: track.id })
        return card.ok ? card.value.members?.map(member => member.displayName) : card.refusal.code
      }
      expect(await namesFor('UANA')).toEqual(['Ana'])
      expect(await namesFor('UINES')).toEqual(['Ana', 'Ines'])
      expect(await namesFor('UHEAD')).toEqual(['Ana', 'Ben', 'Ines'])
      expect(await namesFor('UOLGA')).toEqual(['Ana', 'Ben', 'Ines'])
      const listing = await ask(engine, by('UHEAD').who, listGroupsFor, {})
      expect(listing).toMatchObject({
        ok: true,
        value: { groups: [{ members: 1 }], totals: { totalAthletes: 2, unassignedCount: 1 } },
      })
    })
  })

  describe('sharing', () => {
    it('changes once: a second click is answered and recorded nowhere', async () => {
      await putInGroup(engine, club, track.id, club.accounts.UANA, false)
      expect(await share('UANA', true)).toMatchObject({ ok: true, value: { isShared: true } })
      const before = await wholeDatabase(engine)
      expect(await share('UANA', true)).toMatchObject({ ok: true, value: { isShared: true } })
      expect(await wholeDatabase(engine)).toEqual(before)
    })

    it('may be taken back, but not begun, by somebody suspended', async () => {
      await putInGroup(engine, club, track.id, club.accounts.UANA, true)
      await setStatus(engine, club.accounts.UANA, 'suspended')
      expect(await share('UANA', false)).toMatchObject({ ok: true })
      await expectRefused(() => share('UANA', true), 'suspended')
    })
  })

  describe('a private group', () => {
    it.each(['UBEN', 'USTRANGER'])('is never hinted at to %s', async who => {
      await group('Open Miles', 'public')
      for (const name of ['Tuesday Track', 'Tuesday Trak', 'tuesday track ']) {
        const shown = await ask(engine, by(who).who, showGroup, { groupName: name })
        const added = await perform(engine, by(who), addMembers, {
          groupName: name,
          people: [{ slackUserId: 'UANA', name: 'Ana' }],
        })
        expect(JSON.stringify([shown, added])).not.toMatch(new RegExp(track.id))
        for (const result of [shown, added]) {
          if (who === 'USTRANGER') expect(result).toMatchObject({ refusal: { code: 'not-a-member' } })
          else
            expect(result).toEqual({ ok: false, refusal: { code: 'group-unknown', name, suggestion: null } })
        }
      }
      const byId = await ask(engine, by(who).who, showGroup, { groupId: track.id })
      const made = await ask(engine, by(who).who, showGroup, { groupId: 'no-such-group' })
      expect(byId).toEqual(made)
      const listing = await ask(engine, by(who).who, listGroupsFor, {})
      expect(JSON.stringify(listing)).not.toContain('Tuesday')
    })

    it('is suggested to whoever may see it', async () => {
      await putInGroup(engine, club, track.id, club.accounts.UANA)
      for (const who of ['UHEAD', 'UASSIST', 'UANA']) {
        expect(await ask(engine, by(who).who, showGroup, { groupName: 'tuesdy track' })).toMatchObject({
          refusal: { suggestion: 'Tuesday Track' },
        })
      }
    })

    it('gives the name and description of a public one to athletes outside, and not its members', async () => {
      const open = await group('Open Miles', 'public')
      await putInGroup(engine, club, open.id, club.accounts.UANA)
      const card = await ask(engine, by('UBEN').who, showGroup, { groupName: 'open miles' })
      expect(card).toMatchObject({
        ok: true,
        value: { group: { name: 'Open Miles' }, members: null, mayEdit: false, ownSharing: null },
      })
    })
  })

  describe('the audit', () => {
    it('shows a suspended head coach what concerns them and no more', async () => {
      await add('UANA')
      await setStatus(engine, club.accounts.UHEAD, 'suspended')
      const page = await ask(engine, by('UHEAD').who, listAudit, everything)
      expect(page).toMatchObject({ ok: true, value: { scope: 'about-me', lines: [] } })
    })

    it('shows an assistant coach their own deeds, also when they ask for somebody else’s', async () => {
      await add('UANA')
      await perform(engine, by('UASSIST'), editGroup, {
        groupId: track.id,
        change: { name: 'Track' },
        seenVersion: null,
      })
      const page = await ask(engine, by('UASSIST').who, listAudit, {
        ...everything,
        bySlackUser: { slackUserId: 'UHEAD', name: 'Coach Mara' },
      })
      expect(page).toMatchObject({
        ok: true,
        value: { scope: 'own-deeds', lines: [{ action: 'group.edited', actorName: 'Coach Ivo' }] },
      })
      if (page.ok) expect(page.value.lines).toHaveLength(1)
    })

    it('pages through without a gap, filtered by person and kind', async () => {
      for (let n = 0; n < 24; n++) await edit({ description: `${n}` }, null)
      await add('UANA')
      const seen: number[] = []
      let olderThan: number | null = null
      do {
        const page: Result<AuditPage, { code: string }> = await ask(engine, by('UHEAD').who, listAudit, {
          bySlackUser: { slackUserId: 'UHEAD', name: 'Coach Mara' },
          kind: 'group.e',
          olderThan,
        })
        if (!page.ok) throw new Error(page.refusal.code)
        seen.push(...page.value.lines.map(line => line.seq))
        olderThan = page.value.olderThan
      } while (olderThan !== null && seen.length < 100)
      expect(seen).toEqual(Array.from({ length: 24 }, (_, n) => 25 - n))
      expect(
        await ask(engine, by('UHEAD').who, listAudit, {
          ...everything,
          bySlackUser: { slackUserId: 'UNOBODY', name: 'Nobody' },
        }),
      ).toMatchObject({ refusal: { code: 'person-not-in-club' } })
    })
  })

  const everything = { bySlackUser: null, kind: null, olderThan: null }

  async function auditOf(who: string): Promise<string[]> {
    const page = await ask(engine, by(who).who, listAudit, everything)
    return page.ok ? page.value.lines.map(line => line.action) : [page.refusal.code]
  }

  async function group(name: string, privacy: GroupPrivacy): Promise<Group> {
    const made = await perform(engine, by('UHEAD'), createGroup, { name, description: '', privacy })
    if (!made.ok) throw new Error(made.refusal.code)
    return made.value
  }

  function edit(change: { name?: string; description?: string }, seenVersion: number | null) {
    return perform(engine, by('UHEAD'), editGroup, { groupId: track.id, change, seenVersion })
  }

  function add(...slackUserIds: string[]) {
    return perform(engine, by('UHEAD'), addMembers, {
      groupName: 'Tuesday Track',
      people: slackUserIds.map(slackUserId => ({ slackUserId, name: slackUserId })),
    })
  }

  function remove(slackUserId: string) {
    return perform(engine, by('UHEAD'), removeMember, {
      groupName: 'Tuesday Track',
      slackUserId,
      name: slackUserId,
    })
  }

  function share(who: string, isShared: boolean) {
    return perform(engine, by(who), setGroupSharing, { groupId: track.id, isShared })
  }

  async function expectRefused<R extends { ok: boolean }>(attempt: () => Promise<R>, code: string) {
    const before = await wholeDatabase(engine)
    expect(await attempt()).toMatchObject({ ok: false, refusal: { code } })
    expect(await wholeDatabase(engine)).toEqual(before)
  }
})
