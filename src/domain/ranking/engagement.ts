/**
 * Members with at least one activity among the members counted, in whole per cent, half rounded up; 0 for an empty
 * group. Throws a RangeError when more are active than counted.
 */
export function engagementPercent(activeMembers: number, countedMembers: number): number {
  if (activeMembers < 0 || activeMembers > countedMembers) {
    throw new RangeError(`${activeMembers} active of ${countedMembers}`)
  }
  if (countedMembers === 0) return 0
  // In whole numbers, because 100 * 0.145 is less than 14.5.
  return Math.floor((200 * activeMembers + countedMembers) / (2 * countedMembers))
}
