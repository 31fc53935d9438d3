import type { ConnectionEvent } from '../connection/connection-event.ts'
import type { Notice } from './notice.ts'

/** What happens at a source's own pages is told in Slack; what is done in Slack was answered there. */
export function connectionNoticesOf(event: ConnectionEvent): Notice[] {
  const data = event.after ?? event.before
  if (!data || !event.subjectId || !data.isAtSource) return []
  return [
    {
      kind: 'connection',
      to: { accountId: event.subjectId },
      dedupeKey: `connection:${data.changeId}`,
      payload: { source: data.source, isConnected: event.type === 'source.connected' },
    },
  ]
}
