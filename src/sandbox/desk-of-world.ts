import type { AppInfo, Desk, Outcome } from './desk.ts'
import { conversationsSeenBy, messagesSeenBy, personOf, viewOf } from './desk-looks.ts'
import { act } from './interactions/act.ts'
import { channelSeenBy, requireActor } from './interactions/payload-parts.ts'
import { runShortcut } from './interactions/run-shortcut.ts'
import { closeView, submit } from './interactions/submit.ts'
import { suggest } from './interactions/suggest.ts'
import { administration } from './people-change.ts'
import { dropFiles, openHome, react, type } from './people-do.ts'
import { SlackError } from './slack-error.ts'
import { stackOf } from './views.ts'
import { directMessage } from './workspace.ts'
import type { World } from './world.ts'

/** The desk over one world: what the page and the tests act through. */
export function deskOf(world: World, isConnected: () => boolean): Desk {
  const { space, ledger, changes } = world
  const person = (id: string) => {
    const found = space.people.get(id)
    if (!found) throw new SlackError('user_not_found')
    return found
  }
  return {
    team: () => space.team,
    app: () => appInfo(world, isConnected()),
    people: () => [...space.people.values()].map(personOf),
    conversations: as => conversationsSeenBy(world, person(as)),
    messages: (as, channel, threadTs) => messagesSeenBy(world, person(as), channel, threadTs),
    modals: as => stackOf(world, as).map(viewOf),
    home: as => {
      const home = space.homes.get(as)
      return home ? viewOf(home) : null
    },
    file: id => {
      const file = space.files.get(id)
      return file?.bytes ? { name: file.name, mimetype: file.mimetype, bytes: file.bytes } : null
    },
    calls: () => [...ledger.calls],
    deliveries: () => [...ledger.deliveries],

    type: (as, channel, text, threadTs) =>
      outcome(() => type(world, requireActor(world, as), channel, text, threadTs)),
    openDirectMessage(as, withId) {
      const channel = directMessage(space, requireActor(world, as).id, person(withId).id, world.now())
      changes.changed()
      return channel.id
    },
    openHome: (as, tab = 'home') => outcome(() => openHome(world, requireActor(world, as), tab)),
    markRead(as, channel) {
      const read = channelSeenBy(world, person(as), channel)
      read.lastRead.set(as, read.messages.at(-1)?.ts ?? '')
      changes.changed()
    },
    dropFiles: (as, channel, files, text) =>
      outcome(() => dropFiles(world, requireActor(world, as), channel, files, text)),
    react: (as, channel, ts, name) => outcome(() => react(world, requireActor(world, as), channel, ts, name)),
    act: (as, place, element, value, state) =>
      outcome(() => act(world, requireActor(world, as), place, element, value, state)),
    suggest: (as, place, element, query) =>
      suggest(world, requireActor(world, as), place, element, query).catch(nothingWhereGone),
    submit: (as, viewId, state) => outcome(() => submit(world, requireActor(world, as), viewId, state)),
    close: (as, viewId) => outcome(() => closeView(world, requireActor(world, as), viewId)),
    dismissEphemeral(as, channelId, ts) {
      const channel = channelSeenBy(world, person(as), channelId)
      channel.messages = channel.messages.filter(each => !(each.ts === ts && each.ephemeralFor === as))
      changes.changed()
    },
    runShortcut: (as, callbackId, on) =>
      outcome(() => runShortcut(world, requireActor(world, as), callbackId, on)),

    ...administration(world),
    subscribe: changes.subscribe,
    until: changes.until,
  }
}

function appInfo({ app }: World, isConnected: boolean): AppInfo {
  const { slash_commands: commands = [], shortcuts = [] } = app.manifest.features ?? {}
  return {
    name: app.name,
    botUserId: app.botUserId,
    isConnected,
    commands: commands.map(each => ({
      command: each.command,
      description: each.description,
      usageHint: each.usage_hint ?? '',
    })),
    shortcuts: shortcuts.map(each => ({
      type: each.type === 'message' ? 'message' : 'global',
      name: each.name,
      callbackId: each.callback_id,
      description: each.description,
    })),
  }
}

/** What a person's doing came to; refusals become what the client would say. */
async function outcome(doing: () => Promise<void> | void): Promise<Outcome> {
  try {
    await doing()
    return { ok: true }
  } catch (error) {
    if (!(error instanceof SlackError)) throw error
    return { ok: false, error: error.code, message: error.messages[0] ?? error.code }
  }
}

const GONE: readonly string[] = ['not_found', 'message_not_found', 'channel_not_found']

/** The modal or message may close while somebody still types in it. */
function nothingWhereGone(error: unknown): [] {
  if (error instanceof SlackError && GONE.includes(error.code)) return []
  throw error
}
