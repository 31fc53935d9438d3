import { ok, refuse } from '#kernel/result.ts'
import { changeMany } from '#usecases/roster/change-many.ts'
import { BULK_FORM, manyChangedModal } from '#views/bulk-form.ts'
import { rosterFilters } from '../actions/roster.ts'
import { modal } from '../kit/modal.ts'

/** The form that changes many athletes at once. */
export const rosterBulkModal = modal({
  callbackId: 'roster-bulk',
  meta: rosterFilters,
  read(values, filters) {
    const accountIds = values.list(BULK_FORM.who)
    const isEverybody = values.list(BULK_FORM.everybody).length > 0
    if (accountIds.length === 0 && !isEverybody) {
      return refuse({ [BULK_FORM.who]: 'Choose athletes.' })
    }
    return ok({
      accountIds,
      filters: isEverybody ? filters : null,
      change: {
        level: values.text(BULK_FORM.level) ?? '',
        addLabels: values.text(BULK_FORM.add) ?? '',
        removeLabels: values.text(BULK_FORM.remove) ?? '',
        groupId: values.text(BULK_FORM.group),
        coachId: values.text(BULK_FORM.coach),
      },
    })
  },
  useCase: changeMany,
  fieldOf(refusal) {
    switch (refusal.code) {
      case 'nobody-named':
      case 'bulk-too-many':
      case 'bulk-not-yours':
      case 'bulk-nothing-changed':
      case 'own-athlete':
      case 'person-not-in-club':
        return BULK_FORM.who
      case 'bulk-nothing-chosen':
      case 'level-too-long':
        return BULK_FORM.level
      case 'bulk-too-many-labels':
      case 'bulk-label-both':
      case 'label-malformed':
      case 'too-many-labels':
        return BULK_FORM.add
      case 'bulk-suspended':
      case 'group-gone':
        return BULK_FORM.group
      case 'coach-suspended':
      case 'not-a-coach-of-the-club':
        return BULK_FORM.coach
      default:
        return null
    }
  },
  done: manyChangedModal,
})
