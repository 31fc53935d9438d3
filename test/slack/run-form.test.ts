import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runButtons } from '#slack/actions/runs.ts'
import { logRunCommand } from '#slack/commands/log-run.ts'
import type { Pressed } from '#slack/kit/button.ts'
import { type FormValues, formValues } from '#slack/kit/form-values.ts'
import type { Submitted } from '#slack/kit/modal.ts'
import { splitWords } from '#slack/kit/words.ts'
import { editRunModal } from '#slack/modals/edit-run.ts'
import { logRunModal, logRunView } from '#slack/modals/log-run.ts'
import { logRunShortcut } from '#slack/shortcuts/log-run.ts'
import { logFile } from '#usecases/activity/log-file.ts'
import { perform } from '#usecases/perform.ts'
import { RUN_ACTIONS } from '#views/run-actions.ts'
import { checkedView } from '../fixtures/checked-view.ts'
import { measuredRun } from '../fixtures/measured-run.ts'
import { slackContext } from '../fixtures/slack-context.ts'
import { type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, type TestEngine, testEngine } from '../fixtures/test-engine.ts'

const FILLED = {
  distance: '8.2',
  unit: 'km',
  time: '45:10',
  'sub-type': 'easy-run',
  on: '2026-11-20',
  at: '16:00',
  name: null,
  note: null,
  visibility: 'share',
}

