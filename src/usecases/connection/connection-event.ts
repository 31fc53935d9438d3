import type { ConnectedSource } from '#domain/connection/connection.ts'
import type { ConnectionEvent } from '#domain/connection/connection-event.ts'
import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { UnitOfWork } from '../perform.ts'

/** The event of a connection made, renewed or ended, which its owner may read. */
export function connectionEvent(
  newId: UnitOfWork['newId'],
  type: ConnectionEvent['type'],
  whose: { organizationId: OrganizationId; accountId: AccountId; source: ConnectedSource },
  isAtSource: boolean,
): ConnectionEvent {
  const { organizationId, accountId, source } = whose
  const data = { changeId: newId<string>(), source, isAtSource }
  return {
    type,
    organizationId,
    target: { kind: 'connection', id: source },
    subjectId: accountId,
    isVisibleToSubject: true,
    before: type === 'source.disconnected' ? data : null,
    after: type === 'source.disconnected' ? null : data,
  }
}
