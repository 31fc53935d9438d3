import type { WireBlock } from '../../src/sandbox/desk.ts'

const plain = (text: string) => ({ type: 'plain_text', text, emoji: true })
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
const raw = (text: string) => ({ type: 'raw_text', text })
const figure = (value: number) => ({ type: 'raw_number', value, text: String(value) })

const ranking: [string, number, number][] = [
  ['Ana Kovačević', 52.3, 5],
  ['Олена Шевченко', 48.9, 4],
  ['נועה לוי', 44.2, 4],
  ['林美玲', 41.7, 6],
  ['Jonas Weber', 36.4, 3],
  ['Greta Gast', 31.1, 3],
  ['Otto Other', 28.5, 2],
  ['Zoë Ångström', 22.0, 2],
  ['Måns Öberg', 18.3, 2],
  ['Chloé D’Arcy', 12.6, 1],
  ['Ewa Żak', 9.5, 1],
  ['Tom Short', 5.2, 1],
]

export const leaderboardBlocks: WireBlock[] = [
  { type: 'header', block_id: 'head', text: plain('Leaderboard · week of 16 Nov') },
  {
    type: 'image',
    block_id: 'chart',
    slack_file: { id: 'F0CHART001' },
    alt_text: 'Bar chart: 1 Ana Kovačević 52.3 km',
  },
  {
    type: 'data_table',
    block_id: 'table',
    caption: 'Leaderboard, week of 16 November, 12 runners',
    page_size: 10,
    row_header_column_index: 1,
    rows: [
      [raw('#'), raw('Runner'), raw('Distance (km)'), raw('Runs')],
      ...ranking.map(([name, km, runs], index) => [figure(index + 1), raw(name), figure(km), figure(runs)]),
    ],
  },
  {
    type: 'context',
    block_id: 'foot',
    elements: [
      mrkdwn('Posted by *Coach Mara* · every Monday 09:00 · <https://example.org/how|How scoring works>'),
    ],
  },
]

export const invitationBlocks: WireBlock[] = [
  {
    type: 'section',
    block_id: 'invite',
    text: mrkdwn(
      '*Coach Mara* invites you to *Tuesday Track*.\nThe group would see your runs: distance, time and type. Never heart rate or notes.',
    ),
  },
  {
    type: 'actions',
    block_id: 'answer',
    elements: [
      {
        type: 'button',
        action_id: 'accept',
        text: plain('Accept and share with my group'),
        style: 'primary',
        value: 'i1',
      },
      { type: 'button', action_id: 'accept_private', text: plain('Accept, keep private'), value: 'i1' },
      {
        type: 'button',
        action_id: 'decline',
        text: plain('Decline'),
        style: 'danger',
        value: 'i1',
        confirm: {
          title: plain('Decline this invitation?'),
          text: mrkdwn('You will *not* be asked again for this group.'),
          confirm: plain('Decline'),
          deny: plain('Back'),
          style: 'danger',
        },
      },
    ],
  },
  {
    type: 'context',
    block_id: 'note',
    elements: [mrkdwn('The invitation ends on <!date^1796000000^{date_long}|30 November>.')],
  },
]

export const groupModalBlocks: WireBlock[] = [
  {
    type: 'input',
    block_id: 'name',
    label: plain('Name'),
    hint: plain('What athletes will see, such as Tuesday Track'),
    element: {
      type: 'plain_text_input',
      action_id: 'value',
      max_length: 60,
      placeholder: plain('Tuesday Track'),
      focus_on_load: true,
    },
  },
  {
    type: 'input',
    block_id: 'description',
    optional: true,
    label: plain('Description'),
    element: { type: 'plain_text_input', action_id: 'value', multiline: true },
  },
  {
    type: 'input',
    block_id: 'visibility',
    label: plain('Who can find it'),
    element: {
      type: 'radio_buttons',
      action_id: 'value',
      initial_option: {
        text: plain('Public'),
        description: plain('Everybody in the club may ask to join'),
        value: 'public',
      },
      options: [
        {
          text: plain('Public'),
          description: plain('Everybody in the club may ask to join'),
          value: 'public',
        },
        { text: plain('Private'), description: plain('Only those you invite know of it'), value: 'private' },
      ],
    },
  },
  {
    type: 'input',
    block_id: 'athletes',
    optional: true,
    label: plain('First athletes'),
    element: {
      type: 'multi_external_select',
      action_id: 'athletes',
      min_query_length: 1,
      placeholder: plain('Type a name'),
    },
  },
]

export const homeBlocks: WireBlock[] = [
  { type: 'header', text: plain('The club this week') },
  {
    type: 'section',
    block_id: 'week',
    fields: [
      mrkdwn('*Athletes*\n12'),
      mrkdwn('*Runs*\n34'),
      mrkdwn('*Distance*\n351 km'),
      mrkdwn('*Unassigned*\n2'),
    ],
  },
  {
    type: 'actions',
    block_id: 'do',
    elements: [
      { type: 'button', action_id: 'new_group', text: plain('Create a group'), style: 'primary' },
      { type: 'button', action_id: 'invite', text: plain('Invite an athlete') },
    ],
  },
  { type: 'divider' },
  {
    type: 'section',
    block_id: 'group1',
    text: mrkdwn('*Tuesday Track* · 8 athletes\nNext post: Monday 09:00 in <#C0RUN>'),
    accessory: {
      type: 'overflow',
      action_id: 'group_menu',
      options: [
        { text: plain('Edit'), value: 'edit' },
        { text: plain('Members'), value: 'members' },
        { text: plain('Delete'), value: 'delete' },
      ],
    },
  },
  { type: 'section', block_id: 'group2', text: mrkdwn('*Marathon* · 4 athletes\nNo schedule yet') },
  {
    type: 'context',
    elements: [mrkdwn('Astral 0.1 · `/astral help` · <https://example.org/privacy|Privacy>')],
  },
]
