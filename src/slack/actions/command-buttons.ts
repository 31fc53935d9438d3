import { QUALITY_ACTIONS } from '#views/data-quality.ts'
import { HOME_ACTIONS } from '#views/home-actions.ts'
import { MENU } from '#views/menu.ts'
import { createGroupCommand } from '../commands/create-group.ts'
import { listGroupsCommand } from '../commands/group-joining.ts'
import { inviteCommand } from '../commands/invite.ts'
import { inviteLinkCommand } from '../commands/invite-link.ts'
import { joinCommand } from '../commands/join.ts'
import { leaderboardCommand } from '../commands/leaderboard.ts'
import { listInvitationsCommand } from '../commands/list-invitations.ts'
import { listRunsCommand } from '../commands/list-runs.ts'
import { logRunCommand } from '../commands/log-run.ts'
import { profileCommand } from '../commands/profile.ts'
import { rosterCommand } from '../commands/roster.ts'
import { commandButton } from '../kit/command-button.ts'

/** Buttons of the menu and the Home tab that do what typing a command would. */
export const commandButtons = [
  commandButton(MENU.logRun, logRunCommand),
  commandButton(MENU.myWeek, listRunsCommand),
  commandButton(MENU.leaderboard, leaderboardCommand),
  commandButton(MENU.invite, inviteCommand),
  commandButton(MENU.groups, listGroupsCommand),
  commandButton(HOME_ACTIONS.logRun, logRunCommand),
  commandButton(HOME_ACTIONS.runs, listRunsCommand),
  commandButton(HOME_ACTIONS.profile, profileCommand),
  commandButton(QUALITY_ACTIONS.profile, profileCommand),
  commandButton(QUALITY_ACTIONS.race, logRunCommand),
  commandButton(HOME_ACTIONS.roster, rosterCommand),
  commandButton(HOME_ACTIONS.newGroup, createGroupCommand),
  commandButton(HOME_ACTIONS.invite, inviteCommand),
  commandButton(HOME_ACTIONS.inviteByCode, inviteLinkCommand),
  commandButton(HOME_ACTIONS.invitations, listInvitationsCommand),
  commandButton(HOME_ACTIONS.join, joinCommand),
  commandButton(HOME_ACTIONS.leaderboard, leaderboardCommand),
]
