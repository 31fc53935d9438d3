import { z } from 'zod'
import { MEMBER_STATUSES } from '#domain/organization/role.ts'
import { ask } from '#usecases/ask.ts'
import { removeMemberFromClub } from '#usecases/organization/remove-member-from-club.ts'
import { setMemberStatus } from '#usecases/organization/set-member-status.ts'
import { perform } from '#usecases/perform.ts'
import { askForTrend } from '#usecases/roster/ask-for-trend.ts'
import { showAthlete } from '#usecases/roster/show-athlete.ts'
import {
  ATHLETE_ACTIONS,
  athleteCard,
  athleteCardModal,
  athleteRemoved,
  athleteRemovedModal,
  OWN_CHART,
} from '#views/athlete-card.ts'
import { editAthleteForm, noteForm } from '#views/athlete-form.ts'
import { type ModalView, words } from '#views/message.ts'
import { pictureComes } from '#views/picture.ts'
import { refusalInWords } from '#views/refusal.ts'
import { ROSTER_ACTIONS } from '#views/roster.ts'
import { type Action, freeAction, type Pressed, type PressedView } from '../kit/button.ts'
import type { SlackContext } from '../kit/context.ts'

const statusValue = z.tuple([z.enum(MEMBER_STATUSES), z.string().min(1)])

function cardOf(context: SlackContext, accountId: string) {
  return ask(context.deps.engine, context.who, showAthlete, { accountId })
}

/** Over the modal that was pressed in, or by itself. */
function laid(view: PressedView | null, modal: ModalView): Pressed {
  return view ? { push: modal } : { open: modal }
}

const showButton = freeAction(ROSTER_ACTIONS.show, async (context, accountId, view) => {
  const card = await cardOf(context, accountId)
  if (!card.ok) return { say: words(refusalInWords(card.refusal)) }
  return view
    ? { push: athleteCardModal(card.value, context.units) }
    : { say: athleteCard(card.value, context.units) }
})

const editButton = freeAction(ATHLETE_ACTIONS.edit, async (context, accountId, view) => {
  const card = await cardOf(context, accountId)
  if (!card.ok) return { say: words(refusalInWords(card.refusal)) }
  if (!card.value.mayEdit) {
    return { say: words(refusalInWords({ code: 'not-your-athlete', name: card.value.name })) }
  }
  return laid(view, editAthleteForm(card.value))
})

const noteButton = freeAction(ATHLETE_ACTIONS.note, async (context, accountId, view) => {
  const card = await cardOf(context, accountId)
  if (!card.ok) return { say: words(refusalInWords(card.refusal)) }
  return laid(view, noteForm(card.value))
})

const statusSelect = freeAction(ATHLETE_ACTIONS.status, async (context, value, view) => {
  const [status, accountId] = statusValue.parse(value.split(' '))
  const done = await perform(context.deps.engine, { who: context.who, surface: 'button' }, setMemberStatus, {
    member: { accountId },
    status,
  })
  if (!done.ok) return { say: words(refusalInWords(done.refusal)) }
  const card = await cardOf(context, accountId)
  if (!card.ok) return { say: words(refusalInWords(card.refusal)) }
  return view
    ? { update: athleteCardModal(card.value, context.units) }
    : { replace: athleteCard(card.value, context.units) }
})

const removeButton = freeAction(ATHLETE_ACTIONS.remove, async (context, accountId, view) => {
  const done = await perform(
    context.deps.engine,
    { who: context.who, surface: 'button' },
    removeMemberFromClub,
    { member: { accountId } },
  )
  if (!done.ok) return { say: words(refusalInWords(done.refusal)) }
  return view ? { update: athleteRemovedModal(done.value) } : { replace: athleteRemoved(done.value) }
})

/** Twelve weeks as a picture; without a value one's own. */
const chartButton = freeAction(ATHLETE_ACTIONS.chart, async (context, athleteId) => {
  const asked = await perform(context.deps.engine, { who: context.who, surface: 'button' }, askForTrend, {
    athleteId: athleteId === OWN_CHART ? null : athleteId,
  })
  return { say: asked.ok ? pictureComes() : words(refusalInWords(asked.refusal)) }
})

/** What stands on an athlete's profile. */
export const athleteCardActions: readonly Action[] = [
  showButton,
  editButton,
  noteButton,
  statusSelect,
  removeButton,
  chartButton,
]
