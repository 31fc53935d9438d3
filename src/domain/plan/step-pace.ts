import { trainingPaces } from '#domain/metrics/training-paces.ts'
import { SECOND_MS } from '#kernel/instant.ts'
import type { EffortWord, PaceZone, Step, StepKind } from './workout.ts'

/** Milliseconds a kilometre that an athlete runs in each zone, and the VDOT that they come from where it is known. */
export type ZonePaces = { msPerKmOf: (zone: PaceZone) => number; vdot: number | null }

/**
 * The zones: 1 jogging, 2 easy, 3 marathon, 4 threshold, 5 interval, 6 repetition. These paces stand in for an athlete
 * whom nobody knows: about those of VDOT 42, an hour and three quarters in the half marathon.
 */
const DEFAULT_SECONDS: Readonly<Record<PaceZone, number>> = { 1: 410, 2: 370, 3: 315, 4: 295, 5: 270, 6: 250 }

export const DEFAULT_PACES: ZonePaces = {
  msPerKmOf: zone => DEFAULT_SECONDS[zone] * SECOND_MS,
  vdot: null,
}

/** The zones of somebody with this VDOT, by Daniels' intensities: easy has two zones, its slow end and its middle. */
export function pacesOfVdot(vdot: number): ZonePaces {
  const bands = new Map(trainingPaces(vdot).map(band => [band.intensity, band]))
  const middle = (intensity: 'E' | 'M' | 'T' | 'I' | 'R') => {
    const band = bands.get(intensity)
    return band ? (band.slow + band.fast) / 2 : 0
  }
  const seconds: Record<PaceZone, number> = {
    1: bands.get('E')?.slow ?? 0,
    2: middle('E'),
    3: middle('M'),
    4: middle('T'),
    5: middle('I'),
    6: middle('R'),
  }
  return { msPerKmOf: zone => seconds[zone] * SECOND_MS, vdot }
}

const WALK_MS_PER_KM = 660 * SECOND_MS

const ZONE_OF_WORD: Readonly<Record<Exclude<EffortWord, 'walk' | 'rest'>, PaceZone>> = {
  jog: 1,
  easy: 2,
  steady: 3,
  marathon: 3,
  tempo: 4,
  threshold: 4,
  interval: 5,
  strides: 6,
}
const ZONE_OF_KIND: Readonly<Record<StepKind, PaceZone>> = {
  'warm-up': 2,
  run: 2,
  interval: 5,
  recovery: 1,
  'cool-down': 2,
}
/** From an effort of 1 to 10. */
const ZONE_OF_EFFORT = [1, 1, 2, 2, 3, 3, 4, 5, 5, 6] as const

/** How hard a step is, 0 (standing) to 6: its target, else its word, else its kind. Heart rates are everybody's own. */
export function intensityOf(step: Step, paces: ZonePaces = DEFAULT_PACES): PaceZone | 0 {
  const { target } = step
  if (target.kind === 'zone') return target.zone
  if (target.kind === 'effort') return ZONE_OF_EFFORT[target.effort - 1] ?? 6
  if (target.kind === 'pace') return nearestZone((target.fastestMsPerKm + target.slowestMsPerKm) / 2, paces)
  if (step.word === 'rest') return 0
  if (step.word === 'walk') return 1
  return step.word ? ZONE_OF_WORD[step.word] : ZONE_OF_KIND[step.kind]
}

/** Milliseconds a kilometre at which a step is run; null while standing. Exact only where the coach gave a pace. */
export function paceOfStep(step: Step, paces: ZonePaces): { msPerKm: number; isGiven: boolean } | null {
  if (step.target.kind === 'pace') {
    return { msPerKm: (step.target.fastestMsPerKm + step.target.slowestMsPerKm) / 2, isGiven: true }
  }
  if (step.word === 'walk' && step.target.kind === 'none') return { msPerKm: WALK_MS_PER_KM, isGiven: false }
  const zone = intensityOf(step, paces)
  return zone === 0 ? null : { msPerKm: paces.msPerKmOf(zone), isGiven: false }
}

function nearestZone(msPerKm: number, paces: ZonePaces): PaceZone {
  const zones: readonly PaceZone[] = [1, 2, 3, 4, 5, 6]
  const far = (zone: PaceZone) => Math.abs(paces.msPerKmOf(zone) - msPerKm)
  return zones.reduce((best, zone) => (far(zone) < far(best) ? zone : best))
}
