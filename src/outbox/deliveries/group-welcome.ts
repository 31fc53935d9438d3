import { z } from 'zod'
import type { AccountId } from '#kernel/ids.ts'
import { listAccounts } from '#store/account-store.ts'
import { findGroup } from '#store/group-store.ts'
import { listOwnSharing } from '#store/read/home-read.ts'
import { groupWelcome } from '#views/group-changed.ts'
import { delivery } from './delivery.ts'

const payload = z.object({ groupId: z.string(), memberId: z.string(), addedBy: z.string() })

/** Tells somebody who put them into which group, and what they share there. */
export const groupWelcomeDelivery = delivery({
  kind: 'group-welcome',
  payload,
  async draw({ db, organizationId }, { groupId, memberId, addedBy }) {
    const group = await findGroup(db, organizationId, groupId)
    const isShared = (await listOwnSharing(db, organizationId, memberId as AccountId)).get(groupId)
    if (!group || isShared === undefined) return 'skip'
    const coach = (await listAccounts(db, organizationId, [addedBy])).get(addedBy)
    return {
      kind: 'post',
      message: groupWelcome({
        groupId,
        groupName: group.name,
        addedByName: coach?.displayName ?? 'A coach',
        isShared,
        channelId: group.channelId,
      }),
    }
  },
})
