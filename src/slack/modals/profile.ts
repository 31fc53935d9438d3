import { isLocalDay } from '#kernel/instant.ts'
import { ok } from '#kernel/result.ts'
import { editProfile } from '#usecases/roster/edit-profile.ts'
import { PROFILE_FORM, profileSavedModal } from '#views/profile-form.ts'
import { modal, noMeta } from '../kit/modal.ts'

export const profileModal = modal({
  callbackId: 'profile',
  meta: noMeta,
  read(values) {
    const text = (block: string) => values.text(block) ?? ''
    const day = text(PROFILE_FORM.raceOn)
    return ok({
      goalRaceName: text(PROFILE_FORM.race),
      goalRaceOn: isLocalDay(day) ? day : null,
      targetPace: text(PROFILE_FORM.pace),
      units: text(PROFILE_FORM.units) === 'mi' ? 'mi' : 'km',
      zone: text(PROFILE_FORM.zone),
      birthYear: text(PROFILE_FORM.birthYear),
      maxHeartRate: text(PROFILE_FORM.maxHeartRate),
      restingHeartRate: text(PROFILE_FORM.restingHeartRate),
      thresholdHeartRate: text(PROFILE_FORM.thresholdHeartRate),
      ageGrading: ageGradingOf(text(PROFILE_FORM.ageGrading)),
    })
  },
  useCase: editProfile,
  fieldOf(refusal) {
    switch (refusal.code) {
      case 'profile-number-wrong':
        return PROFILE_FORM[refusal.field]
      case 'birth-year-for-grading':
        return PROFILE_FORM.birthYear
      case 'target-pace-wrong':
        return PROFILE_FORM.pace
      case 'race-name-too-long':
        return PROFILE_FORM.race
      case 'race-over':
        return PROFILE_FORM.raceOn
      case 'heart-rates-out-of-order':
        return PROFILE_FORM.thresholdHeartRate
      case 'zone-unknown':
        return PROFILE_FORM.zone
      default:
        return null
    }
  },
  done: profileSavedModal,
})

function ageGradingOf(value: string): 'female' | 'male' | null {
  return value === 'female' || value === 'male' ? value : null
}
