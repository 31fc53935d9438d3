import type { KnownBlock } from '@slack/types'
import type { JoinablePlan, JoinQuestion } from '#domain/plan/template/join-question.ts'
import { actions, button, section } from './blocks.ts'
import { type Message, words } from './message.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from './mrkdwn.ts'
import { fullDayText, namesText } from './plan-refusal.ts'

export const JOIN_PLAN_ACTIONS = {
  week: 'plan-join-week',
  start: 'plan-join-start',
  notNow: 'plan-join-not-now',
} as const

/** Below what a coach did to a group: its plans are nobody's by themselves. */
export function joinQuestionBlocks(question: JoinQuestion | null): KnownBlock[] {
  return (question?.plans ?? []).flatMap((plan, at) => {
    const value = question ? [question.groupId, plan.planId, plan.startOn, question.joinedAt].join(' ') : ''
    return [
      section(asks(question?.groupName ?? '', plan)),
      actions(
        `plan-join-${at}`,
        button(
          JOIN_PLAN_ACTIONS.week,
          plan.week === null ? 'Start with them' : `Join at week ${plan.week}`,
          value,
        ),
        // Before it begins both are the same; back from a race there is no later week 1.
        ...(plan.hasRace || plan.week === null
          ? []
          : [button(JOIN_PLAN_ACTIONS.start, 'Start at week 1', value)]),
        button(JOIN_PLAN_ACTIONS.notNow, 'Not now', value),
      ),
    ]
  })
}

function asks(groupName: string, { title, weeks, week, startOn, names }: JoinablePlan): Mrkdwn {
  const where = week === null ? `begins on ${fullDayText(startOn)}` : `is in week ${week} of ${weeks}`
  const are = names.length === 1 ? 'is' : 'are'
  return mrkdwn`*${groupName}* ${week === null ? 'has' : 'is on'} the plan *${title}*, which ${where}. ${namesText(names)} ${are} not on it by that alone. Should they be?`
}

export function withJoinQuestion(message: Message, question: JoinQuestion | null): Message {
  if (!question) return message
  const lines = question.plans.map(plan => asks(question.groupName, plan))
  return {
    text: joinMrkdwn([{ mrkdwn: message.text }, ...lines], '\n').mrkdwn,
    blocks: [...message.blocks, ...joinQuestionBlocks(question)],
  }
}

export function groupPlanJoined(done: {
  title: string
  groupName: string
  firstOn: Parameters<typeof fullDayText>[0]
  lastOn: Parameters<typeof fullDayText>[0]
  names: readonly string[]
  alsoElsewhere: readonly string[]
}): Message {
  const also =
    done.alsoElsewhere.length === 0
      ? mrkdwn``
      : mrkdwn` On another plan in that time too: ${namesText(done.alsoElsewhere)}. \`/astral plan end\` ends the one that is too many.`
  return words(
    mrkdwn`✓ On *${done.title}* with *${done.groupName}*, from ${fullDayText(done.firstOn)} to ${fullDayText(done.lastOn)}: ${namesText(done.names)}. They get a direct message.${also}`,
  )
}

export const joinedNotNow = words(
  mrkdwn`Left as it is: nobody was put on the plan. \`/astral plan assign\` does it at any time.`,
)
