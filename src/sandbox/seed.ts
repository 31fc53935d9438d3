import type { Person } from './desk.ts'

export type SlashCommand = {
  command: string
  description: string
  usage_hint?: string
  should_escape?: boolean
}

export type ManifestShortcut = {
  name: string
  /** `global` or `message`. */
  type: string
  callback_id: string
  description: string
}

/** The parts of an app manifest the sandbox enforces. */
export type Manifest = {
  display_information: { name: string; description?: string; long_description?: string }
  features?: {
    app_home?: {
      home_tab_enabled?: boolean
      messages_tab_enabled?: boolean
      messages_tab_read_only_enabled?: boolean
    }
    bot_user?: { display_name: string; always_online?: boolean }
    slash_commands?: readonly SlashCommand[]
    shortcuts?: readonly ManifestShortcut[]
  }
  oauth_config?: { scopes?: { bot?: readonly string[] } }
  settings?: {
    event_subscriptions?: { bot_events?: readonly string[] }
    interactivity?: { is_enabled?: boolean }
  }
}

export type SeedPerson = Pick<Person, 'id' | 'name'> & Partial<Person>

export type SeedChannel = {
  id: string
  name: string
  members: readonly string[]
  isPrivate?: boolean
  isArchived?: boolean
  appIsMember?: boolean
  topic?: string
}

export type WorkspaceSeed = {
  team: { id: string; name: string; domain: string }
  people: readonly SeedPerson[]
  channels: readonly SeedChannel[]
  app: { id: string; botUserId: string; botId: string; manifest: Manifest }
  /** Made up afresh at every start where not given. */
  tokens?: { bot: string; app: string; signingSecret: string }
}

const HOME_TEAM = 'T0SANDBOX1'

export const SEED_IDS = {
  team: HOME_TEAM,
  coach: 'U0COACH001',
  ana: 'U0ANA00001',
  ben: 'U0BEN00001',
  chidi: 'U0CHIDI001',
  guest: 'U0GUEST001',
  outsider: 'U0OUTSIDE1',
  robot: 'U0ROBOT001',
  leaver: 'U0LEAVER01',
  bot: 'U0ASTRAL01',
  general: 'C0GENERAL1',
  track: 'C0TRACK001',
  private: 'C0PRIVATE1',
  archived: 'C0ARCHIVE1',
} as const

/** A small workspace for tests: every kind of person and channel once. */
export function defaultSeed(manifest: Manifest = defaultManifest()): WorkspaceSeed {
  const ids = SEED_IDS
  const everyone = [ids.coach, ids.ana, ids.ben, ids.chidi, ids.robot]
  return {
    team: { id: HOME_TEAM, name: 'Riverside Runners', domain: 'riverside-runners' },
    people: [
      person(ids.coach, 'coach.kim', 'Kim Coach', 'Europe/Oslo'),
      person(ids.ana, 'ana', 'Ana Athlete', 'Europe/Oslo'),
      person(ids.ben, 'ben', 'Ben Athlete', 'America/New_York'),
      person(ids.chidi, 'chidi', 'Chidi Athlete', 'Africa/Lagos'),
      { ...person(ids.guest, 'guest.gil', 'Gil Guest', 'UTC'), isGuest: true },
      { ...person(ids.outsider, 'olu', 'Olu Outsider', 'UTC'), teamId: 'T0OTHER001' },
      { ...person(ids.robot, 'weatherbot', 'Weather Bot', 'UTC'), isBot: true, email: null },
      { ...person(ids.leaver, 'lea', 'Lea Leaver', 'UTC'), isDeactivated: true },
    ],
    channels: [
      { id: ids.general, name: 'general', members: everyone, appIsMember: true, topic: 'Everything' },
      { id: ids.track, name: 'tuesday-track', members: [...everyone, ids.guest, ids.outsider] },
      { id: ids.private, name: 'coaches', members: [ids.coach], isPrivate: true },
      {
        id: ids.archived,
        name: 'old-season',
        members: [ids.coach, ids.ana],
        isArchived: true,
        appIsMember: true,
      },
    ],
    app: { id: 'A0ASTRAL01', botUserId: ids.bot, botId: 'B0ASTRAL01', manifest },
  }
}

function person(id: string, name: string, realName: string, tz: string): SeedPerson {
  return { id, name, realName, tz, email: `${name}@riverside.example` }
}

/** A manifest that may do everything the sandbox knows, for tests that are not about scopes. */
export function defaultManifest(): Manifest {
  return {
    display_information: { name: 'Astral' },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'astral' },
      slash_commands: [
        {
          command: '/astral',
          description: 'Runs and leaderboards',
          usage_hint: '[help]',
          should_escape: true,
        },
      ],
      shortcuts: [
        { name: 'Log a run', type: 'global', callback_id: 'log_run', description: 'Open the run form' },
        { name: 'Count as run', type: 'message', callback_id: 'count_run', description: 'Log this message' },
      ],
    },
    oauth_config: { scopes: { bot: ALL_SCOPES } },
    settings: { event_subscriptions: { bot_events: ALL_EVENTS }, interactivity: { is_enabled: true } },
  }
}

const ALL_SCOPES = [
  'channels:history',
  'channels:join',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'reactions:read',
  'reactions:write',
  'team:read',
  'users:read',
  'users:read.email',
]

const ALL_EVENTS = [
  'app_home_opened',
  'channel_archive',
  'file_shared',
  'member_joined_channel',
  'member_left_channel',
  'message.channels',
  'message.groups',
  'message.im',
  'reaction_added',
  'reaction_removed',
  'team_join',
  'user_change',
]
