import type { KnownBlock } from '@slack/types'
import type { HomeCard, MemberHome, StrangerHome } from '#domain/organization/home-card.ts'
import { button, context, divider, header, section } from './blocks.ts'
import type { Units } from './figures.ts'
import { HOME_ACTIONS } from './home-actions.ts'
import { clubAtHome } from './home-club.ts'
import { ownRunning } from './home-own.ts'
import type { HomeView } from './message.ts'
import { mrkdwn } from './mrkdwn.ts'
import { attentionSection } from './signals.ts'

export function home(card: HomeCard, units: Units = 'km'): HomeView {
  return { type: 'home', blocks: card.kind === 'stranger' ? stranger(card) : member(card, units) }
}

function stranger(card: StrangerHome): KnownBlock[] {
  const who =
    card.headCoachName === null
      ? mrkdwn`Nobody leads a club here yet. Whoever started Astral has a one-time code: they type \`/astral claim CODE\` and are head coach.`
      : mrkdwn`To join *${card.clubName ?? 'the club'}*, ask *${card.headCoachName}* or another coach to invite you, or for a code. You will get a direct message and choose yourself what you share.`
  return [
    header('Welcome to Astral'),
    section(
      mrkdwn`Astral helps a running club live in Slack: coaches make training groups, athletes log runs with one line or a dropped watch file, and the week ends with a leaderboard. Nothing of yours is shown to anybody unless you say so.`,
    ),
    section(
      who,
      card.headCoachName === null ? undefined : button(HOME_ACTIONS.join, 'Join with a code', 'join'),
    ),
  ]
}

/** Who coaches reads first who needs them, then the club; who runs their day, then their week. */
function member(card: MemberHome, units: Units): KnownBlock[] {
  const running = ownRunning(card, units)
  return [
    header(card.clubName),
    ...(card.isDemo
      ? [context(mrkdwn`This is a demo club: every person and every run in it is invented.`)]
      : []),
    ...(card.isSuspended
      ? [
          section(
            mrkdwn`Your membership is suspended: you can read your own runs and decide over your data. Ask your head coach.`,
          ),
        ]
      : []),
    ...(card.attention ? attentionSection(card.attention, units) : []),
    ...(card.club ? [...(card.attention ? [divider] : []), ...clubAtHome(card.club)] : []),
    ...(card.club && running.length > 0 ? [divider] : []),
    ...running,
    context(mrkdwn`\`/astral help\` shows everything you can do.`),
  ]
}
