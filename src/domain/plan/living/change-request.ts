import type { AccountId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import type { SessionEdit, WeekShift } from './session-edit.ts'

/** `told`: a coach did it. `moved`: the athlete did it themselves. `asked`: the athlete asks for it, nothing is done yet. */
export type ChangeKind = 'told' | 'moved' | 'asked'
export type ChangeState = 'open' | 'ok' | 'no' | 'undone'

export type ChangeRequest = {
  id: string
  organizationId: OrganizationId
  /** The athlete. */
  accountId: AccountId
  askedBy: AccountId
  kind: ChangeKind
  state: ChangeState
  edits: SessionEdit[]
  weeks: WeekShift[]
  /** What the athlete wrote beside it. */
  note: string
  createdAt: Instant
}

/** What is being said of a change, and to whom that decides. */
export type ChangeNews = ChangeKind | 'ok' | 'no' | 'undone' | 'question'

export const CHANGE_NOTE_MAX = 1_000
