import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SlackTeamId, SlackUserId } from '#kernel/ids.ts'
import { ask } from '#usecases/ask.ts'
import { listAudit } from '#usecases/audit/list-audit.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { showHome } from '#usecases/home/show-home.ts'
import { claimOrganization } from '#usecases/organization/claim-organization.ts'
import { ensureClaimCode } from '#usecases/organization/ensure-claim-code.ts'
import { perform } from '#usecases/perform.ts'
import { by, TEST_TEAM, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { person } from '../fixtures/test-people.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

describe('claiming a club', () => {
  let engine: TestEngine
  let code: string

  beforeEach(async () => {
    engine = await testEngine()
    code = (await ensureClaimCode(engine, TEST_TEAM, false)).code ?? ''
  })
  afterEach(() => engine.close())

  it('prints a code of 130 bits in letters that nobody mistakes, and keeps only its hash', async () => {
    expect(code).toMatch(/^([A-HJ-NP-Z2-9]{5}-){5}[A-HJ-NP-Z2-9]$/)
    const stored = JSON.stringify(await wholeDatabase(engine))
    expect(stored).not.toContain(code.replaceAll('-', ''))
    expect(stored).not.toContain(code)
  })

  it('makes whoever has the code head coach, and the audit names them', async () => {
    expect(await claim(code, 'UMARA')).toMatchObject({ ok: true, value: { name: 'Harbour Runners' } })
    const page = await ask(engine, by('UMARA').who, listAudit, {
      bySlackUser: null,
      kind: null,
      olderThan: null,
    })
    expect(page).toMatchObject({
      ok: true,
      value: { scope: 'all', lines: [{ action: 'organization.claimed', actorName: 'UMARA' }] },
    })
    expect(
      await perform(engine, by('UMARA'), createGroup, { name: 'A', description: '', privacy: 'public' }),
    ).toMatchObject({ ok: true })
  })

  it('forgives letter case, dashes and spaces', async () => {
    expect(await claim(` ${code.toLowerCase().replaceAll('-', ' – ')} `, 'UMARA')).toMatchObject({ ok: true })
  })

  it.each(['', 'wrong', '-----', 'AAAAA-AAAAA-AAAAA-AAAAA-AAAAA-A'])(
    'refuses the code “%s”, and nothing is written',
    async wrong => {
      const before = await wholeDatabase(engine)
      expect(await claim(wrong, 'UMARA')).toEqual({ ok: false, refusal: { code: 'claim-code-wrong' } })
      expect(await wholeDatabase(engine)).toEqual(before)
    },
  )

  it('works once', async () => {
    await claim(code, 'UMARA')
    const before = await wholeDatabase(engine)
    for (const who of ['UMARA', 'UIVO']) {
      expect(await claim(code, who)).toEqual({ ok: false, refusal: { code: 'already-claimed' } })
    }
    expect(await claim(code, 'UIVO', 'T0OTHER')).toEqual({ ok: false, refusal: { code: 'claim-code-wrong' } })
    expect(await wholeDatabase(engine)).toEqual(before)
  })

  it('lets one of ten at once become head coach', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, (_, n) => claim(code, `U${n}`)))
    expect(all.filter(result => result.ok)).toHaveLength(1)
    const heads = await engine.db.selectFrom('membership_roles').selectAll().execute()
    expect(heads).toMatchObject([{ role: 'head-coach' }])
    expect(await engine.db.selectFrom('organizations').selectAll().execute()).toHaveLength(1)
  })

  it('keeps the club when its head coach is gone and a new code is used', async () => {
    await claim(code, 'UMARA')
    await engine.db.updateTable('memberships').set({ left_at: 1 }).execute()
    const renewed = await ensureClaimCode(engine, TEST_TEAM, true)
    expect(renewed).toMatchObject({ isClaimed: false })
    expect(await claim(renewed.code ?? '', 'UIVO')).toMatchObject({ ok: true })
    expect(await engine.db.selectFrom('organizations').selectAll().execute()).toHaveLength(1)
  })

  it('prints a code once, a new one when asked, and none for a club that has a head coach', async () => {
    expect(await ensureClaimCode(engine, TEST_TEAM, false)).toEqual({ code: null, isClaimed: false })
    const renewed = await ensureClaimCode(engine, TEST_TEAM, true)
    expect(await claim(code, 'UMARA')).toEqual({ ok: false, refusal: { code: 'claim-code-wrong' } })
    expect(await claim(renewed.code ?? '', 'UMARA')).toMatchObject({ ok: true })
    expect(await ensureClaimCode(engine, TEST_TEAM, true)).toEqual({ code: null, isClaimed: true })
  })

  it('tells a stranger how, before and after', async () => {
    expect(await ask(engine, by('UANA').who, showHome, {})).toEqual({
      ok: true,
      value: { kind: 'stranger', clubName: null, headCoachName: null },
    })
    await claim(code, 'UMARA')
    expect(await ask(engine, by('UANA').who, showHome, {})).toEqual({
      ok: true,
      value: { kind: 'stranger', clubName: 'Harbour Runners', headCoachName: 'UMARA' },
    })
  })

  function claim(typed: string, who: string, team: string = TEST_TEAM) {
    return perform(
      engine,
      {
        who: { kind: 'slack', teamId: team as SlackTeamId, userId: who as SlackUserId },
        surface: 'command',
      },
      claimOrganization,
      { code: typed, teamName: 'Harbour Runners', person: person(who, who) },
    )
  }
})
