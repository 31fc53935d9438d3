import type { InvitedPlanCard } from './invited-plan.ts'

/** What the question says that is put to whoever holds a code. */
export type CodeOffer = {
  codeId: string
  clubName: string
  inviterName: string
  groupName: string | null
  groupDescription: string | null
  plan: InvitedPlanCard | null
}
