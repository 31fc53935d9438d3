import type { Instant, LocalDay } from '#kernel/instant.ts'

/** A plan that runs in a group, and who came into the group without being on it. */
export type JoinablePlan = {
  planId: string
  title: string
  weeks: number
  /** The Monday of the group's week 1. */
  startOn: LocalDay
  /** In which week the group is; null before it begins. */
  week: number | null
  /** A plan that counts back from a race cannot begin at its first week later. */
  hasRace: boolean
  names: string[]
}

/** Whoever puts somebody into a group is asked what they do about its plans. */
export type JoinQuestion = {
  groupId: string
  groupName: string
  /** At which moment they came: it names them, however many they are. */
  joinedAt: Instant
  plans: JoinablePlan[]
}

/** At the group's week, or at week 1 from the next Monday. */
export const JOIN_WAYS = ['week', 'start'] as const
export type JoinWay = (typeof JOIN_WAYS)[number]
