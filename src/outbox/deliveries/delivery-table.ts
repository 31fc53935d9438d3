import { adherenceDeliveries } from './adherence.ts'
import { auditExportDelivery } from './audit-export.ts'
import { clubWelcomeDelivery } from './club-welcome.ts'
import { codePostDelivery } from './code-post.ts'
import { comparisonDelivery } from './comparison.ts'
import { connectionDelivery } from './connection.ts'
import { dataExportDelivery } from './data-export.ts'
import type { Delivery } from './delivery.ts'
import { deliveryProblemDelivery } from './delivery-problem.ts'
import { erasureReceiptDelivery } from './erasure-receipt.ts'
import { feedDeliveries } from './feed.ts'
import { groupWelcomeDelivery } from './group-welcome.ts'
import { importSummaryDelivery } from './import-summary.ts'
import { invitationDelivery } from './invitation.ts'
import { invitationClosedDelivery } from './invitation-closed.ts'
import { invitationResultDelivery } from './invitation-result.ts'
import { joinRequestDeliveries } from './join-requests.ts'
import { leaderboardDelivery } from './leaderboard.ts'
import { leaderboardRedrawDelivery } from './leaderboard-redraw.ts'
import { nudgeDelivery } from './nudge.ts'
import { occurrenceMissedDelivery } from './occurrence-missed.ts'
import { organizationDeliveries } from './organization.ts'
import { planChangeDelivery } from './plan-change.ts'
import { planPictureDelivery } from './plan-picture.ts'
import { postRemovalDelivery } from './post-removal.ts'
import { rosterExportDelivery } from './roster-export.ts'
import { rosterImportReportDelivery } from './roster-import-report.ts'
import { runFeedbackDelivery } from './run-feedback.ts'
import { sessionDeliveries } from './sessions.ts'
import { statsPictureDelivery } from './stats-picture.ts'
import { workoutPictureDelivery } from './workout-picture.ts'

/** Every kind of message there is. */
export const DELIVERIES: readonly Delivery[] = [
  rosterExportDelivery,
  importSummaryDelivery,
  rosterImportReportDelivery,
  invitationDelivery,
  invitationResultDelivery,
  invitationClosedDelivery,
  codePostDelivery,
  clubWelcomeDelivery,
  groupWelcomeDelivery,
  ...joinRequestDeliveries,
  planChangeDelivery,
  ...adherenceDeliveries,
  ...sessionDeliveries,
  workoutPictureDelivery,
  leaderboardDelivery,
  occurrenceMissedDelivery,
  deliveryProblemDelivery,
  postRemovalDelivery,
  ...organizationDeliveries,
  leaderboardRedrawDelivery,
  dataExportDelivery,
  erasureReceiptDelivery,
  auditExportDelivery,
  nudgeDelivery,
  connectionDelivery,
  statsPictureDelivery,
  planPictureDelivery,
  ...feedDeliveries,
  runFeedbackDelivery,
  comparisonDelivery,
]
