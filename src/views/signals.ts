import type { KnownBlock } from '@slack/types'
import type { AttentionCard, AttentionItem, Insight } from '#domain/signal/signal-card.ts'
import type { SignalRuleId } from '#domain/signal/signal-rule.ts'
import { SNOOZE_DAYS, type SnoozeDays } from '#domain/signal/signal-state.ts'
import { actions, button, context, option, plain, section } from './blocks.ts'
import type { Units } from './figures.ts'
import { LIMITS } from './limits.ts'
import type { Message } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { shorten, shortenMrkdwn } from './shorten.ts'
import { findingInWords, insightInWords } from './signal-words.ts'

export const SIGNAL_ACTIONS = {
  nudge: 'signal-nudge',
  snooze: 'signal-snooze',
  done: 'signal-done',
  settings: 'signal-settings',
  list: 'signal-list',
} as const

const RULE_NAMES: Readonly<Record<SignalRuleId, string>> = {
  pain: 'A word of pain',
  'longest-run': 'A much longer run',
  quiet: 'Gone quiet',
  effort: 'Easy runs feel harder',
  jump: 'A much bigger week',
  back: 'Back again',
  best: 'Personal best',
  streak: 'Streak',
}
/** Of a finding in words: five of them fit anywhere. */
const LINE_CHARACTERS = 420
const NAME_SHOWN = 60

/** Who needs the coach today, for them alone. */
export function attention(card: AttentionCard, units: Units = 'km'): Message {
  const lines = card.signals.map(item => lineOf(item, units))
  const title = mrkdwn`*Who needs you today*`
  const text =
    lines.length === 0 ? joinMrkdwn([title, nobody(card)], '\n') : joinMrkdwn([title, ...lines], '\n')
  return {
    text: shortenMrkdwn(text.mrkdwn, LIMITS.messageText),
    blocks: [
      section(
        title,
        button(SIGNAL_ACTIONS.settings, card.mayChange ? 'Thresholds' : 'See thresholds', 'settings'),
      ),
      ...attentionBlocks(card, units),
      context(
        mrkdwn`What athletes keep from coaches is not looked at. Done and Snooze count for all coaches of that athlete.`,
      ),
    ],
  }
}

/** The same list in Home. */
export function attentionSection(card: AttentionCard, units: Units = 'km'): KnownBlock[] {
  return [section(mrkdwn`*Who needs me today*`), ...attentionBlocks(card, units)]
}

/** What an athlete may be glad of, in a line each; nothing when there is nothing. */
export function insightsSection(insights: readonly Insight[]): KnownBlock[] {
  const lines = insights.flatMap(({ finding, today }) => insightInWords(finding, today) ?? []).slice(0, 3)
  return lines.length === 0 ? [] : [section(joinMrkdwn(lines, '\n'))]
}

export function ruleName(rule: SignalRuleId): string {
  return RULE_NAMES[rule]
}

/** What a button holds: an option's value has 150 characters at most. */
export function signalValue(
  { rule, athleteId, subject }: AttentionItem,
  days: SnoozeDays | null = null,
): string {
  return JSON.stringify(days === null ? [rule, athleteId, subject] : [rule, athleteId, subject, days])
}

function attentionBlocks(card: AttentionCard, units: Units): KnownBlock[] {
  if (card.signals.length === 0) return [section(nobody(card))]
  return [
    ...card.signals.flatMap((item, index): KnownBlock[] => [
      section(lineOf(item, units)),
      actions(
        `signal-${index}`,
        button(SIGNAL_ACTIONS.nudge, 'Nudge', signalValue(item), {
          style: 'primary',
          label: `Write to ${shorten(item.name, 40)}`,
        }),
        {
          type: 'static_select',
          action_id: SIGNAL_ACTIONS.snooze,
          placeholder: plain('Snooze', LIMITS.optionText),
          options: SNOOZE_DAYS.map(days =>
            option(days === 7 ? '1 week' : `${days} days`, signalValue(item, days)),
          ),
        },
        button(SIGNAL_ACTIONS.done, 'Done', signalValue(item), {
          label: `Done with ${shorten(item.name, 40)}`,
        }),
      ),
    ]),
    ...(card.more > 0
      ? [context(mrkdwn`… and ${card.more} more, as soon as one of these is answered.`)]
      : []),
  ]
}

function lineOf(item: AttentionItem, units: Units): Mrkdwn {
  const line = mrkdwn`*${shorten(item.name, NAME_SHOWN)}* · ${ruleName(item.rule)}\n${findingInWords(item.finding, item.today, units)}`
  return { mrkdwn: shortenMrkdwn(line.mrkdwn, LINE_CHARACTERS) }
}

function nobody(card: AttentionCard): Mrkdwn {
  return card.isOfOwnAthletes
    ? mrkdwn`Nobody of those assigned to you. Their runs are looked at every morning.`
    : mrkdwn`Nobody. Everybody’s runs are looked at every morning.`
}
