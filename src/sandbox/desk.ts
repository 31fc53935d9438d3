/**
 * The desk: what people sitting at a Slack client can see and do in the sandbox workspace.
 * The page in the browser and the tests both act through it; only the app under test speaks the wire.
 */

export type Person = {
  id: string
  name: string
  realName: string
  email: string | null
  tz: string
  isBot: boolean
  isDeactivated: boolean
  /** A guest (`is_restricted`) sees only the channels they were added to. */
  isGuest: boolean
  /** Differs from the workspace's own id for people who come in through Slack Connect. */
  teamId: string
}

export type Conversation = {
  id: string
  name: string
  kind: 'channel' | 'private' | 'im'
  /** For an `im`: the other side, seen from the asking person. */
  partnerId: string | null
  isArchived: boolean
  isMember: boolean
  appIsMember: boolean
  topic: string
  unread: number
}

export type FileInMessage = {
  id: string
  name: string
  title: string
  mimetype: string
  bytes: number
  /** Path on the sandbox's own server from which the page may show or offer it. */
  path: string
}

/** A Block Kit block as the app sent it, already checked by the sandbox. */
export type WireBlock = { type: string; block_id?: string } & Record<string, unknown>

export type Message = {
  channel: string
  ts: string
  threadTs: string | null
  authorId: string
  text: string
  blocks: WireBlock[]
  files: FileInMessage[]
  reactions: { name: string; userIds: string[] }[]
  replyCount: number
  isEdited: boolean
  /** Shown to this person alone; gone when the page is told to forget. */
  ephemeralFor: string | null
  /** What the text or the blocks notify: `<!channel>`, `<!here>`, `<@U…>`. Escaped text never does. */
  pings?: string[]
}

export type View = {
  id: string
  type: 'modal' | 'home'
  callbackId: string
  title: string
  submit: string | null
  close: string | null
  blocks: WireBlock[]
  hash: string
  /** Field errors of the last submission, by block id. */
  errors: Record<string, string>
  /** True while the app has not yet answered a submission. */
  isBusy: boolean
}

/** One call of the app to the Web API or a response_url, for the inspector. */
export type RecordedCall = {
  at: number
  method: string
  arguments: unknown
  ok: boolean
  error: string | null
  /** Slack's `response_metadata.messages`, with JSON pointers. */
  messages: string[]
  milliseconds: number
}

/** One thing sent to the app (command, action, event …) and how it answered, for the inspector. */
export type RecordedDelivery = {
  at: number
  kind: string
  summary: string
  payload: unknown
  outcome: 'acknowledged' | 'timed-out' | 'failed' | 'not-connected'
  response: unknown
  milliseconds: number
}

/** What Slack's client would tell the person after a doing: nothing, or its own complaint. */
export type Outcome = { ok: true } | { ok: false; error: string; message: string }

/**
 * What a native control holds: text, number, date and single-choice inputs a string (option value, id of the
 * person or channel, `YYYY-MM-DD`, `HH:MM`), multi-selects and checkboxes a list, nothing chosen null.
 * The desk turns it into Slack's shape for the element at (block_id, action_id).
 */
export type RawValue = string | string[] | null
export type RawState = Record<string, Record<string, RawValue>>

export type Place = { kind: 'message'; channel: string; ts: string } | { kind: 'view'; viewId: string }
export type ElementRef = { blockId: string; actionId: string }

export type Suggestion = { text: string; value: string; description?: string; group?: string }

export type Shortcut = { type: 'global' | 'message'; name: string; callbackId: string; description: string }
export type CommandHint = { command: string; description: string; usageHint: string }

export type AppInfo = {
  name: string
  botUserId: string
  /** True while the app holds a Socket Mode connection or answers over HTTP. */
  isConnected: boolean
  commands: CommandHint[]
  shortcuts: Shortcut[]
}

export type Desk = {
  team(): { id: string; name: string; domain: string }
  app(): AppInfo
  people(): Person[]
  conversations(as: string): Conversation[]
  /** Messages of a conversation, oldest first: top level, or with `threadTs` the parent and its replies. */
  messages(as: string, channel: string, threadTs?: string): Message[]
  /** The person's open modals, root first. */
  modals(as: string): View[]
  home(as: string): View | null
  file(id: string): { name: string; mimetype: string; bytes: Uint8Array } | null
  calls(): RecordedCall[]
  deliveries(): RecordedDelivery[]

  /** Types into the composer. Text starting with `/` is a slash command; `@name` and `#name` become mentions. */
  type(as: string, channel: string, text: string, threadTs?: string): Promise<Outcome>
  /** Opens (or finds) the direct message with somebody and gives its channel id. */
  openDirectMessage(as: string, withId: string): string
  openHome(as: string, tab?: 'home' | 'messages'): Promise<Outcome>
  markRead(as: string, channel: string): void
  dropFiles(
    as: string,
    channel: string,
    files: { name: string; bytes: Uint8Array }[],
    text?: string,
  ): Promise<Outcome>
  /** Files chosen in a modal's file_input: kept for the person, their ids are what the input holds. */
  keepFiles?(as: string, files: { name: string; bytes: Uint8Array }[]): Promise<string[]>
  react(as: string, channel: string, ts: string, name: string): Promise<Outcome>
  /** Presses a button, picks in a select, picks from an overflow …: whatever yields `block_actions`. */
  act(as: string, place: Place, element: ElementRef, value: RawValue, state: RawState): Promise<Outcome>
  suggest(as: string, place: Place, element: ElementRef, query: string): Promise<Suggestion[]>
  submit(as: string, viewId: string, state: RawState): Promise<Outcome>
  close(as: string, viewId: string): Promise<Outcome>
  dismissEphemeral(as: string, channel: string, ts: string): void
  runShortcut(as: string, callbackId: string, on?: { channel: string; ts: string }): Promise<Outcome>

  addPerson(person: Partial<Person> & { name: string }): Promise<Person>
  setDeactivated(id: string, isDeactivated: boolean): Promise<void>
  createChannel(as: string, name: string, isPrivate?: boolean): string
  joinChannel(id: string, channel: string): Promise<void>
  leaveChannel(id: string, channel: string): Promise<void>
  archiveChannel(channel: string): Promise<void>

  /** Called after every change with a growing revision; the page asks again for what it shows. */
  subscribe(listener: (revision: number) => void): () => void
  /** Resolves when no delivery is under way and `predicate` holds; rejects after `timeoutMs` (real time). */
  until(predicate: () => boolean, timeoutMs?: number): Promise<void>
}

/** Moves the app's business clock; made by app.ts, shown by the page. */
export type TimeMachine = {
  now(): number
  /** Moves the app's business clock to an instant not before the present one and lets its schedules run. */
  moveTo(instant: number): Promise<void>
}
