import { z } from 'zod'
import { CONNECTED_SOURCES } from '#domain/connection/connection.ts'
import { connectionTold } from '#views/connections.ts'
import { delivery } from './delivery.ts'

/** What happened at a source's own pages. */
export const connectionDelivery = delivery({
  kind: 'connection',
  payload: z.object({ source: z.enum(CONNECTED_SOURCES), isConnected: z.boolean() }),
  draw: async (_deps, { source, isConnected }) => ({
    kind: 'post',
    message: connectionTold(source, isConnected),
  }),
})
