import type { DomainEvent } from '#domain/event.ts'
import type { Group } from '#domain/group/group.ts'
import type { JoinRequestData } from '#domain/group/group-event.ts'
import type { JoinRequest } from '#domain/group/join-request.ts'
import type { AccountId } from '#kernel/ids.ts'
import { listCoaches } from '#store/coach-store.ts'
import type { Reading } from '#store/db.ts'
import { findLastSharing } from '#store/group-membership-store.ts'
import { listMembersBySlackUser } from '#store/membership-store.ts'
import { findClubMember } from '#store/role-store.ts'

/** Who may answer a request to join: the club's coaches and the group's owner, as far as they are active. */
export async function listApprovers(db: Reading, group: Group): Promise<AccountId[]> {
  const coaches = (await listCoaches(db, group.organizationId)).filter(coach => coach.status !== 'suspended')
  const owner = await findClubMember(db, group.organizationId, { accountId: group.ownerId })
  const owners = owner && owner.status !== 'suspended' ? [owner.accountId] : []
  return [...new Set([...coaches.map(coach => coach.accountId), ...owners])]
}

/** What somebody shares with a group when they come into it: what they said there last, else what they chose on joining. */
export async function sharingOnEntry(
  db: Reading,
  group: Group,
  { accountId, slackUserId }: { accountId: AccountId; slackUserId: string },
): Promise<boolean> {
  const last = await findLastSharing(db, group.organizationId, group.id, accountId)
  if (last !== undefined) return last
  const members = await listMembersBySlackUser(db, group.organizationId, [slackUserId])
  return members.get(slackUserId)?.sharesByDefault ?? false
}

export function joinRequestEvent(
  type: 'group.join-asked' | 'group.join-answered' | 'group.join-withdrawn',
  group: Pick<Group, 'id' | 'name' | 'organizationId'>,
  request: JoinRequest,
  told: Pick<JoinRequestData, 'approverIds' | 'messages'>,
): DomainEvent {
  return {
    type,
    organizationId: group.organizationId,
    target: { kind: 'group', id: group.id },
    subjectId: request.accountId,
    isVisibleToSubject: true,
    before: null,
    after: {
      requestId: request.id,
      groupId: group.id,
      groupName: group.name,
      askerId: request.accountId,
      state: request.state,
      ...told,
    },
  }
}
