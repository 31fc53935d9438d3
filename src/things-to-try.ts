import type { Tip } from '#sandbox/page/page.ts'

/** What the sandbox's page suggests to somebody who opens a demo club for the first time. */
export const DEMO_TIPS: Tip[] = [
  {
    title: 'Make a group',
    text: 'As Sigrun (head coach), in #tuesday-track: `/astral group create "Tuesday Track" private`',
  },
  {
    title: 'Invite somebody',
    text: '`/astral invite @nora "Tuesday Track"`, then switch to Nora and answer in her messages from Astral.',
  },
  {
    title: 'Log a run',
    text: 'As Nora: `/astral log 8.2km 45:10 easy`. Or write the same to Astral itself without /astral, or drop a FIT, GPX or TCX file there.',
  },
  {
    title: 'Post the leaderboard',
    text: 'As Sigrun, in #marathon-block: `/astral leaderboard "Marathon Block" 7d --post`',
  },
  {
    title: 'Schedule it, and travel to Monday',
    text: '`/astral schedule "Marathon Block" monday 08:00 #marathon-block`, then move the app’s clock to next Monday.',
  },
  {
    title: 'Find today’s session',
    text: 'As Ingrid, who is on a marathon plan: `/astral today`. Her Home tab has it too.',
  },
  {
    title: 'See who needs you',
    text: 'As Sigrun: `/astral signals` says why, and drafts a friendly message. `/astral plan week "Marathon Block"` shows who kept to the plan.',
  },
  {
    title: 'Five ways to win',
    text: '`/astral leaderboard "Morning Milers" last week five-ways --post`, then press *Where am I?* as one of them.',
  },
  {
    title: 'See who did what',
    text: '`/astral audit`. Astral’s Home tab shows the club at a glance.',
  },
]

/** The same for a workspace in which nobody has claimed a club yet. */
export const EMPTY_TIPS: Tip[] = [
  {
    title: 'Become head coach',
    text: 'Type `/astral claim` with the code that the terminal printed.',
  },
  { title: 'Make a group', text: '`/astral group create`' },
  { title: 'Invite somebody', text: '`/astral invite`' },
]
