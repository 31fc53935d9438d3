import type { App } from '@slack/bolt'
import { listenForMessages } from './dm/listen-for-messages.ts'
import { listenForReactions } from './feed/listen-for-reactions.ts'
import { listenForThreads } from './feed/listen-for-threads.ts'
import { listenForHome } from './home/listen-for-home.ts'
import { listenForJoiners } from './home/listen-for-joiners.ts'
import type { SlackDeps } from './kit/context.ts'
import { listenForActions } from './listen-for-actions.ts'
import { listenForCommands } from './listen-for-commands.ts'
import { listenForShortcuts } from './listen-for-shortcuts.ts'
import { listenForSubmissions } from './listen-for-submissions.ts'
import { listenForSuggestions } from './listen-for-suggestions.ts'
import { listenForChannelMembers } from './people/listen-for-channel-members.ts'
import { listenForPeople } from './people/listen-for-people.ts'

/** Binds every described command, modal, action and shortcut to Bolt: acknowledge first, then work. */
export function listen(app: App, deps: SlackDeps): void {
  listenForCommands(app, deps)
  listenForSubmissions(app, deps)
  listenForActions(app, deps)
  listenForShortcuts(app, deps)
  listenForSuggestions(app, deps)
  listenForMessages(app, deps)
  listenForHome(app, deps)
  listenForPeople(app, deps)
  listenForChannelMembers(app, deps)
  listenForJoiners(app, deps)
  listenForReactions(app, deps)
  listenForThreads(app, deps)
}
