import type { PrivacySwitches } from './privacy-switches.ts'

/** What somebody may decide, and how it stands. */
export type PrivacyCard = {
  switches: PrivacySwitches
  /** Groups they are in, by name. */
  groups: readonly { groupId: string; name: string; isShared: boolean }[]
  /** May show less, not more. */
  isSuspended: boolean
}
