import { AUTH_METHODS } from './auth.ts'
import { CHAT_METHODS } from './chat.ts'
import { CONVERSATION_METHODS } from './conversations.ts'
import { FILE_METHODS } from './files.ts'
import { HISTORY_METHODS } from './history.ts'
import type { Method } from './method.ts'
import { REACTION_METHODS } from './reactions.ts'
import { USER_METHODS } from './users.ts'
import { VIEW_METHODS } from './views.ts'

/** Every Web API method the sandbox answers. */
export const METHODS: ReadonlyMap<string, Method> = new Map(
  [
    ...AUTH_METHODS,
    ...CHAT_METHODS,
    ...CONVERSATION_METHODS,
    ...FILE_METHODS,
    ...HISTORY_METHODS,
    ...REACTION_METHODS,
    ...USER_METHODS,
    ...VIEW_METHODS,
  ].map(each => [each.name, each]),
)
