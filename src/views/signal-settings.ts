import type { KnownBlock } from '@slack/types'
import {
  SIGNAL_RULE_IDS,
  SIGNAL_RULES,
  type SignalRuleId,
  type SignalSettings,
} from '#domain/signal/signal-rule.ts'
import { context, input, option, plain, section } from './blocks.ts'
import type { ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { joinMrkdwn, mrkdwn } from './mrkdwn.ts'
import { ruleName } from './signals.ts'

/** Block ids of the form's fields; a threshold's is its rule. */
export const SETTINGS_FORM = { on: 'signals-on' } as const

/** The club's rules: to change for the head coach, to read for the others. */
export function signalSettingsForm(card: { settings: SignalSettings; mayChange: boolean }): ModalView {
  return card.mayChange ? form(card.settings) : list(card.settings)
}

export function signalSettingsSavedModal(saved: { isChanged: boolean }): ModalView {
  return modalView({
    callbackId: 'signal-settings-saved',
    title: 'Signals',
    blocks: [
      section(
        saved.isChanged
          ? mrkdwn`Saved. \`/astral signals\` goes by it from now on.`
          : mrkdwn`Nothing changed.`,
      ),
    ],
  })
}

function form(settings: SignalSettings): ModalView {
  const options = SIGNAL_RULE_IDS.map(rule => option(ruleName(rule), rule))
  const on = options.filter((_, index) => settings[SIGNAL_RULE_IDS[index] as SignalRuleId].isOn)
  return modalView({
    callbackId: 'signal-settings',
    title: 'Signals',
    submit: 'Save',
    blocks: [
      input(
        SETTINGS_FORM.on,
        'Look for',
        {
          type: 'checkboxes',
          action_id: 'value',
          options,
          ...(on.length === 0 ? {} : { initial_options: on }),
        },
        { optional: true },
      ),
      ...SIGNAL_RULE_IDS.flatMap((rule): KnownBlock[] => {
        const { threshold, sentence } = SIGNAL_RULES[rule]
        if (!threshold) return []
        const { unit, least, most } = threshold
        return [
          input(
            rule,
            `${ruleName(rule)}: N in ${unit}`,
            {
              type: 'plain_text_input',
              action_id: 'value',
              max_length: 3,
              initial_value: String(settings[rule].threshold),
              placeholder: plain(String(threshold.initial)),
            },
            { hint: `${sentence}. From ${least} to ${most}; ${threshold.initial} unless changed.` },
          ),
        ]
      }),
      context(mrkdwn`Signals say what happened. None of them foretells an injury.`),
    ],
  })
}

function list(settings: SignalSettings): ModalView {
  const lines = SIGNAL_RULE_IDS.map(rule => {
    const { sentence } = SIGNAL_RULES[rule]
    const { isOn, threshold } = settings[rule]
    const said = sentence.replace(/\bN\b/, String(threshold))
    return mrkdwn`• *${ruleName(rule)}*: ${isOn ? said : 'off'}`
  })
  return modalView({
    callbackId: 'signal-settings-list',
    title: 'Signals',
    blocks: [section(joinMrkdwn(lines, '\n')), context(mrkdwn`The head coach can change them.`)],
  })
}
