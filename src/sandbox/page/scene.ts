import type { AppInfo, Conversation, Desk, Person, TimeMachine } from '../desk.ts'
import type { Drawing } from './blocks/drawing.ts'
import { hrefOf, type Looking } from './looking.ts'

export type Tip = { title: string; text: string }

export type PageOptions = {
  timeMachine?: TimeMachine | undefined
  /** The workspace holds invented people and runs, and says so. */
  isDemo?: boolean | undefined
  /** "What to try", in order. Words between backticks are offered for the composer. */
  tips?: Tip[] | undefined
  /** Milliseconds against which dates are "today" where there is no time machine. */
  now?: () => number
}

/** Everything a region of the page is drawn from, read from the desk once for each drawing. */
export type Scene = {
  desk: Desk
  options: PageOptions
  looking: Looking
  team: { id: string; name: string; domain: string }
  app: AppInfo
  people: ReadonlyMap<string, Person>
  conversations: ReadonlyMap<string, Conversation>
  now: number
}

export function sceneOf(desk: Desk, options: PageOptions, looking: Looking): Scene {
  return {
    desk,
    options,
    looking,
    team: desk.team(),
    app: desk.app(),
    people: new Map(desk.people().map(person => [person.id, person])),
    conversations: new Map(looking.conversations.map(one => [one.id, one])),
    now: options.timeMachine?.now() ?? options.now?.() ?? 0,
  }
}

export function fileHref(id: string): string {
  return `/files/${encodeURIComponent(id)}`
}

export function drawingOf(
  scene: Scene,
  surface: Drawing['surface'],
  scope: string,
  errors: Record<string, string> = {},
): Drawing {
  const { looking, people, conversations, now } = scene
  return {
    viewer: looking.viewer,
    people,
    conversations,
    now,
    surface,
    scope,
    errors,
    conversationHref: id => hrefOf(looking, { c: id }),
    fileHref,
  }
}

/** How a conversation is called by the person who looks at it. */
export function conversationName(scene: Scene, conversation: Conversation): string {
  if (conversation.kind !== 'im') return conversation.name
  const partner = conversation.partnerId ? scene.people.get(conversation.partnerId) : undefined
  return partner ? partner.realName || partner.name : conversation.name
}

export function isAppConversation(scene: Scene, conversation: Conversation): boolean {
  return conversation.kind === 'im' && conversation.partnerId === scene.app.botUserId
}
