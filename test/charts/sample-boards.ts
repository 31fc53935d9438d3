import type { LeaderboardChart } from '#charts/chart.ts'

/** Twenty names that are hard to draw: every script we promise, flags, joined emoji, markup, forty characters. */
export const HARD_NAMES: readonly string[] = [
  'Zoë Ångström',
  '李小龍',
  'Иван Петров',
  '🇳🇴 Karsten W',
  'María José Ñandú',
  'Đặng Thị Hồng',
  'محمد علي',
  'אבי כהן',
  '山田 たろう',
  '김민준',
  'Łukasz Żółć',
  'Maximiliana Wolfeschlegelsteinhausenberg',
  '🏃🏽‍♀️ Emma 🥇',
  "O'Connor-Smythe",
  'สมชาย ใจดี',
  'अनिल कुमार',
  'Ζωή Παπαδοπούλου',
  '👩‍👩‍👧 Family',
  '<b>&amp; "x"</b>',
  'Jo',
]

/** A leaderboard of `count` invented athletes, in kilometers. */
export function board(count: number, lengthOf = (index: number) => 81.7 * 0.93 ** index): LeaderboardChart {
  return {
    kind: 'leaderboard',
    title: 'Weekly distance · Marathon Squad',
    subtitle: 'Astral Runners, week of 16 November 2026',
    bars: Array.from({ length: count }, (_, index) => {
      const value = Math.round(lengthOf(index) * 10) / 10
      const name = HARD_NAMES[index % HARD_NAMES.length] ?? ''
      return { name, value, label: `${value.toFixed(1)} km`, rank: index + 1 }
    }),
  }
}
