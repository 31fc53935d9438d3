import type { ConnectionEvent } from '#domain/connection/connection-event.ts'
import { SOURCE_NAMES } from './connection-words.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'

export function connectionDeedInWords(event: Pick<ConnectionEvent, 'type' | 'before' | 'after'>): Mrkdwn {
  const data = event.after ?? event.before
  const source = data ? SOURCE_NAMES[data.source] : 'a source'
  switch (event.type) {
    case 'source.connected':
      return mrkdwn`connected ${source}`
    case 'source.renewed':
      return mrkdwn`got a new address for ${source}`
    case 'source.disconnected':
      return data?.isAtSource
        ? mrkdwn`disconnected ${source}, which gives no access any more`
        : mrkdwn`disconnected ${source}`
  }
}
