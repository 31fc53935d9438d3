import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { instant, type LocalDay } from '#kernel/instant.ts'
import { ask } from '#usecases/ask.ts'
import { answerInvitation } from '#usecases/invitation/answer-invitation.ts'
import { inviteAthlete } from '#usecases/invitation/invite-athlete.ts'
import { inviteByEmail } from '#usecases/invitation/invite-by-email.ts'
import { listInvitations } from '#usecases/invitation/list-invitations.ts'
import { matchJoiner } from '#usecases/invitation/match-joiner.ts'
import { openJoinLink } from '#usecases/invitation/open-join-link.ts'
import { resendInvitation } from '#usecases/invitation/resend-invitation.ts'
import { perform } from '#usecases/perform.ts'
import { testClub } from '../fixtures/test-club.ts'
import { by, TEST_TEAM, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { person } from '../fixtures/test-people.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

describe('an invitation with a last day', () => {
  let engine: TestEngine
  const nora = person('UNORA', 'Nora')
  const until = '2026-11-22' as LocalDay
  /** Midnight in Oslo after the last day. */
  const OVER = instant(Date.UTC(2026, 10, 22, 23, 0, 0))

  beforeEach(async () => {
    engine = await testEngine()
    await testClub(engine)
  })
  afterEach(() => engine.close())

  const invite = (last: LocalDay | null = until) =>
    perform(engine, by('UHEAD'), inviteAthlete, { person: nora, groupName: null, until: last })
  const invited = async (last: LocalDay | null = until) => {
    const sent = await invite(last)
    if (!sent.ok) throw new Error(sent.refusal.code)
    return sent.value.invitation.id
  }
  const answer = (invitationId: string) =>
    perform(engine, by('UNORA'), answerInvitation, { invitationId, answer: 'accept-and-share' })
  const list = async () => {
    const found = await ask(engine, by('UHEAD').who, listInvitations, { offset: 0 })
    if (!found.ok) throw new Error('no list')
    return { waiting: found.value.pending.length, ...found.value.funnel }
  }

  it('is answered until the last moment of that day', async () => {
    const id = await invited()
    engine.setNow(instant(OVER - 1))
    expect(await list()).toMatchObject({ waiting: 1, pending: 1, expired: 0 })
    expect(await answer(id)).toMatchObject({ ok: true })
  })

  it('is expired afterwards: no answer, no sending again, nothing written; but it can be sent anew', async () => {
    const id = await invited()
    engine.setNow(OVER)
    const before = await wholeDatabase(engine)
    const expired = { refusal: { code: 'invitation-already-answered', state: 'expired' } }
    expect(await answer(id)).toMatchObject(expired)
    const resend = { kind: 'slack' as const, id, isMailed: false }
    expect(await perform(engine, by('UHEAD'), resendInvitation, resend)).toMatchObject(expired)
    expect(await list()).toMatchObject({ waiting: 0, pending: 0, expired: 1, sent: 1 })
    expect(await wholeDatabase(engine)).toEqual(before)
    expect(await invite(null)).toMatchObject({ ok: true })
  })

  it('never expires unless a day is given, and takes no day that is over; nothing is written', async () => {
    const before = await wholeDatabase(engine)
    expect(await invite('2026-11-19' as LocalDay)).toMatchObject({ refusal: { code: 'code-until-past' } })
    expect(await wholeDatabase(engine)).toEqual(before)
    const id = await invited(null)
    engine.setNow(instant(Date.UTC(2036, 0, 1)))
    expect(await answer(id)).toMatchObject({ ok: true })
  })

  it('holds for e-mail too: the page and the address lead nowhere then', async () => {
    const sent = await perform(engine, by('UHEAD'), inviteByEmail, {
      address: 'nora@example.org',
      firstName: 'Nora',
      groupName: null,
      isMailed: false,
      until,
    })
    const token = sent.ok ? (sent.value.token ?? '') : ''
    expect(await openJoinLink(engine, TEST_TEAM, token)).not.toBeNull()
    engine.setNow(OVER)
    expect(await openJoinLink(engine, TEST_TEAM, token)).toBeNull()
    const joined = { address: 'nora@example.org', person: nora }
    expect(await perform(engine, by('UNORA'), matchJoiner, joined)).toMatchObject({ ok: true, value: 0 })
    expect(await list()).toMatchObject({ waiting: 0, expired: 1 })
  })
})
