import type { QuietHours } from '#domain/calendar/quiet-hours.ts'
import type { SignalData } from '#domain/signal/signal-event.ts'
import { SIGNAL_RULE_IDS, type SignalSettings } from '#domain/signal/signal-rule.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { ruleName } from './signals.ts'

/** What was done about signals, as lines of the audit. */
export function signalAnswerInWords(data: SignalData | null, name: string): Mrkdwn {
  const what = data ? ruleName(data.rule) : 'a signal'
  return data?.days
    ? mrkdwn`put off “${what}” of ${name} for ${data.days} days`
    : mrkdwn`was done with “${what}” of ${name}`
}

export function settingsInWords(before: SignalSettings | null, after: SignalSettings | null): Mrkdwn {
  const changes = SIGNAL_RULE_IDS.flatMap(rule => {
    const [was, is] = [before?.[rule], after?.[rule]]
    if (!was || !is || (was.isOn === is.isOn && was.threshold === is.threshold)) return []
    return [mrkdwn`${ruleName(rule)} → ${is.isOn ? String(is.threshold) : 'off'}`]
  })
  return mrkdwn`changed the signals’ thresholds: ${joinMrkdwn(changes, ', ')}`
}

export function quietHoursInWords(hours: QuietHours | null | undefined): Mrkdwn {
  return hours
    ? mrkdwn`set their quiet hours from ${hours.from} to ${hours.to}`
    : mrkdwn`turned their quiet hours off`
}
