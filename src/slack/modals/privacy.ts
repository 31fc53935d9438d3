import { z } from 'zod'
import { PRIVACY_SWITCHES, type PrivacySwitches } from '#domain/privacy/privacy-switches.ts'
import { ok } from '#kernel/result.ts'
import { deleteMyData } from '#usecases/privacy/delete-my-data.ts'
import { setPrivacy } from '#usecases/privacy/set-privacy.ts'
import { dataDeletedModal, PRIVACY_FORM, privacySaved } from '#views/privacy-form.ts'
import { erasedInWords } from '#views/privacy-words.ts'
import { modal, noMeta } from '../kit/modal.ts'

/** Only the groups that the form asked about get an answer: somebody may have joined another meanwhile. */
export const privacyModal = modal({
  callbackId: 'privacy',
  meta: z.object({ groupIds: z.string() }),
  read(values, { groupIds }) {
    const on = new Set(values.list(PRIVACY_FORM.switches))
    const shared = new Set(values.list(PRIVACY_FORM.groups))
    const switches = Object.fromEntries(PRIVACY_SWITCHES.map(name => [name, on.has(name)])) as PrivacySwitches
    const groups = groupIds
      .split(' ')
      .filter(groupId => groupId !== '')
      .map(groupId => ({ groupId, isShared: shared.has(groupId) }))
    return ok({ switches, groups })
  },
  useCase: setPrivacy,
  fieldOf: refusal =>
    refusal.code === 'only-tighten-while-suspended'
      ? refusal.switches.length > 0
        ? PRIVACY_FORM.switches
        : PRIVACY_FORM.groups
      : null,
  done: privacySaved,
})

export const deleteMyDataModal = modal({
  callbackId: 'delete-my-data',
  meta: noMeta,
  read: values => ok({ typed: values.text(PRIVACY_FORM.typed) ?? '' }),
  useCase: deleteMyData,
  fieldOf: refusal => (refusal.code === 'deletion-not-confirmed' ? PRIVACY_FORM.typed : null),
  done: erased => dataDeletedModal(erasedInWords({ ...erased })),
})
