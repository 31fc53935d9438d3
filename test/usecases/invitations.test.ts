import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Group } from '#domain/group/group.ts'
import { INVITATION_ANSWERS, type InvitationAnswer } from '#domain/invitation/invitation.ts'
import { verifyAuditChain } from '#store/audit-store.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { deleteGroup } from '#usecases/group/delete-group.ts'
import { answerInvitation } from '#usecases/invitation/answer-invitation.ts'
import { getInvitationCard } from '#usecases/invitation/get-invitation-card.ts'
import { inviteAthlete } from '#usecases/invitation/invite-athlete.ts'
import { perform } from '#usecases/perform.ts'
import { setStatus, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { person } from '../fixtures/test-people.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

describe('invitations', () => {
  let engine: TestEngine
  let club: TestClub
  let track: Group
  const nora = person('UNORA', 'Nora')

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    track = await group('Tuesday Track')
  })
  afterEach(() => engine.close())

  describe('sending', () => {
    it('queues one message to the person, and the audit says who was invited', async () => {
      const sent = await invite(nora, 'tuesday TRACK')
      expect(sent).toMatchObject({ ok: true, value: { name: 'Nora', group: { id: track.id } } })
      const outbox = await engine.db.selectFrom('outbox').selectAll().execute()
      expect(outbox).toMatchObject([{ kind: 'invitation', recipient: 'UNORA', state: 'pending' }])
      const entries = await engine.db.selectFrom('audit_entries').select('action').orderBy('seq').execute()
      expect(entries.map(entry => entry.action)).toEqual(['group.created', 'invitation.sent'])
      expect(await engine.db.selectFrom('memberships').selectAll().execute()).toHaveLength(4)
    })

    it('refuses whoever cannot be asked, and nothing is written', async () => {
      const cases = [
        [person('UBOT', 'Robo', { isBot: true }), 'cannot-invite-bot'],
        [person('UGONE', 'Gone', { isDeactivated: true }), 'cannot-invite-deactivated'],
        [person('UFAR', 'Far', { isFromElsewhere: true }), 'cannot-invite-outsider'],
        [person('UHEAD', 'Coach Mara'), 'cannot-invite-yourself'],
        [person('UANA', 'Ana'), 'already-a-member'],
      ] as const
      for (const [who, code] of cases) await expectRefused(() => invite(who, null), code)
    })

    it('invites a guest of the workspace', async () => {
      expect(await invite(person('UGUEST', 'Guest', { isGuest: true }), null)).toMatchObject({ ok: true })
    })

    it('refuses the same invitation twice, but not one into another group, nor one after a no', async () => {
      await group('Long Runs')
      const first = await invite(nora, null)
      await expectRefused(() => invite(nora, null), 'already-invited')
      expect(await invite(nora, 'Tuesday Track')).toMatchObject({ ok: true })
      expect(await invite(nora, 'Long Runs')).toMatchObject({ ok: true })
      await expectRefused(() => invite(nora, 'Long Runs'), 'already-invited')
      await answer(idOf(first), 'decline', 'UNORA')
      expect(await invite(nora, null)).toMatchObject({ ok: true })
    })

    it('asks a member into one more group, and says so when they are in it', async () => {
      const sent = await invite(person('UANA', 'Ana'), 'Tuesday Track')
      expect(await answer(idOf(sent), 'accept-keep-private', 'UANA')).toMatchObject({ ok: true })
      expect(await membershipsOf('UANA')).toMatchObject([{ shares_by_default: 1 }])
      expect(await groupsOf('UANA')).toEqual([{ group_id: track.id, is_shared: 0 }])
      await expectRefused(() => invite(person('UANA', 'Ana'), 'Tuesday Track'), 'already-a-member')
    })

    it('does not ask somebody suspended into a group', async () => {
      await setStatus(engine, club.accounts.UANA, 'suspended')
      await expectRefused(() => invite(person('UANA', 'Ana'), 'Tuesday Track'), 'person-suspended')
    })

    it('never finds a group of another club', async () => {
      const other = await testClub(engine, 'T0OTHER')
      await engine.db.updateTable('groups').set({ organization_id: other.organizationId }).execute()
      const refused = await expectRefused(() => invite(nora, 'Tuesday Track'), 'group-unknown')
      expect(refused).toMatchObject({ refusal: { suggestion: null } })
    })
  })

  describe('answering', () => {
    it.each([
      ['accept-and-share', 'accepted', 1],
      ['accept-keep-private', 'accepted', 0],
    ] as const)('%s joins club and group, and decides what is shared', async (given, state, shared) => {
      const id = idOf(await invite(nora, 'Tuesday Track'))
      expect(await answer(id, given, 'UNORA')).toMatchObject({ ok: true, value: { groupName: track.name } })
      expect(await stateOf(id)).toBe(state)
      expect(await membershipsOf('UNORA')).toMatchObject([{ status: 'active', shares_by_default: shared }])
      expect(await groupsOf('UNORA')).toEqual([{ group_id: track.id, is_shared: shared }])
      expect(await rolesOf('UNORA')).toEqual(['athlete'])
    })

    it('declining joins nothing and tells the coach once', async () => {
      const id = idOf(await invite(nora, 'Tuesday Track'))
      expect(await answer(id, 'decline', 'UNORA')).toMatchObject({ ok: true })
      expect(await stateOf(id)).toBe('declined')
      expect(await membershipsOf('UNORA')).toEqual([])
      expect(await groupsOf('UNORA')).toEqual([])
      const kinds = await engine.db.selectFrom('outbox').select(['kind', 'recipient']).orderBy('id').execute()
      expect(kinds).toEqual([
        { kind: 'invitation', recipient: 'UNORA' },
        { kind: 'invitation-result', recipient: 'UHEAD' },
      ])
    })

    it('records the invited person as the one who answered, though they were a stranger until then', async () => {
      for (const given of INVITATION_ANSWERS) {
        const who = person(`U${given}`, given)
        await answer(idOf(await invite(who, null)), given, who.slackUserId)
      }
      const answered = await engine.db
        .selectFrom('audit_entries as e')
        .leftJoin('accounts as a', 'a.id', 'e.actor_id')
        .where('e.action', '=', 'invitation.answered')
        .orderBy('e.seq')
        .select(['a.display_name', 'e.actor_kind'])
        .execute()
      expect(answered).toEqual(
        INVITATION_ANSWERS.map(given => ({ display_name: given, actor_kind: 'member' })),
      )
    })

    it('lets ten clicks accept once', async () => {
      const id = idOf(await invite(nora, 'Tuesday Track'))
      const all = await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          answer(id, n % 2 ? 'accept-and-share' : 'accept-keep-private', 'UNORA'),
        ),
      )
      expect(all.filter(result => result.ok)).toHaveLength(1)
      expect(all.filter(result => !result.ok).map(result => !result.ok && result.refusal.code)).toEqual(
        Array.from({ length: 9 }, () => 'invitation-already-answered'),
      )
      expect(await membershipsOf('UNORA')).toHaveLength(1)
      expect(await groupsOf('UNORA')).toHaveLength(1)
      expect(await rolesOf('UNORA')).toEqual(['athlete'])
      expect(await engine.db.selectFrom('outbox').selectAll().execute()).toHaveLength(2)
      expect(await verifyAuditChain(engine.db, engine.auditKey, club.organizationId)).toEqual({
        entries: 3,
        fault: null,
      })
    })

    it('is the invited person’s alone, and nothing is written', async () => {
      const id = idOf(await invite(nora, null))
      for (const given of INVITATION_ANSWERS) {
        for (const who of ['UHEAD', 'UANA', 'USTRANGER']) {
          await expectRefused(() => answer(id, given, who), 'invitation-not-yours')
        }
        await expectRefused(() => answer('no-such-id', given, 'UNORA'), 'invitation-unknown')
      }
    })

    it('does not know another club’s invitation', async () => {
      const id = idOf(await invite(nora, null))
      const other = await testClub(engine, 'T0OTHER')
      await engine.db.updateTable('invitations').set({ organization_id: other.organizationId }).execute()
      await expectRefused(() => answer(id, 'accept-and-share', 'UNORA'), 'invitation-unknown')
      expect(await getInvitationCard(engine.db, club.organizationId, id)).toBeNull()
    })

    it('still joins the club when the group was deleted meanwhile', async () => {
      const id = idOf(await invite(nora, 'Tuesday Track'))
      await perform(engine, by('UHEAD'), deleteGroup, track.id)
      expect(await answer(id, 'accept-and-share', 'UNORA')).toMatchObject({
        ok: true,
        value: { groupName: null },
      })
      expect(await membershipsOf('UNORA')).toHaveLength(1)
      expect(await groupsOf('UNORA')).toEqual([])
    })

    it('gives the newer word on sharing to somebody whom a coach added meanwhile', async () => {
      const id = idOf(await invite(person('UANA', 'Ana'), 'Tuesday Track'))
      await engine.db
        .insertInto('group_memberships')
        .values({
          id: 'added-by-coach',
          organization_id: club.organizationId,
          group_id: track.id,
          account_id: club.accounts.UANA,
          is_shared: 1,
          joined_at: 1,
          left_at: null,
        })
        .execute()
      expect(await answer(id, 'accept-keep-private', 'UANA')).toMatchObject({ ok: true })
      expect(await groupsOf('UANA')).toEqual([{ group_id: track.id, is_shared: 0 }])
    })

    it('lets somebody suspended decline, but not enter a group', async () => {
      const id = idOf(await invite(person('UANA', 'Ana'), 'Tuesday Track'))
      await setStatus(engine, club.accounts.UANA, 'suspended')
      await expectRefused(() => answer(id, 'accept-and-share', 'UANA'), 'suspended')
      expect(await answer(id, 'decline', 'UANA')).toMatchObject({ ok: true })
    })
  })

  async function group(name: string): Promise<Group> {
    const made = await perform(engine, by('UHEAD'), createGroup, {
      name,
      description: '',
      privacy: 'private',
    })
    if (!made.ok) throw new Error('no group')
    return made.value
  }

  function invite(who: typeof nora, groupName: string | null) {
    return perform(engine, by('UHEAD'), inviteAthlete, { person: who, groupName })
  }

  function answer(invitationId: string, given: InvitationAnswer, who: string) {
    return perform(engine, by(who), answerInvitation, { invitationId, answer: given })
  }

  function idOf(sent: Awaited<ReturnType<typeof invite>>): string {
    if (!sent.ok) throw new Error(`not invited: ${sent.refusal.code}`)
    return sent.value.invitation.id
  }

  async function expectRefused<R extends { ok: boolean }>(attempt: () => Promise<R>, code: string) {
    const before = await wholeDatabase(engine)
    const refused = await attempt()
    expect(refused).toMatchObject({ ok: false, refusal: { code } })
    expect(await wholeDatabase(engine)).toEqual(before)
    return refused
  }

  function accountOf(slackUserId: string) {
    return engine.db
      .selectFrom('accounts')
      .select('id')
      .where('slack_user_id', '=', slackUserId)
      .where('slack_team_id', '=', 'T0CLUB')
  }

  function membershipsOf(slackUserId: string) {
    return engine.db
      .selectFrom('memberships')
      .selectAll()
      .where('account_id', '=', accountOf(slackUserId))
      .execute()
  }

  function groupsOf(slackUserId: string) {
    return engine.db
      .selectFrom('group_memberships')
      .select(['group_id', 'is_shared'])
      .where('account_id', '=', accountOf(slackUserId))
      .where('left_at', 'is', null)
      .execute()
  }

  async function rolesOf(slackUserId: string): Promise<string[]> {
    const rows = await engine.db
      .selectFrom('membership_roles as r')
      .innerJoin('memberships as m', 'm.id', 'r.membership_id')
      .where('m.account_id', '=', accountOf(slackUserId))
      .select('r.role')
      .execute()
    return rows.map(row => row.role)
  }

  async function stateOf(id: string): Promise<string | undefined> {
    const row = await engine.db
      .selectFrom('invitations')
      .select('state')
      .where('id', '=', id)
      .executeTakeFirst()
    return row?.state
  }
})
