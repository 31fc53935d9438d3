import type { Person, WireBlock } from './desk.ts'
import type { SeedPerson, WorkspaceSeed } from './seed.ts'

export type Member = Person & { updatedAt: number }

export type StoredMessage = {
  ts: string
  threadTs: string | null
  authorId: string
  /** Set on what the app posted. */
  botId: string | null
  text: string
  blocks: WireBlock[]
  attachments: unknown[]
  metadata: Record<string, unknown> | null
  fileIds: string[]
  reactions: Map<string, string[]>
  isEdited: boolean
  ephemeralFor: string | null
  pings: string[]
}

export type Channel = {
  id: string
  name: string
  kind: 'channel' | 'private' | 'im'
  members: Set<string>
  isArchived: boolean
  topic: string
  creatorId: string
  createdAt: number
  messages: StoredMessage[]
  lastRead: Map<string, string>
}

export type StoredFile = {
  id: string
  name: string
  title: string
  mimetype: string
  ownerId: string
  /** What the upload promised; the bytes must be as many. */
  length: number
  bytes: Uint8Array | null
  /** Null until the upload is completed; then the instant from which blocks may name the file. */
  readyAt: number | null
  uploadKey: string
  channels: Set<string>
  createdAt: number
}

export type StoredView = {
  id: string
  rootId: string
  previousId: string | null
  userId: string
  type: 'modal' | 'home'
  title: Record<string, unknown> | null
  submit: Record<string, unknown> | null
  close: Record<string, unknown> | null
  blocks: WireBlock[]
  privateMetadata: string
  callbackId: string
  externalId: string
  clearOnClose: boolean
  notifyOnClose: boolean
  hash: string
  errors: Record<string, string>
  isBusy: boolean
}

/** Everything the pretended workspace remembers. */
export type Workspace = {
  team: { id: string; name: string; domain: string }
  people: Map<string, Member>
  channels: Map<string, Channel>
  files: Map<string, StoredFile>
  /** Open modals by person, root first. */
  stacks: Map<string, StoredView[]>
  homes: Map<string, StoredView>
  newId(prefix: string): string
  /** A message timestamp later than every one before. */
  nextTs(): string
}

const ID_LENGTH = 9

export function createWorkspace(seed: WorkspaceSeed, now: () => number): Workspace {
  let made = 0
  let lastMicros = 0
  const workspace: Workspace = {
    team: { ...seed.team },
    people: new Map(),
    channels: new Map(),
    files: new Map(),
    stacks: new Map(),
    homes: new Map(),
    newId(prefix) {
      made += 1
      return `${prefix}0${(made + 46_656)
        .toString(36)
        .toUpperCase()
        .padStart(ID_LENGTH - 1, '0')}`
    },
    nextTs() {
      lastMicros = Math.max(Math.floor(now() * 1000), lastMicros + 1)
      return `${Math.floor(lastMicros / 1e6)}.${String(lastMicros % 1e6).padStart(6, '0')}`
    },
  }
  const { app } = seed
  const botName = app.manifest.features?.bot_user?.display_name ?? app.manifest.display_information.name
  for (const person of seed.people) addMember(workspace, person, now())
  addMember(
    workspace,
    {
      id: app.botUserId,
      name: botName,
      realName: app.manifest.display_information.name,
      isBot: true,
      email: null,
    },
    now(),
  )
  for (const channel of seed.channels) {
    const members = channel.appIsMember ? [...channel.members, app.botUserId] : channel.members
    workspace.channels.set(channel.id, {
      ...newChannel(channel.id, channel.name, channel.isPrivate ? 'private' : 'channel', members, now()),
      isArchived: channel.isArchived ?? false,
      topic: channel.topic ?? '',
    })
  }
  return workspace
}

export function addMember(workspace: Workspace, person: SeedPerson, at: number): Member {
  const member: Member = {
    realName: person.name,
    email: `${person.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')}@example.com`,
    tz: 'UTC',
    isBot: false,
    isDeactivated: false,
    isGuest: false,
    teamId: workspace.team.id,
    ...person,
    updatedAt: at,
  }
  workspace.people.set(member.id, member)
  return member
}

export function newChannel(
  id: string,
  name: string,
  kind: Channel['kind'],
  members: Iterable<string>,
  createdAt: number,
): Channel {
  const all = new Set(members)
  return {
    id,
    name,
    kind,
    members: all,
    isArchived: false,
    topic: '',
    creatorId: [...all][0] ?? '',
    createdAt,
    messages: [],
    lastRead: new Map(),
  }
}

/** Finds the direct message between two people, or opens it. */
export function directMessage(workspace: Workspace, one: string, other: string, at: number): Channel {
  for (const channel of workspace.channels.values()) {
    const isBetween = channel.members.has(one) && channel.members.has(other)
    if (channel.kind === 'im' && isBetween && channel.members.size === new Set([one, other]).size)
      return channel
  }
  const channel = newChannel(workspace.newId('D'), '', 'im', [one, other], at)
  workspace.channels.set(channel.id, channel)
  return channel
}

export function partnerOf(channel: Channel, of: string): string {
  return [...channel.members].find(each => each !== of) ?? of
}

export function findMessage(channel: Channel, ts: string): StoredMessage | undefined {
  return channel.messages.find(message => message.ts === ts)
}

/** The view if it is still open: in somebody's stack, or somebody's Home. */
export function findView(
  workspace: Workspace,
  wanted: (view: StoredView) => boolean,
): StoredView | undefined {
  for (const stack of workspace.stacks.values()) {
    const found = stack.find(wanted)
    if (found) return found
  }
  return [...workspace.homes.values()].find(wanted)
}
