import type { MetricUnit } from '#domain/ranking/metric.ts'
import { climbText, durationText, totalDistanceText, type Units } from './figures.ts'

/** A score as people read it: `52.3 km`, `5:12:03`, `4 runs`, `120 m`, `3 days`, `42.5 points`. */
export function scoreText(score: number, unit: MetricUnit, units: Units = 'km'): string {
  switch (unit) {
    case 'distance-cm':
      return totalDistanceText(score, units)
    case 'duration-ms':
      return durationText(score)
    case 'climb-cm':
      return climbText(score, units)
    case 'load-milli':
      return `${(score / 1_000).toFixed(1)} points`
    case 'activities':
      return counted(score, 'run')
    case 'days':
    case 'streak-days':
      return counted(score, 'day')
    case 'plan-percent':
      return `${score} %`
    case 'gain-percent':
      return `${score > 0 ? '+' : ''}${score} %`
    case 'age-grade-tenths':
      return `${(score / 10).toFixed(1)} %`
    case 'cheers':
      return counted(score, 'cheer')
  }
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
