/**
 * Slack's limits as of November 2026: characters for texts, numbers for lists, pairs are [least, most].
 * The rooms that build for Slack and the room that stands in for it both read them here.
 * Where Slack's documents differ, `_safe` is the lower figure.
 */
export const SLACK_LIMITS = {
  message: {
    blocks: 50,
    text_recommended: 4000,
    text_truncated_over: 40_000,
    update_text: 4000,
    markdown_text: 12_000,
    attachments: 100,
    blocks_text_sum_safe: 9000,
    blocks_text_sum_rejected_about: 13_200,
    data_visualization_per_message: 2,
    table_per_message: 1,
  },
  view: {
    blocks: 100,
    title: 24,
    submit: 24,
    close: 24,
    private_metadata: 3000,
    callback_id: 255,
    external_id: 255,
    bytes: 250_000,
    stack: 3,
  },
  ids: {
    block_id: 255,
    action_id: 255,
  },
  surfaces: {
    actions: ['message', 'modal', 'home'],
    alert: ['modal'],
    card: ['message', 'modal', 'home'],
    carousel: ['message', 'home'],
    container: ['message', 'home'],
    context: ['message', 'modal', 'home'],
    context_actions: ['message'],
    data_table: ['message', 'home'],
    data_visualization: ['message'],
    divider: ['message', 'modal', 'home'],
    file: [],
    header: ['message', 'modal', 'home'],
    image: ['message', 'modal', 'home'],
    input: ['message', 'modal', 'home'],
    markdown: ['message'],
    plan: ['message'],
    rich_text: ['message', 'modal', 'home'],
    section: ['message', 'modal', 'home'],
    table: ['message', 'home'],
    task_card: ['message'],
    video: ['message', 'modal', 'home'],
  },
  blocks: {
    section: {
      text: [1, 3000],
      fields: 10,
      field_text: 2000,
    },
    header: {
      text: 150,
    },
    context: {
      elements: 10,
    },
    context_actions: {
      elements: 5,
    },
    actions: {
      elements: 25,
    },
    input: {
      label: 2000,
      hint: 2000,
    },
    image: {
      alt_text: 2000,
      title: 2000,
      image_url: 3000,
      formats: ['png', 'jpg', 'jpeg', 'gif'],
    },
    markdown: {
      sum: 12_000,
    },
    table: {
      rows: 100,
      columns: 20,
      chars: 10_000,
      column_settings: 20,
    },
    data_table: {
      rows_incl_header: [2, 201],
      rows_incl_header_safe: [2, 101],
      columns: [1, 20],
      chars: 20_000,
      chars_safe: 10_000,
      page_size: [1, 100],
      page_size_default: 5,
    },
    data_visualization: {
      title: 50,
      segments: [1, 12],
      series: [1, 12],
      categories: [1, 20],
      label: 20,
      series_name: 20,
      axis_label: 50,
    },
    card: {
      title: 150,
      subtitle: 150,
      body: 200,
      subtext: 200,
      actions: 3,
    },
    carousel: {
      cards: [1, 10],
    },
    container: {
      title: 150,
      subtitle: 150,
      child_blocks: 10,
      child_types: [
        'actions',
        'context',
        'divider',
        'file',
        'header',
        'image',
        'input',
        'rich_text',
        'section',
        'table',
        'video',
      ],
    },
    alert: {
      text: 200,
    },
  },
  elements: {
    button: {
      text: 75,
      value: 2000,
      url: 3000,
      accessibility_label: 75,
    },
    option: {
      text: 75,
      value: 150,
      description: 75,
      url: 3000,
    },
    option_group: {
      label: 75,
      groups: 100,
      options: 100,
    },
    static_select: {
      options: 100,
    },
    overflow: {
      options: [1, 5],
    },
    checkboxes: {
      options: 10,
    },
    radio_buttons: {
      options: 10,
    },
    confirm: {
      title: 100,
      text: 300,
      confirm: 30,
      deny: 30,
    },
    placeholder: 150,
    plain_text_input: {
      max_length: 3000,
    },
    rich_text_input: {
      lines: [1, 100],
    },
    file_input: {
      max_files: [1, 10],
    },
    external_select: {
      min_query_length_default: 3,
    },
    image: {
      alt_text: 2000,
      image_url: 3000,
    },
    slack_file: {
      id_pattern: '^F[A-Z0-9]{8,}$',
    },
  },
  manifest: {
    name: 35,
    description: 140,
    long_description: [175, 4000],
    bot_display_name: 80,
    shortcuts: 10,
    shortcut_name: 24,
    slash_commands: 50,
    command: 32,
    usage_hint: 1000,
  },
  time: {
    ack_ms: 3000,
    trigger_id_ms: 3000,
    response_url_uses: 5,
    response_url_minutes: 30,
    signature_skew_s: 300,
    oauth_code_s: 600,
    token_rotation_s: 43_200,
  },
  schedule: {
    max_days: 120,
    per_5min_per_channel: 30,
  },
  files: {
    alt_txt_at_upload: 1000,
    free_team_storage_gb: 5,
  },
} as const

/** Where blocks can stand. */
export type Surface = 'message' | 'modal' | 'home'
