import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseWeek } from '#domain/plan/living/parse-week.ts'
import type { Instant, LocalDay } from '#kernel/instant.ts'
import { instant, localDay } from '#kernel/instant.ts'
import { findChangeRequest } from '#store/change-request-store.ts'
import { insertAssignment } from '#store/coach-store.ts'
import { listSessionsOf } from '#store/read/session-read.ts'
import { ask } from '#usecases/ask.ts'
import { perform } from '#usecases/perform.ts'
import { type AnswerChange, answerChange, askAboutChange } from '#usecases/plan/living/answer-change.ts'
import { changeWeek, openWeek } from '#usecases/plan/living/change-week.ts'
import { type MoveSession, moveOptions, moveSession } from '#usecases/plan/living/move-session.ts'
import { setOwnMoves } from '#usecases/plan/living/set-own-moves.ts'
import { editWeekForm } from '#views/edit-week-form.ts'
import { moveForm } from '#views/move-form.ts'
import { changeTold } from '#views/session-change.ts'
import { checkedMessage, checkedView } from '../../fixtures/checked-view.ts'
import { putOnPlan } from '../../fixtures/planned-athlete.ts'
import { type TestClub, testClub } from '../../fixtures/test-club.ts'
import { by, TEST_NOW, type TestEngine, testEngine } from '../../fixtures/test-engine.ts'
import { putRun } from '../../fixtures/test-runs.ts'
import { wholeDatabase } from '../../fixtures/whole-database.ts'

const MONDAY = localDay('2026-11-23')
const TUESDAY_NOON = instant(Date.UTC(2026, 10, 24, 11))
const ANA = { slackUserId: 'UANA', name: 'Ana' }
const TEXT = `Week 1
Mon 6km easy
Tue 8km easy
Thu 2km easy + 8x400m @z5 r400m jog + 2km easy
Sun 16km easy
Week 2
Tue 8km easy
Sun 18km easy`