describe('the run form', () => {
  let engine: TestEngine
  let club: TestClub

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
  })
  afterEach(() => engine.close())

  const context = (who: string = club.ana) => slackContext(engine, who)
  const stored = () => engine.db.selectFrom('activities').selectAll().orderBy('started_at').execute()

  /** As Slack gives a form back: by block id and action id, each kind of input under a key of its own. */
  function filled(given: Partial<Record<keyof typeof FILLED, string | null>> = {}): FormValues {
    const { unit, on, at, 'sub-type': subType, visibility, ...texts } = { ...FILLED, ...given }
    const values = {
      ...Object.fromEntries(Object.entries(texts).map(([id, value]) => [id, { value: { value } }])),
      unit: { value: { selected_option: { value: unit ?? '' } } },
      'sub-type': { value: { selected_option: { value: subType ?? '' } } },
      visibility: { value: { selected_option: { value: visibility ?? '' } } },
      on: { value: { selected_date: on } },
      at: { value: { selected_time: at } },
    }
    return formValues({ values })
  }
  const log = (given: Parameters<typeof filled>[0] = {}, isAgain = false) =>
    logRunModal.submit(context(), filled(given), { isAgain })
  const wordsOf = (submitted: Submitted) =>
    submitted.kind === 'update' ? JSON.stringify(submitted.view.blocks) : JSON.stringify(submitted)
  function press(actionId: string, value: string, who?: string): Promise<Pressed> {
    const action = runButtons.find(each => each.actionId === actionId)
    if (!action) throw new Error(`no action ${actionId}`)
    return action.press(context(who), value)
  }

  it('opens from the command without words and from the shortcut, on the athlete’s own day', async () => {
    for (const opened of [
      await logRunCommand.answer(context(), []),
      await logRunShortcut.run(context(), null),
    ]) {
      expect(opened).toMatchObject({ ok: true, value: { kind: 'modal', view: { callback_id: 'log-run' } } })
      expect(JSON.stringify(opened)).toContain('"initial_date":"2026-11-20"')
    }
    expect(await logRunView(context(club.headCoach))).toMatchObject({ refusal: { code: 'not-an-athlete' } })
  })

  it('logs what was filled in and says what was understood', async () => {
    const submitted = await log({ unit: 'mi', distance: '10', time: '1:20:00', note: 'long', at: null })
    expect(wordsOf(submitted)).toContain('Logged *16.09 km in 1:20:00 (4:58 /km)*, easy run, Fri 20 Nov.')
    expect(submitted.kind === 'update' && checkedView(submitted.view)).toEqual([])
    expect(await stored()).toMatchObject([{ source: 'form', distance_cm: 1_609_344, note: 'long' }])
  })

  it.each([
    [{ distance: 'far' }, 'distance', 'I do not understand this distance'],
    [{ distance: '0' }, 'distance', 'The distance is zero'],
    [{ distance: '600', time: '23:00:00' }, 'distance', 'more than anybody does in a day'],
    [{ time: null }, 'time', 'How long did it take?'],
    [{ time: '45' }, 'time', 'Write it as 45:10'],
    [{ time: '10:00' }, 'time', 'faster than anybody has ever run it'],
    [{ on: '2026-11-21' }, 'on', 'still to come'],
    [{ on: null }, 'on', 'Choose the day'],
    [{ on: '1999-12-31' }, 'on', 'too long ago'],
    [{ at: '17:30' }, 'at', 'in the future'],
    [{ name: 'x'.repeat(81) }, 'name', '80 is the most'],
  ])('shows what is wrong with %o at its field, and nothing was written', async (given, field, words) => {
    const submitted = await log(given)
    expect(submitted).toMatchObject({ kind: 'errors', errors: { [field]: expect.stringContaining(words) } })
    expect(await stored()).toEqual([])
  })

  it('says at the start when the run is there already, and asks about one that looks like it', async () => {
    await log()
    expect(await log()).toMatchObject({ errors: { at: expect.stringContaining('logged already') } })
    const asked = await log({ at: '09:00', distance: '8.25', note: 'kept' })
    if (asked.kind !== 'update') throw new Error('not asked')
    expect(asked.view).toMatchObject({ callback_id: 'log-run', submit: { text: 'Log anyway' } })
    expect(JSON.stringify(asked.view.blocks)).toMatch(/looks like the run.*8\.25.*09:00.*kept/)
    expect(checkedView(asked.view)).toEqual([])
    expect(await stored()).toHaveLength(1)
    expect(wordsOf(await log({ at: '09:00', distance: '8.25' }, true))).toContain('Logged *8.25 km')
    expect(await stored()).toHaveLength(2)
  })

  it('lets the athlete hide one run', async () => {
    await log({ visibility: 'hide' })
    expect(await stored()).toMatchObject([{ visibility: 'hide' }])
  })

  it('becomes a sentence for those who may not log any more', async () => {
    const submitted = await logRunModal.submit(context(club.headCoach), filled(), { isAgain: false })
    expect(wordsOf(submitted)).toContain('Only athletes')
    expect(await stored()).toEqual([])
  })

  it('edits only what was touched: figures are shown rounded and kept as they were measured', async () => {
    const logged = await perform(engine, by(club.ana), logFile, {
      source: 'fit',
      sha256: 'a'.repeat(64),
      activities: [measuredRun({ distanceCm: 903_127, durationMs: 3_307_482, elapsedMs: 3_400_000 })],
      note: '',
    })
    const id = logged.ok ? (logged.value.logged[0]?.id ?? '') : ''
    const opened = await press(RUN_ACTIONS.edit, id)
    const meta: unknown = JSON.parse(opened.open?.private_metadata ?? '')
    const shown = { distance: '9.03', time: '55:07', at: '16:00' }
    expect(meta).toMatchObject(shown)
    const before = await stored()

    const saved = await editRunModal.submit(
      context(),
      filled({ ...shown, name: 'Harbour', 'sub-type': 'tempo' }),
      meta,
    )
    expect(wordsOf(saved)).toContain('Saved: *9.03 km in 55:07 (6:06 /km)*, tempo run, Fri 20 Nov 16:00.')
    expect(await stored()).toEqual([{ ...before[0], name: 'Harbour', sub_type: 'tempo' }])

    await editRunModal.submit(
      context(),
      filled({ ...shown, distance: '5.61', unit: 'mi', at: '15:30' }),
      meta,
    )
    expect(await stored()).toMatchObject([
      { distance_cm: 902_842, duration_ms: 3_307_482, started_at: Date.UTC(2026, 10, 20, 14, 30) },
    ])
    expect(await editRunModal.submit(context(), filled({ ...shown, time: '5:00' }), meta)).toMatchObject({
      errors: { time: expect.stringContaining('faster than') },
    })
  })

  describe('and the buttons under a run', () => {
    async function loggedId(line: string): Promise<string> {
      const answer = await logRunCommand.answer(context(), splitWords(line))
      if (!answer.ok || answer.value.kind !== 'message') throw new Error('not logged')
      const actions = answer.value.message.blocks.at(-1)
      const elements = actions && 'elements' in actions ? actions.elements : []
      const edit = elements.find(each => 'action_id' in each && each.action_id === RUN_ACTIONS.edit)
      return edit && 'value' in edit ? (edit.value ?? '') : ''
    }
    const undo = (ids: string[], isAlone = true) => JSON.stringify({ ids, isAlone })

    it('take it back in place, and say so when it is gone already', async () => {
      const id = await loggedId('8.2km 45:10 easy')
      expect((await press(RUN_ACTIONS.undo, undo([id]))).replace?.text).toMatch(/^Deleted “Easy run”/)
      expect(await stored()).toEqual([])
      expect((await press(RUN_ACTIONS.undo, undo([id]))).replace?.text).toBe('That run is gone already.')
      expect((await press(RUN_ACTIONS.edit, id)).say?.text).toBe('That run is gone already.')
    })

    it('leave a message alone that tells of more', async () => {
      const id = await loggedId('8.2km 45:10 easy')
      const pressed = await press(RUN_ACTIONS.undo, undo([id], false))
      expect(pressed.replace).toBeUndefined()
      expect(pressed.say?.text).toMatch(/^Deleted/)
    })

    it('do nothing to the runs of others', async () => {
      const id = await loggedId('8.2km 45:10 easy')
      expect((await press(RUN_ACTIONS.undo, undo([id]), club.ben)).replace?.text).toBe(
        'That run is gone already.',
      )
      expect((await press(RUN_ACTIONS.edit, id, club.ben)).say?.text).toBe('That run is gone already.')
      expect(await stored()).toHaveLength(1)
    })

    it('delete from the list, which stays where it was, and turn its pages', async () => {
      for (const hour of [6, 7, 8, 9, 10, 11]) await loggedId(`3km 20:00 easy at ${hour}:00 --again`)
      const rows = await stored()
      const [oldest, newest] = [rows[0], rows.at(-1)]
      const older = await press(
        RUN_ACTIONS.older,
        JSON.stringify({ startedAt: rows[1]?.started_at, id: rows[1]?.id }),
      )
      expect(older.replace?.text).toContain('06:00')
      const from = { startedAt: newest?.started_at, id: newest?.id }
      const deleted = await press(RUN_ACTIONS.delete, JSON.stringify({ id: newest?.id, from }))
      expect(deleted.replace?.text).toMatch(/^Deleted “Midday easy run”[\s\S]*10:00[\s\S]*06:00/)
      const newer = await press(
        RUN_ACTIONS.newer,
        JSON.stringify({ startedAt: oldest?.started_at, id: oldest?.id }),
      )
      expect(newer.replace?.text).toContain('10:00')
      expect(await stored()).toHaveLength(5)
    })

    it.each([RUN_ACTIONS.undo, RUN_ACTIONS.delete, RUN_ACTIONS.newer, RUN_ACTIONS.older])(
      'say that they are old when %s holds something else',
      async actionId => {
        for (const value of ['', 'x', '{}', '[1]']) {
          expect((await press(actionId, value)).say?.text).toContain('older message')
        }
      },
    )
  })
})
