import type {
  Conversation,
  Desk,
  Message,
  Outcome,
  Person,
  RawState,
  RecordedCall,
  RecordedDelivery,
  View,
} from '../../src/sandbox/desk.ts'
import { groupModalBlocks, homeBlocks, invitationBlocks, leaderboardBlocks } from './example-blocks.ts'
import { botId, examplePeople, jonas, mara, teamId } from './example-people.ts'

const done: Outcome = { ok: true }
const startMs = Date.UTC(2026, 10, 20, 8, 0)

export type Doing = { name: string; args: unknown[] }
/** A desk in memory with a scripted app behind it, for tests of the page alone. `doings` holds what was asked. */
export type ExampleDesk = Desk & {
  doings: Doing[]
  say(message: Partial<Message>): Message
  show(as: string, view: Partial<View>): View
}

export function exampleDesk(chart: Uint8Array = new Uint8Array()): ExampleDesk {
  const people: Person[] = examplePeople()
  const channels: Omit<Conversation, 'unread' | 'isMember' | 'appIsMember' | 'partnerId'>[] = [
    { id: 'C0GENERAL', name: 'general', kind: 'channel', isArchived: false, topic: 'Everything and nothing' },
    {
      id: 'C0RUN',
      name: 'tuesday-track',
      kind: 'channel',
      isArchived: false,
      topic: 'Track on Tuesdays, 18:30 🏃',
    },
    { id: 'G0COACH', name: 'coaches', kind: 'private', isArchived: false, topic: '' },
    { id: 'C0OLD', name: 'spring-camp', kind: 'channel', isArchived: true, topic: '' },
  ]
  const members = new Map<string, Set<string>>([
    ['C0GENERAL', new Set([...people.filter(one => !one.isGuest).map(one => one.id)])],
    ['C0RUN', new Set([mara.id, jonas.id, botId])],
    ['G0COACH', new Set([mara.id])],
    ['C0OLD', new Set([mara.id])],
  ])
  const direct = new Map<string, [string, string]>()
  const messages: Message[] = []
  const modals = new Map<string, View[]>()
  const calls: RecordedCall[] = []
  const deliveries: RecordedDelivery[] = []
  const listeners = new Set<(revision: number) => void>()
  const read = new Map<string, string>()
  const doings: Doing[] = []
  let revision = 0
  let second = startMs / 1000
  let nextView = 1

  const changed = () => {
    revision += 1
    for (const listener of listeners) listener(revision)
  }
  const note = (name: string, ...args: unknown[]) => doings.push({ name, args })
  const directWith = (a: string, b: string) => {
    const id = `D0${[a, b].sort().join('')}`
    direct.set(id, [a, b])
    return id
  }
  const say = (message: Partial<Message>): Message => {
    second += 67
    const said: Message = {
      channel: 'C0GENERAL',
      ts: `${second}.000100`,
      threadTs: null,
      authorId: botId,
      text: '',
      blocks: [],
      files: [],
      reactions: [],
      replyCount: 0,
      isEdited: false,
      ephemeralFor: null,
      ...message,
    }
    messages.push(said)
    const parent = messages.find(one => one.ts === said.threadTs)
    if (parent && parent !== said) parent.replyCount += 1
    changed()
    return said
  }
  const show = (as: string, view: Partial<View>): View => {
    const shown: View = {
      id: `V0${nextView++}`,
      type: 'modal',
      callbackId: 'group_create',
      title: 'Create a group',
      submit: 'Create',
      close: 'Cancel',
      blocks: groupModalBlocks,
      hash: '1',
      errors: {},
      isBusy: false,
      ...view,
    }
    modals.set(as, [...(modals.get(as) ?? []), shown])
    changed()
    return shown
  }
  const call = (method: string, args: unknown, error: string | null = null, notes: string[] = []) =>
    calls.push({
      at: second * 1000,
      method,
      arguments: args,
      ok: error === null,
      error,
      messages: notes,
      milliseconds: 12,
    })
  const deliver = (kind: string, summary: string, outcome: RecordedDelivery['outcome'] = 'acknowledged') =>
    deliveries.push({
      at: second * 1000,
      kind,
      summary,
      payload: { type: kind, summary },
      outcome,
      response: null,
      milliseconds: 8,
    })

  const desk: ExampleDesk = {
    doings,
    say,
    show,
    team: () => ({ id: teamId, name: 'Riverside Runners', domain: 'riverside' }),
    app: () => ({
      name: 'Astral',
      botUserId: botId,
      isConnected: true,
      commands: [
        {
          command: '/astral',
          description: 'Runs, invitations and leaderboards',
          usageHint: '[help | log 8.2km 45:10 | leaderboard | invite @runner | group create]',
        },
        { command: '/slow', description: 'Never answers', usageHint: '' },
      ],
      shortcuts: [
        { type: 'global', name: 'Log a run', callbackId: 'log_run', description: 'Open the run form' },
        { type: 'message', name: 'Give feedback', callbackId: 'feedback', description: 'On this run' },
      ],
    }),
    people: () => people,
    conversations: as => {
      const mine: Conversation[] = channels
        .filter(
          one =>
            (one.kind === 'channel' && !people.find(other => other.id === as)?.isGuest) ||
            members.get(one.id)?.has(as),
        )
        .map(one => ({
          ...one,
          partnerId: null,
          isMember: members.get(one.id)?.has(as) ?? false,
          appIsMember: members.get(one.id)?.has(botId) ?? false,
          unread: 0,
        }))
      for (const [id, [a, b]] of direct) {
        if (a !== as && b !== as) continue
        mine.push({
          id,
          name: '',
          kind: 'im',
          partnerId: a === as ? b : a,
          isArchived: false,
          isMember: true,
          appIsMember: a === botId || b === botId,
          topic: '',
          unread: 0,
        })
      }
      return mine.map(one => ({
        ...one,
        unread: messages.filter(
          said =>
            said.channel === one.id &&
            said.authorId !== as &&
            said.ephemeralFor === null &&
            said.ts > (read.get(`${as} ${one.id}`) ?? ''),
        ).length,
      }))
    },
    messages: (as, channel, threadTs) =>
      messages.filter(
        one =>
          one.channel === channel &&
          (one.ephemeralFor === null || one.ephemeralFor === as) &&
          (threadTs
            ? one.ts === threadTs || one.threadTs === threadTs
            : one.threadTs === null || one.threadTs === one.ts),
      ),
    modals: as => modals.get(as) ?? [],
    home: as => ({
      id: `V0HOME${as}`,
      type: 'home',
      callbackId: '',
      title: '',
      submit: null,
      close: null,
      blocks: homeBlocks,
      hash: '1',
      errors: {},
      isBusy: false,
    }),
    file: id =>
      id === 'F0CHART001'
        ? { name: 'chart.png', mimetype: 'image/png', bytes: chart }
        : id === 'F0HTML0001'
          ? {
              name: 'x.html',
              mimetype: 'text/html',
              bytes: new TextEncoder().encode('<script>alert(1)</script>'),
            }
          : null,
    calls: () => calls,
    deliveries: () => deliveries,
    type: async (as, channel, text, threadTs) => {
      note('type', as, channel, text, threadTs)
      if (text.startsWith('/slow')) {
        deliver('slash command', text, 'timed-out')
        changed()
        return {
          ok: false,
          error: 'operation_timeout',
          message: '/slow failed because the app did not answer within 3 seconds.',
        }
      }
      if (text.startsWith('/')) {
        deliver('slash command', text)
        if (text.startsWith('/astral group create')) {
          call('views.open', { trigger_id: '1.2', view: { type: 'modal' } })
          show(as, {})
        } else
          say({ channel, ephemeralFor: as, text: `I don't know “${text.slice(8)}”. Did you mean *help*?` })
        return done
      }
      say({ channel, authorId: as, text, threadTs: threadTs ?? null })
      return done
    },
    openDirectMessage: (as, withId) => {
      const id = directWith(as, withId)
      changed()
      return id
    },
    openHome: async (as, tab) => {
      note('openHome', as, tab)
      return done
    },
    markRead: (as, channel) => {
      const last = messages.filter(one => one.channel === channel).at(-1)?.ts ?? ''
      if (read.get(`${as} ${channel}`) === last) return
      read.set(`${as} ${channel}`, last)
      changed()
    },
    dropFiles: async (as, channel, files, text) => {
      note(
        'dropFiles',
        as,
        channel,
        files.map(file => [file.name, file.bytes.length]),
        text,
      )
      say({
        channel,
        authorId: as,
        text: text ?? '',
        files: files.map((file, index) => ({
          id: `F0DROP${index}`,
          name: file.name,
          title: file.name,
          mimetype: 'application/octet-stream',
          bytes: file.bytes.length,
          path: `/files/F0DROP${index}`,
        })),
      })
      return done
    },
    keepFiles: async (as, files) => {
      note(
        'keepFiles',
        as,
        files.map(file => file.name),
      )
      return files.map((_, index) => `F0KEPT${index}`)
    },
    react: async (as, channel, ts, name) => {
      note('react', as, channel, ts, name)
      const message = messages.find(one => one.channel === channel && one.ts === ts)
      message?.reactions.push({ name, userIds: [as] })
      changed()
      return done
    },
    act: async (as, place, element, value, state) => {
      note('act', as, place, element, value, state)
      const message = place.kind === 'message' ? messages.find(one => one.ts === place.ts) : undefined
      deliver('block_actions', `${element.actionId} in ${place.kind}`)
      if (message && element.actionId.startsWith('accept')) {
        message.blocks = [
          {
            type: 'section',
            text: { type: 'mrkdwn', text: ':white_check_mark: You joined *Tuesday Track*.' },
          },
        ]
        call('chat.update', { channel: message.channel, ts: message.ts })
      }
      changed()
      return done
    },
    suggest: async (as, _place, element, query) => {
      note('suggest', as, element, query)
      return people
        .filter(one => one.realName.toLowerCase().includes(query.toLowerCase()))
        .map(one => ({ text: one.realName, value: one.id, description: one.tz }))
    },
    submit: async (as, viewId, state: RawState) => {
      note('submit', as, viewId, state)
      const view = modals.get(as)?.find(one => one.id === viewId)
      if (!view) return { ok: false, error: 'not_found', message: 'This form is gone.' }
      deliver('view_submission', view.callbackId)
      if (state.name?.value === 'Tuesday Track')
        view.errors = { name: 'There is already a group of this name. Choose another.' }
      else
        modals.set(
          as,
          (modals.get(as) ?? []).filter(one => one.id !== viewId),
        )
      changed()
      return done
    },
    close: async (as, viewId) => {
      note('close', as, viewId)
      modals.set(
        as,
        (modals.get(as) ?? []).filter(one => one.id !== viewId),
      )
      changed()
      return done
    },
    dismissEphemeral: (_as, channel, ts) => {
      const index = messages.findIndex(one => one.channel === channel && one.ts === ts)
      if (index >= 0) messages.splice(index, 1)
      changed()
    },
    runShortcut: async (as, callbackId, on) => {
      note('runShortcut', as, callbackId, on)
      show(as, { title: 'Log a run', submit: 'Log' })
      return done
    },
    addPerson: async person => {
      const added: Person = {
        id: `U0NEW${people.length}`,
        realName: person.name,
        email: null,
        tz: 'UTC',
        isBot: false,
        isDeactivated: false,
        isGuest: false,
        teamId,
        ...person,
      }
      people.push(added)
      members.get('C0GENERAL')?.add(added.id)
      changed()
      return added
    },
    setDeactivated: async (id, isDeactivated) => {
      const index = people.findIndex(one => one.id === id)
      const person = people[index]
      if (person) people[index] = { ...person, isDeactivated }
      changed()
    },
    createChannel: (as, name, isPrivate) => {
      if (channels.some(one => one.name === name)) throw new Error('name_taken')
      const id = `C0NEW${channels.length}`
      channels.push({ id, name, kind: isPrivate ? 'private' : 'channel', isArchived: false, topic: '' })
      members.set(id, new Set([as]))
      changed()
      return id
    },
    joinChannel: async (id, channel) => {
      members.get(channel)?.add(id)
      changed()
    },
    leaveChannel: async (id, channel) => {
      members.get(channel)?.delete(id)
      changed()
    },
    archiveChannel: async channel => {
      const found = channels.find(one => one.id === channel)
      if (found) found.isArchived = true
      changed()
    },
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    until: async predicate => {
      if (!predicate()) throw new Error('The example desk does not wait.')
    },
  }

  const dm = directWith(jonas.id, botId)
  directWith(mara.id, botId)
  directWith(mara.id, jonas.id)
  say({
    authorId: mara.id,
    text: 'Morning all! Track is *on* tonight, 18:30 at the river gate. <#C0RUN> has the plan.',
  })
  say({
    authorId: jonas.id,
    text: 'I am in. Easy 8 km yesterday, legs feel good :muscle:',
    reactions: [{ name: 'fire', userIds: [mara.id, 'U0ANA'] }],
  })
  say({ authorId: jonas.id, text: 'Anyone for a warm-up lap from the bridge?' })
  const parent = say({ authorId: 'U0NOA', text: 'נתראה שם! Same bridge as last week?' })
  say({ authorId: mara.id, threadTs: parent.ts, text: 'Yes, the old one.' })
  say({ authorId: 'U0LIN', threadTs: parent.ts, text: '好的，明天見' })
  say({ channel: 'C0RUN', text: 'Leaderboard, week of 16 November', blocks: leaderboardBlocks })
  say({
    channel: 'C0RUN',
    authorId: mara.id,
    text: 'Well run, everybody :clap: &lt;!channel&gt; is not a ping, but <!here> is.',
  })
  say({
    channel: 'C0RUN',
    ephemeralFor: mara.id,
    text: 'Posted the leaderboard of *Tuesday Track* here. Next one: Monday 09:00.',
  })
  say({ channel: dm, text: 'Coach Mara invites you to Tuesday Track.', blocks: invitationBlocks })
  deliver('slash command', '/astral leaderboard "Tuesday Track" 7d --post')
  call('files.completeUploadExternal', { files: [{ id: 'F0CHART001' }] })
  call('chat.postMessage', { channel: 'C0RUN', blocks: [] }, 'invalid_blocks', [
    'invalid slack file [json-pointer:/blocks/1/slack_file]',
  ])
  call('chat.postMessage', { channel: 'C0RUN', blocks: leaderboardBlocks, text: 'Leaderboard' })
  return desk
}
