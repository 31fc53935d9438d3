import type { Shortcut } from '../kit/shortcut.ts'
import { modalAnswer } from '../kit/subcommand.ts'
import { logRunView } from '../modals/log-run.ts'

export const logRunShortcut: Shortcut = {
  callbackId: 'log_run',
  run: async context => modalAnswer(await logRunView(context)),
}
