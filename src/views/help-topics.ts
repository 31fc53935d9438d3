/** What commands are about, in the order in which help lists it: ten topics at most, as Slack advises. */
export const HELP_TOPICS = [
  {
    id: 'running',
    title: 'Your running',
    line: 'log a run, see and mend your runs, paces, where numbers come from',
  },
  { id: 'plans', title: 'Plans and workouts', line: 'today’s session, the week, plans and the library' },
  {
    id: 'boards',
    title: 'Boards and stats',
    line: 'leaderboards, what a group did, groups beside each other',
  },
  { id: 'groups', title: 'Groups', line: 'which there are, who is in them, joining and leaving' },
  { id: 'athletes', title: 'Athletes', line: 'the roster, profiles, who needs you today' },
  { id: 'inviting', title: 'Inviting and joining', line: 'by direct message, e-mail, link or code' },
  { id: 'channels', title: 'Posts in channels', line: 'feeds, weekly leaderboards, feedback' },
  { id: 'you', title: 'You', line: 'profile, units, privacy, quiet hours, what you may do' },
  { id: 'club', title: 'The club', line: 'who coaches, and what was changed when and by whom' },
] as const
export type HelpTopic = (typeof HELP_TOPICS)[number]['id']

/** The topic of each command, by its first word. */
const TOPIC_OF: Readonly<Record<string, HelpTopic>> = {
  log: 'running',
  runs: 'running',
  paces: 'running',
  why: 'running',
  connect: 'running',
  disconnect: 'running',
  today: 'plans',
  week: 'plans',
  plan: 'plans',
  availability: 'plans',
  calendar: 'plans',
  workout: 'plans',
  leaderboard: 'boards',
  stats: 'boards',
  compare: 'boards',
  group: 'groups',
  roster: 'athletes',
  athlete: 'athletes',
  signals: 'athletes',
  invite: 'inviting',
  invitations: 'inviting',
  join: 'inviting',
  schedule: 'channels',
  feed: 'channels',
  subscribe: 'channels',
  unsubscribe: 'channels',
  channel: 'channels',
  subscriptions: 'channels',
  feedback: 'channels',
  profile: 'you',
  privacy: 'you',
  quiet: 'you',
  can: 'you',
  help: 'you',
  coach: 'club',
  audit: 'club',
  settings: 'club',
  'api-key': 'club',
  claim: 'club',
}

/** What a command is about; null for one that nobody has put under a topic. */
export function helpTopicOf(commandName: string): HelpTopic | null {
  return TOPIC_OF[commandName.split(' ')[0] ?? ''] ?? null
}
