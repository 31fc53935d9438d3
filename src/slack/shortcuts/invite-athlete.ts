import type { Shortcut } from '../kit/shortcut.ts'
import { modalAnswer } from '../kit/subcommand.ts'
import { inviteAthleteView } from '../modals/invite-athlete.ts'

export const inviteAthleteShortcut: Shortcut = {
  callbackId: 'invite_athlete',
  run: async context => modalAnswer(await inviteAthleteView(context)),
}
