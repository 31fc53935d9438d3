import { logLine } from '#usecases/activity/log-line.ts'
import { activityLogged } from '#views/activity-logged.ts'
import { subcommand } from '../kit/subcommand.ts'
import { logRunView } from '../modals/log-run.ts'
import { requireOwnLine } from '../typed-line.ts'

export const logRunCommand = subcommand({
  name: 'log',
  usage: 'log [distance time [kind] [day] [at time] ["note"]] [--again]',
  summary: 'Log a run; alone it opens a form',
  example: 'log 8.2km 45:10 easy yesterday',
  audience: 'athlete',
  modal: logRunView,
  input: requireOwnLine,
  useCase: logLine,
  view: (run, { units }) => activityLogged(run, units),
})
