import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { auditCsv } from '#domain/audit/audit-csv.ts'
import { DEFAULT_SWITCHES } from '#domain/privacy/privacy-switches.ts'
import { csvField } from '#domain/text/csv.ts'
import { DAY_MS, instant, zone } from '#kernel/instant.ts'
import { readAuditTyped } from '#slack/audit-typed.ts'
import { splitWords } from '#slack/kit/words.ts'
import { listAuditEntries } from '#store/read/audit-read.ts'
import { ask } from '#usecases/ask.ts'
import { askForAuditExport } from '#usecases/audit/ask-for-audit-export.ts'
import { getAuditEntry } from '#usecases/audit/get-audit-entry.ts'
import { type ListAudit, listAudit } from '#usecases/audit/list-audit.ts'
import { addMembers } from '#usecases/group/add-members.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { perform } from '#usecases/perform.ts'
import { setPrivacy } from '#usecases/privacy/set-privacy.ts'
import { auditDetails } from '#views/audit-details.ts'
import { checkedView } from '../fixtures/checked-view.ts'
import { deliveringClub } from '../fixtures/delivering-club.ts'
import { type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, TEST_NOW, type TestEngine, testEngine } from '../fixtures/test-engine.ts'

describe('reading the audit', () => {
  let engine: TestEngine
  let club: TestClub

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    await perform(engine, by('UHEAD'), createGroup, { name: 'Track', description: '', privacy: 'public' })
    engine.setNow(instant(TEST_NOW + 3 * DAY_MS))
    await perform(engine, by('UASSIST'), addMembers, {
      groupName: 'Track',
      people: [
        { slackUserId: 'UANA', name: 'Ana' },
        { slackUserId: 'UBEN', name: 'Ben' },
      ],
    })
    await perform(engine, by('UANA'), setPrivacy, {
      switches: { ...DEFAULT_SWITCHES, pace: false },
      groups: [],
    })
  })
  afterEach(() => engine.close())

  async function actions(who: string, asked: Partial<ListAudit> = {}): Promise<string[]> {
    const page = await ask(engine, by(who).who, listAudit, {
      bySlackUser: null,
      kind: null,
      olderThan: null,
      ...asked,
    })
    if (!page.ok) throw new Error(page.refusal.code)
    return page.value.lines.map(line => `${line.action} ${line.actorName} ${line.subjectName ?? ''}`.trim())
  }
  const ana = { slackUserId: 'UANA', name: 'Ana' }

  it('narrows by person, by what they did and what is about them', async () => {
    expect(await actions('UHEAD', { bySlackUser: ana })).toEqual([
      'privacy.changed Ana Ana',
      'group.members-added Coach Ivo Ana',
    ])
  })

  it('narrows by kind and by days, together too', async () => {
    expect(await actions('UHEAD', { kind: 'group', range: 'today' })).toEqual([
      'group.members-added Coach Ivo Ben',
      'group.members-added Coach Ivo Ana',
    ])
    expect(await actions('UHEAD', { range: '2026-11-20' })).toEqual(['group.created Coach Mara'])
    expect(await actions('UHEAD', { range: 'last month' })).toEqual([])
    await expect(actions('UHEAD', { range: 'someday' })).rejects.toThrow('unknown-range')
  })

  it('shows athletes what is about them, whoever they ask for', async () => {
    const own = ['privacy.changed Ana Ana', 'group.members-added Coach Ivo Ana']
    expect(await actions('UANA')).toEqual(own)
    expect(await actions('UANA', { bySlackUser: { slackUserId: 'UBEN', name: 'Ben' } })).toEqual(own)
  })

  it('opens an entry with both states for whoever may read it, and for nobody else', async () => {
    const all = await listAuditEntries(engine.db, club.organizationId, { kind: 'privacy' }, 1)
    const seq = all[0]?.seq ?? 0
    for (const who of ['UHEAD', 'UANA']) {
      const entry = await ask(engine, by(who).who, getAuditEntry, seq)
      if (!entry.ok) throw new Error(entry.refusal.code)
      const view = auditDetails(entry.value, zone('UTC'))
      checkedView(view)
      const text = JSON.stringify(view.blocks)
      expect(text).toMatch(/Before.*pace\\": true.*After.*pace\\": false/)
      expect(text).toContain('changed what others see: Pace: off')
    }
    for (const who of ['UBEN', 'UASSIST', 'USTRANGER']) {
      expect((await ask(engine, by(who).who, getAuditEntry, seq)).ok).toBe(false)
    }
  })

  it('is exported by the head coach alone, and that is recorded', async () => {
    const asked = { bySlackUser: null, kind: null, range: null }
    for (const who of ['UASSIST', 'UANA']) {
      expect(await perform(engine, by(who), askForAuditExport, asked)).toMatchObject({
        refusal: { code: 'not-the-head-coach' },
      })
    }
    expect((await perform(engine, by('UHEAD'), askForAuditExport, asked)).ok).toBe(true)
    expect((await actions('UHEAD'))[0]).toBe('audit.export-asked Coach Mara')
  })
})

describe('the audit as CSV', () => {
  it('comes as a file into the head coach’s direct message, with every entry', async () => {
    const at = await deliveringClub()
    try {
      const asked = { bySlackUser: null, kind: 'group', range: null }
      await perform(at.engine, by(at.club.headCoach), askForAuditExport, asked)
      await at.outbox.drain()
      const completed = at.slack.calls.find(call => call.method === 'files.completeUploadExternal')
      expect(completed?.body).toMatchObject({ channel_id: 'DHEAD' })
      expect(completed?.body.initial_comment).toContain('The audit as CSV: 1 entry.')
      expect(await at.rows()).toMatchObject([{ kind: 'audit-export', state: 'sent' }])
    } finally {
      await at.close()
    }
  })

  it.each([
    ['=1+1', "'=1+1"],
    ['  +1', "'  +1"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['=a,"b"', '"\'=a,""b"""'],
    ['two\nlines', '"two\nlines"'],
    ['plain - text', 'plain - text'],
  ])('writes %j so that no spreadsheet runs it', (text, field) => {
    expect(csvField(text)).toBe(field)
  })

  it('has one line an entry and a heading', async () => {
    const engine = await testEngine()
    const club = await testClub(engine)
    await perform(engine, by('UHEAD'), createGroup, { name: '=cmd', description: '', privacy: 'public' })
    const csv = auditCsv(await listAuditEntries(engine.db, club.organizationId, {}, 10))
    expect(csv.split('\r\n')).toHaveLength(3)
    expect(csv).toMatch(
      /^\uFEFFnumber,at,actor,.*\r\n1,2026-11-20T17:00:00.000Z,Coach Mara,command,group.created,/,
    )
    await engine.close()
  })
})

describe('what is typed after audit', () => {
  it.each([
    ['', { personSlackId: null, kind: null, range: null, isCsv: false }],
    ['group', { kind: 'group', range: null }],
    ['group last week', { kind: 'group', range: 'last week' }],
    ['last week', { kind: null, range: 'last week' }],
    ['2026-11-01..2026-11-20', { kind: null, range: '2026-11-01..2026-11-20' }],
    ['csv <@U1|ana> privacy 30d', { personSlackId: 'U1', kind: 'privacy', range: '30d', isCsv: true }],
    ['33x', { kind: null, range: '33x' }],
  ])('reads %j', (typed, read) => {
    expect(readAuditTyped(splitWords(typed))).toMatchObject(read)
  })
})
