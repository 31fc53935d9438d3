import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SLACK_LIMITS, type Surface } from '#kernel/slack-limits.ts'
import { PROVEN_ELSEWHERE } from './proven-elsewhere.ts'
import { everyLimit, type Rule, type Subject } from './rule.ts'
import { RULES_OF_BLOCKS } from './rules-of-blocks.ts'
import { RULES_OF_DATA } from './rules-of-data.ts'
import { RULES_OF_ELEMENTS } from './rules-of-elements.ts'
import { RULES_OF_INPUTS } from './rules-of-inputs.ts'
import { RULES_OF_MESSAGES_AND_VIEWS } from './rules-of-messages-and-views.ts'
import { divider, ONE_OF_EACH, plain } from './samples.ts'
import { connect, freshTrigger, type WireApp } from './wire-app.ts'
import { type Answered, IDS, seedWith, type TestSandbox, testSandbox } from './world-for-tests.ts'

const RULES: readonly Rule[] = [
  ...RULES_OF_BLOCKS,
  ...RULES_OF_ELEMENTS,
  ...RULES_OF_DATA,
  ...RULES_OF_INPUTS,
  ...RULES_OF_MESSAGES_AND_VIEWS,
]
const ON: Readonly<Record<Surface, string>> = {
  message: 'invalid_blocks',
  modal: 'invalid_arguments',
  home: 'invalid_arguments',
}

let sandbox: TestSandbox
let app: WireApp
let viewId: string

beforeAll(async () => {
  sandbox = await testSandbox({ seed: seedWith({ scopes: usual => [...usual, 'links.embed:write'] }) })
  app = await connect(sandbox)
  const opened = await sandbox.call('views.open', {
    trigger_id: await freshTrigger(sandbox, app, IDS.coach, IDS.general),
    view: { type: 'modal', title: plain('Title'), blocks: [divider()] },
  })
  viewId = String((opened.view as { id: string }).id)
})

afterAll(async () => {
  await app.close()
  await sandbox.close()
})

function send(on: Surface, subject: Subject): Promise<Answered> {
  sandbox.clock.advance(60_000)
  const given = 'args' in subject ? subject.args : { blocks: subject.blocks }
  if (on === 'message') {
    const words = 'blocks' in subject ? { text: 'Words' } : {}
    return sandbox.call('chat.postMessage', { channel: IDS.general, ...words, ...given })
  }
  if (on === 'home') {
    return sandbox.call('views.publish', {
      user_id: IDS.coach,
      view: { type: 'home', blocks: [divider()], ...given },
    })
  }
  return sandbox.call('views.update', {
    view_id: viewId,
    view: { type: 'modal', title: plain('Title'), submit: plain('Save'), blocks: [divider()], ...given },
  })
}

describe('a rule of Block Kit', () => {
  it.each(RULES)('$rule ($on)', async ({ on, legal, illegal, error = ON[on], says = '' }) => {
    expect(await send(on, legal)).toMatchObject({ ok: true })
    const refused = await send(on, illegal)
    expect(refused).toMatchObject({ ok: false, error })
    if (says === '') return
    const messages = refused.response_metadata?.messages ?? []
    expect(messages.join('\n')).toContain(says)
    for (const message of messages) expect(message).toMatch(/^\[ERROR\] .+ \[json-pointer:\/.*\]$/)
  })
})

describe('a block', () => {
  const places = Object.entries(SLACK_LIMITS.surfaces).flatMap(([type, surfaces]) =>
    (['message', 'modal', 'home'] as const).map(on => ({
      type,
      on,
      isAllowed: (surfaces as readonly Surface[]).includes(on),
    })),
  )

  it.each(places)('of type $type may stand in a $on: $isAllowed', async ({ type, on, isAllowed }) => {
    const answer = await send(on, { blocks: [ONE_OF_EACH[type] ?? {}] })
    if (isAllowed) expect(answer).toMatchObject({ ok: true })
    else {
      expect(answer).toMatchObject({ ok: false, error: ON[on] })
      expect(answer.response_metadata?.messages?.join()).toContain(`unsupported type: ${type}`)
    }
  })
})

describe('the limits', () => {
  it('are each proven by a rule', () => {
    const proven = new Set([...RULES.flatMap(rule => rule.limits ?? []), ...Object.keys(PROVEN_ELSEWHERE)])
    const rest = everyLimit().filter(path => !proven.has(path) && !path.startsWith('surfaces.'))
    expect(rest).toEqual([])
  })

  const reference = new URL('../../../shared/reference/slack-limits.json', import.meta.url)
  it.skipIf(!existsSync(reference))('are those of the reference', () => {
    const { $comment: _words, ...limits } = JSON.parse(readFileSync(reference, 'utf8')) as Record<
      string,
      unknown
    >
    expect(SLACK_LIMITS).toEqual(limits)
  })
})
