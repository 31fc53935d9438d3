import { ok } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { showSignalSettings } from '#usecases/signal/change-signal-settings.ts'
import { listAttention } from '#usecases/signal/list-attention.ts'
import { signalSettingsForm } from '#views/signal-settings.ts'
import { attention } from '#views/signals.ts'
import { freeCommand, misuse, question } from '../kit/subcommand.ts'

export const signalsCommand = question({
  name: 'signals',
  usage: 'signals',
  summary: 'Which athletes need you today, and why; five at most',
  example: 'signals',
  audience: 'coach',
  input: words => (words.length === 0 ? ok({}) : misuse('Type it alone, or `/astral signals settings`.')),
  query: listAttention,
  view: (card, { units }) => attention(card, units),
})

export const signalSettingsCommand = freeCommand({
  name: 'signals settings',
  usage: 'signals settings',
  summary: 'What is looked for in athletes’ training, and the thresholds',
  example: 'signals settings',
  audience: 'coach',
  async answer(context) {
    const card = await ask(context.deps.engine, context.who, showSignalSettings, {})
    return card.ok ? ok({ kind: 'modal', view: signalSettingsForm(card.value) }) : card
  },
})
