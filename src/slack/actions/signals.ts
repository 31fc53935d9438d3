import { z } from 'zod'
import { SIGNAL_RULE_IDS } from '#domain/signal/signal-rule.ts'
import type { SnoozeDays } from '#domain/signal/signal-state.ts'
import { ask } from '#usecases/ask.ts'
import { perform } from '#usecases/perform.ts'
import { decideSignal } from '#usecases/signal/decide-signal.ts'
import { listAttention } from '#usecases/signal/list-attention.ts'
import { draftNudge } from '#usecases/signal/nudge-athlete.ts'
import { words } from '#views/message.ts'
import { nudgeForm } from '#views/nudge.ts'
import { refusalInWords } from '#views/refusal.ts'
import { attention, SIGNAL_ACTIONS } from '#views/signals.ts'
import { signalSettingsCommand, signalsCommand } from '../commands/signals.ts'
import { type Action, freeAction, type Pressed } from '../kit/button.ts'
import { commandButton } from '../kit/command-button.ts'
import type { SlackContext } from '../kit/context.ts'

const parts = [z.enum(SIGNAL_RULE_IDS), z.string().min(1), z.string().min(1)] as const
const signalValue = z.union([z.tuple(parts), z.tuple([...parts, z.union([z.literal(3), z.literal(7)])])])

/** Which signal a button stands for; null for a value that is none of ours. */
function readValue(raw: string) {
  try {
    const [rule, athleteId, subject, days] = signalValue.parse(JSON.parse(raw))
    return { rule, athleteId, subject, days: days ?? null }
  } catch {
    return null
  }
}

/** Answers a signal, and draws the list anew where it was pressed. */
async function answered(
  context: SlackContext,
  raw: string,
  daysOf: (days: SnoozeDays | null) => SnoozeDays | null,
): Promise<Pressed> {
  const value = readValue(raw)
  if (!value) return { say: words(refusalInWords({ code: 'stale-button' })) }
  const { engine } = context.deps
  const { days, ...which } = value
  const done = await perform(engine, { who: context.who, surface: 'button' }, decideSignal, {
    ...which,
    snoozeDays: daysOf(days),
  })
  const list = await ask(engine, context.who, listAttention, {})
  return {
    ...(done.ok ? {} : { say: words(refusalInWords(done.refusal)) }),
    ...(list.ok ? { replace: attention(list.value, context.units) } : {}),
  }
}

const nudgeButton = freeAction(SIGNAL_ACTIONS.nudge, async (context, raw) => {
  const value = readValue(raw)
  if (!value) return { say: words(refusalInWords({ code: 'stale-button' })) }
  const draft = await ask(context.deps.engine, context.who, draftNudge, value)
  return draft.ok ? { open: nudgeForm(draft.value) } : { say: words(refusalInWords(draft.refusal)) }
})

/** What stands beside each signal, and the way to the thresholds. */
export const signalActions: readonly Action[] = [
  nudgeButton,
  freeAction(SIGNAL_ACTIONS.snooze, (context, raw) => answered(context, raw, days => days ?? 3)),
  freeAction(SIGNAL_ACTIONS.done, (context, raw) => answered(context, raw, () => null)),
  commandButton(SIGNAL_ACTIONS.settings, signalSettingsCommand),
  commandButton(SIGNAL_ACTIONS.list, signalsCommand),
]
