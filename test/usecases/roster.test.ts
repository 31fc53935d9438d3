import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountId } from '#kernel/ids.ts'
import { ask } from '#usecases/ask.ts'
import { listAudit } from '#usecases/audit/list-audit.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { assignAthletes } from '#usecases/organization/assign-athletes.ts'
import { removeMemberFromClub } from '#usecases/organization/remove-member-from-club.ts'
import { perform } from '#usecases/perform.ts'
import { editAthlete } from '#usecases/roster/edit-athlete.ts'
import { type ListRoster, listRoster } from '#usecases/roster/list-roster.ts'
import { showAthlete } from '#usecases/roster/show-athlete.ts'
import { writeNote } from '#usecases/roster/write-note.ts'
import { joinClub, putInGroup, setStatus, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, TEST_NOW, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { putRun } from '../fixtures/test-runs.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

describe('the roster', () => {
  let engine: TestEngine
  let club: TestClub

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
  })
  afterEach(() => engine.close())

  const roster = (who: string, input: ListRoster = {}) => ask(engine, by(who).who, listRoster, input)
  async function names(who: string, input: ListRoster = {}) {
    const page = await roster(who, input)
    return page.ok ? page.value.rows.map(row => row.name) : page.refusal.code
  }
  const edit = (
    who: string,
    accountId: AccountId,
    typed: Partial<Parameters<typeof editAthlete>[1]['typed']>,
    seenVersion = 0,
  ) =>
    perform(engine, by(who), editAthlete, {
      accountId,
      typed: { nickname: '', memberLevel: '', labels: '', ...typed },
      seenVersion,
    })
  const note = (who: string, text: string) =>
    perform(engine, by(who), writeNote, { athlete: { accountId: club.accounts.UANA }, text })
  const assignAna = () =>
    perform(engine, by('UHEAD'), assignAthletes, {
      coach: { accountId: club.accounts.UASSIST },
      athletes: [{ accountId: club.accounts.UANA }],
      group: null,
      isAssigned: true,
    })
  const card = (who: string, accountId: AccountId = club.accounts.UANA) =>
    ask(engine, by(who).who, showAthlete, { accountId })

  it('is for coaches alone', async () => {
    expect(await names('UHEAD')).toEqual(['Ana', 'Ben'])
    expect(await names('UASSIST')).toEqual(['Ana', 'Ben'])
    expect(await names('UANA')).toBe('not-a-coach')
    expect(await names('USTRANGER')).toBe('not-a-member')
    expect(await card('UANA')).toEqual({ ok: false, refusal: { code: 'not-a-coach' } })
  })

  it('narrows by status, level, label, group, none, coach and text', async () => {
    const group = await perform(engine, by('UHEAD'), createGroup, {
      name: 'Tuesday Track',
      description: '',
      privacy: 'private',
    })
    if (!group.ok) throw new Error('no group')
    await putInGroup(engine, club, group.value.id, club.accounts.UANA)
    await setStatus(engine, club.accounts.UBEN, 'inactive')
    await edit('UHEAD', club.accounts.UANA, { memberLevel: 'Beginner', labels: '@Marathon, injury-watch' })
    await edit('UHEAD', club.accounts.UBEN, { nickname: 'Øyvind B.' })
    await assignAna()
    expect(await names('UHEAD', { filters: { status: 'inactive' } })).toEqual(['Øyvind B.'])
    expect(await names('UHEAD', { filters: { memberLevel: 'beginner' } })).toEqual(['Ana'])
    expect(await names('UHEAD', { filters: { labelKey: 'marathon' } })).toEqual(['Ana'])
    expect(await names('UHEAD', { groupName: 'tuesday track' })).toEqual(['Ana'])
    expect(await names('UHEAD', { filters: { isInNoGroup: true } })).toEqual(['Øyvind B.'])
    expect(await names('UHEAD', { filters: { text: 'øYV' } })).toEqual(['Øyvind B.'])
    expect(await names('UHEAD', { filters: { text: 'ben' } })).toEqual(['Øyvind B.'])
    expect(await names('UHEAD', { filters: { text: 'nobody' } })).toEqual([])
    expect(await names('UASSIST', { filters: { coachId: club.accounts.UASSIST } })).toEqual(['Ana'])
    expect(await names('UASSIST', { filters: { coachId: club.accounts.UHEAD } })).toBe('not-the-head-coach')
    expect(await names('UHEAD', { groupName: 'No such' })).toBe('group-unknown')
  })

  it('turns pages, and turns back from one that is gone', async () => {
    for (let n = 10; n < 46; n += 1) await joinClub(engine, club, `U${n}`, `Runner ${n}`)
    const third = await roster('UHEAD', { offset: 30 })
    expect(third.ok && third.value.total).toBe(38)
    expect(third.ok && third.value.rows).toHaveLength(8)
    const gone = await roster('UHEAD', { offset: 4_500 })
    expect(gone.ok && [gone.value.offset, gone.value.rows.length]).toEqual([30, 8])
    expect(await names('UHEAD', { filters: { text: 'runner' }, offset: 30 })).toEqual([
      'Runner 40',
      'Runner 41',
      'Runner 42',
      'Runner 43',
      'Runner 44',
      'Runner 45',
    ])
  })

  it('lets the head coach edit anybody, an assistant their athletes, and nobody else', async () => {
    const before = await wholeDatabase(engine)
    for (const [who, code] of [
      ['UASSIST', 'not-your-athlete'],
      ['UANA', 'not-a-coach'],
      ['USTRANGER', 'not-a-member'],
    ] as const) {
      expect(await edit(who, club.accounts.UANA, { memberLevel: 'x' })).toMatchObject({ refusal: { code } })
      if (who !== 'UASSIST') expect(await note(who, 'x')).toMatchObject({ refusal: { code } })
    }
    expect(await wholeDatabase(engine)).toEqual(before)
    expect((await edit('UHEAD', club.accounts.UANA, { nickname: 'Annie' })).ok).toBe(true)
    await assignAna()
    expect((await edit('UASSIST', club.accounts.UANA, { labels: '@trail' }, 1)).ok).toBe(true)
    expect(await edit('UASSIST', club.accounts.UBEN, {})).toMatchObject({
      refusal: { code: 'not-your-athlete', name: 'Ben' },
    })
  })

  it('refuses the second of two coaches who edit at once, and writes nothing', async () => {
    expect((await edit('UHEAD', club.accounts.UANA, { memberLevel: 'advanced' }, 0)).ok).toBe(true)
    const before = await wholeDatabase(engine)
    expect(await edit('UHEAD', club.accounts.UANA, { memberLevel: 'beginner' }, 0)).toMatchObject({
      refusal: { code: 'athlete-changed-meanwhile' },
    })
    expect(await wholeDatabase(engine)).toEqual(before)
  })

  it.each([
    [{ nickname: 'x'.repeat(81) }, 'nickname-too-long'],
    [{ memberLevel: 'x'.repeat(31) }, 'level-too-long'],
    [{ labels: '@<!channel>' }, 'label-malformed'],
    [{ labels: 'a b c d e f g h i j k' }, 'too-many-labels'],
  ])('refuses %j', async (typed, code) => {
    expect(await edit('UHEAD', club.accounts.UANA, typed)).toMatchObject({ refusal: { code } })
  })

  it('shows an assistant coach their own notes, the head coach all, also when the author has left', async () => {
    await assignAna()
    await note('UASSIST', 'Careful with the left knee')
    await note('UHEAD', 'Wants to run Berlin')
    const texts = async (who: string) => {
      const shown = await card(who)
      return shown.ok ? shown.value.notes.map(each => `${each.authorName}: ${each.text}`) : shown.refusal.code
    }
    expect(await texts('UASSIST')).toEqual(['Coach Ivo: Careful with the left knee'])
    await perform(engine, by('UHEAD'), removeMemberFromClub, { member: { accountId: club.accounts.UASSIST } })
    expect(await texts('UHEAD')).toEqual([
      'Coach Mara: Wants to run Berlin',
      'Coach Ivo: Careful with the left knee',
    ])
    expect(await note('UHEAD', ' \n ')).toMatchObject({ refusal: { code: 'note-empty' } })
  })

  it('keeps notes, labels and their audit from the athlete', async () => {
    await note('UHEAD', 'secret')
    await edit('UHEAD', club.accounts.UANA, { labels: 'secret' })
    const entries = await ask(engine, by('UANA').who, listAudit, {
      bySlackUser: null,
      kind: null,
      olderThan: null,
    } as Parameters<typeof listAudit>[1])
    expect(entries.ok && entries.value.lines).toEqual([])
    const rows = await engine.db.selectFrom('audit_details').select('detail_json').execute()
    expect(rows.filter(row => row.detail_json.includes('noteId'))).toHaveLength(1)
    const audited = await ask(engine, by('UHEAD').who, listAudit, {
      bySlackUser: null,
      kind: null,
      olderThan: null,
    } as Parameters<typeof listAudit>[1])
    expect(audited.ok && audited.value.lines.map(line => line.action)).toEqual([
      'athlete.edited',
      'athlete.noted',
    ])
  })

  it('shows runs to the coach of the athlete, and keeps hidden ones', async () => {
    await putRun(engine, club, club.accounts.UANA, TEST_NOW)
    await putRun(engine, club, club.accounts.UANA, TEST_NOW, { visibility: 'hide' })
    const head = await card('UHEAD')
    expect(head.ok && head.value.recent).toHaveLength(1)
    expect(head.ok && head.value.weeks.at(-1)?.distanceCm).toBe(head.ok && head.value.recent[0]?.distanceCm)
    const other = await card('UASSIST')
    expect(other.ok && [other.value.isHidden, other.value.recent, other.value.mayEdit]).toEqual([
      true,
      [],
      false,
    ])
  })
})
