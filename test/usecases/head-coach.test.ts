import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findClubMember } from '#store/role-store.ts'
import { findPendingTransfer } from '#store/transfer-store.ts'
import { answerHeadCoachOffer } from '#usecases/organization/answer-head-coach-offer.ts'
import { assignAthletes } from '#usecases/organization/assign-athletes.ts'
import { offerHeadCoach } from '#usecases/organization/offer-head-coach.ts'
import { removeMemberFromClub } from '#usecases/organization/remove-member-from-club.ts'
import { withdrawHeadCoachOffer } from '#usecases/organization/withdraw-head-coach-offer.ts'
import { perform } from '#usecases/perform.ts'
import { recoverHeadCoach } from '../../src/cli/head-coach.ts'
import { setStatus, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

let engine: TestEngine
let club: TestClub

beforeEach(async () => {
  engine = await testEngine()
  club = await testClub(engine)
})
afterEach(() => engine.close())

const offer = (as: string, whom: string) =>
  perform(engine, by(as), offerHeadCoach, { member: { slackUserId: whom, name: whom } })
const answer = (as: string, transferId: string, isAccepted: boolean) =>
  perform(engine, by(as), answerHeadCoachOffer, { transferId, isAccepted })
const withdraw = (as: string) => perform(engine, by(as), withdrawHeadCoachOffer, {})
const codeOf = (result: { ok: boolean; refusal?: { code: string } }) =>
  result.ok ? 'yes' : result.refusal?.code
const rolesOf = async (slackUserId: string) =>
  [...((await findClubMember(engine.db, club.organizationId, { slackUserId }))?.roles ?? [])].sort()
const headCoaches = async () =>
  engine.db.selectFrom('membership_roles').selectAll().where('role', '=', 'head-coach').execute()
const told = async () =>
  (await engine.db.selectFrom('outbox').select(['kind', 'recipient']).orderBy('id').execute()).map(
    row => `${row.kind} to ${row.recipient}`,
  )
const audited = async () =>
  (await engine.db.selectFrom('audit_entries').select('action').orderBy('seq').execute()).map(
    row => row.action,
  )

async function offered(whom: string): Promise<string> {
  const done = await offer('UHEAD', whom)
  if (!done.ok) throw new Error(done.refusal.code)
  return (await findPendingTransfer(engine.db, club.organizationId))?.id ?? ''
}

describe('handing over the club', () => {
  it('changes nothing until the other side accepts, then there is exactly one head coach', async () => {
    const id = await offered('UANA')
    expect(await rolesOf('UANA')).toEqual(['athlete'])
    expect(codeOf(await answer('UANA', id, true))).toBe('yes')
    expect(await rolesOf('UANA')).toEqual(['athlete', 'head-coach'])
    expect(await rolesOf('UHEAD')).toEqual(['assistant-coach'])
    expect(await headCoaches()).toHaveLength(1)
    expect(await audited()).toEqual(['head-coach.offered', 'head-coach.changed'])
    expect(await told()).toEqual([
      'head-coach-offer to UANA',
      'head-coach-changed to UHEAD',
      'head-coach-changed to UANA',
    ])
  })

  it('keeps the athletes of an assistant coach who becomes head coach, in one role', async () => {
    await perform(engine, by('UHEAD'), assignAthletes, {
      coach: { accountId: club.accounts.UASSIST },
      athletes: [{ accountId: club.accounts.UANA }],
      group: null,
      isAssigned: true,
    })
    await answer('UASSIST', await offered('UASSIST'), true)
    expect(await rolesOf('UASSIST')).toEqual(['head-coach'])
  })

  it('ends with a no that the head coach hears of', async () => {
    const id = await offered('UANA')
    expect(codeOf(await answer('UANA', id, false))).toBe('yes')
    expect(await rolesOf('UHEAD')).toEqual(['head-coach'])
    expect((await told()).at(-1)).toBe('head-coach-answer to UHEAD')
    expect(codeOf(await answer('UANA', id, true))).toBe('transfer-over')
    expect(codeOf(await offer('UHEAD', 'UANA'))).toBe('yes')
  })

  it('takes the first of two answers, also when both are pressed at once', async () => {
    const id = await offered('UANA')
    const codes = (await Promise.all([answer('UANA', id, true), answer('UANA', id, true)])).map(codeOf)
    expect(codes.sort()).toEqual(['transfer-over', 'yes'])
    expect(await headCoaches()).toHaveLength(1)
  })

  it('lets either the withdrawal or the acceptance win, never both', async () => {
    const id = await offered('UANA')
    const codes = (await Promise.all([withdraw('UHEAD'), answer('UANA', id, true)])).map(codeOf)
    expect(codes.filter(code => code === 'yes')).toHaveLength(1)
    expect(await headCoaches()).toHaveLength(1)
  })

  it('is taken back with a word to whoever was asked, whose buttons then do nothing', async () => {
    const id = await offered('UANA')
    expect(codeOf(await withdraw('UHEAD'))).toBe('yes')
    expect((await told()).at(-1)).toBe('head-coach-answer to UANA')
    const before = await wholeDatabase(engine)
    expect(await answer('UANA', id, true)).toMatchObject({
      refusal: { code: 'transfer-over', state: 'withdrawn' },
    })
    expect(codeOf(await withdraw('UHEAD'))).toBe('no-transfer')
    expect(await wholeDatabase(engine)).toEqual(before)
  })

  it('is withdrawn when whoever was asked leaves the club', async () => {
    await offered('UANA')
    await perform(engine, by('UHEAD'), removeMemberFromClub, {
      member: { accountId: club.accounts.UANA },
    })
    expect(await findPendingTransfer(engine.db, club.organizationId)).toBeUndefined()
    expect(await audited()).toEqual(['head-coach.offered', 'member.removed', 'head-coach.withdrawn'])
  })

  it.each([
    ['UASSIST', 'UANA', 'not-the-head-coach'],
    ['UANA', 'UBEN', 'not-the-head-coach'],
    ['UHEAD', 'UHEAD', 'transfer-to-yourself'],
    ['UHEAD', 'USTRANGER', 'person-not-in-club'],
    ['UHEAD', 'UBEN', 'transfer-pending'],
  ])('%s may not offer it to %s: %s, and nothing is written', async (as, whom, code) => {
    if (code === 'transfer-pending') await offered('UANA')
    const before = await wholeDatabase(engine)
    expect(codeOf(await offer(as, whom))).toBe(code)
    expect(await wholeDatabase(engine)).toEqual(before)
  })

  it('is not for the suspended or the inactive, nor answered by anybody else', async () => {
    const id = await offered('UANA')
    expect(codeOf(await answer('UBEN', id, true))).toBe('transfer-not-yours')
    expect(codeOf(await answer('UHEAD', id, true))).toBe('transfer-not-yours')
    expect(codeOf(await answer('USTRANGER', id, true))).toBe('not-a-member')
    await setStatus(engine, club.accounts.UANA, 'suspended')
    expect(codeOf(await answer('UANA', id, true))).toBe('suspended')
    await withdraw('UHEAD')
    expect(codeOf(await offer('UHEAD', 'UANA'))).toBe('transfer-not-active')
  })
})

describe('recovering a lost head coach', () => {
  it('makes a member head coach at the operator’s word, recorded as the operator’s', async () => {
    await offered('UBEN')
    await setStatus(engine, club.accounts.UANA, 'suspended')
    expect(await recoverHeadCoach(engine, 'UANA')).toContain('Ana is head coach of Test Club; Coach Mara is')
    expect(await rolesOf('UANA')).toEqual(['athlete', 'head-coach'])
    expect(await headCoaches()).toHaveLength(1)
    const [, ...entries] = await engine.db
      .selectFrom('audit_entries')
      .select(['action', 'actor_kind', 'surface'])
      .orderBy('seq')
      .execute()
    expect(entries).toEqual(
      ['member.status-changed', 'head-coach.withdrawn', 'head-coach.changed'].map(action => ({
        action,
        actor_kind: 'operator',
        surface: 'cli',
      })),
    )
  })

  it('finds a head coach for a club that has none', async () => {
    await engine.db.deleteFrom('membership_roles').where('role', '=', 'head-coach').execute()
    expect(await recoverHeadCoach(engine, 'UANA')).toBe('Ana is head coach of Test Club.')
  })

  it('says why not', async () => {
    await expect(recoverHeadCoach(engine, 'UHEAD')).rejects.toThrow(
      'UHEAD is head coach of Test Club already',
    )
    await expect(recoverHeadCoach(engine, 'USTRANGER')).rejects.toThrow('is a member of no club here')
  })
})
