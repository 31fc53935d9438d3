import type { Desk, ElementRef, Outcome, Person, Place, RawState, Suggestion, TimeMachine } from '../desk.ts'
import { fieldsOf, listOf, maybeText, numberOf, textOf } from './blocks/read.ts'
import { clockWords } from './message-time.ts'

/** An outcome for the page: what went wrong in words, or where to go next. */
export type ActAnswer = Outcome & { href?: string; suggestions?: Suggestion[]; ids?: string[]; note?: string }

type Args = Record<string, unknown>
type Doing = (setting: Setting, args: Args) => Promise<ActAnswer> | ActAnswer
type Setting = { desk: Desk; timeMachine: TimeMachine | undefined; as: string }

const done: ActAnswer = { ok: true }

function refused(error: string, message: string): ActAnswer {
  return { ok: false, error, message }
}

function placeOf(value: unknown): Place {
  const place = fieldsOf(value)
  return place.kind === 'view'
    ? { kind: 'view', viewId: textOf(place.viewId) }
    : { kind: 'message', channel: textOf(place.channel), ts: textOf(place.ts) }
}

function elementOf(value: unknown): ElementRef {
  const element = fieldsOf(value)
  return { blockId: textOf(element.blockId), actionId: textOf(element.actionId) }
}

function rawValueOf(value: unknown): string | string[] | null {
  if (typeof value === 'string') return value
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : null
}

function rawStateOf(value: unknown): RawState {
  const state: RawState = {}
  for (const [blockId, actions] of Object.entries(fieldsOf(value))) {
    state[blockId] = Object.fromEntries(
      Object.entries(fieldsOf(actions)).map(([actionId, raw]) => [actionId, rawValueOf(raw)]),
    )
  }
  return state
}

function filesOf(value: unknown): { name: string; bytes: Uint8Array }[] {
  return listOf(value).map(file => ({
    name: textOf(file.name) || 'file',
    bytes: new Uint8Array(Buffer.from(textOf(file.base64), 'base64')),
  }))
}

function handleFrom(realName: string, people: readonly Person[]): string {
  const plain = realName
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.+|\.+$/g, '')
  const base = plain || 'person'
  const isTaken = (name: string) => people.some(person => person.name === name)
  let name = base
  for (let number = 2; isTaken(name); number += 1) name = `${base}${number}`
  return name
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

