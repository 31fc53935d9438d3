import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listAccounts } from '#store/account-store.ts'
import { findActor } from '#store/actor-store.ts'
import { listAssignedAthletes, listCoaches } from '#store/coach-store.ts'
import { findClubMember } from '#store/role-store.ts'
import { ask } from '#usecases/ask.ts'
import { listAudit } from '#usecases/audit/list-audit.ts'
import { addMembers } from '#usecases/group/add-members.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { assignAthletes } from '#usecases/organization/assign-athletes.ts'
import { setMemberStatus } from '#usecases/organization/set-member-status.ts'
import { perform } from '#usecases/perform.ts'
import { showAthlete } from '#usecases/roster/show-athlete.ts'
import { type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, type TestEngine, testEngine } from '../fixtures/test-engine.ts'

describe('the club’s own name for somebody', () => {
  let engine: TestEngine
  let club: TestClub

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    await named('UANA', 'Anka')
    await named('UHEAD', 'Coach M')
  })
  afterEach(() => engine.close())

  const named = (who: keyof TestClub['accounts'], nickname: string) =>
    engine.db
      .updateTable('memberships')
      .set({ nickname })
      .where('account_id', '=', club.accounts[who])
      .execute()
  const head = by('UHEAD')

  it('is printed in answers, lists and the audit', async () => {
    const group = await perform(engine, head, createGroup, {
      name: 'Tuesday Track',
      description: '',
      privacy: 'public',
    })
    if (!group.ok) throw new Error(group.refusal.code)
    const added = await perform(engine, head, addMembers, {
      groupName: 'Tuesday Track',
      people: [{ slackUserId: 'UANA', name: 'Ana' }],
    })
    expect(JSON.stringify(added)).toContain('Anka')
    const status = await perform(engine, head, setMemberStatus, {
      member: { accountId: club.accounts.UANA },
      status: 'inactive',
    })
    expect(status).toMatchObject({ value: { name: 'Anka' } })
    const audit = await ask(engine, head.who, listAudit, {} as Parameters<typeof listAudit>[1])
    const lines = JSON.stringify(audit)
    expect(lines).toContain('"actorName":"Coach M"')
    expect(lines).toContain('"subjectName":"Anka"')
    expect(lines).not.toMatch(/Name":"(Ana|Coach Mara)"/)
  })

  it('is printed of coaches and of those in their care', async () => {
    const assigned = await perform(engine, head, assignAthletes, {
      coach: { accountId: club.accounts.UASSIST },
      athletes: [{ accountId: club.accounts.UANA }],
      group: null,
      isAssigned: true,
    })
    expect(JSON.stringify(assigned)).toContain('Anka')
    const care = await listAssignedAthletes(engine.db, club.organizationId, club.accounts.UASSIST)
    expect(care.map(({ displayName }) => displayName)).toEqual(['Anka'])
    const coaches = await listCoaches(engine.db, club.organizationId)
    expect(coaches.map(({ displayName }) => displayName)).toEqual(['Coach M', 'Coach Ivo'])
  })

  it('is who they are to others, and beside it stands their name in Slack', async () => {
    expect(await findActor(engine.db, head.who)).toMatchObject({ displayName: 'Coach M' })
    const which = { accountId: club.accounts.UANA }
    expect(await findClubMember(engine.db, club.organizationId, which)).toMatchObject({
      displayName: 'Anka',
      slackName: 'Ana',
    })
    const card = await ask(engine, head.who, showAthlete, which)
    expect(card).toMatchObject({ value: { name: 'Anka', slackName: 'Ana' } })
  })

  it('ends with the membership', async () => {
    await engine.db
      .updateTable('memberships')
      .set({ left_at: 1 })
      .where('account_id', '=', club.accounts.UANA)
      .execute()
    const found = await listAccounts(engine.db, club.organizationId, [club.accounts.UANA])
    expect(found.get(club.accounts.UANA)?.displayName).toBe('Ana')
  })
})
