import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Group } from '#domain/group/group.ts'
import { CAP_MAX } from '#domain/invitation/invitation-code.ts'
import { HOUR_MS, instant, localDay, MINUTE_MS } from '#kernel/instant.ts'
import { verifyAuditChain } from '#store/audit-store.ts'
import { ask } from '#usecases/ask.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { type CreateCode, createCode } from '#usecases/invitation/create-code.ts'
import { enterCode } from '#usecases/invitation/enter-code.ts'
import { inviteAthlete } from '#usecases/invitation/invite-athlete.ts'
import { type CodeAnswer, joinByCode } from '#usecases/invitation/join-by-code.ts'
import { offerCode } from '#usecases/invitation/offer-code.ts'
import { openJoinLink } from '#usecases/invitation/open-join-link.ts'
import { revokeInvitation } from '#usecases/invitation/revoke-invitation.ts'
import { perform } from '#usecases/perform.ts'
import { setStatus, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, TEST_NOW, TEST_TEAM, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { person } from '../fixtures/test-people.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

describe('codes for many', () => {
  let engine: TestEngine
  let club: TestClub
  let track: Group

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    const made = await perform(engine, by('UHEAD'), createGroup, {
      name: 'Track',
      description: '',
      privacy: 'private',
    })
    if (!made.ok) throw new Error('no group')
    track = made.value
  })
  afterEach(() => engine.close())

  describe('making one', () => {
    it('shows it once and keeps only its hash', async () => {
      const { plain, code } = await make({})
      expect(plain).toMatch(/^([A-Z2-9]{5}-){5}[A-Z2-9]$/)
      const written = await wholeDatabase(engine)
      expect(JSON.stringify(written)).not.toContain(plain)
      expect(JSON.stringify(written)).not.toContain(plain.replaceAll('-', ''))
      expect(plain.endsWith(code.hint.slice(-1))).toBe(true)
      expect((await make({})).plain).not.toBe(plain)
    })

    it('takes a word of the coach’s own, once, and again after it was revoked', async () => {
      const first = await make({ vanity: 'spring-26' })
      expect(first.plain).toBe('SPRING-26')
      await expectRefused(() => tryMake({ vanity: 'SPRING26' }), 'code-taken')
      await perform(engine, by('UHEAD'), revokeInvitation, { kind: 'code', id: first.code.id })
      expect((await make({ vanity: 'Spring26' })).plain).toBe('SPRING26')
    })

    it('refuses what cannot be one, and nothing is written', async () => {
      for (const vanity of ['ABC', '-ABCD', 'ABCD-', 'A--B', 'ÄRGER', 'A'.repeat(21), 'TWO WORDS']) {
        await expectRefused(() => tryMake({ vanity }), 'code-malformed')
      }
      for (const cap of [0, -1, 1.5, CAP_MAX + 1])
        await expectRefused(() => tryMake({ cap }), 'code-cap-wrong')
      await expectRefused(() => tryMake({ until: localDay('2026-11-19') }), 'code-until-past')
      await expectRefused(() => tryMake({ groupName: 'Nowhere' }), 'group-unknown')
    })

    it('is for coaches alone', async () => {
      await expectRefused(() => tryMake({}, 'UANA'), 'not-a-coach')
      await expectRefused(() => tryMake({}, 'USTRANGER'), 'not-a-member')
      expect(await tryMake({}, 'UASSIST')).toMatchObject({ ok: true })
    })
  })

  describe('joining', () => {
    it.each([
      ['accept-and-share', 1],
      ['accept-keep-private', 0],
    ] as const)('with the answer %s makes a member with that choice', async (answer, isShared) => {
      const { plain, code } = await make({ groupName: 'Track', cap: 3 })
      const before = await wholeDatabase(engine)
      const entered = await enter('UNORA', ` ${plain.toLowerCase().replaceAll('-', ' ')} `)
      expect(entered).toMatchObject({
        ok: true,
        value: { kind: 'offer', offer: { codeId: code.id, clubName: 'Test Club', groupName: 'Track' } },
      })
      expect(await wholeDatabase(engine)).toEqual(before)
      expect(await join('UNORA', code.id, answer)).toMatchObject({ ok: true })
      const members = await engine.db
        .selectFrom('memberships as m')
        .innerJoin('accounts as a', 'a.id', 'm.account_id')
        .where('a.slack_user_id', '=', 'UNORA')
        .select('m.shares_by_default')
        .execute()
      expect(members).toEqual([{ shares_by_default: isShared }])
      const groups = await engine.db
        .selectFrom('group_memberships')
        .select(['group_id', 'is_shared'])
        .execute()
      expect(groups).toEqual([{ group_id: track.id, is_shared: isShared }])
      expect(await uses(code.id)).toBe(1)
      const told = await engine.db.selectFrom('outbox').select(['kind', 'recipient']).execute()
      expect(told).toEqual([{ kind: 'invitation-result', recipient: 'UHEAD' }])
      expect(await verifyAuditChain(engine.db, engine.auditKey, club.organizationId)).toMatchObject({
        fault: null,
      })
    })

    it('counts a second click of the same person once', async () => {
      const { code } = await make({})
      await join('UNORA', code.id)
      await expectRefused(() => join('UNORA', code.id), 'already-joined')
      expect(await uses(code.id)).toBe(1)
    })

    it('lets exactly as many in as the cap says, however many come at once', async () => {
      const { plain, code } = await make({ cap: 1 })
      const people = Array.from({ length: 10 }, (_, index) => `UNEW${index}`)
      const answers = await Promise.all(people.map(each => join(each, code.id)))
      expect(answers.filter(answer => answer.ok)).toHaveLength(1)
      expect(answers.filter(answer => !answer.ok).map(answer => !answer.ok && answer.refusal.code)).toEqual(
        Array(9).fill('code-used-up'),
      )
      expect(await uses(code.id)).toBe(1)
      expect(await engine.db.selectFrom('memberships').selectAll().execute()).toHaveLength(5)
      expect(await enter('ULATE', plain)).toMatchObject({ value: { refusal: { code: 'code-used-up' } } })
    })

    it('ends with the last day in the club’s zone, by the business clock', async () => {
      const { plain, code } = await make({ until: localDay('2026-11-21') })
      const midnightInOslo = Date.UTC(2026, 10, 21, 23)
      engine.setNow(instant(midnightInOslo - 1))
      expect(await enter('UNORA', plain)).toMatchObject({ value: { kind: 'offer' } })
      engine.setNow(instant(midnightInOslo))
      expect(await enter('UNORA', plain)).toMatchObject({ value: { refusal: { code: 'code-expired' } } })
      await expectRefused(() => join('UNORA', code.id), 'code-expired')
    })

    it('says that it was revoked, even when it is used up and over as well', async () => {
      const { plain, code } = await make({ cap: 1, until: localDay('2026-11-21') })
      await join('UNORA', code.id)
      expect(
        await perform(engine, by('UASSIST'), revokeInvitation, { kind: 'code', id: code.id }),
      ).toMatchObject({
        ok: true,
      })
      engine.setNow(instant(TEST_NOW + 100 * HOUR_MS))
      expect(await enter('UBEN2', plain)).toMatchObject({ value: { refusal: { code: 'code-revoked' } } })
      await expectRefused(() => join('UBEN2', code.id), 'code-revoked')
      await expectRefused(
        () => perform(engine, by('UHEAD'), revokeInvitation, { kind: 'code', id: code.id }),
        'code-revoked',
      )
    })

    it('answers the invitations in Slack that asked the same, and leaves those to another group', async () => {
      const invite = async (groupName: string | null) => {
        const sent = await perform(engine, by('UHEAD'), inviteAthlete, {
          person: person('UNORA', 'Nora'),
          groupName,
        })
        if (!sent.ok) throw new Error(sent.refusal.code)
      }
      await perform(engine, by('UHEAD'), createGroup, { name: 'Hills', description: '', privacy: 'public' })
      for (const groupName of [null, 'Track', 'Hills']) await invite(groupName)
      const { code } = await make({ groupName: 'Track' })
      expect(await join('UNORA', code.id)).toMatchObject({ ok: true })
      const rows = await engine.db
        .selectFrom('invitations as i')
        .leftJoin('groups as g', 'g.id', 'i.group_id')
        .where('i.via', '=', 'slack')
        .orderBy('i.id')
        .select(['g.name', 'i.state', 'i.answered_at'])
        .execute()
      expect(rows).toEqual([
        { name: null, state: 'accepted', answered_at: TEST_NOW },
        { name: 'Track', state: 'accepted', answered_at: TEST_NOW },
        { name: 'Hills', state: 'pending', answered_at: null },
      ])
      const closed = await engine.db
        .selectFrom('outbox')
        .select('recipient')
        .where('kind', '=', 'invitation-closed')
        .execute()
      expect(closed).toEqual([{ recipient: 'UNORA' }, { recipient: 'UNORA' }])
    })

    it('puts a member into the group of the code, and lets nobody suspended in', async () => {
      const { plain, code } = await make({ groupName: 'Track' })
      expect(await join('UANA', code.id)).toMatchObject({ ok: true })
      expect(await enter('UANA', plain)).toMatchObject({
        value: { refusal: { code: 'already-joined', groupName: 'Track' } },
      })
      await setStatus(engine, club.accounts.UBEN, 'suspended')
      await expectRefused(() => join('UBEN', code.id), 'suspended')
    })

    it('keeps people of other workspaces and codes of other clubs out', async () => {
      const { plain, code } = await make({})
      await expectRefused(() => enter('UFAR', plain, { isFromElsewhere: true }), 'cannot-join-outsider')
      await expectRefused(
        () =>
          perform(engine, by('UFAR'), joinByCode, {
            codeId: code.id,
            answer: 'accept-and-share',
            person: person('UFAR', 'Far', { isFromElsewhere: true }),
          }),
        'cannot-join-outsider',
      )
      const other = await testClub(engine, 'T0OTHER')
      expect(other.organizationId).not.toBe(club.organizationId)
      expect(await openJoinLink(engine, 'T0OTHER', plain)).toBeNull()
      expect(await openJoinLink(engine, TEST_TEAM, plain)).toEqual({ clubName: 'Test Club' })
    })

    it('lets a guest of the workspace in', async () => {
      const { code } = await make({})
      const guest = person('UGUEST', 'Guest', { isGuest: true })
      const joined = await perform(engine, by('UGUEST'), joinByCode, {
        codeId: code.id,
        answer: 'accept-keep-private',
        person: guest,
      })
      expect(joined).toMatchObject({ ok: true })
    })
  })

  describe('guessing', () => {
    it('makes whoever types five wrong codes wait, and nobody else; the audit counts', async () => {
      const { plain } = await make({ vanity: 'SPRING26' })
      for (let guess = 0; guess < 5; guess += 1) {
        expect(await enter('UNORA', `GUESS${guess}`)).toMatchObject({
          value: { refusal: { code: 'code-unknown' } },
        })
        engine.setNow(instant(engine.businessNow() + MINUTE_MS))
      }
      await expectRefused(() => enter('UNORA', plain), 'code-guessing')
      expect(await enter('UNORA', plain)).toMatchObject({ refusal: { minutes: 5 } })
      expect(await enter('UOTHER', plain)).toMatchObject({ value: { kind: 'offer' } })
      const entries = await engine.db.selectFrom('audit_entries').select('action').execute()
      expect(entries.filter(({ action }) => action === 'code.guessed')).toHaveLength(1)
      engine.setNow(instant(TEST_NOW + 11 * MINUTE_MS))
      expect(await enter('UNORA', plain)).toMatchObject({ value: { kind: 'offer' } })
    })

    it('lets nobody try hundreds: of a bulk, five are looked up', async () => {
      await make({ vanity: 'AAAA' })
      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, index) => enter('UNORA', `X${index}YZ`)),
      )
      expect(answers.filter(answer => answer.ok)).toHaveLength(5)
      expect(await engine.db.selectFrom('code_attempts').selectAll().execute()).toHaveLength(5)
    })

    it('does not count a code that is right, nor signs that are no code', async () => {
      const { plain } = await make({})
      for (let time = 0; time < 12; time += 1) {
        expect(await enter('UNORA', plain)).toMatchObject({ value: { kind: 'offer' } })
      }
      expect(await enter('UNORA', '---')).toMatchObject({ value: { refusal: { code: 'code-unknown' } } })
    })
  })

  it('offers by its button what it offers by typing', async () => {
    const { code } = await make({ groupName: 'Track' })
    const nora = by('UNORA').who
    const offer = await ask(engine, nora, offerCode, { codeId: code.id })
    expect(offer).toMatchObject({ ok: true, value: { inviterName: 'Coach Mara', groupName: 'Track' } })
    expect(await ask(engine, nora, offerCode, { codeId: 'nothing' })).toMatchObject({
      refusal: { code: 'code-unknown' },
    })
  })

  function tryMake(given: Partial<CreateCode>, who = 'UHEAD') {
    const nothing = { groupName: null, cap: null, until: null, vanity: null, channelId: null }
    return perform(engine, by(who), createCode, { ...nothing, ...given })
  }

  async function make(given: Partial<CreateCode>) {
    const made = await tryMake(given)
    if (!made.ok) throw new Error(made.refusal.code)
    return made.value
  }

  function enter(who: string, typed: string, given: Parameters<typeof person>[2] = {}) {
    return perform(engine, by(who), enterCode, { typed, person: person(who, who, given) })
  }

  function join(who: string, codeId: string, answer: CodeAnswer = 'accept-and-share') {
    return perform(engine, by(who), joinByCode, { codeId, answer, person: person(who, who) })
  }

  async function uses(id: string) {
    const row = await engine.db
      .selectFrom('invitation_codes')
      .select('uses')
      .where('id', '=', id)
      .executeTakeFirst()
    return row?.uses
  }

  async function expectRefused(
    deed: () => Promise<{ ok: boolean; refusal?: { code: string } }>,
    code: string,
  ): Promise<void> {
    const before = await wholeDatabase(engine)
    expect(await deed()).toMatchObject({ ok: false, refusal: { code } })
    expect(await wholeDatabase(engine), 'and nothing was written').toEqual(before)
  }
})