describe('the sessions of an athlete', () => {
  let engine: TestEngine
  let club: TestClub
  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    await putOnPlan(engine, { text: TEXT, start: { kind: 'start', on: MONDAY } })
    engine.setNow(TUESDAY_NOON)
  })
  afterEach(() => engine.close())

  const week = async (from: LocalDay = MONDAY) =>
    (
      await listSessionsOf(engine.db, club.organizationId, club.accounts.UANA, from, localDay('2026-11-29'))
    ).map(session => `${session.on.slice(5)} ${session.text}`)
  const days = (text: string) => {
    const read = parseWeek(text, new Map())
    if (!read.ok) throw new Error(JSON.stringify(read.refusal))
    return read.value
  }
  const open = async (who = 'UHEAD', weeksAhead = 0) => {
    const shown = await ask(engine, by(who).who, openWeek, { athlete: ANA, on: null, weeksAhead })
    if (!shown.ok) throw new Error(shown.refusal.code)
    return shown.value
  }
  const rewrite = async (text: string, who = 'UHEAD', seen?: string) =>
    perform(engine, by(who), changeWeek, {
      athlete: ANA,
      from: MONDAY,
      days: days(text),
      seen: seen ?? (await open()).seen,
    })
  const move = (input: Partial<MoveSession>, who = 'UANA') =>
    perform(engine, by(who), moveSession, {
      athlete: null,
      which: { on: localDay('2026-11-26') },
      to: localDay('2026-11-28'),
      isSwap: true,
      note: '',
      ...input,
    })
  const answer = (requestId: string, how: AnswerChange['answer'], who: string) =>
    perform(engine, by(who), answerChange, { requestId, answer: how })
  const told = async () => {
    const rows = await engine.db
      .selectFrom('outbox')
      .select(['recipient', 'payload_json'])
      .where('kind', '=', 'session-change')
      .orderBy('id')
      .execute()
    return rows.map(row => `${row.recipient} ${JSON.parse(row.payload_json).news}`)
  }
  const read = async (requestId: string, news: Parameters<typeof changeTold>[0]['news']) => {
    const request = await findChangeRequest(engine.db, club.organizationId, requestId)
    if (!request) throw new Error('no request')
    const message = changeTold({ request, news, byName: 'Coach Mara', athleteName: 'Ana' })
    expect(checkedMessage(message)).toEqual([])
    return message.text
  }
  const unwritten = async (deed: () => Promise<unknown>, code: string) => {
    const before = await wholeDatabase(engine)
    expect(await deed()).toMatchObject({ ok: false, refusal: { code } })
    expect(await wholeDatabase(engine)).toEqual(before)
  }

  describe('rewritten by a coach', () => {
    it('are what was written, and the athlete reads the difference', async () => {
      const shown = await open()
      const form = editWeekForm(shown)
      expect(form && checkedView(form)).toEqual([])
      const done = await rewrite(
        'Tue 8km easy\nThu 2km easy + 6x400m @z5 r400m jog + 2km easy\nSat 30min easy',
      )
      if (!done.ok) throw new Error(done.refusal.code)
      expect(await week(localDay('2026-11-24'))).toEqual([
        '11-24 8km easy',
        '11-26 2km easy + 6x400m @z5 r400m jog + 2km easy',
        '11-28 30min easy',
      ])
      expect(await told()).toEqual(['UANA told'])
      const text = await read(done.value.request.id, 'told')
      expect(text).toContain('*Coach Mara* changed your plan')
      expect(text).toContain('8×400m → 6×400m')
      expect(text).toMatch(/week −\d+ %/)
    })

    it('are answered once: OK is said to the coach, and what cannot be is put back', async () => {
      const done = await rewrite('Tue 8km easy\nSun 20km easy')
      if (!done.ok) throw new Error(done.refusal.code)
      const { id } = done.value.request
      await unwritten(() => answer(id, 'ok', 'UBEN'), 'change-unknown')
      await unwritten(() => answer(id, 'ok', 'UHEAD'), 'change-unknown')
      await unwritten(() => answer(id, 'undone', 'UHEAD'), 'change-answered')
      expect((await answer(id, 'no', 'UANA')).ok).toBe(true)
      await unwritten(() => answer(id, 'ok', 'UANA'), 'change-answered')
      expect((await answer(id, 'undone', 'UHEAD')).ok).toBe(true)
      await unwritten(() => answer(id, 'undone', 'UHEAD'), 'change-answered')
      expect(await week(localDay('2026-11-26'))).toEqual([
        '11-26 2km easy + 8x400m @z5 r400m jog + 2km easy',
        '11-29 16km easy',
      ])
      expect(await told()).toEqual(['UANA told', 'UHEAD no', 'UANA undone'])
    })

    it('never rewrite what is over or done, or what changed meanwhile', async () => {
      await unwritten(() => rewrite('Mon 3km easy\nTue 8km easy'), 'session-frozen')
      const { seen } = await open()
      await putRun(engine, club, club.accounts.UANA, TUESDAY_NOON)
      expect((await open()).firstOn).toBe('2026-11-25')
      await unwritten(() => rewrite('Tue 3km easy'), 'session-frozen')
      expect((await rewrite('Thu 5km easy', 'UHEAD', seen)).ok).toBe(true)
      await unwritten(() => rewrite('Thu 6km easy', 'UHEAD', seen), 'week-changed-meanwhile')
      await unwritten(() => rewrite('Thu 5km easy'), 'week-unchanged')
      expect(await week(MONDAY)).toEqual(['11-23 6km easy', '11-24 8km easy', '11-26 5km easy'])
    })

    it('are rewritten by the coaches of the athlete alone', async () => {
      const { seen } = await open()
      await unwritten(() => rewrite('Thu 5km easy', 'UASSIST', seen), 'not-your-athlete')
      await unwritten(() => rewrite('Thu 5km easy', 'UANA', seen), 'not-a-coach')
      await unwritten(() => rewrite('Thu 5km easy', 'UBEN', seen), 'not-your-athlete')
    })

    it('can be two new ones on one day, again and again', async () => {
      expect((await rewrite('Wed 5km easy\nWed 20min easy')).ok).toBe(true)
      expect((await rewrite('Fri 3km easy')).ok).toBe(true)
      expect((await rewrite('Wed 4km easy\nFri 3km easy\nFri 6km easy')).ok).toBe(true)
      expect(await week(localDay('2026-11-25'))).toEqual([
        '11-25 4km easy',
        '11-27 3km easy',
        '11-27 6km easy',
      ])
    })
  })

  describe('moved by the athlete', () => {
    it('move within the week at once, two days swap, and the coach is told', async () => {
      expect((await move({})).ok).toBe(true)
      expect((await move({ which: { on: localDay('2026-11-28') }, to: localDay('2026-11-29') })).ok).toBe(
        true,
      )
      expect(await week(localDay('2026-11-25'))).toEqual([
        '11-28 16km easy',
        '11-29 2km easy + 8x400m @z5 r400m jog + 2km easy',
      ])
      expect(await told()).toEqual(['UHEAD moved', 'UHEAD moved'])
    })

    it('do not leave the week, go back in time or come from nowhere', async () => {
      await unwritten(() => move({ to: localDay('2026-12-01') }), 'move-out-of-week')
      await unwritten(() => move({ to: localDay('2026-11-23') }), 'session-frozen')
      await unwritten(() => move({ which: { on: MONDAY } }), 'session-frozen')
      await unwritten(() => move({ which: { on: localDay('2026-11-27') } }), 'no-session-on')
      await unwritten(() => move({ to: localDay('2026-11-26') }), 'week-unchanged')
      await unwritten(() => move({ note: 'x'.repeat(1_001) }), 'question-too-long')
      await putRun(engine, club, club.accounts.UANA, TUESDAY_NOON)
      await unwritten(() => move({ which: { on: localDay('2026-11-24') } }), 'session-frozen')
    })

    it('are asked for where the club wants that, and one coach answers once', async () => {
      await unwritten(
        () => perform(engine, by('UASSIST'), setOwnMoves, { isAllowed: false }),
        'not-the-head-coach',
      )
      expect((await perform(engine, by('UHEAD'), setOwnMoves, { isAllowed: false })).ok).toBe(true)
      const before = await week()
      const asked = await move({ note: 'Travelling' })
      if (!asked.ok) throw new Error(asked.refusal.code)
      expect(await week()).toEqual(before)
      const { id } = asked.value.request
      expect(await read(id, 'asked')).toContain('Ana: “Travelling”')
      await unwritten(() => answer(id, 'ok', 'UANA'), 'change-unknown')
      await unwritten(() => answer(id, 'ok', 'UASSIST'), 'change-unknown')
      const both = await Promise.all([answer(id, 'ok', 'UHEAD'), answer(id, 'no', 'UHEAD')])
      expect(both.filter(each => each.ok)).toHaveLength(1)
      expect(await week(localDay('2026-11-25'))).toContain('11-28 2km easy + 8x400m @z5 r400m jog + 2km easy')
      expect(await told()).toEqual(['UHEAD asked', 'UANA ok'])
    })

    it('are left out only when a coach says so, who is the athlete’s own where they have one', async () => {
      await engine.db.transaction().execute(tx =>
        insertAssignment(
          tx,
          engine.newId,
          {
            organizationId: club.organizationId,
            coachId: club.accounts.UASSIST,
            athleteId: club.accounts.UANA,
          },
          TEST_NOW,
        ),
      )
      const asked = await move({ to: null })
      if (!asked.ok) throw new Error(asked.refusal.code)
      expect(await told()).toEqual(['UASSIST asked'])
      expect((await answer(asked.value.request.id, 'no', 'UASSIST')).ok).toBe(true)
      expect(await week(localDay('2026-11-26'))).toHaveLength(2)
      const again = await move({ to: null })
      if (!again.ok) throw new Error(again.refusal.code)
      expect((await answer(again.value.request.id, 'ok', 'UASSIST')).ok).toBe(true)
      expect(await week(localDay('2026-11-26'))).toEqual(['11-29 16km easy'])
    })

    it('are not done any more when the plan changed since they were asked for', async () => {
      const asked = await move({ to: null })
      if (!asked.ok) throw new Error(asked.refusal.code)
      await rewrite('Tue 8km easy\nThu 5km easy\nSun 16km easy')
      await unwritten(() => answer(asked.value.request.id, 'ok', 'UHEAD'), 'change-overtaken')
      engine.setNow(instant(Date.UTC(2026, 10, 27)) as Instant)
      await unwritten(() => answer(asked.value.request.id, 'ok', 'UHEAD'), 'session-frozen')
    })

    it('are offered with what stands on the other days', async () => {
      const options = await ask(engine, by('UANA').who, moveOptions, { athlete: null, key: null })
      if (!options.ok) throw new Error(options.refusal.code)
      expect(options.value.sessions.map(session => session.on)).toEqual([
        '2026-11-24',
        '2026-11-26',
        '2026-11-29',
      ])
      expect(checkedView(moveForm(options.value, false))).toEqual([])
      expect(
        checkedView(moveForm({ ...options.value, chosen: options.value.sessions[0] ?? null }, true)),
      ).toEqual([])
    })
  })

  it('are asked about in the athlete’s words, which only the coach gets', async () => {
    const done = await rewrite('Tue 8km easy\nSun 20km easy')
    if (!done.ok) throw new Error(done.refusal.code)
    const { id } = done.value.request
    const question = (text: string, who = 'UANA') =>
      perform(engine, by(who), askAboutChange, { requestId: id, text })
    await unwritten(() => question(' '), 'question-empty')
    await unwritten(() => question('Why?', 'UBEN'), 'change-unknown')
    expect((await question('Is 20 km not too much?')).ok).toBe(true)
    expect(await told()).toEqual(['UANA told', 'UHEAD question'])
    expect(await read(id, 'question')).toContain('Ana: “Is 20 km not too much?”')
  })

  it('are frozen for a coach by no run that the coach may not know of', async () => {
    await putRun(engine, club, club.accounts.UANA, TUESDAY_NOON, { visibility: 'hide' })
    expect((await open()).firstOn).toBe('2026-11-24')
    const changed = await move(
      { athlete: ANA, which: { on: localDay('2026-11-24') }, to: localDay('2026-11-25') },
      'UHEAD',
    )
    expect(changed).toMatchObject({ ok: true })
  })
})
