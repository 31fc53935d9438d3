export type RosterRefusal =
  | { code: 'athlete-changed-meanwhile'; name: string }
  | { code: 'nickname-too-long' | 'level-too-long' | 'note-too-long'; length: number; limit: number }
  | { code: 'label-malformed'; text: string }
  | { code: 'too-many-labels'; limit: number }
  | { code: 'note-empty' }
