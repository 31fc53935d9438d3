import { CONNECTED_SOURCES, type ConnectedSource } from '#domain/connection/connection.ts'
import { CONNECTION_ACTIONS } from '#views/connections.ts'
import { words } from '#views/message.ts'
import { refusalInWords } from '#views/refusal.ts'
import { connectSource, disconnect } from '../connect-source.ts'
import { type Action, freeAction, type Pressed } from '../kit/button.ts'

const connectButton = freeAction(CONNECTION_ACTIONS.connect, async (context, value) => {
  const source = sourceOf(value)
  if (!source) return stale()
  const message = await connectSource(context, source, 'button')
  return { say: message.ok ? message.value : words(refusalInWords(message.refusal)) }
})

const disconnectButton = freeAction(CONNECTION_ACTIONS.disconnect, async (context, value) => {
  const source = sourceOf(value)
  if (!source) return stale()
  const list = await disconnect(context, source, 'button')
  return list.ok ? { replace: list.value } : { say: words(refusalInWords(list.refusal)) }
})

/** Slack opens the link by itself, and tells us of it. */
const authorizeButton = freeAction(CONNECTION_ACTIONS.authorize, async () => ({}))

export const connectionButtons: readonly Action[] = [connectButton, disconnectButton, authorizeButton]

function sourceOf(value: string): ConnectedSource | undefined {
  return CONNECTED_SOURCES.find(source => source === value)
}

function stale(): Pressed {
  return { say: words(refusalInWords({ code: 'stale-button' })) }
}
