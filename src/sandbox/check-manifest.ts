import { SLACK_LIMITS } from '#kernel/slack-limits.ts'
import { type Check, isDict, list, matching, object, oneOf, text, type Visit } from './block-kit/check.ts'
import type { Manifest } from './seed.ts'

const { manifest: LIMITS } = SLACK_LIMITS
const [shortestLong, longestLong] = LIMITS.long_description

const anything: Check = () => undefined

const command: Check = object({
  required: {
    command: both(text({ max: LIMITS.command }), matching(/^\/[a-z0-9_-]+$/, 'a command such as /astral')),
    description: text({ max: 2000 }),
  },
  optional: { usage_hint: text({ max: LIMITS.usage_hint }), should_escape: anything, url: anything },
})

const shortcut: Check = object({
  required: {
    name: text({ max: LIMITS.shortcut_name }),
    type: oneOf('global', 'message'),
    callback_id: text({ max: 255 }),
    description: text({ max: 150 }),
  },
})

function both(first: Check, second: Check): Check {
  return (value, at, visit) => {
    first(value, at, visit)
    second(value, at, visit)
  }
}

/** Scopes without which Slack does not let an app subscribe to an event. */
const NEEDED: Readonly<Record<string, string>> = {
  channel_archive: 'channels:read',
  channel_created: 'channels:read',
  file_shared: 'files:read',
  group_archive: 'groups:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  reaction_added: 'reactions:read',
  reaction_removed: 'reactions:read',
  team_join: 'users:read',
  user_change: 'users:read',
}

/** Throws with every fault of a manifest that Slack would refuse at installation. */
export function checkManifest(manifest: Manifest): void {
  const visit: Visit = { surface: 'home', problems: [], fileState: () => 'unknown', hasScope: () => true }
  const loose = (value: unknown, checks: Record<string, Check>, at: string) => {
    if (!isDict(value)) return
    for (const [name, check] of Object.entries(checks)) {
      if (value[name] !== undefined) check(value[name], `${at}/${name}`, visit)
    }
  }
  const { features = {} } = manifest
  text({ max: LIMITS.name })(manifest.display_information.name, '/display_information/name', visit)
  loose(
    manifest.display_information,
    {
      description: text({ max: LIMITS.description }),
      long_description: text({ min: shortestLong, max: longestLong }),
    },
    '/display_information',
  )
  loose(features.bot_user, { display_name: text({ max: LIMITS.bot_display_name }) }, '/features/bot_user')
  loose(
    features,
    {
      slash_commands: list(command, { min: 0, max: LIMITS.slash_commands }),
      shortcuts: list(shortcut, { min: 0, max: LIMITS.shortcuts }),
    },
    '/features',
  )
  const problems = [...visit.problems, ...missingScopes(manifest)]
  if (problems.length > 0) throw new Error(`invalid_manifest: ${problems.join('; ')}`)
}

function missingScopes(manifest: Manifest): string[] {
  const scopes = new Set(manifest.oauth_config?.scopes?.bot)
  const missing: string[] = []
  const { slash_commands: commands = [], shortcuts = [] } = manifest.features ?? {}
  if (commands.length + shortcuts.length > 0 && !scopes.has('commands')) {
    missing.push('commands and shortcuts need the scope commands')
  }
  for (const event of manifest.settings?.event_subscriptions?.bot_events ?? []) {
    const scope = NEEDED[event]
    if (scope && !scopes.has(scope)) missing.push(`${event} needs the scope ${scope}`)
    if (
      /^member_(joined|left)_channel$/.test(event) &&
      !scopes.has('channels:read') &&
      !scopes.has('groups:read')
    ) {
      missing.push(`${event} needs the scope channels:read or groups:read`)
    }
  }
  return missing
}
