import { z } from 'zod'
import { MEMBER_STATUSES } from '#domain/organization/role.ts'
import type { RosterFilters } from '#domain/roster/roster-card.ts'
import { ask } from '#usecases/ask.ts'
import { listRoster } from '#usecases/roster/list-roster.ts'
import { words } from '#views/message.ts'
import { refusalInWords } from '#views/refusal.ts'
import { refusedModal } from '#views/refused.ts'
import { ANY, NO_GROUP, ROSTER_ACTIONS, rosterModal } from '#views/roster.ts'
import { type Action, freeAction, type Pressed, type PressedView } from '../kit/button.ts'
import type { SlackContext } from '../kit/context.ts'

/** What somebody narrowed the roster to; travels with its forms. */
export const rosterFilters = z.object({
  status: z.enum(MEMBER_STATUSES).nullable(),
  memberLevel: z.string().nullable(),
  labelKey: z.string().nullable(),
  coachId: z.string().nullable(),
  groupId: z.string().nullable(),
  isInNoGroup: z.boolean(),
  text: z.string(),
})

/** Where somebody is in the roster; travels with the modal. */
export const rosterPlace = rosterFilters.extend({ offset: z.number().int().nonnegative() })

const statusSchema = z.enum(MEMBER_STATUSES).nullable().catch(null)
const chosen = (value: string) => (value === ANY || value === '' ? null : value)

/** Draws the roster anew with one filter changed, from its first page. */
function filterAction(actionId: string, change: (value: string) => Partial<RosterFilters>): Action {
  return freeAction(actionId, (context, value, view) =>
    redraw(context, view, { ...change(value), offset: 0 }),
  )
}

function pageAction(actionId: string): Action {
  return freeAction(actionId, (context, value, view) =>
    redraw(context, view, { offset: Math.max(0, Number(value) || 0) }),
  )
}

async function redraw(
  context: SlackContext,
  view: PressedView | null,
  change: Partial<z.output<typeof rosterPlace>>,
): Promise<Pressed> {
  const { offset, ...filters } = { ...rosterPlace.parse(view?.meta), ...change }
  const page = await ask(context.deps.engine, context.who, listRoster, { filters, offset })
  return { update: page.ok ? rosterModal(page.value) : refusedModal(refusalInWords(page.refusal)) }
}

const openRosterButton = freeAction(ROSTER_ACTIONS.open, async (context, value) => {
  const { offset, ...filters } = rosterPlace.parse(JSON.parse(value))
  const page = await ask(context.deps.engine, context.who, listRoster, { filters, offset })
  return page.ok ? { open: rosterModal(page.value) } : { say: words(refusalInWords(page.refusal)) }
})

/** The roster's filters and pages. */
export const rosterActions: readonly Action[] = [
  filterAction(ROSTER_ACTIONS.status, value => ({ status: statusSchema.parse(chosen(value)) })),
  filterAction(ROSTER_ACTIONS.level, value => ({ memberLevel: chosen(value) })),
  filterAction(ROSTER_ACTIONS.label, value => ({ labelKey: chosen(value) })),
  filterAction(ROSTER_ACTIONS.coach, value => ({ coachId: chosen(value) })),
  filterAction(ROSTER_ACTIONS.group, value => ({
    isInNoGroup: value === NO_GROUP,
    groupId: value === NO_GROUP ? null : chosen(value),
  })),
  filterAction(ROSTER_ACTIONS.text, text => ({ text })),
  pageAction(ROSTER_ACTIONS.earlier),
  pageAction(ROSTER_ACTIONS.later),
  openRosterButton,
]
