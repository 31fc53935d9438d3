import type { SubType } from '#domain/activity/sub-type.ts'
import { SUB_TYPE_CHOICES } from './activity-words.ts'

/** What forms call a kind of activity. */
export function subTypeLabel(subType: SubType): string {
  return SUB_TYPE_CHOICES.find(choice => choice.subType === subType)?.label ?? subType
}
