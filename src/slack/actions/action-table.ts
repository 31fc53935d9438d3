import type { Action } from '../kit/button.ts'
import { adherenceActions } from './adherence.ts'
import { athleteCardActions } from './athlete-card.ts'
import { auditDetailsButton } from './audit-details.ts'
import { olderAuditButton } from './audit-older.ts'
import { availabilityActions } from './availability.ts'
import { calendarButtons } from './calendar.ts'
import { codeButtons } from './codes.ts'
import { commandButtons } from './command-buttons.ts'
import { connectionButtons } from './connections.ts'
import { dayButtons } from './days.ts'
import { feedActions } from './feed.ts'
import { groupCardButtons } from './group-card.ts'
import { groupMenuAction } from './group-menu.ts'
import { groupRequestButtons } from './group-requests.ts'
import { headCoachButtons } from './head-coach.ts'
import { helpButton, helpTopicButton } from './help-button.ts'
import { homeMoreMenu } from './home-more.ts'
import { importButtons } from './imports.ts'
import { invitationButtons } from './invitation.ts'
import { invitationListButtons } from './invitation-list.ts'
import { joinPlanButtons } from './join-plan.ts'
import { metricButtons } from './metrics.ts'
import { pauseButtons } from './pauses.ts'
import { planButtons } from './plans.ts'
import { postButtons } from './posts.ts'
import { privacyButtons } from './privacy.ts'
import { rosterActions } from './roster.ts'
import { rosterBulkButtons } from './roster-bulk.ts'
import { rosterImportButtons } from './roster-import.ts'
import { runAfterwardsActions } from './run-afterwards.ts'
import { runButtons } from './runs.ts'
import { scheduleButtons } from './schedules.ts'
import { sessionChangeButtons } from './session-changes.ts'
import { sessionHourButtons } from './session-hours.ts'
import { signalActions } from './signals.ts'
import { statsButtons } from './stats.ts'
import { welcomeButtons } from './welcome.ts'
import { workoutActions } from './workouts.ts'

/** Every button, menu and select that does something. */
export const ACTIONS: readonly Action[] = [
  ...groupCardButtons,
  groupMenuAction,
  ...groupRequestButtons,
  ...invitationButtons,
  ...codeButtons,
  ...invitationListButtons,
  ...welcomeButtons,
  ...workoutActions,
  ...runButtons,
  ...metricButtons,
  ...runAfterwardsActions,
  ...importButtons,
  ...commandButtons,
  helpButton,
  helpTopicButton,
  homeMoreMenu,
  olderAuditButton,
  auditDetailsButton,
  ...privacyButtons,
  ...connectionButtons,
  ...postButtons,
  ...scheduleButtons,
  ...planButtons,
  ...adherenceActions,
  ...availabilityActions,
  ...calendarButtons,
  ...joinPlanButtons,
  ...dayButtons,
  ...sessionHourButtons,
  ...sessionChangeButtons,
  ...pauseButtons,
  ...rosterActions,
  ...rosterBulkButtons,
  ...rosterImportButtons,
  ...athleteCardActions,
  ...headCoachButtons,
  ...signalActions,
  ...statsButtons,
  ...feedActions,
]