const doings: Record<string, Doing> = {
  type: ({ desk, as }, { channel, text, threadTs }) => {
    const thread = maybeText(threadTs)
    return thread
      ? desk.type(as, textOf(channel), textOf(text), thread)
      : desk.type(as, textOf(channel), textOf(text))
  },
  'drop-files': ({ desk, as }, { channel, files, text }) => {
    const words = maybeText(text)
    return words
      ? desk.dropFiles(as, textOf(channel), filesOf(files), words)
      : desk.dropFiles(as, textOf(channel), filesOf(files))
  },
  'keep-files': async ({ desk, as }, { files }) => {
    if (!desk.keepFiles) return refused('no_file_input', 'This workspace does not take files in forms.')
    return { ok: true, ids: await desk.keepFiles(as, filesOf(files)) }
  },
  'open-home': ({ desk, as }, { tab }) => desk.openHome(as, tab === 'messages' ? 'messages' : 'home'),
  'mark-read': ({ desk, as }, { channel }) => {
    desk.markRead(as, textOf(channel))
    return done
  },
  'open-direct': ({ desk, as }, { person }) => {
    const channel = desk.openDirectMessage(as, textOf(person))
    return { ok: true, href: `/?as=${encodeURIComponent(as)}&c=${encodeURIComponent(channel)}` }
  },
  react: ({ desk, as }, { channel, ts, name }) => desk.react(as, textOf(channel), textOf(ts), textOf(name)),
  act: ({ desk, as }, { place, element, value, state }) =>
    desk.act(as, placeOf(place), elementOf(element), rawValueOf(value), rawStateOf(state)),
  suggest: async ({ desk, as }, { place, element, query }) => ({
    ok: true,
    suggestions: await desk.suggest(as, placeOf(place), elementOf(element), textOf(query)),
  }),
  submit: ({ desk, as }, { viewId, state }) => desk.submit(as, textOf(viewId), rawStateOf(state)),
  'close-view': ({ desk, as }, { viewId }) => desk.close(as, textOf(viewId)),
  dismiss: ({ desk, as }, { channel, ts }) => {
    desk.dismissEphemeral(as, textOf(channel), textOf(ts))
    return done
  },
  shortcut: ({ desk, as }, { callbackId, on }) => {
    const { channel, ts } = fieldsOf(on)
    return channel
      ? desk.runShortcut(as, textOf(callbackId), { channel: textOf(channel), ts: textOf(ts) })
      : desk.runShortcut(as, textOf(callbackId))
  },
  'add-person': async ({ desk }, { realName, tz, isGuest }) => {
    const name = textOf(realName).trim()
    if (name === '') return refused('no_name', 'Give the person a name.')
    if (!isTimeZone(textOf(tz))) return refused('bad_zone', `“${textOf(tz)}” is not a time zone.`)
    const person = await desk.addPerson({
      name: handleFrom(name, desk.people()),
      realName: name,
      tz: textOf(tz),
      isGuest: isGuest === 'yes',
    })
    return { ok: true, href: `/?as=${encodeURIComponent(person.id)}` }
  },
  'toggle-deactivated': async ({ desk }, { person }) => {
    const found = desk.people().find(one => one.id === person)
    if (!found) return refused('user_not_found', 'There is no such person.')
    await desk.setDeactivated(found.id, !found.isDeactivated)
    return done
  },
  'create-channel': ({ desk, as }, { name, isPrivate }) => {
    const channel = desk.createChannel(as, textOf(name).trim(), isPrivate === 'yes')
    return { ok: true, href: `/?as=${encodeURIComponent(as)}&c=${encodeURIComponent(channel)}` }
  },
  'join-channel': async ({ desk }, { person, channel }) => {
    await desk.joinChannel(textOf(person), textOf(channel))
    return done
  },
  'leave-channel': async ({ desk }, { person, channel }) => {
    await desk.leaveChannel(textOf(person), textOf(channel))
    return done
  },
  'archive-channel': async ({ desk }, { channel }) => {
    await desk.archiveChannel(textOf(channel))
    return done
  },
  'move-clock': async ({ timeMachine }, { instant }) => {
    if (!timeMachine) return refused('no_time_machine', 'This sandbox has no time machine.')
    const goal = numberOf(instant, Number.NaN)
    if (!Number.isFinite(goal)) return refused('bad_instant', 'Choose a date and a time.')
    if (goal < timeMachine.now())
      return refused(
        'backwards',
        `The app’s clock already shows ${clockWords(timeMachine.now(), 'UTC')} UTC and never goes back.`,
      )
    await timeMachine.moveTo(goal)
    return { ok: true, note: `The app’s clock shows ${clockWords(timeMachine.now(), 'UTC')} UTC.` }
  },
}

/** What the desk refuses by a bare code, for people. */
const refusalWords: Record<string, string> = {
  account_inactive: 'This account is deactivated. Become somebody else.',
  channel_not_found: 'You do not see that channel.',
  name_taken: 'There is already a channel of this name.',
  user_not_found: 'There is no such person.',
}

/** Does what the page asks, as the person it names. A fault of the desk becomes an answer in words. */
export async function act(
  desk: Desk,
  timeMachine: TimeMachine | undefined,
  body: Record<string, unknown>,
): Promise<ActAnswer> {
  const name = textOf(body.do)
  const doing = Object.hasOwn(doings, name) ? doings[name] : undefined
  if (!doing) return refused('unknown_doing', `The page does not know “${name}”.`)
  const as = textOf(body.as)
  if (!desk.people().some(person => person.id === as && !person.isBot))
    return refused('user_not_found', 'Choose who you are first.')
  try {
    return await doing({ desk, timeMachine, as }, fieldsOf(body.args))
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    return refused('failed', refusalWords[words] ?? words)
  }
}
