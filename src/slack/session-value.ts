/** What a button's value says of a session: its enrollment, day and slot. */
export function keyFrom(value: string): { enrollmentId: string; dayIndex: number; slot: number } | null {
  const [, enrollmentId, dayIndex, slot] = /^(\S+) (\d{1,4}) (\d{1,4})$/.exec(value) ?? []
  if (enrollmentId === undefined) return null
  return { enrollmentId, dayIndex: Number(dayIndex), slot: Number(slot) }
}
