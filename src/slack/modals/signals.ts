import { z } from 'zod'
import { SIGNAL_RULE_IDS } from '#domain/signal/signal-rule.ts'
import { ok } from '#kernel/result.ts'
import { changeSignalSettings } from '#usecases/signal/change-signal-settings.ts'
import { nudgeAthlete } from '#usecases/signal/nudge-athlete.ts'
import { setQuietHours } from '#usecases/signal/set-quiet-hours.ts'
import { NUDGE_FORM, nudgeSentModal } from '#views/nudge.ts'
import { QUIET_FORM, quietHoursSetModal } from '#views/quiet-hours.ts'
import { SETTINGS_FORM, signalSettingsSavedModal } from '#views/signal-settings.ts'
import { modal, noMeta } from '../kit/modal.ts'

export const nudgeModal = modal({
  callbackId: 'nudge',
  meta: z.object({ rule: z.enum(SIGNAL_RULE_IDS), athleteId: z.string(), subject: z.string() }),
  read: (values, meta) =>
    ok({
      ...meta,
      text: values.text(NUDGE_FORM.text) ?? '',
      isHeld: values.text(NUDGE_FORM.when) === 'held',
    }),
  useCase: nudgeAthlete,
  fieldOf: refusal => (refusal.code.startsWith('nudge-') ? NUDGE_FORM.text : null),
  done: nudgeSentModal,
})

export const signalSettingsModal = modal({
  callbackId: 'signal-settings',
  meta: noMeta,
  read: values =>
    ok({
      on: values.list(SETTINGS_FORM.on),
      thresholds: Object.fromEntries(SIGNAL_RULE_IDS.map(rule => [rule, values.text(rule) ?? ''])),
    }),
  useCase: changeSignalSettings,
  fieldOf: refusal => (refusal.code === 'threshold-wrong' ? refusal.rule : null),
  done: signalSettingsSavedModal,
})

export const quietHoursModal = modal({
  callbackId: 'quiet-hours',
  meta: noMeta,
  read: values =>
    ok(
      values.text(QUIET_FORM.on) === 'off'
        ? null
        : { from: values.text(QUIET_FORM.from) ?? '', to: values.text(QUIET_FORM.to) ?? '' },
    ),
  useCase: setQuietHours,
  fieldOf: refusal => (refusal.code === 'quiet-hours-wrong' ? QUIET_FORM.to : null),
  done: quietHoursSetModal,
})

export const signalModals = [nudgeModal, signalSettingsModal, quietHoursModal]
