import type { RawState } from '#sandbox/desk.ts'
import { type Block, input, plain } from './samples.ts'
import { connect, type Envelope, freshTrigger, type WireApp } from './wire-app.ts'
import { IDS, type TestSandbox, testSandbox } from './world-for-tests.ts'

/** A block or element by the one name these tests give it. */
export const REF = { blockId: 'b', actionId: 'a' }
export const inB = (block: Block): Block => ({ ...block, block_id: 'b' })
export const held = (value: RawState[string][string]): RawState => ({ b: { a: value } })

/** A sandbox with a wire app, and the ways to put something before a person. */
export type Scene = {
  sandbox: TestSandbox
  app: WireApp
  posted(block: Block): Promise<{ kind: 'message'; channel: string; ts: string }>
  modal(blocks: Block[], more?: Block): Promise<string>
  /** A modal with one input. */
  form(element: Block, more?: Block): Promise<string>
  /** What the app says to the next things of a kind. */
  answerNext(kind: string, payload: unknown): void
  close(): Promise<void>
}

export async function setScene(): Promise<Scene> {
  const sandbox = await testSandbox()
  const app = await connect(sandbox)
  const modal = async (blocks: Block[], more: Block = {}) => {
    const answer = await sandbox.call('views.open', {
      trigger_id: await freshTrigger(sandbox, app, IDS.coach, IDS.general),
      view: {
        type: 'modal',
        title: plain('Title'),
        submit: plain('Save'),
        callback_id: 'form',
        blocks,
        ...more,
      },
    })
    if (!answer.ok) throw new Error(String(answer.error))
    return (answer.view as { id: string }).id
  }
  return {
    sandbox,
    app,
    modal,
    async posted(block) {
      sandbox.clock.advance(1_000)
      const blocks = [inB(block)]
      const { ts } = await sandbox.call('chat.postMessage', { channel: IDS.general, text: 'a', blocks })
      return { kind: 'message', channel: IDS.general, ts: String(ts) }
    },
    form: (element, more = {}) => modal([inB(input({ ...element, action_id: 'a' }, more))]),
    answerNext(kind, payload) {
      app.answer = (envelope: Envelope) => (envelope.payload.type === kind ? payload : undefined)
    },
    async close() {
      await app.close()
      await sandbox.close()
    },
  }
}
