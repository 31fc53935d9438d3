import type { JoinRequestCard } from '#domain/group/join-request.ts'
import type { OrganizationId } from '#kernel/ids.ts'
import { listAccounts } from '../account-store.ts'
import type { Reading } from '../db.ts'
import { findJoinRequest } from '../group-request-store.ts'
import { findGroup } from '../group-store.ts'

/** One request with the names that its messages say; undefined once its group is gone. */
export async function findJoinRequestCard(
  db: Reading,
  organizationId: OrganizationId,
  requestId: string,
): Promise<JoinRequestCard | undefined> {
  const request = await findJoinRequest(db, organizationId, requestId)
  const group = request && (await findGroup(db, organizationId, request.groupId))
  if (!request || !group) return undefined
  const { accountId, answeredBy } = request
  const accounts = await listAccounts(db, organizationId, [accountId, ...(answeredBy ? [answeredBy] : [])])
  return {
    requestId,
    groupId: group.id,
    groupName: group.name,
    channelId: group.channelId,
    askerId: accountId,
    askerName: accounts.get(accountId)?.displayName ?? 'Somebody',
    askedAt: request.askedAt,
    state: request.state,
    answeredByName: answeredBy ? (accounts.get(answeredBy)?.displayName ?? 'a coach') : null,
  }
}
