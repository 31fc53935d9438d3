import type { Conversation, Person } from '../../desk.ts'

/** What a block needs to know of the place in which it is drawn. */
export type Drawing = {
  viewer: Person
  people: ReadonlyMap<string, Person>
  conversations: ReadonlyMap<string, Conversation>
  /** Instant in milliseconds against which a date is "today" or "yesterday". */
  now: number
  surface: 'message' | 'modal' | 'home'
  /** Names the message or view on this page; part of every control's id. */
  scope: string
  /** Field errors by block id. */
  errors: Readonly<Record<string, string>>
  /** Where the page shows a conversation. */
  conversationHref(id: string): string
  /** Where the page serves a file of the workspace. */
  fileHref(id: string): string
}
