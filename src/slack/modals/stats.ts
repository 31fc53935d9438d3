import { z } from 'zod'
import type { Refusal } from '#domain/refusal.ts'
import { ask } from '#usecases/ask.ts'
import { showStats } from '#usecases/stats/show-stats.ts'
import { modalView } from '#views/modal.ts'
import { inPlain } from '#views/mrkdwn.ts'
import { refusalInWords } from '#views/refusal.ts'
import { refusedModal } from '#views/refused.ts'
import { STATS_FORM } from '#views/stats-form.ts'
import { type Modal, readForm } from '../kit/modal.ts'
import { statsMessage } from '../stats-message.ts'

const fields = z.object({
  [STATS_FORM.group]: z.string({ error: 'Choose a group.' }),
  [STATS_FORM.range]: z.string().nullable(),
})

const AT_GROUP: ReadonlySet<Refusal['code']> = new Set(['group-gone', 'board-for-members'])

/** Shows what was chosen in place of the form. */
export const statsModal: Modal = {
  callbackId: 'stats',
  async submit(context, values) {
    const form = readForm(fields, values.all())
    if (!form.ok) return { kind: 'errors', errors: form.refusal }
    const wanted = { groupId: form.value[STATS_FORM.group], range: form.value[STATS_FORM.range], zone: null }
    const shown = await ask(context.deps.engine, context.who, showStats, wanted)
    if (!shown.ok) {
      const said = refusalInWords(shown.refusal)
      return AT_GROUP.has(shown.refusal.code)
        ? { kind: 'errors', errors: { [STATS_FORM.group]: inPlain(said) } }
        : { kind: 'update', view: refusedModal(said) }
    }
    return { kind: 'update', view: statsModalView(statsMessage(shown.value, context.units).blocks) }
  },
}

/** Stats in a modal; their buttons turn them in place. */
export function statsModalView(blocks: Parameters<typeof modalView>[0]['blocks']) {
  return modalView({ callbackId: 'stats-shown', title: 'Stats', blocks })
}
