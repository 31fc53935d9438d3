import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { INVITATION_ANSWERS } from '#domain/invitation/invitation.ts'
import { ask } from '#usecases/ask.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { addAthlete } from '#usecases/invitation/add-athlete.ts'
import { answerInvitation } from '#usecases/invitation/answer-invitation.ts'
import { answerWelcome } from '#usecases/invitation/answer-welcome.ts'
import { enterCode } from '#usecases/invitation/enter-code.ts'
import { inviteAthlete } from '#usecases/invitation/invite-athlete.ts'
import { type InviteByEmail, inviteByEmail } from '#usecases/invitation/invite-by-email.ts'
import { listInvitations } from '#usecases/invitation/list-invitations.ts'
import { markSeen } from '#usecases/invitation/mark-seen.ts'
import { matchJoiner } from '#usecases/invitation/match-joiner.ts'
import { openJoinLink } from '#usecases/invitation/open-join-link.ts'
import { resendInvitation } from '#usecases/invitation/resend-invitation.ts'
import { revokeInvitation } from '#usecases/invitation/revoke-invitation.ts'
import { perform } from '#usecases/perform.ts'
import { setStatus, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, TEST_TEAM, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { person } from '../fixtures/test-people.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

describe('invitations by e-mail and at once', () => {
  let engine: TestEngine
  let club: TestClub

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    await perform(engine, by('UHEAD'), createGroup, { name: 'Track', description: '', privacy: 'private' })
  })
  afterEach(() => engine.close())

  it('hands the coach a token where there is no mail server, and keeps its hash alone', async () => {
    const { token, card } = await invite({ isMailed: false })
    expect(card).toEqual({
      firstName: 'Nora',
      address: 'Nora+run@Example.org',
      clubName: 'Test Club',
      inviterName: 'Coach Mara',
      groupName: 'Track',
      plan: null,
    })
    expect(token).toMatch(/^[A-Z2-9-]{31}$/)
    expect(JSON.stringify(await wholeDatabase(engine))).not.toContain(token)
    expect(await kinds()).toEqual([])
  })

  it('queues one mail where there is one, without any token at rest', async () => {
    const { token } = await invite({})
    expect(token).toBeNull()
    const rows = await engine.db.selectFrom('outbox').selectAll().execute()
    expect(rows).toMatchObject([{ kind: 'email', state: 'pending' }])
    expect(rows[0]?.recipient).toMatch(/^email:/)
    expect(rows[0]?.payload_json).not.toContain('@')
    const audit = await engine.db.selectFrom('audit_details').select('detail_json').execute()
    expect(JSON.stringify(audit)).not.toContain('@')
  })

  it('refuses what is no address or no name, and nothing is written', async () => {
    const wrong = [
      'nora',
      'nora@',
      '@example.org',
      'a b@example.org',
      'nora@example',
      'a@b@c.org',
      'x@1.2.3.4',
    ]
    for (const address of [...wrong, 'a\r\nbcc:x@example.org', 'nora@-x.org', `${'a'.repeat(65)}@x.org`]) {
      await expectRefused({ address }, 'email-malformed')
    }
    await expectRefused({ firstName: ' \u202E ' }, 'first-name-missing')
    await expectRefused({ firstName: 'n'.repeat(81) }, 'first-name-too-long')
    await expectRefused({ groupName: 'Nowhere' }, 'group-unknown')
    await expectRefused({}, 'not-a-coach', 'UANA')
  })

  it('takes two spellings of an address for one, but not what is behind a plus', async () => {
    await invite({ address: 'Nora+run@Example.org' })
    await expectRefused({ address: 'nora+RUN@EXAMPLE.ORG' }, 'email-already-invited')
    await invite({ address: 'nora@example.org' })
    await invite({ address: 'nora+run@example.org', groupName: null })
  })

  it.each(INVITATION_ANSWERS)(
    'asks whoever joins with the address in Slack, and keeps their %s',
    async answer => {
      await invite({ address: 'Nora+run@Example.org' })
      expect(await joinWorkspace('nora+run@example.org')).toMatchObject({ ok: true, value: 1 })
      expect(await kinds()).toEqual(['email', 'invitation'])
      const asked = await engine.db.selectFrom('invitations').selectAll().executeTakeFirstOrThrow()
      expect(asked).toMatchObject({ via: 'email', state: 'pending' })
      const answered = await perform(engine, by('UNORA'), answerInvitation, {
        invitationId: asked.id,
        answer,
      })
      expect(answered).toMatchObject({ ok: true })
      const state = answer === 'decline' ? 'declined' : 'accepted'
      expect(await engine.db.selectFrom('email_invitations').select('state').execute()).toEqual([{ state }])
      expect((await list()).funnel).toMatchObject({ sent: 1, seen: 1, [state]: 1, pending: 0 })
      const members = await engine.db.selectFrom('memberships').selectAll().execute()
      expect(members).toHaveLength(answer === 'decline' ? 4 : 5)
    },
  )

  it('asks nobody twice, nobody with another address, and no bot', async () => {
    await invite({})
    expect(await joinWorkspace('nora@example.org')).toMatchObject({ value: 0 })
    expect(await joinWorkspace('not an address')).toMatchObject({ value: 0 })
    const who = { kind: 'system', organizationId: club.organizationId } as const
    const robot = { address: 'nora+run@example.org', person: person('UBOT', 'Robo', { isBot: true }) }
    expect(await perform(engine, { who, surface: 'clock' }, matchJoiner, robot)).toMatchObject({ value: 0 })
    expect(await joinWorkspace('nora+run@example.org')).toMatchObject({ value: 1 })
    expect(await joinWorkspace('nora+run@example.org')).toMatchObject({ value: 0 })
  })

  it('knows whoever types the token, whatever their address, and no second person', async () => {
    const { token } = await invite({ isMailed: false })
    expect(await type('UNORA', token ?? '')).toMatchObject({ value: { kind: 'asked-in-dm' } })
    expect(await type('UNORA', token ?? '')).toMatchObject({ value: { kind: 'asked-in-dm' } })
    expect(await kinds()).toEqual(['invitation'])
    expect(await type('UOTHER', token ?? '')).toMatchObject({
      value: { kind: 'no', refusal: { code: 'invitation-not-yours' } },
    })
    expect((await list()).pending).toMatchObject([{ kind: 'slack', name: 'UNORA' }])
  })

  it('is seen when its page is opened, and lists as such', async () => {
    const { token } = await invite({ isMailed: false })
    expect((await list()).pending).toMatchObject([
      { kind: 'email', address: 'Nora+run@Example.org', isSeen: false },
    ])
    expect(await openJoinLink(engine, TEST_TEAM, token ?? '')).toEqual({ clubName: 'Test Club' })
    const after = await list()
    expect(after.pending).toMatchObject([{ isSeen: true }])
    expect(after.funnel).toMatchObject({ sent: 1, seen: 1, pending: 1 })
  })

  it('is sent again with a token of its own, the old one void; revoked, it leads nowhere', async () => {
    const { token } = await invite({ isMailed: false })
    const id = (await list()).pending[0]?.id ?? ''
    const again = await perform(engine, by('UASSIST'), resendInvitation, {
      kind: 'email',
      id,
      isMailed: false,
    })
    if (!again.ok || again.value.kind !== 'email') throw new Error('not sent again')
    expect(await openJoinLink(engine, TEST_TEAM, token ?? '')).toBeNull()
    expect(await openJoinLink(engine, TEST_TEAM, again.value.token ?? '')).not.toBeNull()
    await perform(engine, by('UHEAD'), revokeInvitation, { kind: 'email', id })
    expect(await openJoinLink(engine, TEST_TEAM, again.value.token ?? '')).toBeNull()
    expect(await joinWorkspace('nora+run@example.org')).toMatchObject({ value: 0 })
    expect(
      await perform(engine, by('UHEAD'), resendInvitation, { kind: 'email', id, isMailed: false }),
    ).toMatchObject({ refusal: { code: 'invitation-already-answered', state: 'revoked' } })
  })

  it('sends a second direct message on wish, whose old and new buttons answer once', async () => {
    const sent = await perform(engine, by('UHEAD'), inviteAthlete, { person: nora, groupName: null })
    const id = sent.ok ? sent.value.invitation.id : ''
    const again = { kind: 'slack', id, isMailed: false } as const
    expect(await perform(engine, by('UHEAD'), resendInvitation, again)).toMatchObject({ ok: true })
    expect(await perform(engine, by('UANA'), resendInvitation, again)).toMatchObject({
      refusal: { code: 'not-a-coach' },
    })
    expect(await kinds()).toEqual(['invitation', 'invitation'])
    await perform(engine, by('UHEAD'), revokeInvitation, { kind: 'slack', id })
    expect(
      await perform(engine, by('UNORA'), answerInvitation, { invitationId: id, answer: 'accept-and-share' }),
    ).toMatchObject({ refusal: { code: 'invitation-already-answered', state: 'revoked' } })
    expect(await engine.db.selectFrom('memberships').selectAll().execute()).toHaveLength(4)
  })

  it('counts an invitation as seen when the conversation is opened, by the invited alone', async () => {
    await perform(engine, by('UHEAD'), inviteAthlete, { person: nora, groupName: null })
    await perform(engine, by('UBEN'), markSeen, undefined)
    expect((await list()).funnel).toMatchObject({ sent: 1, seen: 0 })
    await perform(engine, by('UNORA'), markSeen, undefined)
    expect((await list()).funnel).toMatchObject({ sent: 1, seen: 1, pending: 1 })
  })

  it('lists for coaches alone, page by page', async () => {
    for (let each = 0; each < 12; each += 1) {
      await invite({ address: `runner${each}@example.org`, firstName: `Runner ${each}` })
    }
    const first = await list()
    expect(first.pending).toHaveLength(10)
    expect(first.hasMore).toBe(true)
    const rest = await ask(engine, by('UASSIST').who, listInvitations, { offset: 10 })
    expect(rest).toMatchObject({
      value: { hasMore: false, pending: [{ name: 'Runner 1' }, { name: 'Runner 0' }] },
    })
    expect(await ask(engine, by('UANA').who, listInvitations, { offset: 0 })).toMatchObject({
      refusal: { code: 'not-a-coach' },
    })
  })

  describe('adding at once', () => {
    it('makes a member who shares nothing until they say so', async () => {
      const added = await perform(engine, by('UASSIST'), addAthlete, { person: nora, groupName: 'Track' })
      expect(added).toMatchObject({ ok: true, value: { name: 'Nora', group: { name: 'Track' } } })
      expect(await sharingOfNora()).toEqual({ byDefault: 0, inGroup: 0 })
      expect(await kinds()).toEqual(['club-welcome'])
      const { id } = await engine.db.selectFrom('invitations').select('id').executeTakeFirstOrThrow()
      expect(
        await perform(engine, by('UANA'), answerWelcome, { invitationId: id, isShared: true }),
      ).toMatchObject({ refusal: { code: 'invitation-not-yours' } })
      await perform(engine, by('UNORA'), answerWelcome, { invitationId: id, isShared: true })
      expect(await sharingOfNora()).toEqual({ byDefault: 1, inGroup: 1 })
      await perform(engine, by('UNORA'), answerWelcome, { invitationId: id, isShared: false })
      expect(await sharingOfNora()).toEqual({ byDefault: 0, inGroup: 0 })
    })

    it('refuses whoever cannot be a member, and nothing is written', async () => {
      await setStatus(engine, club.accounts.UBEN, 'suspended')
      const cases = [
        [person('UBOT', 'Robo', { isBot: true }), 'cannot-invite-bot'],
        [person('UGONE', 'Gone', { isDeactivated: true }), 'cannot-invite-deactivated'],
        [person('UFAR', 'Far', { isFromElsewhere: true }), 'cannot-invite-outsider'],
        [person('UHEAD', 'Coach Mara'), 'cannot-invite-yourself'],
        [person('UANA', 'Ana'), 'already-a-member'],
        [person('UBEN', 'Ben'), 'person-suspended'],
      ] as const
      for (const [who, code] of cases) {
        const before = await wholeDatabase(engine)
        const added = await perform(engine, by('UHEAD'), addAthlete, { person: who, groupName: 'Track' })
        expect(added).toMatchObject({ refusal: { code } })
        expect(await wholeDatabase(engine), 'and nothing was written').toEqual(before)
      }
      expect(await perform(engine, by('UANA'), addAthlete, { person: nora, groupName: null })).toMatchObject({
        refusal: { code: 'not-a-coach' },
      })
    })
  })

  const nora = person('UNORA', 'Nora')

  function tryInvite(given: Partial<InviteByEmail>, who = 'UHEAD') {
    const usual = { address: 'Nora+run@Example.org', firstName: ' Nora ', groupName: 'track', isMailed: true }
    return perform(engine, by(who), inviteByEmail, { ...usual, ...given })
  }

  async function invite(given: Partial<InviteByEmail>) {
    const sent = await tryInvite(given)
    if (!sent.ok) throw new Error(sent.refusal.code)
    return sent.value
  }

  async function expectRefused(given: Partial<InviteByEmail>, code: string, who?: string): Promise<void> {
    const before = await wholeDatabase(engine)
    expect(await tryInvite(given, who)).toMatchObject({ ok: false, refusal: { code } })
    expect(await wholeDatabase(engine), 'and nothing was written').toEqual(before)
  }

  function joinWorkspace(address: string) {
    const who = { kind: 'system', organizationId: club.organizationId } as const
    return perform(engine, { who, surface: 'clock' }, matchJoiner, { address, person: nora })
  }

  function type(who: string, typed: string) {
    return perform(engine, by(who), enterCode, { typed, person: person(who, who) })
  }

  async function list() {
    const found = await ask(engine, by('UHEAD').who, listInvitations, { offset: 0 })
    if (!found.ok) throw new Error(found.refusal.code)
    return found.value
  }

  async function kinds(): Promise<string[]> {
    const rows = await engine.db.selectFrom('outbox').select('kind').orderBy('id').execute()
    return rows.map(row => row.kind)
  }

  async function sharingOfNora() {
    const { account_id: id, shares_by_default: byDefault } = await engine.db
      .selectFrom('memberships as m')
      .innerJoin('accounts as a', 'a.id', 'm.account_id')
      .where('a.slack_user_id', '=', 'UNORA')
      .select(['m.account_id', 'm.shares_by_default'])
      .executeTakeFirstOrThrow()
    const inGroup = await engine.db
      .selectFrom('group_memberships')
      .select('is_shared')
      .where('account_id', '=', id)
      .executeTakeFirst()
    return { byDefault, inGroup: inGroup?.is_shared }
  }
})
