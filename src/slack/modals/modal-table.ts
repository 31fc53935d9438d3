import type { Modal } from '../kit/modal.ts'
import { assignAthletesModal } from './assign-athletes.ts'
import { assignPlanModal, confirmAssignmentModal } from './assign-plan.ts'
import { chooseGroupModal } from './choose-group.ts'
import { createGroupModal } from './create-group.ts'
import { editAthleteModal } from './edit-athlete.ts'
import { editGroupModal } from './edit-group.ts'
import { editRunModal } from './edit-run.ts'
import { enterVdotModal } from './enter-vdot.ts'
import { feedModal, giveFeedbackModal, subscribeModal } from './feed.ts'
import { groupMembersModals } from './group-members.ts'
import { inviteAthleteModal } from './invite-athlete.ts'
import { inviteLinkModal } from './invite-link.ts'
import { joinAnswerModal, joinModal } from './join.ts'
import { leaderboardModal } from './leaderboard.ts'
import { logRunModal } from './log-run.ts'
import { namePlanModal } from './name-plan.ts'
import { noteRunModal } from './note-run.ts'
import { offerHeadCoachModal } from './offer-head-coach.ts'
import { pickAthleteModal } from './pick-athlete.ts'
import { createPlanModal, editPlanModal } from './plan.ts'
import { planChangeModal } from './plan-change.ts'
import { deleteMyDataModal, privacyModal } from './privacy.ts'
import { profileModal } from './profile.ts'
import { rosterSearchModal } from './roster.ts'
import { rosterBulkModal } from './roster-bulk.ts'
import { scheduleModal } from './schedule.ts'
import { askAboutChangeModal, editWeekModal, moveSessionModal } from './session-changes.ts'
import { sessionHourModal } from './session-hour.ts'
import { signalModals } from './signals.ts'
import { statsModal } from './stats.ts'
import { whichSessionModal } from './which-session.ts'
import { createWorkoutModal, editWorkoutModal, workoutLibraryModal } from './workouts.ts'
import { writeNoteModal } from './write-note.ts'

/** Every form that can be submitted. */
export const MODALS: readonly Modal[] = [
  createGroupModal,
  chooseGroupModal,
  editGroupModal,
  ...groupMembersModals,
  inviteAthleteModal,
  inviteLinkModal,
  joinModal,
  joinAnswerModal,
  logRunModal,
  editRunModal,
  noteRunModal,
  leaderboardModal,
  scheduleModal,
  assignAthletesModal,
  offerHeadCoachModal,
  privacyModal,
  deleteMyDataModal,
  editAthleteModal,
  writeNoteModal,
  rosterSearchModal,
  rosterBulkModal,
  pickAthleteModal,
  profileModal,
  createPlanModal,
  planChangeModal,
  namePlanModal,
  editPlanModal,
  assignPlanModal,
  confirmAssignmentModal,
  whichSessionModal,
  sessionHourModal,
  moveSessionModal,
  editWeekModal,
  askAboutChangeModal,
  createWorkoutModal,
  editWorkoutModal,
  workoutLibraryModal,
  enterVdotModal,
  ...signalModals,
  statsModal,
  subscribeModal,
  feedModal,
  giveFeedbackModal,
]
