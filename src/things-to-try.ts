/** What the sandbox's page suggests to somebody who opens it for the first time. */
export const THINGS_TO_TRY = {
  demo: [
    {
      title: 'Make a group',
      text: 'As Sigrun (head coach), in #tuesday-track, type: /astral group create "Tuesday Track" private',
    },
    {
      title: 'Invite somebody',
      text: 'Type: /astral invite @Nora Nykomer "Tuesday Track". Then switch to Nora and answer in her messages from Astral.',
    },
    {
      title: 'Log a run',
      text: 'As Nora, type: /astral log 8.2km 45:10 easy. Or write the same without /astral to Astral itself, or drop a FIT, GPX or TCX file there.',
    },
    {
      title: 'Post the leaderboard',
      text: 'As Sigrun, in #marathon-block, type: /astral leaderboard "Marathon Block" 7d --post',
    },
    {
      title: 'Schedule it, and travel to Monday',
      text: 'Type: /astral schedule "Marathon Block" monday 08:00 #marathon-block. Then move the app’s clock to next Monday.',
    },
    {
      title: 'See who did what',
      text: 'Type: /astral audit. The Home tab of Astral shows the club at a glance.',
    },
  ],
  empty: [
    {
      title: 'Become head coach',
      text: 'Type /astral claim with the code that the terminal printed.',
    },
    { title: 'Make a group', text: 'Type: /astral group create' },
    { title: 'Invite somebody', text: 'Type: /astral invite' },
  ],
} as const
