import { CompiledQuery } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_SWITCHES, type PrivacySwitches } from '#domain/privacy/privacy-switches.ts'
import type { AttentionCard, AttentionItem } from '#domain/signal/signal-card.ts'
import { SIGNAL_RULE_IDS } from '#domain/signal/signal-rule.ts'
import type { AccountId } from '#kernel/ids.ts'
import { DAY_MS, instant } from '#kernel/instant.ts'
import { createScheduler } from '#scheduler/scheduler.ts'
import { upsertPrivacySwitches } from '#store/privacy-store.ts'
import { activityFactsQuery, changedSinceQuery } from '#store/read/signal-facts.ts'
import { ask } from '#usecases/ask.ts'
import { listAudit } from '#usecases/audit/list-audit.ts'
import { assignAthletes } from '#usecases/organization/assign-athletes.ts'
import { perform } from '#usecases/perform.ts'
import { changeSignalSettings, showSignalSettings } from '#usecases/signal/change-signal-settings.ts'
import { decideSignal } from '#usecases/signal/decide-signal.ts'
import { listAttention } from '#usecases/signal/list-attention.ts'
import { draftNudge, nudgeAthlete } from '#usecases/signal/nudge-athlete.ts'
import { attention } from '#views/signals.ts'
import { checkedMessage } from '../fixtures/checked-view.ts'
import { silentLogger } from '../fixtures/silent-logger.ts'
import { joinClub, setStatus, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, TEST_NOW, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { putRun, type RunGiven } from '../fixtures/test-runs.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

describe('who needs a coach', () => {
  let engine: TestEngine
  let club: TestClub

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
  })
  afterEach(() => engine.close())

  const daysAgo = (days: number) => instant(TEST_NOW - days * DAY_MS)
  /** A run every other day for eight weeks, up to three days ago. */
  async function habit(accountId: AccountId, until = 3, given: RunGiven = { km: 10 }): Promise<void> {
    for (let day = until; day < 56; day += 2) await putRun(engine, club, accountId, daysAgo(day), given)
  }
  const note = (accountId: AccountId, text: string) =>
    engine.db
      .updateTable('activities')
      .set({ note: text, updated_at: engine.businessNow() })
      .where('account_id', '=', accountId)
      .where('started_at', '=', daysAgo(3))
      .execute()
  const list = (who: string) => ask(engine, by(who).who, listAttention, {})
  async function card(who = 'UHEAD'): Promise<AttentionCard> {
    const found = await list(who)
    if (!found.ok) throw new Error(found.refusal.code)
    return found.value
  }
  const said = async (who = 'UHEAD') => (await card(who)).signals.map(({ name, rule }) => `${name}: ${rule}`)
  async function first(who = 'UHEAD'): Promise<AttentionItem> {
    const [item] = (await card(who)).signals
    if (!item) throw new Error('nobody')
    return item
  }
  const answer = (who: string, item: AttentionItem, snoozeDays: 3 | 7 | null) =>
    perform(engine, by(who), decideSignal, { ...item, snoozeDays })
  const hide = (accountId: AccountId, off: Partial<PrivacySwitches>) =>
    engine.db
      .transaction()
      .execute(tx =>
        upsertPrivacySwitches(tx, club.organizationId, accountId, { ...DEFAULT_SWITCHES, ...off }, TEST_NOW),
      )
  const scheduler = () => createScheduler(engine, { logger: silentLogger })

  it('says what happened, with the numbers', async () => {
    await habit(club.accounts.UANA, 3)
    await putRun(engine, club, club.accounts.UANA, daysAgo(1), { km: 15 })
    await habit(club.accounts.UBEN, 11)
    expect(await said()).toEqual(['Ana: longest-run', 'Ben: quiet'])
    const message = attention(await card())
    expect(message.text).toContain('15 km on Thu 19 Nov; the longest of the 30 days before was 10 km.')
    expect(message.text).toContain(
      'Nothing since Mon 9 Nov, 11 days; usually there are 2 at most between runs.',
    )
    expect(checkedMessage(message)).toEqual([])
  })

  it('is for coaches, an assistant seeing only those assigned to them', async () => {
    await habit(club.accounts.UBEN, 11)
    expect(await said('UASSIST')).toEqual([])
    await perform(engine, by('UHEAD'), assignAthletes, {
      coach: { accountId: club.accounts.UASSIST },
      athletes: [{ accountId: club.accounts.UBEN }],
      group: null,
      isAssigned: true,
    })
    expect(await said('UASSIST')).toEqual(['Ben: quiet'])
    expect(await list('UANA')).toEqual({ ok: false, refusal: { code: 'not-a-coach' } })
    expect(await list('USTRANGER')).toMatchObject({ ok: false, refusal: { code: 'not-a-member' } })
  })

  it('says nothing of whoever hides from coaches, of hidden runs, of Strava’s, of who is not active', async () => {
    await habit(club.accounts.UANA, 3)
    await note(club.accounts.UANA, 'knee pain')
    expect(await said()).toEqual(['Ana: pain'])
    for (const off of [{ withCoach: false }, { isShown: false }]) {
      await hide(club.accounts.UANA, off)
      await scheduler().tick()
      expect(await said()).toEqual([])
    }
    await hide(club.accounts.UANA, {})
    const runs = () => engine.db.updateTable('activities').where('note', '<>', '')
    await runs().set({ visibility: 'hide' }).execute()
    expect(await said()).toEqual([])
    await runs().set({ visibility: 'coach-only', source: 'strava' }).execute()
    expect(await said()).toEqual([])
    await runs()
      .set({ source: 'line', updated_at: TEST_NOW + 1 })
      .execute()
    expect(await said()).toEqual(['Ana: pain'])
    await setStatus(engine, club.accounts.UANA, 'inactive')
    expect(await said()).toEqual([])
  })

  it('does not call somebody quiet who ran and keeps it to themselves', async () => {
    await habit(club.accounts.UBEN, 11)
    await putRun(engine, club, club.accounts.UBEN, daysAgo(1), { visibility: 'hide' })
    expect(await said()).toEqual([])
  })

  it('is noted once a morning, and the same thing is never raised twice', async () => {
    await habit(club.accounts.UBEN, 11)
    await scheduler().tick()
    await scheduler().tick()
    for (let day = 1; day <= 3; day += 1) {
      engine.setNow(instant(TEST_NOW + day * DAY_MS))
      await scheduler().tick()
    }
    const rows = await engine.db.selectFrom('signals').select(['rule', 'subject', 'state']).execute()
    expect(rows).toEqual([{ rule: 'quiet', subject: '2026-11-09', state: 'open' }])
    expect((await engine.db.selectFrom('signal_rounds').selectAll().execute()).length).toBe(4)
    expect(await said()).toEqual(['Ben: quiet'])
    await answer('UHEAD', await first(), null)
    engine.setNow(instant(TEST_NOW + 4 * DAY_MS))
    await scheduler().tick()
    expect(await said()).toEqual([])
  })

  it('waits until six in the club’s zone', async () => {
    engine.setNow(instant(Date.UTC(2026, 10, 21, 4, 59)))
    await scheduler().tick()
    expect(await engine.db.selectFrom('signal_rounds').selectAll().execute()).toEqual([])
    engine.setNow(instant(Date.UTC(2026, 10, 21, 5, 0)))
    await scheduler().tick()
    expect(await engine.db.selectFrom('signal_rounds').selectAll().execute()).toHaveLength(1)
  })

  it('forgets what is no longer so', async () => {
    await habit(club.accounts.UBEN, 11)
    await scheduler().tick()
    await putRun(engine, club, club.accounts.UBEN, engine.businessNow())
    expect(await said()).toEqual([])
    engine.setNow(instant(TEST_NOW + DAY_MS))
    await scheduler().tick()
    expect((await engine.db.selectFrom('signals').select('state').execute()).map(row => row.state)).toEqual([
      'expired',
    ])
  })

  it('can be put off, for all coaches alike', async () => {
    await habit(club.accounts.UBEN, 11)
    const item = await first()
    expect((await answer('UHEAD', item, 3)).ok).toBe(true)
    expect(await said()).toEqual([])
    const before = await wholeDatabase(engine)
    expect(await answer('UHEAD', item, null)).toEqual({ ok: false, refusal: { code: 'signal-gone' } })
    expect(await answer('UASSIST', item, null)).toMatchObject({ refusal: { code: 'not-your-athlete' } })
    expect(await answer('UANA', item, null)).toMatchObject({ refusal: { code: 'not-a-coach' } })
    expect(await wholeDatabase(engine)).toEqual(before)
    engine.setNow(instant(TEST_NOW + 3 * DAY_MS))
    expect(await said()).toEqual(['Ben: quiet'])
  })

  it('is never more than five at a time, the most urgent first', async () => {
    for (let n = 0; n < 7; n += 1) await habit(await joinClub(engine, club, `U${n}`, `Runner ${n}`), 11)
    await habit(club.accounts.UANA, 3)
    await note(club.accounts.UANA, 'calf hurts')
    const found = await card()
    expect(found.signals).toHaveLength(5)
    expect(found.signals[0]?.rule).toBe('pain')
    expect(found.more).toBe(3)
    expect(checkedMessage(attention(found))).toEqual([])
  })

  describe('a nudge', () => {
    const nudge = (who: string, item: AttentionItem, text = 'How are you?', isHeld = false) =>
      perform(engine, by(who), nudgeAthlete, { ...item, text, isHeld })
    const queued = () =>
      engine.db.selectFrom('outbox').select(['recipient', 'not_before']).where('kind', '=', 'nudge').execute()

    it('goes to the athlete once a day, and ends the signal', async () => {
      await habit(club.accounts.UBEN, 11)
      await note(club.accounts.UBEN, '')
      const item = await first()
      expect(await nudge('UHEAD', item)).toMatchObject({ ok: true, value: { name: 'Ben', isHeld: false } })
      expect(await queued()).toEqual([{ recipient: 'UBEN', not_before: TEST_NOW }])
      expect(await said()).toEqual([])
      await putRun(engine, club, club.accounts.UBEN, daysAgo(0))
      const back = (await card()).signals.find(each => each.rule === 'jump' || each.rule === 'back')
      expect(back).toBeUndefined()
    })

    it('is refused the second time that day, when empty, and to whoever is not active', async () => {
      await habit(club.accounts.UANA, 3)
      await note(club.accounts.UANA, 'sore calf')
      await putRun(engine, club, club.accounts.UANA, daysAgo(1), { km: 15 })
      const [pain, longest] = (await card()).signals
      if (!pain || !longest) throw new Error('nothing')
      await nudge('UHEAD', pain)
      const before = await wholeDatabase(engine)
      expect(await nudge('UHEAD', longest)).toEqual({
        ok: false,
        refusal: { code: 'nudged-today', name: 'Ana' },
      })
      expect(await ask(engine, by('UHEAD').who, draftNudge, longest)).toMatchObject({
        refusal: { code: 'nudged-today' },
      })
      expect(await nudge('UASSIST', longest)).toMatchObject({ refusal: { code: 'not-your-athlete' } })
      expect(await wholeDatabase(engine)).toEqual(before)
      engine.setNow(instant(TEST_NOW + DAY_MS))
      expect(await nudge('UHEAD', longest, '  ')).toMatchObject({ refusal: { code: 'nudge-empty' } })
      expect(await nudge('UHEAD', longest, 'x'.repeat(1_001))).toMatchObject({
        refusal: { code: 'nudge-too-long' },
      })
      expect((await nudge('UHEAD', longest)).ok).toBe(true)
    })

    it('says when it is night there, and can wait for the morning', async () => {
      await habit(club.accounts.UBEN, 11)
      engine.setNow(instant(Date.UTC(2026, 10, 20, 21, 30)))
      const item = await first()
      expect(await ask(engine, by('UHEAD').who, draftNudge, item)).toMatchObject({
        value: { nightTime: '22:30', quietUntil: '07:00' },
      })
      await nudge('UHEAD', item, 'Good morning', true)
      expect(await queued()).toEqual([{ recipient: 'UBEN', not_before: Date.UTC(2026, 10, 21, 6) }])
    })
  })

  it('goes by thresholds that the head coach sets within their bounds, and the audit says so', async () => {
    await habit(club.accounts.UBEN, 11)
    const set = (who: string, quiet: string, on: readonly string[] = SIGNAL_RULE_IDS) =>
      perform(engine, by(who), changeSignalSettings, { on, thresholds: { quiet } })
    const before = await wholeDatabase(engine)
    expect(await set('UASSIST', '20')).toMatchObject({ refusal: { code: 'not-the-head-coach' } })
    for (const wrong of ['2', '31', 'x', '7.5', '-7']) {
      expect(await set('UHEAD', wrong)).toMatchObject({ refusal: { code: 'threshold-wrong', rule: 'quiet' } })
    }
    expect(await wholeDatabase(engine)).toEqual(before)
    expect((await set('UHEAD', '20')).ok).toBe(true)
    expect(await said()).toEqual([])
    expect(await ask(engine, by('UASSIST').who, showSignalSettings, {})).toMatchObject({
      value: { mayChange: false, settings: { quiet: { isOn: true, threshold: 20 } } },
    })
    await set('UHEAD', '7', ['pain'])
    expect(await said()).toEqual([])
    const audit = await ask(engine, by('UHEAD').who, listAudit, {
      olderThan: null,
      kind: null,
      bySlackUser: null,
    })
    expect(audit.ok && audit.value.lines.map(line => line.action)).toEqual([
      'signals.settings-changed',
      'signals.settings-changed',
    ])
  })

  it('asks by indexes alone', async () => {
    const plan = async (query: { compile(): { sql: string; parameters: readonly unknown[] } }) => {
      const { sql, parameters } = query.compile()
      const { rows } = await engine.db.executeQuery<{ detail: string }>(
        CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]),
      )
      return rows.map(row => row.detail).join('\n')
    }
    const { organizationId, accounts } = club
    expect(
      await plan(activityFactsQuery(engine.db, organizationId, [accounts.UANA, accounts.UBEN], daysAgo(98))),
    ).toMatch(/SEARCH activities USING INDEX activities_covering \(account_id=\? AND started_at>\?/)
    expect(await plan(changedSinceQuery(engine.db, organizationId, daysAgo(1)))).toMatch(
      /SEARCH activities USING COVERING INDEX activities_changed \(organization_id=\? AND updated_at>\?\)/,
    )
  })
})
