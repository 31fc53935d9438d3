import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Group } from '#domain/group/group.ts'
import { ACTIONS } from '#slack/actions/action-table.ts'
import { formValues } from '#slack/kit/form-values.ts'
import { editGroupModal } from '#slack/modals/edit-group.ts'
import { ask } from '#usecases/ask.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { editGroup } from '#usecases/group/edit-group.ts'
import { showGroup } from '#usecases/group/show-group.ts'
import { perform } from '#usecases/perform.ts'
import { GROUP_ACTIONS, GROUP_MENU_VERBS } from '#views/group-card.ts'
import { editGroupForm, mergedDraft } from '#views/group-form.ts'
import { checkedMessage, checkedView } from '../fixtures/checked-view.ts'
import { slackContext } from '../fixtures/slack-context.ts'
import { putInGroup, type TestClub, testClub } from '../fixtures/test-club.ts'
import { by, type TestEngine, testEngine } from '../fixtures/test-engine.ts'

const MODAL = { id: 'V1', meta: {} }

describe('buttons of groups', () => {
  let engine: TestEngine
  let club: TestClub
  let milers: Group

  beforeEach(async () => {
    engine = await testEngine()
    club = await testClub(engine)
    const made = await perform(engine, by('UHEAD'), createGroup, {
      name: 'Morning Milers',
      description: 'Early',
      privacy: 'public',
    })
    if (!made.ok) throw new Error('no group')
    milers = made.value
    await putInGroup(engine, club, milers.id, club.accounts.UANA)
  })
  afterEach(() => engine.close())

  it.each(GROUP_MENU_VERBS)(
    'the menu’s “%s” answers in a message, in a modal and in the Home tab',
    async verb => {
      for (const who of ['UHEAD', 'UANA']) {
        for (const [channelId, view] of [
          ['C0RUN', null],
          [null, MODAL],
          [null, null],
        ] as const) {
          const context = { ...slackContext(engine, who), channelId }
          const pressed = await action(GROUP_ACTIONS.menu).press(context, `${verb}:${milers.id}`, view)
          const modal = pressed.open ?? pressed.update ?? pressed.push
          if (modal) expect(checkedView(modal)).toEqual([])
          if (pressed.say) expect(checkedMessage(pressed.say)).toEqual([])
          const isShown =
            channelId === null ? modal !== undefined : (pressed.say ?? pressed.open) !== undefined
          expect(isShown || pressed.refreshHome === true).toBe(true)
          if (channelId === null) expect(pressed.say).toBeUndefined()
        }
      }
    },
  )

  it('the menu of an older message says so', async () => {
    const pressed = await action(GROUP_ACTIONS.menu).press(slackContext(engine, 'UHEAD'), 'fly:x')
    expect(pressed.say?.text).toContain('older message')
  })

  it('asking from the list shows the list anew, and answering from one what is left of it', async () => {
    const asked = await press('UBEN', GROUP_ACTIONS.listAsk, milers.id)
    expect(asked.replace?.text).toContain('Asked to join *Morning Milers*')
    expect(JSON.stringify(asked.replace?.blocks)).toContain('Take it back')
    const request = await engine.db.selectFrom('group_requests').select('id').executeTakeFirstOrThrow()
    const answered = await press('UASSIST', GROUP_ACTIONS.listApprove, request.id)
    expect(answered.replace?.text).toContain('Ben is in *Morning Milers* now')
    expect(answered.replace?.text).toContain('Nobody waits')
    const late = await press('UHEAD', GROUP_ACTIONS.approve, request.id)
    expect(late.replace?.text).toContain('Coach Ivo has approved this request already')
  })

  it('a deletion is undone by its button', async () => {
    const deleted = await press('UHEAD', GROUP_ACTIONS.delete, milers.id)
    expect(JSON.stringify(deleted.replace?.blocks)).toContain(GROUP_ACTIONS.restore)
    const restored = await press('UHEAD', GROUP_ACTIONS.restore, milers.id)
    expect(restored.replace?.text).toContain('*Morning Milers* is back')
  })

  describe('the form', () => {
    it('writes only what was changed in it', async () => {
      await submit({ description: 'Very early' })
      expect(await row()).toMatchObject({ name: 'Morning Milers', description: 'Very early', version: 2 })
    })

    it('shows whoever comes second what the first changed, and keeps what they typed', async () => {
      const form = await open()
      await perform(engine, by('UASSIST'), editGroup, {
        groupId: milers.id,
        change: { name: 'Dawn Milers', privacy: 'private' },
        seenVersion: 1,
      })
      const second = await submit({ description: 'Very early' }, form)
      if (second.kind !== 'update') throw new Error('no form')
      const words = JSON.stringify(second.view.blocks)
      expect(words).toContain('name: “Morning Milers” → “Dawn Milers”')
      expect(words).toContain('public → private')
      expect(words).toContain('"initial_value":"Very early"')
      expect(words).toContain('"initial_value":"Dawn Milers"')
      expect(checkedView(second.view)).toEqual([])
      expect(await row()).toMatchObject({ description: 'Early', version: 2 })
      const saved = await submit(
        { name: 'Dawn Milers', description: 'Very early', privacy: 'private' },
        second.view,
      )
      expect(saved).toMatchObject({ kind: 'update', view: { title: { text: 'Saved' } } })
      expect(await row()).toMatchObject({
        name: 'Dawn Milers',
        description: 'Very early',
        privacy: 'private',
      })
    })

    it('takes of two drafts each field that one of them changed', () => {
      const shown = { name: 'a', description: 'b', privacy: 'public', owner: 'o', channel: null } as const
      const typed = { ...shown, name: 'mine' }
      const now = { ...shown, name: 'theirs', channel: 'C1' }
      expect(mergedDraft(shown, typed, now)).toEqual({ ...shown, name: 'mine', channel: 'C1' })
    })
  })

  function action(actionId: string) {
    const found = ACTIONS.find(each => each.actionId === actionId)
    if (!found) throw new Error(`no such action: ${actionId}`)
    return found
  }

  function press(who: string, actionId: string, value: string) {
    return action(actionId).press(slackContext(engine, who), value)
  }

  async function open() {
    const card = await ask(engine, by('UHEAD').who, showGroup, { groupId: milers.id })
    if (!card.ok) throw new Error('no card')
    return editGroupForm(card.value)
  }

  async function submit(
    typed: { name?: string; description?: string; privacy?: string },
    form?: { private_metadata?: string },
  ) {
    const meta = JSON.parse((form ?? (await open())).private_metadata ?? '{}')
    const { name, description, privacy, owner } = {
      ...meta,
      name: 'Morning Milers',
      description: 'Early',
      privacy: 'public',
      ...typed,
    }
    const values = formValues({
      values: {
        name: { value: { value: name } },
        description: { value: { value: description } },
        privacy: { value: { selected_option: { value: privacy } } },
        owner: { value: { selected_option: { value: owner } } },
        channel: { value: {} },
      },
    })
    return editGroupModal.submit(slackContext(engine, 'UHEAD'), values, meta)
  }

  function row() {
    return engine.db.selectFrom('groups').selectAll().executeTakeFirstOrThrow()
  }
})
