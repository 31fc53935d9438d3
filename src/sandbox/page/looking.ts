import type { Conversation, Desk, Person } from '../desk.ts'

/** What one browser tab shows, all of it in its address: two tabs can be two people. */
export type Looking = {
  viewer: Person
  conversations: Conversation[]
  /** The conversation shown, or null for the app's Home (and where there is no conversation at all). */
  conversation: Conversation | null
  isHome: boolean
  threadTs: string | null
  isInspecting: boolean
  isWithApp: boolean
}

export function lookingFrom(desk: Desk, query: URLSearchParams): Looking | null {
  const people = desk.people()
  const present = people.filter(person => !person.isBot && !person.isDeactivated)
  const viewer = people.find(person => person.id === query.get('as') && !person.isBot) ?? present[0]
  if (!viewer) return null
  const conversations = desk.conversations(viewer.id)
  const isHome = query.has('home')
  const bot = desk.app().botUserId
  const place = query.get('c')
  const asked = conversations.find(one => (place === 'app' ? one.partnerId === bot : one.id === place))
  const conversation = isHome ? null : (asked ?? firstOf(conversations))
  return {
    viewer,
    conversations,
    conversation,
    isHome: isHome || conversation === null,
    threadTs: conversation && asked ? query.get('t') : null,
    isInspecting: query.has('inspect'),
    isWithApp: conversation?.partnerId === bot,
  }
}

function firstOf(conversations: Conversation[]): Conversation | null {
  const channels = conversations.filter(one => one.kind !== 'im' && !one.isArchived)
  return channels.find(one => one.isMember) ?? channels[0] ?? conversations[0] ?? null
}

export type Change = { as?: string; c?: string; home?: boolean; t?: string | null; inspect?: boolean }

/** The address of what is shown now, changed by `change`. Another person, place or tab leaves the thread. */
export function hrefOf(looking: Looking, change: Change): string {
  const query = new URLSearchParams({ as: change.as ?? looking.viewer.id })
  const moves = change.c !== undefined || change.home !== undefined
  if (change.home ?? (looking.isHome && !moves)) query.set('home', '')
  else {
    // Everybody has a direct message of their own with the app: another person goes to theirs.
    const goesToApp = change.as !== undefined && looking.isWithApp
    const place = change.c ?? (goesToApp ? 'app' : looking.conversation?.id)
    if (place) query.set('c', place)
  }
  const stays = !moves && change.as === undefined
  const thread = change.t !== undefined ? change.t : stays ? looking.threadTs : null
  if (thread) query.set('t', thread)
  if (change.inspect ?? looking.isInspecting) query.set('inspect', '')
  return `/?${query.toString().replace(/=(?=&|$)/g, '')}`
}
