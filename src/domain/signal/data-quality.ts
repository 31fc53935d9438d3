/** What makes an athlete's figures mean something, and how much of a hundred it is worth. */
export const QUALITY_PARTS = [
  { id: 'vdot', weight: 20 },
  { id: 'source', weight: 20 },
  { id: 'max-heart-rate', weight: 15 },
  { id: 'birth-year', weight: 15 },
  { id: 'goal-race', weight: 15 },
  { id: 'zone', weight: 10 },
  { id: 'units', weight: 5 },
] as const
export type QualityPart = (typeof QUALITY_PARTS)[number]['id']

/** What is known of an athlete; a source is a watch, a phone or a service from which something came lately. */
export type QualityFacts = Readonly<Record<QualityPart, boolean>>
export type DataQuality = { score: number; missing: QualityPart[] }

/** How complete what is known of an athlete is, 0 to 100, and what is missing, the weightiest first. */
export function dataQuality(facts: QualityFacts): DataQuality {
  const missing = QUALITY_PARTS.filter(({ id }) => !facts[id])
  return {
    score: 100 - missing.reduce((sum, { weight }) => sum + weight, 0),
    missing: missing.map(({ id }) => id),
  }
}
