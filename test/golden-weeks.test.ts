import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { VISIBILITIES } from '#domain/activity/activity.ts'
import { SUB_TYPES } from '#domain/activity/sub-type.ts'
import { parseRangeWords } from '#domain/calendar/range-words.ts'
import { MEMBER_STATUSES } from '#domain/organization/role.ts'
import { boardScope } from '#domain/privacy/board-scope.ts'
import { DEFAULT_SWITCHES } from '#domain/privacy/privacy-switches.ts'
import { requireMetric } from '#domain/ranking/board-words.ts'
import { fiveWays } from '#domain/ranking/five-ways.ts'
import { FIVE_WAYS } from '#domain/ranking/week-card.ts'
import type { AccountId } from '#kernel/ids.ts'
import { type LocalDay, zone } from '#kernel/instant.ts'
import { findGroup } from '#store/group-store.ts'
import { upsertPrivacySwitches } from '#store/privacy-store.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { getBoard } from '#usecases/leaderboard/get-board.ts'
import { readWeek } from '#usecases/leaderboard/read-week.ts'
import { perform } from '#usecases/perform.ts'
import { isQuietBoard, quietBoardInWords, rankingInWords, sharingInWords } from '#views/board-in-words.ts'
import { podiumsInWords } from '#views/week-card.ts'
import { joinClub, putInGroup, setStatus, testClub } from './fixtures/test-club.ts'
import { by, TEST_NOW, testEngine } from './fixtures/test-engine.ts'
import { putRun } from './fixtures/test-runs.ts'

/**
 * Weeks with what everybody ran and the boards that a channel gets. A change of a rule shows here as a difference, to be
 * read: with `GOLDEN=write` the boards are written anew.
 */
const FOLDER = new URL('./golden-weeks/', import.meta.url)

const Week = z.strictObject({
  about: z.string(),
  /** Two days `from..to` of the club's zone. */
  range: z.string(),
  zone: z.string(),
  members: z.record(
    z.string(),
    z.strictObject({
      shares: z.boolean().default(true),
      status: z.enum(MEMBER_STATUSES).default('active'),
      switches: z.record(z.string(), z.boolean()).default({}),
      zone: z.string().optional(),
      /** Instant, kilometres, minutes, and what else there is to say. */
      runs: z.array(z.tuple([z.iso.datetime({ offset: true }), z.number(), z.number()]).rest(z.string())),
    }),
  ),
  boards: z.record(z.string(), z.array(z.string())),
})
type Week = z.output<typeof Week>

describe('golden weeks', () => {
  for (const file of readdirSync(FOLDER)) {
    const url = new URL(file, FOLDER)
    const raw = JSON.parse(readFileSync(url, 'utf8')) as { boards: unknown }
    const week = Week.parse(raw)
    it(week.about, async () => {
      const boards = await boardsOf(week)
      if (process.env.GOLDEN === 'write')
        writeFileSync(url, `${JSON.stringify({ ...raw, boards }, null, 2)}\n`)
      else expect(boards).toEqual(week.boards)
    })
  }
})

async function boardsOf(week: Week): Promise<Week['boards']> {
  const engine = await testEngine()
  try {
    const club = await testClub(engine)
    const made = await perform(engine, by(club.headCoach), createGroup, {
      name: 'Milers',
      description: '',
      privacy: 'public',
    })
    if (!made.ok) throw new Error('no group')
    for (const [index, [name, member]] of Object.entries(week.members).entries()) {
      const accountId = await joinClub(engine, club, `UMEMBER${index}`, name)
      await putInGroup(engine, club, made.value.id, accountId, member.shares)
      await settle(accountId, member)
      for (const [at, km, minutes, ...said] of member.runs) {
        const subType = SUB_TYPES.find(each => said.includes(each))
        const visibility = VISIBILITIES.find(each => said.includes(each))
        const climb = said.find(each => each.endsWith(' m up'))
        await putRun(engine, club, accountId, new Date(at).toISOString(), {
          km,
          minutes,
          ...(subType ? { subType } : {}),
          ...(visibility ? { visibility } : {}),
          ...(climb ? { climbCm: Number.parseInt(climb, 10) * 100 } : {}),
          ...(member.zone ? { zone: zone(member.zone) } : {}),
        })
      }
    }
    await engine.db.updateTable('group_memberships').set({ joined_at: 0 }).execute()
    const group = await findGroup(engine.db, club.organizationId, made.value.id)
    const range = parseRangeWords(week.range, '2026-01-01' as LocalDay)
    if (!group || !range.ok) throw new Error('no week')
    const place = { group, range: range.value, zone: zone(week.zone) }
    const boards: Week['boards'] = {}
    for (const style of Object.keys(week.boards)) {
      if (style === FIVE_WAYS) {
        const { members, sharing, total } = await readWeek(engine.db, place)
        const card = { groupId: group.id, groupName: group.name, ...place, sharing, total }
        boards[style] = podiumsInWords({ ...card, podiums: fiveWays(members) }).mrkdwn.split('\n')
        continue
      }
      const metric = requireMetric(style)
      if (!metric.ok) throw new Error(style)
      const scope = boardScope('teammate', 'channel')
      const board = await getBoard(engine.db, { ...place, metric: metric.value, scope, readerId: null })
      boards[style] = [
        ...(isQuietBoard(board) ? quietBoardInWords(board) : rankingInWords(board, 3_000)).mrkdwn.split('\n'),
        sharingInWords(board),
      ]
    }
    return boards
  } finally {
    await engine.close()
  }

  async function settle(accountId: AccountId, { status, switches }: Week['members'][string]): Promise<void> {
    await setStatus(engine, accountId, status)
    const { organization_id } = await engine.db
      .selectFrom('memberships')
      .select('organization_id')
      .where('account_id', '=', accountId)
      .executeTakeFirstOrThrow()
    if (Object.keys(switches).length === 0) return
    await engine.db
      .transaction()
      .execute(tx =>
        upsertPrivacySwitches(
          tx,
          organization_id as never,
          accountId,
          { ...DEFAULT_SWITCHES, ...switches },
          TEST_NOW,
        ),
      )
  }
}
