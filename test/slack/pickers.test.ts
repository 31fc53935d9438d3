import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { COMMANDS } from '#slack/commands/command-table.ts'
import { formValues } from '#slack/kit/form-values.ts'
import { MODALS } from '#slack/modals/modal-table.ts'
import { SUGGESTIONS } from '#slack/suggestions/suggestion-table.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { perform } from '#usecases/perform.ts'
import { slackContext } from '../fixtures/slack-context.ts'
import { setStatus, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, type TestEngine, testEngine } from '../fixtures/test-engine.ts'
import { wholeDatabase } from '../fixtures/whole-database.ts'

describe('forms with typeaheads', () => {
  let engine: TestEngine
  let club: TestClub
  let groupId: string

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    const made = await perform(engine, by('UHEAD'), createGroup, {
      name: 'Tuesday Track',
      description: '',
      privacy: 'public',
    })
    if (!made.ok) throw new Error(made.refusal.code)
    groupId = made.value.id
  })
  afterEach(() => engine.close())

  const opened = async (who: string, name: string) => {
    const command = COMMANDS.find(each => each.name === name)
    const answer = await command?.answer({ ...slackContext(engine, who), triggerId: 't' }, [])
    if (!answer?.ok) return answer?.refusal.code
    return answer.value.kind === 'modal' ? answer.value.view : answer.value.message.text
  }
  const submit = (callbackId: string, group: string | null, accountIds: string[], who = 'UHEAD') => {
    const values = formValues({
      values: {
        group: { 'pick-group': { selected_option: group === null ? null : { value: group } } },
        athletes: { 'pick-athlete': { selected_options: accountIds.map(value => ({ value })) } },
      },
    })
    return MODALS.find(each => each.callbackId === callbackId)?.submit(slackContext(engine, who), values, {})
  }
  const members = () =>
    engine.db
      .selectFrom('group_memberships')
      .select('account_id')
      .where('left_at', 'is', null)
      .execute()
      .then(rows => rows.map(row => row.account_id).sort())

  it('add several members to a group and take them out again', async () => {
    expect(JSON.stringify(await opened('UHEAD', 'group add'))).toContain('multi_external_select')
    const both = [club.accounts.UANA, club.accounts.UBEN]
    const added = await submit('group-add', groupId, both)
    expect(JSON.stringify(added)).toContain('Added to *Tuesday Track*: Ana, Ben.')
    expect(await members()).toEqual([...both].sort())
    const removed = await submit('group-remove', groupId, both)
    expect(JSON.stringify(removed)).toContain('Removed Ana, Ben from *Tuesday Track*.')
    expect(await members()).toEqual([])
  })

  it.each([
    ['no group', () => submit('group-add', null, ['x']), 'group', 'Choose a group.'],
    ['nobody', () => submit('group-add', groupId, []), 'athletes', 'Choose athletes.'],
    ['a group that is gone', () => submit('group-add', 'gone', ['x']), 'group', 'gone'],
    ['somebody who left', () => submit('group-add', groupId, ['x']), 'athletes', 'not in the club'],
    [
      'somebody who is not in it',
      () => submit('group-remove', groupId, [club.accounts.UANA]),
      'athletes',
      'is not in that group',
    ],
    [
      'an athlete who is no coach',
      () => submit('group-add', groupId, [club.accounts.UBEN], 'UANA'),
      'athletes',
      'coaches',
    ],
  ])('refuse %s at its field, and nothing was written', async (_what, sent, field, words) => {
    const before = await wholeDatabase(engine)
    const answer = await sent()
    expect(answer).toMatchObject({ kind: 'errors', errors: { [field]: expect.stringContaining(words) } })
    expect(await wholeDatabase(engine)).toEqual(before)
  })

  it('open for coaches alone', async () => {
    expect(await opened('UANA', 'group add')).toBe('nobody-named')
    await setStatus(engine, club.accounts.UASSIST, 'suspended')
    expect(await opened('UASSIST', 'group remove')).toBe('suspended')
  })

  it('ask for the group of stats by its name', async () => {
    await perform(engine, by('UHEAD'), createGroup, { name: 'Hills', description: '', privacy: 'public' })
    expect(JSON.stringify(await opened('UHEAD', 'stats'))).toContain('"action_id":"pick-group"')
  })
})

describe('the roster’s filters', () => {
  it('are typeaheads where a menu would be too long, and find labels whatever their letters', async () => {
    const engine = await testEngine()
    const club = await testClub(engine)
    const labels = Array.from({ length: 101 }, (_, n) => `Läufer-${n}`)
    await engine.db
      .insertInto('athlete_labels')
      .values(
        labels.map(label => ({
          organization_id: club.organizationId,
          account_id: club.accounts.UANA,
          label,
          label_key: label.toLowerCase(),
        })),
      )
      .execute()
    const command = COMMANDS.find(({ name }) => name === 'roster')
    const answer = await command?.answer({ ...slackContext(engine, 'UHEAD'), triggerId: 't' }, [])
    const view = JSON.stringify(answer)
    expect(view).toMatch(/"type":"external_select","action_id":"roster-label"/)
    expect(view).toMatch(/"type":"static_select","action_id":"roster-coach"/)
    const offered = (who: string, actionId: string, typed: string) =>
      SUGGESTIONS.find(each => each.actionId === actionId)?.options(slackContext(engine, who), typed)
    expect(await offered('UHEAD', 'roster-label', 'laufer-77')).toMatchObject([
      { text: { text: '@Läufer-77' }, value: 'läufer-77' },
    ])
    expect(await offered('UHEAD', 'roster-coach', 'ivo')).toMatchObject([{ text: { text: 'Coach Ivo' } }])
    expect(await offered('UASSIST', 'roster-coach', 'mara')).toMatchObject([
      { text: { text: 'My athletes' } },
    ])
    expect(await offered('UANA', 'roster-label', 'l')).toEqual([])
    await engine.close()
  })
})
