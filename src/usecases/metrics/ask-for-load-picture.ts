import type { UnitOfWork } from '../perform.ts'
import { athletePictureAsked } from '../roster/athlete-picture-asked.ts'
import { loadHistory } from './load-history.ts'

/**
 * Somebody asks for load, fitness, fatigue and form as a picture, which comes in their direct message: an athlete for
 * their own, a coach for an athlete who shows them their pace.
 */
export function askForLoadPicture(unit: UnitOfWork, { athleteId }: { athleteId: string | null }) {
  return athletePictureAsked(unit, {
    athleteId,
    seen: (organizationId, who) => loadHistory(unit.tx, organizationId, who, unit.now),
    dataOf: whose => ({ loadOf: whose }),
  })
}
