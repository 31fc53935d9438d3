import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parsePlan } from '#domain/plan/template/parse-plan.ts'
import { localDay } from '#kernel/instant.ts'
import { COMMANDS } from '#slack/commands/command-table.ts'
import { formValues, stateSchema } from '#slack/kit/form-values.ts'
import { splitWords } from '#slack/kit/words.ts'
import { MODALS } from '#slack/modals/modal-table.ts'
import { SUGGESTIONS } from '#slack/suggestions/suggestion-table.ts'
import { perform } from '#usecases/perform.ts'
import { createPlan } from '#usecases/plan/create-plan.ts'
import type { ModalView } from '#views/message.ts'
import { PLAN_DEEDS } from '#views/plan-change-form.ts'
import { checkedView } from '../fixtures/checked-view.ts'
import { slackContext } from '../fixtures/slack-context.ts'
import { type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { putRun } from '../fixtures/test-runs.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

const TEXT = 'Week 1\nMon 8km easy\nSun 12km easy\nWeek 2\nMon 8km easy\nSun 14km easy'

describe('the forms of plans', () => {
  let engine: TestEngine
  let club: TestClub
  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
  })
  afterEach(() => engine.close())

  async function plan(title = 'Base', text = TEXT) {
    const weeks = parsePlan(text)
    if (!weeks.ok) throw new Error(weeks.refusal.code)
    const content = { title, level: 'basic', visibility: 'public', weeks: weeks.value } as const
    const made = await perform(engine, by('UHEAD'), createPlan, content)
    if (!made.ok) throw new Error(made.refusal.code)
    return made.value.plan.id
  }
  async function opened(typed: string, who = 'UHEAD'): Promise<ModalView> {
    const [command] = COMMANDS.filter(each => typed.startsWith(each.name)).sort(
      (a, b) => b.name.length - a.name.length,
    )
    const words = splitWords(typed.slice(command?.name.length))
    const answer = await command?.answer(slackContext(engine, who), words)
    if (!answer?.ok) throw new Error(answer?.refusal.code)
    if (answer.value.kind !== 'modal') throw new Error('no form')
    expect(checkedView(answer.value.view)).toEqual([])
    return answer.value.view
  }
  /** Fills in what is given and leaves the rest empty. */
  async function submit(view: ModalView, given: Record<string, string | string[]>, who = 'UHEAD') {
    const values: Record<string, Record<string, unknown>> = {}
    for (const block of view.blocks) {
      if (block.type !== 'input' || !block.block_id) continue
      const value = given[block.block_id]
      values[block.block_id] = {
        value: Array.isArray(value)
          ? { selected_options: value.map(each => ({ value: each })) }
          : block.element.type === 'plain_text_input'
            ? { value: value ?? null }
            : block.element.type === 'datepicker'
              ? { selected_date: value ?? null }
              : { selected_option: value === undefined ? null : { value } },
      }
    }
    const modal = MODALS.find(each => each.callbackId === view.callback_id)
    const context = slackContext(engine, who)
    const meta = view.private_metadata ? JSON.parse(view.private_metadata) : {}
    const answer = await modal?.submit(context, formValues(stateSchema.parse({ values })), meta)
    if (answer?.kind === 'update') expect(checkedView(answer.view)).toEqual([])
    return answer
  }
  const textOf = (answer: Awaited<ReturnType<typeof submit>>) =>
    answer?.kind === 'update' ? JSON.stringify(answer.view.blocks) : JSON.stringify(answer)
  const update = (answer: Awaited<ReturnType<typeof submit>>) => {
    if (answer?.kind !== 'update') throw new Error(JSON.stringify(answer))
    return answer.view
  }

  it('open for every deed without words, for coaches alone', async () => {
    for (const deed of PLAN_DEEDS) expect((await opened(`plan ${deed}`)).callback_id).toBe('plan-change')
    for (const deed of PLAN_DEEDS) await expect(opened(`plan ${deed}`, 'UANA')).rejects.toThrow('not-a-coach')
  })

  it('copy, shift, scale, duplicate and archive the plan that was picked', async () => {
    const id = await plan()
    const picked = SUGGESTIONS.find(source => source.actionId === 'pick-plan')
    expect(await picked?.options(slackContext(engine, 'UHEAD'), 'ba')).toMatchObject([{ value: id }])
    expect(await picked?.options(slackContext(engine, 'UANA'), '')).toEqual([])
    expect(textOf(await submit(await opened('plan copy'), { plan: id, week: '1', to: '3' }))).toContain(
      'Week 3',
    )
    expect(textOf(await submit(await opened('plan shift'), { plan: id, days: '-1', week: '3' }))).toContain(
      'Sat  12km easy',
    )
    expect(
      textOf(await submit(await opened('plan scale'), { plan: id, week: '2', percent: '50%' })),
    ).toContain('7km easy')
    expect(textOf(await submit(await opened('plan duplicate'), { plan: id, title: 'Twin' }))).toContain(
      'Twin',
    )
    expect(update(await submit(await opened('plan edit'), { plan: id })).callback_id).toBe('edit-plan')
    expect(textOf(await submit(await opened('plan archive'), { plan: id }))).toContain('Archived')
    expect(textOf(await submit(await opened('plan edit'), { plan: id }))).toContain('is gone')
  })

  it('say at the field what cannot be, and nothing is written', async () => {
    const id = await plan()
    await plan('Twin')
    const before = await wholeDatabase(engine)
    const cases: [string, Record<string, string>, string][] = [
      ['plan copy', { week: '1', to: '3' }, 'plan'],
      ['plan copy', { plan: id, week: 'one', to: '3' }, 'week'],
      ['plan copy', { plan: id, week: '9', to: '3' }, 'week'],
      ['plan copy', { plan: id, week: '1', to: '' }, 'to'],
      ['plan copy', { plan: id, week: '1', to: '99' }, 'to'],
      ['plan shift', { plan: id }, 'days'],
      ['plan shift', { plan: id, days: '1', week: 'x' }, 'week'],
      ['plan scale', { plan: id, week: '1', percent: '900' }, 'percent'],
      ['plan duplicate', { plan: id, title: 'twin' }, 'title'],
      ['plan archive', { plan: 'no-such-plan' }, 'plan'],
    ]
    for (const [typed, given, field] of cases) {
      const answer = await submit(await opened(typed), given)
      expect(answer?.kind === 'errors' && Object.keys(answer.errors), typed).toEqual([field])
    }
    expect(await wholeDatabase(engine)).toEqual(before)
  })

  it('create and edit a plan, and tell every fault in its text by the line it has there', async () => {
    const form = await opened('plan create')
    const details = { title: 'Base', level: 'basic', visibility: 'public' }
    const before = await wholeDatabase(engine)
    const wrong = await submit(form, {
      ...details,
      'part-0': 'Week 1\nMon 8 potatoes\nTeu 5km easy',
      'part-1': 'Week 2\nWed 5km easy\nThu 6x',
    })
    if (wrong?.kind !== 'errors') throw new Error('no fault was found')
    expect(Object.keys(wrong.errors)).toEqual(['part-0', 'part-1'])
    expect(wrong.errors['part-0']).toMatch(/line 2: .*potatoes/)
    expect(wrong.errors['part-0']).toMatch(/line 3: .*Did you mean/)
    expect(wrong.errors['part-1']).toMatch(/line 3: /)
    expect(await wholeDatabase(engine)).toEqual(before)

    expect(textOf(await submit(form, { ...details, 'part-0': TEXT }))).toContain('Saved')
    expect(await submit(form, { ...details, 'part-0': TEXT })).toMatchObject({
      kind: 'errors',
      errors: { title: expect.stringContaining('already') },
    })
    const edit = await opened('plan edit "Base"')
    expect(
      textOf(await submit(edit, { ...details, title: 'Base 2', 'part-0': 'Week 1\nMon 5km easy' })),
    ).toContain('Base 2')
    // The form was opened before that: what it would overwrite is not overwritten.
    expect(textOf(await submit(edit, { ...details, 'part-0': TEXT }))).toContain('meanwhile')
  })

  it('assign in two steps: what it means, then the deed', async () => {
    const id = await plan('Hard', 'Week 1\nMon 10km @z5\nTue 10km @z5\nSun 30km easy')
    await putRun(engine, club, club.accounts.UANA, '2026-11-17T17:00:00Z', { km: 8.2 })
    const form = await opened('plan assign')
    const given = { plan: id, athletes: [club.accounts.UANA, club.accounts.UBEN], start: 'next monday' }
    expect(await submit(form, { ...given, start: 'someday' })).toMatchObject({
      errors: { start: expect.any(String) },
    })
    expect(await submit(form, { ...given, start: '' })).toMatchObject({
      errors: { start: expect.any(String) },
    })
    expect(await submit(form, { ...given, athletes: [] })).toMatchObject({
      errors: { athletes: expect.any(String) },
    })
    const first = update(await submit(form, given))
    const said = JSON.stringify(first.blocks)
    expect(said).toContain('two hard days in a row')
    expect(said).toContain('Ana')
    expect(textOf(await submit(first, {}))).toContain('is assigned to Ana, Ben')

    const again = update(await submit(await opened('plan assign "Hard"'), given))
    expect(JSON.stringify(again.blocks)).toContain('On a plan in that time already')
    expect(textOf(await submit(again, { conflict: 'skip' }))).toContain('nobody')
    expect(textOf(await submit(again, { conflict: 'replace' }))).toContain('takes the place of 2 plans')
    const rows = await engine.db.selectFrom('enrollments').select(['state', 'start_on']).execute()
    expect(rows.map(row => row.state).sort()).toEqual(['active', 'active', 'ended', 'ended'])
    expect(rows.every(row => row.start_on === localDay('2026-11-23'))).toBe(true)
  })
})
