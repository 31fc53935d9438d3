import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportOutcome } from '#domain/roster/roster-import.ts'
import type { GroupId } from '#kernel/ids.ts'
import { instant, MINUTE_MS } from '#kernel/instant.ts'
import { verifyAuditChain } from '#store/audit-store.ts'
import { ask } from '#usecases/ask.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { perform } from '#usecases/perform.ts'
import { applyImport } from '#usecases/roster/apply-import.ts'
import { editAthlete } from '#usecases/roster/edit-athlete.ts'
import { keepImport, planImport } from '#usecases/roster/plan-import.ts'
import { cancelImport } from '#usecases/roster/settle-import.ts'
import { joinClub, setStatus, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, TEST_NOW, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

describe('a roster file', () => {
  let engine: TestEngine
  let club: TestClub
  let groupId: GroupId

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    const made = await perform(engine, by(club.headCoach), createGroup, {
      name: 'Tuesday Track',
      description: '',
      privacy: 'private',
    })
    if (!made.ok) throw new Error('no group')
    groupId = made.value.id
    await engine.db
      .updateTable('accounts')
      .set({ email: 'Ana+run@Example.org' })
      .where('id', '=', club.accounts.UANA)
      .execute()
  })
  afterEach(() => engine.close())

  const plan = (table: string, { who = club.headCoach as string, isMailed = true } = {}) =>
    ask(engine, by(who).who, planImport, {
      rows: table
        .trim()
        .split('\n')
        .map(line => line.trim().split(',')),
      isMailed,
    })
  const outcomes = async (table: string, given = {}): Promise<ImportOutcome[]> => {
    const planned = await plan(table, given)
    if (!planned.ok) throw new Error(planned.refusal.code)
    return planned.value
  }
  const faults = async (table: string, given = {}) =>
    (await outcomes(table, given)).map(each => (each.kind === 'fault' ? each.fault : each.kind))
  const keep = async (table: string) => {
    const kept = await perform(engine, by(club.headCoach), keepImport, {
      fileName: 'roster.csv',
      outcomes: await outcomes(table),
      isMailed: true,
    })
    if (!kept.ok) throw new Error(kept.refusal.code)
    return kept.value.importId
  }
  const apply = (importId: string, who: string = club.headCoach) =>
    perform(engine, by(who), applyImport, { importId })

  type Rows = Awaited<ReturnType<typeof wholeDatabase>>
  const memberships = (rows: Rows) => rows.memberships as { account_id: string }[]

  const ALL = `
    name,slack_user,email,nickname,member_level,labels,groups,coach
    ,UANA,,Ana B.,beginner,marathon; @Track,tuesday track,Coach Ivo
    Ben,,,,pro,,,
    Cleo,,cleo@example.org,,,,Tuesday Track,`

  it('changes nothing by being read, and everything at once by being applied', async () => {
    const before = await wholeDatabase(engine)
    expect((await outcomes(ALL)).map(each => each.kind)).toEqual(['change', 'change', 'change'])
    expect(await wholeDatabase(engine)).toEqual(before)
    const done = await apply(await keep(ALL))
    expect(done).toMatchObject({ ok: true, value: { athletes: 2, invitations: 1 } })
    const rows = await wholeDatabase(engine)
    const member = (accountId: string) => memberships(rows).find(row => row.account_id === accountId)
    expect(member(club.accounts.UANA)).toMatchObject({
      nickname: 'Ana B.',
      member_level: 'beginner',
      attributes_version: 1,
    })
    expect(member(club.accounts.UBEN)).toMatchObject({ nickname: null, member_level: 'pro' })
    expect(rows.athlete_labels).toMatchObject([{ label: 'marathon' }, { label: 'Track' }])
    expect(rows.group_memberships).toMatchObject([
      { group_id: groupId, account_id: club.accounts.UANA, is_shared: 1 },
    ])
    expect(rows.coach_assignments).toMatchObject([
      { coach_id: club.accounts.UASSIST, athlete_id: club.accounts.UANA },
    ])
    expect(rows.email_invitations).toMatchObject([
      { first_name: 'Cleo', address: 'cleo@example.org', group_id: groupId, state: 'pending' },
    ])
    expect((rows.audit_entries as { action: string }[]).map(row => row.action).sort()).toEqual([
      'athlete.edited',
      'athlete.edited',
      'coach.athlete-assigned',
      'email-invitation.sent',
      'group.created',
      'group.members-added',
      'roster.import-read',
      'roster.imported',
    ])
    expect((rows.outbox as { kind: string }[]).map(row => row.kind).sort()).toEqual([
      'coach-assignments',
      'email',
      'group-welcome',
    ])
    expect(await verifyAuditChain(engine.db, engine.auditKey, club.organizationId)).toMatchObject({
      fault: null,
    })
  })

  it('finds nothing to do in what it did', async () => {
    await apply(await keep(ALL))
    expect(await faults(ALL)).toEqual(['unchanged', 'unchanged', { code: 'already-invited' }])
  })

  it('leaves what is empty, and empties what says -', async () => {
    await apply(await keep(ALL))
    await apply(await keep('slack_user,nickname,member_level,labels\nUANA,,-,-'))
    const rows = await wholeDatabase(engine)
    expect(memberships(rows).find(row => row.account_id === club.accounts.UANA)).toMatchObject({
      nickname: 'Ana B.',
      member_level: null,
    })
    expect(rows.athlete_labels).toEqual([])
  })

  it('names the columns that it does not know', async () => {
    expect(await plan('name,shoe size\nAna,39')).toMatchObject({
      refusal: { code: 'import-columns-unknown', columns: ['shoe size'] },
    })
    expect(await plan('Name,E-Mail,NAME\nAna,,')).toMatchObject({ refusal: { code: 'import-column-twice' } })
    expect(await plan('level,labels\nx,y')).toMatchObject({ refusal: { code: 'import-names-nobody' } })
    expect(await plan('name,level')).toMatchObject({ refusal: { code: 'import-empty' } })
    const tooMany = `name\n${'Ana\n'.repeat(10_001)}`
    expect(await plan(tooMany)).toMatchObject({ refusal: { code: 'import-too-large' } })
  })

  it('says what is wrong with each line', async () => {
    await joinClub(engine, club, 'UANA2', 'ana')
    const sam = await joinClub(engine, club, 'USAM', 'Sam')
    await setStatus(engine, sam, 'suspended')
    expect(
      await faults(`
      name,slack_user,email,member_level,groups,coach
      ana,,,x,,
      ,UNOBODY,,x,,
      ,,ANA+RUN@example.org,x,,
      ,UANA,,y,,
      Ben,,,${'x'.repeat(31)},,
      Sam,,,,Tuesday Track,
      Coach Ivo,,,x,,
      ,,no address,x,,
      ,,,x,,
      ,,new@example.org,,,
      Ben,,ben@example.org,x,,
      New,,new@example.org,,Nowhere,
      ,UANA2,,x,-,
      x,x,x,x,x,x,x`),
    ).toMatchObject([
      { code: 'name-ambiguous' },
      { code: 'person-unknown' },
      'change',
      { code: 'twice', firstLine: 4 },
      { code: 'attributes', refusal: { code: 'level-too-long' } },
      { code: 'suspended' },
      { code: 'not-an-athlete' },
      { code: 'email-malformed' },
      { code: 'nobody-given' },
      { code: 'invitation-needs-name' },
      { code: 'maybe-member' },
      { code: 'twice', firstLine: 11 },
      { code: 'cannot-clear' },
      { code: 'too-many-fields' },
    ])
    expect(await faults('name,email\nNew,new@example.org', { isMailed: false })).toEqual([
      { code: 'not-mailed' },
    ])
    expect(await faults('name,coach\nBen,Coach Zoe')).toMatchObject([{ code: 'coach-unknown' }])
    expect(await faults('name,status\nBen,inactive')).toMatchObject([{ code: 'status-not-here' }])
  })

  it('is applied once, and not after half an hour or a cancel; nothing is written then', async () => {
    const importId = await keep(ALL)
    expect((await apply(importId)).ok).toBe(true)
    const late = await keep('name,level\nBen,late')
    const cancelled = await keep('name,level\nBen,never')
    await perform(engine, by(club.headCoach), cancelImport, { importId: cancelled })
    const before = await wholeDatabase(engine)
    expect(await apply(importId)).toMatchObject({ refusal: { code: 'import-settled', state: 'applied' } })
    expect(await apply(cancelled)).toMatchObject({ refusal: { code: 'import-settled', state: 'cancelled' } })
    expect(await apply('no-such')).toMatchObject({ refusal: { code: 'import-gone' } })
    engine.setNow(instant(TEST_NOW + 31 * MINUTE_MS))
    expect(await apply(late)).toMatchObject({ refusal: { code: 'import-expired' } })
    expect(await wholeDatabase(engine)).toEqual(before)
  })

  it('is refused whole when somebody changed a person of it meanwhile; nothing is written', async () => {
    const importId = await keep(ALL)
    await perform(engine, by(club.headCoach), editAthlete, {
      accountId: club.accounts.UBEN,
      typed: { nickname: 'Benny', memberLevel: '', labels: '' },
      seenVersion: 0,
    })
    const before = await wholeDatabase(engine)
    expect(await apply(importId)).toMatchObject({
      refusal: { code: 'import-stale', lines: [{ line: 3, who: 'Ben' }], count: 1 },
    })
    expect(await wholeDatabase(engine)).toEqual(before)
  })

  it('is for the head coach alone; nothing is written', async () => {
    const importId = await keep(ALL)
    const before = await wholeDatabase(engine)
    for (const who of [club.assistant, club.ana, club.stranger]) {
      expect((await plan(ALL, { who })).ok).toBe(false)
      expect((await apply(importId, who)).ok).toBe(false)
    }
    expect(await wholeDatabase(engine)).toEqual(before)
  })
})
