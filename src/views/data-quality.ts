import type { KnownBlock } from '@slack/types'
import type { DataQuality, QualityPart } from '#domain/signal/data-quality.ts'
import { button, context, section } from './blocks.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'

/** Action ids of the buttons that mend it. */
export const QUALITY_ACTIONS = { profile: 'quality-profile', race: 'quality-race' } as const

const MISSING: Readonly<Record<QualityPart, string>> = {
  vdot: 'a race or hard run that says how fast you are',
  source: 'a watch file of the last 60 days (drop one into our direct message)',
  'max-heart-rate': 'maximum heart rate',
  'birth-year': 'birth year',
  'goal-race': 'goal race',
  zone: 'time zone',
  units: 'kilometres or miles',
}
/** In Home, beside the button. */
const MISSING_SHOWN = 3
const MISSING_SHORT: Readonly<Record<QualityPart, string>> = {
  ...MISSING,
  vdot: 'a race or hard run',
  source: 'a watch',
}
const IN_PROFILE: readonly QualityPart[] = ['max-heart-rate', 'birth-year', 'goal-race', 'zone', 'units']

/** The athlete's own score with the first way to mend it; nothing when nothing is missing. */
export function qualitySection(quality: DataQuality): KnownBlock[] {
  const { score, missing } = quality
  if (missing.length === 0) return []
  const mend = missing.some(part => IN_PROFILE.includes(part))
    ? button(QUALITY_ACTIONS.profile, 'Complete my profile', 'profile')
    : missing.includes('vdot')
      ? button(QUALITY_ACTIONS.race, 'Log a race', 'race')
      : undefined
  const named = missing.slice(0, MISSING_SHOWN).map(part => MISSING_SHORT[part])
  const rest = missing.length > named.length ? ` and ${missing.length - named.length} more` : ''
  return [section(mrkdwn`*My data: ${score} of 100*\nMissing: ${named.join(', ')}${rest}`, mend)]
}

/** The same above the form in which most of it is mended. */
export function qualityContext({ score, missing }: DataQuality): KnownBlock {
  return context(
    missing.length === 0
      ? mrkdwn`Your data: *${score} of 100*. Nothing is missing.`
      : mrkdwn`Your data: *${score} of 100*. Missing: ${missing.map(part => MISSING[part]).join(' · ')}`,
  )
}

/** A line of the profile that a coach sees. */
export function qualityLine({ score, missing }: DataQuality): Mrkdwn {
  return missing.length === 0
    ? mrkdwn`Data: ${score} of 100`
    : mrkdwn`Data: ${score} of 100, without ${missing.map(part => MISSING_SHORT[part]).join(', ')}`
}
