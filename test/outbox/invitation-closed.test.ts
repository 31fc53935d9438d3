import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answerInvitation } from '#usecases/invitation/answer-invitation.ts'
import { inviteAthlete } from '#usecases/invitation/invite-athlete.ts'
import { resendInvitation } from '#usecases/invitation/resend-invitation.ts'
import { revokeInvitation } from '#usecases/invitation/revoke-invitation.ts'
import { perform } from '#usecases/perform.ts'
import { type DeliveringClub, deliveringClub } from '../fixtures/delivering-club.ts'
import { by } from '../fixtures/test-engine.ts'
import { person } from '../fixtures/test-people.ts'

describe('the message of an invitation that is over', () => {
  let at: DeliveringClub
  let id: string

  beforeEach(async () => {
    at = await deliveringClub()
    const sent = await perform(at.engine, by('UHEAD'), inviteAthlete, {
      person: person('UNORA', 'Nora'),
      groupName: 'Tuesday Track',
    })
    if (!sent.ok) throw new Error(sent.refusal.code)
    id = sent.value.invitation.id
  })
  afterEach(() => at.close())

  const asked = () => at.slack.posts.filter(post => post.channel === 'DNORA')
  const buttons = () => asked().flatMap(post => post.blocks.filter(block => block.type === 'actions'))
  const resend = () =>
    perform(at.engine, by('UHEAD'), resendInvitation, { kind: 'slack', id, isMailed: false })
  const revoke = () => perform(at.engine, by('UHEAD'), revokeInvitation, { kind: 'slack', id })

  it('loses its buttons when it is taken back, wherever it was sent again', async () => {
    await at.outbox.drain()
    await resend()
    await at.outbox.drain()
    expect(buttons()).toHaveLength(2)
    await revoke()
    await at.outbox.drain()
    expect(asked()).toHaveLength(2)
    expect(buttons()).toEqual([])
    for (const { text } of asked()) expect(text).toContain('This invitation was taken back.')
  })

  it('is not sent at all when it is taken back before', async () => {
    await revoke()
    await at.outbox.drain()
    expect(asked()).toEqual([])
    expect((await at.rows()).map(row => row.state)).not.toContain('failed')
  })

  it('says the answer that was given in its copy', async () => {
    await at.outbox.drain()
    await resend()
    await at.outbox.drain()
    const answer = 'accept-keep-private' as const
    expect(
      await perform(at.engine, by('UNORA'), answerInvitation, { invitationId: id, answer }),
    ).toMatchObject({ ok: true })
    await at.outbox.drain()
    const copies = asked().filter(post => post.text.includes('invites you'))
    expect(copies).toHaveLength(2)
    for (const { text } of copies) expect(text).toContain('stay between you and your coaches')
    expect(buttons()).toEqual([])
  })
})
