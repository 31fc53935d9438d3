import type { Delivery } from './delivery.ts'
import { deliveryProblemDelivery } from './delivery-problem.ts'
import { leaderboardDelivery } from './leaderboard.ts'
import { occurrenceMissedDelivery } from './occurrence-missed.ts'
import { postRemovalDelivery } from './post-removal.ts'

/** Every kind of message there is. */
export const DELIVERIES: readonly Delivery[] = [
  leaderboardDelivery,
  occurrenceMissedDelivery,
  deliveryProblemDelivery,
  postRemovalDelivery,
]
