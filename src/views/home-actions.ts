/** Action ids of the Home tab's own buttons. */
export const HOME_ACTIONS = {
  logRun: 'home-log-run',
  runs: 'home-runs',
  profile: 'home-profile',
  roster: 'home-roster',
  newGroup: 'home-new-group',
  invite: 'home-invite',
  inviteByCode: 'home-invite-by-code',
  invitations: 'home-invitations',
  join: 'home-join',
  leaderboard: 'home-leaderboard',
  more: 'home-more',
} as const

/** What the menu behind a coach's buttons offers; each does what typing the command would. */
export const HOME_MORE = {
  stats: 'Stats of a group',
  schedule: 'Weekly posts',
  plans: 'Training plans',
  audit: 'Audit',
} as const
export type HomeMore = keyof typeof HOME_MORE
