import type { Subcommand } from '../kit/subcommand.ts'
import { athleteCommand } from './athlete.ts'
import { auditCommand } from './audit.ts'
import { availabilityCommand } from './availability.ts'
import { calendarCommand } from './calendar.ts'
import { claimCommand } from './claim.ts'
import { canCommand, coachCommands } from './coaches.ts'
import { connectCommand, disconnectCommand } from './connect.ts'
import { createGroupCommand } from './create-group.ts'
import { channelCommand, feedCommand, subscribeCommand, unsubscribeCommand } from './feed.ts'
import { groupJoiningCommands } from './group-joining.ts'
import {
  addMembersCommand,
  deleteGroupCommand,
  editGroupCommand,
  groupMembersCommand,
  removeMemberCommand,
  showGroupCommand,
} from './groups.ts'
import { helpCommand } from './help.ts'
import { inviteCommand } from './invite.ts'
import { inviteAddCommand } from './invite-add.ts'
import { inviteEmailCommand } from './invite-email.ts'
import { inviteLinkCommand } from './invite-link.ts'
import { joinCommand } from './join.ts'
import { leaderboardCommand } from './leaderboard.ts'
import { listInvitationsCommand } from './list-invitations.ts'
import { listRunsCommand } from './list-runs.ts'
import { logRunCommand } from './log-run.ts'
import { moveSessionCommand, ownMovesCommand } from './move-session.ts'
import { pacesCommand } from './paces.ts'
import { planWeekCommand } from './plan-week.ts'
import { planCommands } from './plans.ts'
import { privacyCommand } from './privacy.ts'
import { profileCommand } from './profile.ts'
import { quietHoursCommand } from './quiet-hours.ts'
import { rosterCommand, rosterCsvCommand } from './roster.ts'
import { rosterImportCommand } from './roster-import.ts'
import { listSchedulesCommand, scheduleCommand } from './schedule.ts'
import { signalSettingsCommand, signalsCommand } from './signals.ts'
import { compareCommand, statsCommand } from './stats.ts'
import { todayCommand, weekCommand } from './today.ts'
import { whyCommand } from './why.ts'
import { workoutCommands } from './workouts.ts'

/** Every command, in the order in which help lists them. */
export const COMMANDS: readonly Subcommand[] = [
  todayCommand,
  weekCommand,
  logRunCommand,
  listRunsCommand,
  leaderboardCommand,
  feedCommand,
  pacesCommand,
  whyCommand,
  statsCommand,
  compareCommand,
  privacyCommand,
  connectCommand,
  disconnectCommand,
  profileCommand,
  quietHoursCommand,
  inviteCommand,
  inviteEmailCommand,
  inviteLinkCommand,
  inviteAddCommand,
  listInvitationsCommand,
  joinCommand,
  rosterCommand,
  rosterCsvCommand,
  rosterImportCommand,
  athleteCommand,
  signalsCommand,
  signalSettingsCommand,
  createGroupCommand,
  ...groupJoiningCommands,
  showGroupCommand,
  groupMembersCommand,
  addMembersCommand,
  removeMemberCommand,
  editGroupCommand,
  deleteGroupCommand,
  ...workoutCommands,
  ...planCommands,
  planWeekCommand,
  availabilityCommand,
  calendarCommand,
  moveSessionCommand,
  ownMovesCommand,
  scheduleCommand,
  listSchedulesCommand,
  subscribeCommand,
  unsubscribeCommand,
  channelCommand,
  ...coachCommands,
  canCommand,
  auditCommand,
  claimCommand,
  helpCommand(() => COMMANDS),
]
