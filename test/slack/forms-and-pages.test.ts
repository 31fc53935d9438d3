import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { olderAuditButton } from '#slack/actions/audit-older.ts'
import { auditMessage } from '#slack/commands/audit.ts'
import type { SlackContext } from '#slack/kit/context.ts'
import { formValues } from '#slack/kit/form-values.ts'
import { createGroupModal } from '#slack/modals/create-group.ts'
import { createGroup } from '#usecases/group/create-group.ts'
import { perform } from '#usecases/perform.ts'
import { AUDIT_ACTIONS } from '#views/audit.ts'
import { GROUP_FORM } from '#views/group-form.ts'
import { slackContext } from '../fixtures/slack-context.ts'
import { testClub } from '../fixtures/test-club.ts'
import { by, type TestEngine, testEngine } from '../fixtures/test-engine.ts'

describe('forms and pages', () => {
  let engine: TestEngine
  let context: SlackContext

  beforeEach(async () => {
    engine = await testEngine()
    await testClub(engine)
    context = slackContext(engine, 'UHEAD')
  })
  afterEach(() => engine.close())

  const make = (who: string, name: string) =>
    perform(engine, by(who), createGroup, { name, description: '', privacy: 'public' })

  it('say a field’s error as it is read: plain text, without entities or marks', async () => {
    await make('UHEAD', 'Run & *Fun*')
    const values = formValues({
      values: {
        [GROUP_FORM.name]: { value: { value: 'run & *fun*' } },
        [GROUP_FORM.description]: { value: { value: null } },
        [GROUP_FORM.privacy]: { value: { selected_option: { value: 'public' } } },
      },
    })
    expect(await createGroupModal.submit(context, values, {})).toEqual({
      kind: 'errors',
      errors: {
        [GROUP_FORM.name]: 'There is a group called “Run & *Fun*” already. Choose another name.',
      },
    })
  })

  it('keep asking for the same person on older pages of the audit', async () => {
    for (let n = 0; n < 12; n++) {
      await make('UHEAD', `Head ${n}`)
      await make('UASSIST', `Assistant ${n}`)
    }
    const first = await auditMessage(context, {
      bySlackUser: { slackUserId: 'UASSIST', name: 'Coach Ivo' },
      kind: 'group',
      olderThan: null,
    })
    if (!first.ok) throw new Error('no page')
    const button = first.value.blocks
      .flatMap(block => (block.type === 'actions' ? block.elements : []))
      .find(element => 'action_id' in element && element.action_id === AUDIT_ACTIONS.older)
    const { replace } = await olderAuditButton.press(context, (button as { value: string }).value)
    expect(replace?.text.match(/Assistant \d+/g)).toEqual(['Assistant 1', 'Assistant 0'])
    expect(replace?.text).not.toContain('Head')
  })
})
