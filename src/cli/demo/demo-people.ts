import type { Role } from '#domain/organization/role.ts'
import type { Zone } from '#kernel/instant.ts'
import { zone } from '#kernel/instant.ts'

/** Which weekly rhythm an athlete follows. */
export type DemoRhythm = 'marathon' | 'miler' | 'beginner' | 'freestyle'

type Named = { key: string; displayName: string; realName: string; zone: Zone; roles: readonly Role[] }

export type DemoAthlete = Named & {
  groups: readonly ('marathon' | 'milers' | 'couch')[]
  rhythm: DemoRhythm
  /** Seconds a kilometre on an easy day. */
  easyPace: number
  /** Kilometres of running in a full week at the height of the twelve. */
  weeklyKm: number
  /** Beats a minute at the very most; null without a strap or a watch that measures it. */
  maxHeartRate: number | null
  /** Metres climbed for each kilometre at home; null when nothing measures it. */
  climbPerKm: number | null
  runsIn: 'morning' | 'evening'
  sharing: 'shares' | 'private' | 'not-with-the-marathon-block'
  /** What their coach should notice today, if anything: nothing for so many days, or a last long run far too long. */
  story: { quietDays: number } | 'ran-too-far' | null
}

const OSLO = zone('Europe/Oslo')

/** All names are made up: a first name of the language with a surname that nobody bears, mostly of weather and trails. */
export const DEMO_COACHES: readonly Named[] = [
  { key: 'sigrun', displayName: 'Sigrun', realName: 'Sigrun Stiløkken', zone: OSLO, roles: ['head-coach'] },
  {
    key: 'haavard',
    displayName: 'Håvard',
    realName: 'Håvard Myrsprett',
    zone: OSLO,
    roles: ['assistant-coach'],
  },
]

type Trait = Partial<
  Pick<DemoAthlete, 'maxHeartRate' | 'climbPerKm' | 'runsIn' | 'sharing' | 'story'> & {
    zone: string
    displayName: string
  }
>

function athlete(
  key: string,
  realName: string,
  groups: DemoAthlete['groups'],
  rhythm: DemoRhythm,
  easyPace: number,
  weeklyKm: number,
  trait: Trait = {},
): DemoAthlete {
  return {
    key,
    realName,
    displayName: trait.displayName ?? realName,
    zone: trait.zone ? zone(trait.zone) : OSLO,
    roles: ['athlete'],
    groups,
    rhythm,
    easyPace,
    weeklyKm,
    maxHeartRate: trait.maxHeartRate ?? null,
    climbPerKm: trait.climbPerKm ?? null,
    runsIn: trait.runsIn ?? 'evening',
    sharing: trait.sharing ?? 'shares',
    story: trait.story ?? null,
  }
}

export const DEMO_ATHLETES: readonly DemoAthlete[] = [
  athlete('ingrid', 'Ingrid Fjellvåk', ['marathon', 'milers'], 'marathon', 272, 84, {
    maxHeartRate: 192,
    climbPerKm: 9,
    runsIn: 'morning',
  }),
  athlete('oyvind', 'Øyvind Tåkesen', ['marathon'], 'marathon', 296, 76, {
    maxHeartRate: 186,
    climbPerKm: 14,
  }),
  athlete('yaroslava', 'Ярослава Ветроград', ['marathon'], 'marathon', 305, 72, {
    maxHeartRate: 190,
    climbPerKm: 6,
  }),
  athlete('naama', 'נעמה רוחשביל', ['marathon'], 'marathon', 318, 66, {
    zone: 'Asia/Jerusalem',
    climbPerKm: 11,
    runsIn: 'morning',
  }),
  athlete('kumokawa', '雲川 走太', ['marathon'], 'marathon', 288, 80, {
    zone: 'Asia/Tokyo',
    maxHeartRate: 194,
    climbPerKm: 4,
  }),
  athlete('wilhelmina', 'Wilhelmina Bartholomea Puddlethwaite-Fox', ['marathon'], 'marathon', 342, 58, {
    climbPerKm: 8,
    sharing: 'private',
  }),
  athlete('tomas', 'Tomás Vientolargo', ['marathon', 'milers'], 'marathon', 330, 60, {
    zone: 'Europe/Madrid',
    maxHeartRate: 183,
    climbPerKm: 12,
    runsIn: 'morning',
    sharing: 'not-with-the-marathon-block',
  }),
  athlete('kaethe', 'Käthe Nebelstieg', ['marathon'], 'marathon', 360, 52, { maxHeartRate: 179 }),
  athlete('lucja', 'Łucja Wiatrołęk', ['marathon'], 'marathon', 378, 48, {
    climbPerKm: 5,
    runsIn: 'morning',
  }),

  athlete('elpida', 'Ελπίδα Δρομοπνοή', ['milers'], 'miler', 312, 46, {
    zone: 'Europe/Athens',
    maxHeartRate: 188,
    climbPerKm: 10,
    runsIn: 'morning',
  }),
  athlete('hanbaram', '한바람결', ['milers'], 'miler', 322, 42, { maxHeartRate: 191, runsIn: 'morning' }),
  athlete('salma', 'سلمى دربالريح', ['milers'], 'miler', 335, 40, { climbPerKm: 7, runsIn: 'morning' }),
  athlete('soren', 'Søren Kystgaard', ['milers'], 'miler', 347, 36, { maxHeartRate: 181, runsIn: 'morning' }),
  athlete('omer', 'Ömer Yelkoşan', ['milers'], 'miler', 355, 34, {
    climbPerKm: 9,
    runsIn: 'morning',
    story: 'ran-too-far',
  }),
  athlete('aurelie', 'Aurélie Pasdebrume', ['milers'], 'miler', 368, 32, {
    runsIn: 'morning',
    sharing: 'private',
  }),
  athlete('tara', 'ธารา สายลมวิ่ง', ['milers', 'couch'], 'miler', 390, 28, {
    maxHeartRate: 187,
    climbPerKm: 3,
    runsIn: 'morning',
  }),

  athlete('sam', 'Sam Pebblewick', ['couch'], 'beginner', 428, 16, { displayName: 'Sam 🌧️🏃‍♀️ Pebblewick' }),
  athlete('pavan', 'पवन पथगामी', ['couch'], 'beginner', 440, 15, { maxHeartRate: 184, climbPerKm: 6 }),
  athlete('thao', 'Thảo Mâyxanh', ['couch'], 'beginner', 455, 14, {
    runsIn: 'morning',
    story: { quietDays: 16 },
  }),
  athlete('kristoffer', 'Kristoffer Dundervik', ['couch'], 'beginner', 470, 13, { maxHeartRate: 178 }),
  athlete('nia', 'Nia Ridgewhistle', ['couch'], 'beginner', 490, 12, {
    zone: 'America/New_York',
    climbPerKm: 8,
  }),

  athlete('thordis', 'Þórdís Hraunfell', [], 'freestyle', 325, 38, {
    zone: 'Atlantic/Reykjavik',
    maxHeartRate: 189,
    climbPerKm: 22,
  }),
  athlete('miron', 'Мирон Стежкин', [], 'freestyle', 380, 26, { sharing: 'private' }),
  athlete('fengxiaojing', '风小径', [], 'freestyle', 410, 22, { maxHeartRate: 185, climbPerKm: 5 }),
]
