import type { UnitOfWork } from '../perform.ts'
import { athletePictureAsked } from './athlete-picture-asked.ts'
import { distanceTrend } from './distance-trend.ts'

/**
 * Somebody asks for the weekly distance of an athlete as a picture, which comes in their direct message: an athlete for
 * their own (also one who is suspended), a coach for what the profile shows them.
 */
export function askForTrend(unit: UnitOfWork, { athleteId }: { athleteId: string | null }) {
  return athletePictureAsked(unit, {
    athleteId,
    seen: (organizationId, who) => distanceTrend(unit.tx, organizationId, who, unit.now),
    dataOf: whose => ({ athleteId: whose }),
  })
}
