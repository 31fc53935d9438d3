import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ok } from '#kernel/result.ts'
import { COMMANDS } from '#slack/commands/command-table.ts'
import { splitWords } from '#slack/kit/words.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { perform } from '#usecases/perform.ts'
import { inWorkspace } from '../fixtures/commands-at-work.ts'
import { slackContext } from '../fixtures/slack-context.ts'
import { putInGroup, setStatus, testClub } from '../fixtures/test-club.ts'
import { by, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { putRun } from '../fixtures/test-runs.ts'

/**
 * What a command is to somebody who is suspended. `own`: reads their own data; `tighten`: shows or shares less, or takes
 * their data with them; `open`: tells nothing of anybody and is for strangers too; `refused`: everything else.
 */
type Decided = 'own' | 'tighten' | 'open' | 'refused'

/** Every command there is; by the first word, or by both where they differ. A new one has to be decided here. */
const DECIDED: Readonly<Record<string, Decided>> = {
  today: 'own',
  'plan week': 'own',
  availability: 'refused',
  calendar: 'own',
  week: 'own',
  runs: 'own',
  why: 'own',
  paces: 'own',
  audit: 'own',
  can: 'own',
  privacy: 'tighten',
  disconnect: 'tighten',
  'group leave': 'tighten',
  unsubscribe: 'refused',
  join: 'open',
  help: 'open',
  claim: 'open',
  log: 'refused',
  connect: 'refused',
  profile: 'refused',
  quiet: 'refused',
  channel: 'refused',
  feed: 'refused',
  feedback: 'refused',
  subscribe: 'refused',
  subscriptions: 'refused',
  leaderboard: 'refused',
  stats: 'refused',
  compare: 'refused',
  invite: 'refused',
  invitations: 'refused',
  roster: 'refused',
  athlete: 'refused',
  signals: 'refused',
  group: 'refused',
  workout: 'refused',
  plan: 'refused',
  schedule: 'refused',
  coach: 'refused',
  settings: 'refused',
  'api-key': 'refused',
}

/** Read their own where nothing is typed, and change something, or ask about a group, with the words of the example. */
const CHANGE_WITH_WORDS = ['paces', 'privacy', 'plan week']
/** Open an empty form, which is refused when it is sent, or list what is one's own. */
const HARMLESS_ALONE = ['group create', 'connect']

const decisionFor = (name: string) => DECIDED[name] ?? DECIDED[name.split(' ')[0] ?? '']

describe('a suspended athlete', () => {
  let engine: TestEngine

  beforeAll(async () => {
    engine = await testEngine()
    const club = await testClub(engine)
    const group = await perform(engine, by('UHEAD'), createGroup, {
      name: 'Morning Milers',
      description: '',
      privacy: 'public',
    })
    if (!group.ok) throw new Error(group.refusal.code)
    await putInGroup(engine, club, group.value.id, club.accounts.UANA)
    await putRun(engine, club, club.accounts.UANA, '2026-11-17T17:00:00Z', { km: 8.2 })
    await setStatus(engine, club.accounts.UANA, 'suspended')
  })
  afterAll(() => engine.close())

  async function codeOf(command: (typeof COMMANDS)[number], typed: string): Promise<string> {
    const connecting = { pushBase: () => ok('https://astral.example'), startStrava: null, wake: () => {} }
    const context = inWorkspace(slackContext(engine, 'UANA', { connecting }))
    const answer = await command.answer(context, splitWords(typed))
    return answer.ok ? answer.value.kind : answer.refusal.code
  }

  it('is thought of by every command', () => {
    expect(COMMANDS.map(({ name }) => name).filter(name => decisionFor(name) === undefined)).toEqual([])
  })

  it.each(
    COMMANDS.filter(({ name }) => decisionFor(name) === 'refused').map(each => [each.name, each] as const),
  )('is refused /astral %s', async (name, command) => {
    const example = command.example
      .slice(name.length)
      .replaceAll(/@(ana|ben)/g, '<@UBEN|ben>')
      .replaceAll('@coach', '<@UASSIST|ivo>')
      .replaceAll(/#[a-z-]+/g, '<#C0GENERAL|general>')
    const alone = await codeOf(command, '')
    if (!HARMLESS_ALONE.includes(name)) expect(['suspended', 'misuse']).toContain(alone)
    if (example.trim() !== '') expect(await codeOf(command, example)).toBe('suspended')
  })

  it.each(
    COMMANDS.filter(({ name, audience }) => decisionFor(name) !== 'refused' && audience !== 'unclaimed').map(
      each => [each.name, each] as const,
    ),
  )('may use /astral %s', async (name, command) => {
    expect(await codeOf(command, '')).not.toBe('suspended')
    if (CHANGE_WITH_WORDS.includes(name)) return
    expect(await codeOf(command, command.example.slice(name.length))).not.toBe('suspended')
  })

  it('is refused a change of their paces, by words or by the form', async () => {
    const paces = COMMANDS.find(({ name }) => name === 'paces')
    expect(paces && (await codeOf(paces, '5km 21:00'))).toBe('suspended')
  })
})
