import type { EventOf } from '#domain/event.ts'
import type { ConnectedSource } from './connection.ts'

/** Never what came from there. `isAtSource`: access was taken back there, not here. */
export type ConnectionData = { changeId: string; source: ConnectedSource; isAtSource: boolean }

export type ConnectionEvent = EventOf<
  'source.connected' | 'source.renewed' | 'source.disconnected',
  ConnectionData
>
