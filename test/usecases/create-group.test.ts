import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyAuditChain } from '#store/audit-store.ts'
import { listGroups } from '#store/group-store.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { perform } from '#usecases/perform.ts'
import { type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, type TestEngine, testEngine } from '../fixtures/test-engine.ts'

describe('creating a group', () => {
  let engine: TestEngine
  let club: TestClub
  const tuesday = { name: 'Tuesday Track', description: '', privacy: 'private' as const }

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
  })
  afterEach(() => engine.close())

  it('makes the coach its owner and writes one audit entry', async () => {
    const made = await perform(engine, by(club.headCoach), createGroup, tuesday)
    expect(made).toMatchObject({ ok: true, value: { name: 'Tuesday Track', ownerId: club.accounts.UHEAD } })
    const entries = await engine.db.selectFrom('audit_entries').selectAll().execute()
    expect(entries).toMatchObject([{ action: 'group.created', actor_id: club.accounts.UHEAD, seq: 1 }])
    expect(await verifyAuditChain(engine.db, engine.auditKey, club.organizationId)).toEqual({
      entries: 1,
      fault: null,
    })
  })

  it.each([
    ['an athlete', 'ana', { code: 'not-a-coach' }],
    ['a stranger', 'stranger', { code: 'not-a-member', isClaimed: true }],
  ] as const)('refuses %s, and nothing is written', async (_, who, refusal) => {
    expect(await perform(engine, by(club[who]), createGroup, tuesday)).toEqual({ ok: false, refusal })
    await expectNothingWritten()
  })

  it('takes names as the same whatever their case, width and spaces', async () => {
    await perform(engine, by(club.headCoach), createGroup, tuesday)
    const again = await perform(engine, by(club.assistant), createGroup, {
      ...tuesday,
      name: '  TUESDAY   Ｔｒａｃｋ ',
    })
    expect(again).toEqual({ ok: false, refusal: { code: 'group-name-taken', name: 'Tuesday Track' } })
    expect(await listGroups(engine.db, club.organizationId)).toHaveLength(1)
  })

  it('lets exactly one of ten coaches win the same name', async () => {
    const all = await Promise.all(
      Array.from({ length: 10 }, () => perform(engine, by(club.headCoach), createGroup, tuesday)),
    )
    expect(all.filter(result => result.ok)).toHaveLength(1)
    expect(await listGroups(engine.db, club.organizationId)).toHaveLength(1)
  })

  it('refuses a name without letters and one that is too long, and nothing is written', async () => {
    const empty = await perform(engine, by(club.headCoach), createGroup, { ...tuesday, name: ' \u202e ' })
    expect(empty).toEqual({ ok: false, refusal: { code: 'group-name-empty' } })
    const long = await perform(engine, by(club.headCoach), createGroup, { ...tuesday, name: 'x'.repeat(61) })
    expect(long).toEqual({ ok: false, refusal: { code: 'group-name-too-long', limit: 60, length: 61 } })
    await expectNothingWritten()
  })

  async function expectNothingWritten() {
    expect(await listGroups(engine.db, club.organizationId)).toEqual([])
    expect(await engine.db.selectFrom('audit_entries').selectAll().execute()).toEqual([])
    expect(await engine.db.selectFrom('outbox').selectAll().execute()).toEqual([])
  }
})
