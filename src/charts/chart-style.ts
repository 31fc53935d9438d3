/**
 * Colours and sizes of every chart, in logical pixels. A picture is 800 wide and drawn at twice that; a phone shows
 * it about 360 wide, so that 24 here is about 11 there.
 */
export const CHART_WIDTH = 800
export const DEVICE_PIXEL_RATIO = 2

export const COLORS = {
  paper: '#ffffff',
  ink: '#17202c',
  muted: '#55606e',
  grid: '#e6e9ed',
  baseline: '#a9b2bd',
  /** The two tones of a bar: both stand 3:1 and more from the paper, and apart from each other by lightness alone. */
  leader: '#0a6150',
  bar: '#4a9d87',
  /** Behind lines that matter more. */
  pale: '#bcd9d0',
  /** The other line: far from the leader's green in hue, and drawn with dashes besides. */
  warm: '#a3480f',
  paleWarm: '#d9996b',
} as const

export const SIZES = {
  margin: 28,
  title: 31,
  subtitle: 23,
  label: 24,
  rank: 19,
  note: 26,
  lineHeight: 1.25,
} as const

/** One podium of a card of podiums, in logical pixels: three places stand in a row. */
export const PODIUM = {
  heading: 34,
  row: 64,
  emptyRow: 34,
  gap: 22,
  inRow: 3,
  badge: 40,
  badgeGap: 12,
  columnGap: 18,
} as const

/** The panels of a chart of training load, in logical pixels from above. */
export const LOAD = { upper: 290, gap: 44, lower: 110, axis: 36 } as const

/** The plot of stacked weeks, and the lines under it. */
export const WEEKS = { plot: 400, axis: 64 } as const

/** Fills of a stack and the ink on them, dark and light in turns; the last is for the rest of the people, hatched. */
export const STACK_FILLS: readonly { fill: string; ink: string }[] = [
  { fill: '#0a6150', ink: '#ffffff' },
  { fill: '#f2c879', ink: '#17202c' },
  { fill: '#2b579a', ink: '#ffffff' },
  { fill: '#b5dfd2', ink: '#17202c' },
  { fill: '#84315c', ink: '#ffffff' },
  { fill: '#c4d4f2', ink: '#17202c' },
  { fill: '#5a4a1c', ink: '#ffffff' },
  { fill: '#e6e9ed', ink: '#17202c' },
]

/** A plan's calendar, in logical pixels: the week's name, its sum, a row, what is between cells, and above and below. */
export const CALENDAR = { name: 52, total: 100, row: 50, gap: 6, header: 36, legend: 48 } as const

/** Rest, easy, steady, hard: apart by lightness alone. */
export const CALENDAR_TONES = [
  { fill: '#ffffff', ink: '#55606e', edge: '#d5dae0' },
  { fill: '#e3f1ec', ink: '#17202c', edge: '#e3f1ec' },
  { fill: '#8cc8b6', ink: '#17202c', edge: '#8cc8b6' },
  { fill: '#0a6150', ink: '#ffffff', edge: '#0a6150' },
] as const

/** A workout over time, in logical pixels. */
export const WORKOUT = { brackets: 56, plot: 220, axis: 44, legend: 46, line: 36 } as const

/** How hard a step is, from standing to all out: darker and higher, so that no colour has to be told from another. */
export const WORKOUT_TONES = [
  { fill: '#ffffff', ink: '#55606e', edge: '#a9b2bd', name: 'rest' },
  { fill: '#edf5f2', ink: '#17202c', edge: '#b9d3ca', name: 'jog' },
  { fill: '#cfe6de', ink: '#17202c', edge: '#a9cfc2', name: 'easy' },
  { fill: '#8cc8b6', ink: '#17202c', edge: '#6fb3a0', name: 'steady' },
  { fill: '#3f9580', ink: '#ffffff', edge: '#3f9580', name: 'threshold' },
  { fill: '#0a6150', ink: '#ffffff', edge: '#0a6150', name: 'interval' },
  { fill: '#04342b', ink: '#ffffff', edge: '#04342b', name: 'fast' },
] as const

/** What a QuickChart server is asked for; the embedded renderer picks its own fonts for each text. */
export const FONT_FAMILY = 'Google Sans, Noto Sans, sans-serif'
