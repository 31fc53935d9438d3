import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** What may read activities without leaving out those of Strava's API, and why nothing of them gets to anybody else. */
const MAY: Record<string, string> = {
  activities: 'behind questions that leave them out, or are about one’s own',
  listOwnRunsSince: 'for the athlete’s own Home',
  activityFactsQuery: 'gives the source, which goes through mayShow',
  listLongestRuns: 'gives the source apart, which goes through mayShow',
  listWithEarlier: 'says only that there was something before',
  changedSinceQuery: 'says only whom to look at again',
  findLoad: 'nothing is reckoned of them',
  listDailyLoads: 'nothing is reckoned of them',
  listShownFrom: 'nothing is reckoned of them',
  findNewestOn: 'for the athlete alone',
  findGroupSums: 'by the condition of all sums, which does',
  findDaySums: 'by the condition of all sums, which does',
  listDone: 'gives the source, which goes through mayShow',
  feedRunsQuery: 'by the condition of what is shown, which does',
  findQualityFacts: 'says only that there is a source',
}

it('leaves activities of Strava’s API out of every question that is not their athlete’s own', () => {
  const folder = new URL('../../src/store/', import.meta.url)
  const open = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .flatMap(file =>
      readFileSync(new URL(file, folder), 'utf8').split(/^(?=(?:export )?(?:async )?function )/m),
    )
    .filter(text => /(?:selectFrom|innerJoin|leftJoin)\(\s*'activities(?: as \w+)?'/.test(text))
    .filter(text => !/'strava'/.test(text))
    .map(text => /function (\w+)/.exec(text)?.[1] ?? '')
  expect(open.filter(name => !(name in MAY))).toEqual([])
})
