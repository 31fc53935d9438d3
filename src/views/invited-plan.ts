import type { InvitedPlanCard } from '#domain/invitation/invited-plan.ts'
import { count } from './group-card.ts'
import { type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { fullDayText } from './plan-refusal.ts'

const WEEK = mrkdwn`\`/astral plan show\` shows your week.`
const AGAIN = mrkdwn`\`/astral plan assign\` gives them another.`

/** In an invitation: what comes with it. */
export function planComesAlong(plan: InvitedPlanCard | null): Mrkdwn[] {
  if (!plan) return []
  return [
    mrkdwn`With it comes the training plan *${plan.title}*: ${count(plan.weeks, 'week')} ${timesOf(plan)}.`,
  ]
}

/** The same in a mail. */
export function planComesAlongPlain(plan: InvitedPlanCard | null): string[] {
  if (!plan) return []
  return [`With it comes the training plan “${plan.title}”: ${count(plan.weeks, 'week')} ${timesOf(plan)}.`]
}

/** `, and the plan *Half marathon*, 12 weeks from Mon 7 Dec 2026`: behind what a coach did. */
export function planBeside(plan: InvitedPlanCard | null): Mrkdwn {
  if (!plan) return mrkdwn``
  return mrkdwn`, with the plan *${plan.title}*, ${count(plan.weeks, 'week')} ${timesOf(plan)}`
}

function timesOf({ startOn, raceOn }: InvitedPlanCard): string {
  const race = raceOn === null ? '' : ` to the race on ${fullDayText(raceOn)}`
  return `from ${fullDayText(startOn)}${race}`
}

/** What became of it, to the athlete. */
export function ownPlanOutcome(plan: InvitedPlanCard | null): Mrkdwn[] {
  if (!plan || plan.outcome === null) return []
  const { title } = plan
  const from = fullDayText(plan.startOn)
  switch (plan.outcome) {
    case 'assigned':
      return [mrkdwn`Your plan *${title}* begins on ${from}. ${WEEK}`]
    case 'later':
      return [mrkdwn`The day your plan *${title}* was to begin is over, so it begins on ${from}. ${WEEK}`]
    case 'joined':
      return [
        mrkdwn`Your plan *${title}* counts back from the race on ${fullDayText(plan.raceOn ?? plan.startOn)} and is under way: you join it on ${from}. ${WEEK}`,
      ]
    case 'gone':
      return [
        mrkdwn`The plan *${title}* that came with the invitation is no longer offered, so you are on none. Your coach knows.`,
      ]
    case 'race-over':
      return [
        mrkdwn`The race that the plan *${title}* was made for is over, so you are on none. Your coach knows.`,
      ]
    case 'on-it':
      return [mrkdwn`You are on the plan *${title}* already: that stays as it is.`]
    case 'no-athlete':
      return [mrkdwn`The plan *${title}* is for athletes, so you are not on it.`]
  }
}

/** What became of it, to the coach. */
export function planOutcome(plan: InvitedPlanCard | null, name: string): Mrkdwn[] {
  if (!plan || plan.outcome === null) return []
  const { title } = plan
  const from = fullDayText(plan.startOn)
  switch (plan.outcome) {
    case 'assigned':
      return [mrkdwn`They are on *${title}* from ${from}.`]
    case 'later':
      return [mrkdwn`They are on *${title}* from ${from}, as the day you chose was over.`]
    case 'joined':
      return [mrkdwn`They join *${title}*, which is under way, on ${from}.`]
    case 'gone':
      return [mrkdwn`They are not on *${title}*, as it was archived meanwhile. ${AGAIN}`]
    case 'race-over':
      return [mrkdwn`They are not on *${title}*, as its race is over. ${AGAIN}`]
    case 'on-it':
      return [mrkdwn`They were on *${title}* already; that stays as it is.`]
    case 'no-athlete':
      return [mrkdwn`They are not on *${title}*: ${name} is not an athlete of the club.`]
  }
}
