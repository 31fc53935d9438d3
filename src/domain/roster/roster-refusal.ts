export type RosterRefusal =
  | { code: 'athlete-changed-meanwhile'; name: string }
  | { code: 'nickname-too-long' | 'level-too-long' | 'note-too-long'; length: number; limit: number }
  | { code: 'label-malformed'; text: string }
  | { code: 'too-many-labels'; limit: number }
  | { code: 'note-empty' }
  | { code: 'profile-number-wrong'; field: ProfileNumber; from: number; to: number }
  | { code: 'target-pace-wrong'; text: string }
  | { code: 'race-name-too-long'; length: number; limit: number }
  | { code: 'race-over' }
  | { code: 'heart-rates-out-of-order' }
  | { code: 'birth-year-for-grading' }

/** The whole numbers of an athlete’s profile. */
export type ProfileNumber = 'birthYear' | 'maxHeartRate' | 'restingHeartRate' | 'thresholdHeartRate'
