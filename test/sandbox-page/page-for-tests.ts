import type { App, BlockAction } from '@slack/bolt'
import { createPage } from '#sandbox/page/page.ts'
import { boltApp } from '../sandbox/bolt-for-tests.ts'
import { IDS, type TestSandbox, testSandbox } from '../sandbox/world-for-tests.ts'

export type State = {
  title: string
  as: string
  asideKind: string
  placeKind: string
  regions: Record<string, string>
}

export type PageUnderTest = {
  sandbox: TestSandbox
  app: App
  /** Every block action the app was sent. */
  actions: BlockAction[]
  /** What the time machine shows; milliseconds. */
  appNow(): number
  act(doing: string, args: Record<string, unknown>, as?: string): Promise<Record<string, unknown>>
  state(query: string): Promise<State>
  close(): Promise<void>
}

/** The page over a real sandbox with a real Bolt app that acknowledges block actions and nothing else. */
export async function pageUnderTest(): Promise<PageUnderTest> {
  let now = Date.UTC(2026, 10, 21, 8)
  const timeMachine = {
    now: () => now,
    moveTo: async (instant: number) => {
      now = instant
    },
  }
  const tips = [{ title: 'Begin', text: 'Type `/astral help` now.' }]
  const sandbox = await testSandbox({
    // A command to which nobody answers shall not take three seconds here.
    timing: { ackMs: 150 },
    page: desk => createPage(desk, { isDemo: true, tips, timeMachine }),
  })
  const app = boltApp(sandbox)
  const actions: BlockAction[] = []
  app.action<BlockAction>(/./, async ({ ack, body }) => {
    actions.push(body)
    await ack()
  })
  await app.start()
  return {
    sandbox,
    app,
    actions,
    appNow: () => now,
    async act(doing, args, as = IDS.coach) {
      const response = await fetch(`${sandbox.url}/page/act`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: sandbox.url },
        body: JSON.stringify({ do: doing, as, args }),
      })
      return { status: response.status, ...((await response.json()) as Record<string, unknown>) }
    },
    async state(query) {
      const response = await fetch(`${sandbox.url}/page/state?${query}`)
      return (await response.json()) as State
    },
    async close() {
      await app.stop()
      await sandbox.close()
    },
  }
}
