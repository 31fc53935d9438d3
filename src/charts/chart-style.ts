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

/** What a QuickChart server is asked for; the embedded renderer picks its own fonts for each text. */
export const FONT_FAMILY = 'Google Sans, Noto Sans, sans-serif'
