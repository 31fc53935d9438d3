import { raceSeconds, speedAtShare } from './vdot.ts'

/** Daniels' five intensities: easy, marathon, threshold, interval, repetition. */
export type Intensity = 'E' | 'M' | 'T' | 'I' | 'R'

/** Seconds a kilometre; `slow` and `fast` are equal where the training asks for one pace. */
export type PaceBand = { intensity: Intensity; slow: number; fast: number }

const MARATHON_METERS = 42_195
/** Shares of VDOT (Daniels' Running Formula): E 59–74 %, T 88 %, I 97.5 %, R 105–110 %. */
const SHARES = { E: [0.59, 0.74], T: [0.88, 0.88], I: [0.975, 0.975], R: [1.05, 1.1] } as const

/** The paces to train at with a VDOT, slowest first; M is the marathon's own race pace. */
export function trainingPaces(vdot: number): PaceBand[] {
  const band = (intensity: keyof typeof SHARES): PaceBand => {
    const [slow, fast] = SHARES[intensity]
    return { intensity, slow: 1_000 / speedAtShare(vdot, slow), fast: 1_000 / speedAtShare(vdot, fast) }
  }
  const marathon = raceSeconds(vdot, MARATHON_METERS) / (MARATHON_METERS / 1_000)
  return [band('E'), { intensity: 'M', slow: marathon, fast: marathon }, band('T'), band('I'), band('R')]
}
