import { ok } from '#kernel/result.ts'
import { listRuns, type RunsPlace } from '#usecases/activity/list-runs.ts'
import { myRuns } from '#views/my-runs.ts'
import { question } from '../kit/subcommand.ts'

export const listRunsCommand = question({
  name: 'runs',
  usage: 'runs',
  summary: 'Your own runs, to edit and delete',
  example: 'runs',
  audience: 'athlete',
  input: () => ok<RunsPlace>({ kind: 'newest' }),
  query: listRuns,
  view: (page, { units }) => myRuns(page, units),
})
