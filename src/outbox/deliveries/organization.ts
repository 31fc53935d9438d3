import { z } from 'zod'
import type { AccountId } from '#kernel/ids.ts'
import { listAccounts } from '#store/account-store.ts'
import { listAssignedAthletes } from '#store/coach-store.ts'
import { getOrganization } from '#store/organization-store.ts'
import { findTransfer } from '#store/transfer-store.ts'
import {
  assignmentsTold,
  coachRoleTold,
  headCoachAnswerTold,
  headCoachChangedTold,
  headCoachOffered,
  memberRemovedTold,
  memberStatusTold,
} from '#views/organization-notices.ts'
import { type Delivery, type DrawingDeps, delivery } from './delivery.ts'

const coachRole = delivery({
  kind: 'coach-role',
  payload: z.object({ isCoach: z.boolean(), isMember: z.boolean() }),
  async draw({ db, organizationId }, told) {
    const { name } = await getOrganization(db, organizationId)
    return { kind: 'post', message: coachRoleTold({ ...told, clubName: name }) }
  },
})

const coachAssignments = delivery({
  kind: 'coach-assignments',
  payload: z.object({ coachId: z.string(), count: z.number(), by: z.string(), isAssigned: z.boolean() }),
  async draw(deps, { coachId, by, ...told }) {
    const athletes = await listAssignedAthletes(deps.db, deps.organizationId, coachId as AccountId)
    const message = assignmentsTold({
      ...told,
      byName: await nameOf(deps, by),
      athleteNames: athletes.map(athlete => athlete.displayName),
    })
    return { kind: 'post', message }
  },
})

const transferPayload = z.object({ transferId: z.string() })

const headCoachOffer = delivery({
  kind: 'head-coach-offer',
  payload: transferPayload,
  async draw(deps, { transferId }) {
    const told = await transferTold(deps, transferId)
    if (told?.state !== 'pending') return 'skip'
    return { kind: 'post', message: headCoachOffered({ ...told, transferId }) }
  },
})

const headCoachAnswer = delivery({
  kind: 'head-coach-answer',
  payload: transferPayload,
  async draw(deps, { transferId }) {
    const told = await transferTold(deps, transferId)
    if (told?.state !== 'declined' && told?.state !== 'withdrawn') return 'skip'
    return { kind: 'post', message: headCoachAnswerTold({ ...told, state: told.state }) }
  },
})

const headCoachChanged = delivery({
  kind: 'head-coach-changed',
  payload: z.object({ headCoachId: z.string(), readerId: z.string() }),
  async draw(deps, { headCoachId, readerId }) {
    const message = headCoachChangedTold({
      clubName: (await getOrganization(deps.db, deps.organizationId)).name,
      headCoachName: await nameOf(deps, headCoachId),
      isReader: headCoachId === readerId,
    })
    return { kind: 'post', message }
  },
})

const memberStatus = delivery({
  kind: 'member-status',
  payload: z.object({ status: z.enum(['active', 'inactive', 'suspended']), by: z.string() }),
  async draw(deps, { status, by }) {
    const { name: clubName } = await getOrganization(deps.db, deps.organizationId)
    return {
      kind: 'post',
      message: memberStatusTold({ status, byName: await nameOf(deps, by), clubName }),
    }
  },
})

const memberRemoved = delivery({
  kind: 'member-removed',
  payload: z.object({ by: z.string() }),
  async draw(deps, { by }) {
    const { name: clubName } = await getOrganization(deps.db, deps.organizationId)
    return { kind: 'post', message: memberRemovedTold({ byName: await nameOf(deps, by), clubName }) }
  },
})

/** What people read of changes of roles, assignments and membership that others made. */
export const organizationDeliveries: readonly Delivery[] = [
  coachRole,
  coachAssignments,
  headCoachOffer,
  headCoachAnswer,
  headCoachChanged,
  memberStatus,
  memberRemoved,
]

async function transferTold(deps: DrawingDeps, transferId: string) {
  const transfer = await findTransfer(deps.db, deps.organizationId, transferId)
  if (!transfer) return undefined
  return {
    state: transfer.state,
    clubName: (await getOrganization(deps.db, deps.organizationId)).name,
    fromName: await nameOf(deps, transfer.fromId),
    toName: await nameOf(deps, transfer.toId),
  }
}

async function nameOf({ db, organizationId }: DrawingDeps, accountId: string): Promise<string> {
  return (await listAccounts(db, organizationId, [accountId])).get(accountId)?.displayName ?? 'A coach'
}
