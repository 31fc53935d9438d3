import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WorkoutWords } from '#domain/plan/decide-workout.ts'
import { ask } from '#usecases/ask.ts'
import { perform } from '#usecases/perform.ts'
import { archiveWorkout } from '#usecases/workout/archive-workout.ts'
import { createWorkout } from '#usecases/workout/create-workout.ts'
import { duplicateWorkout } from '#usecases/workout/duplicate-workout.ts'
import { editWorkout } from '#usecases/workout/edit-workout.ts'
import { listLibrary } from '#usecases/workout/list-library.ts'
import { showWorkout } from '#usecases/workout/show-workout.ts'
import { type TestClub, testClub } from '../../fixtures/test-club.ts'
import { by, type TestEngine, testEngine } from '../../fixtures/test-engine.ts'

const yasso: WorkoutWords = {
  title: 'Yasso 800s',
  text: '2 km easy + 10 x 800m @ 3:30 r400m jog + 2km easy',
  subType: null,
  visibility: 'public',
}

describe('the workout library', () => {
  let engine: TestEngine
  let club: TestClub

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
  })
  afterEach(() => engine.close())

  async function made(words: Partial<WorkoutWords> = {}) {
    const done = await perform(engine, by(club.headCoach), createWorkout, { ...yasso, ...words })
    if (!done.ok) throw new Error(JSON.stringify(done.refusal))
    return done.value
  }
  const titles = async (who: string, text = '') => {
    const page = await ask(engine, by(who).who, listLibrary, { text })
    return page.ok ? page.value.rows.map(({ workout }) => workout.title) : page.refusal
  }
  const auditActions = async () =>
    (await engine.db.selectFrom('audit_entries').select('action').orderBy('seq').execute()).map(
      ({ action }) => action,
    )

  it('keeps the canonical text, guesses the kind and says so in the audit', async () => {
    expect(await made()).toMatchObject({
      text: '2km easy + 10x800m @3:30/km r400m jog + 2km easy',
      type: 'run',
      subType: 'interval',
      version: 1,
      ownerId: club.accounts.UHEAD,
    })
    expect(await auditActions()).toEqual(['workout.created'])
  })

  it.each([
    ['an athlete', 'ana', {}, 'not-a-coach'],
    ['a stranger', 'stranger', {}, 'not-a-member'],
    ['no title', 'headCoach', { title: '  ' }, 'workout-title-empty'],
    ['a long title', 'headCoach', { title: 'x'.repeat(61) }, 'workout-title-too-long'],
    ['a wrong text', 'headCoach', { text: '2km esay' }, 'workout-text-wrong'],
  ] as const)('refuses %s, and nothing is written', async (_, who, words, code) => {
    const done = await perform(engine, by(club[who]), createWorkout, { ...yasso, ...words })
    expect(done).toMatchObject({ ok: false, refusal: { code } })
    expect(await engine.db.selectFrom('workouts').selectAll().execute()).toEqual([])
    expect(await auditActions()).toEqual([])
  })

  it('gives one title to one live workout, whatever its case, also when ten ask at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 10 }, () => perform(engine, by(club.headCoach), createWorkout, yasso)),
    )
    expect(all.filter(done => done.ok)).toHaveLength(1)
    const again = await perform(engine, by(club.assistant), createWorkout, { ...yasso, title: 'YASSO 800S' })
    expect(again).toMatchObject({ refusal: { code: 'workout-title-taken', title: 'Yasso 800s' } })
  })

  it('shows athletes what is public and hints at nothing else', async () => {
    await made()
    const secret = await made({ title: 'Test race', visibility: 'coaches' })
    expect(await titles(club.ana)).toEqual(['Yasso 800s'])
    expect(await titles(club.assistant)).toEqual(['Test race', 'Yasso 800s'])
    const card = await ask(engine, by(club.ana).who, showWorkout, { workoutId: secret.id })
    expect(card).toMatchObject({ refusal: { code: 'workout-gone' } })
    const named = await ask(engine, by(club.ana).who, showWorkout, { title: 'Test raze' })
    expect(named).toMatchObject({ refusal: { code: 'workout-unknown', suggestion: null } })
    const near = await ask(engine, by(club.ana).who, showWorkout, { title: 'yaso 800s' })
    expect(near).toMatchObject({ refusal: { suggestion: 'Yasso 800s' } })
  })

  it('finds by title and by kind, and takes % for a sign', async () => {
    await made()
    await made({ title: 'Sunday 100 %', text: '20km easy' })
    expect(await titles(club.ana, 'SUN')).toEqual(['Sunday 100 %'])
    expect(await titles(club.ana, '%')).toEqual(['Sunday 100 %'])
    expect(await titles(club.ana, 'long run')).toEqual(['Sunday 100 %'])
    expect(await titles(club.ana, 'intervals')).toEqual(['Yasso 800s'])
  })

  it('shows who saves second what it is now, and writes nothing over it', async () => {
    const { id } = await made()
    const edit = (text: string) =>
      perform(engine, by(club.assistant), editWorkout, {
        workoutId: id,
        words: { ...yasso, text },
        seenVersion: 1,
      })
    expect(await edit('5km easy')).toMatchObject({ ok: true, value: { version: 2, text: '5km easy' } })
    expect(await edit('6km easy')).toMatchObject({
      refusal: { code: 'workout-changed-meanwhile', current: { text: '5km easy', version: 2 } },
    })
    expect(await auditActions()).toEqual(['workout.created', 'workout.edited'])
  })

  it('archives, frees the title, and restores only while nobody took it', async () => {
    const { id } = await made()
    const archive = (isArchived: boolean) =>
      perform(engine, by(club.assistant), archiveWorkout, { workoutId: id, isArchived })
    expect(await archive(true)).toMatchObject({ ok: true })
    expect(await archive(true)).toMatchObject({ ok: true })
    expect(await titles(club.headCoach)).toEqual([])
    expect(await archive(false)).toMatchObject({ ok: true, value: { archivedAt: null } })
    await archive(true)
    await made({ text: '5km easy' })
    expect(await archive(false)).toMatchObject({ refusal: { code: 'workout-title-taken' } })
  })

  it('copies a workout under a title of its own, for the coach who copies', async () => {
    const { id } = await made()
    const copy = () => perform(engine, by(club.assistant), duplicateWorkout, id)
    expect(await copy()).toMatchObject({
      value: { title: 'Yasso 800s (copy)', ownerId: club.accounts.UASSIST },
    })
    expect(await copy()).toMatchObject({ value: { title: 'Yasso 800s (copy 2)' } })
    const asked = await perform(engine, by(club.ana), duplicateWorkout, id)
    expect(asked).toMatchObject({ refusal: { code: 'not-a-coach' } })
  })
})
