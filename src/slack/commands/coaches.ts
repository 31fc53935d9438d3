import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result } from '#kernel/result.ts'
import { addCoach } from '#usecases/organization/add-coach.ts'
import { type AssignAthletes, assignAthletes } from '#usecases/organization/assign-athletes.ts'
import { listCare } from '#usecases/organization/list-care.ts'
import { listCoachesFor } from '#usecases/organization/list-coaches-for.ts'
import { removeCoach } from '#usecases/organization/remove-coach.ts'
import { whatMayIDo } from '#usecases/organization/what-may-i-do.ts'
import { withdrawHeadCoachOffer } from '#usecases/organization/withdraw-head-coach-offer.ts'
import {
  athletesAssigned,
  careShown,
  coachAdded,
  coachList,
  coachRemoved,
  headCoachOfferWithdrawn,
} from '#views/coaches.ts'
import { whatYouMay } from '#views/permissions.ts'
import { groupNameFrom } from '../group-named.ts'
import type { SlackContext } from '../kit/context.ts'
import { freeCommand, type Misuse, misuse, question, subcommand } from '../kit/subcommand.ts'
import type { Word } from '../kit/words.ts'
import { assignAthletesView } from '../modals/assign-athletes.ts'
import { transferView } from '../modals/offer-head-coach.ts'
import { peopleNamed, requireOnePerson } from '../people-named.ts'

const addCoachCommand = subcommand({
  name: 'coach add',
  usage: 'coach add @person',
  summary: 'Make a member of the club an assistant coach',
  example: 'coach add @ana',
  audience: 'head-coach',
  input: (words, context) => requireOnePerson(context, words),
  useCase: addCoach,
  view: coachAdded,
})

const removeCoachCommand = subcommand({
  name: 'coach remove',
  usage: 'coach remove @coach',
  summary: 'Take the role of coach from somebody; their assignments end',
  example: 'coach remove @ana',
  audience: 'head-coach',
  input: (words, context) => requireOnePerson(context, words),
  useCase: removeCoach,
  view: coachRemoved,
})

const listCoachesCommand = question({
  name: 'coach list',
  usage: 'coach list',
  summary: 'The coaches, and who looks after whom',
  example: 'coach list',
  audience: 'coach',
  input: () => ok({}),
  query: listCoachesFor,
  view: coachList,
})

const careCommand = question({
  name: 'coach athletes',
  usage: 'coach athletes [@coach]',
  summary: 'The athletes assigned to you, or to a coach you name',
  example: 'coach athletes',
  audience: 'coach',
  async input(words, context) {
    if (words.length === 0) return ok({ coach: null })
    const coach = await requireOnePerson(context, words)
    return coach.ok ? ok({ coach: coach.value }) : coach
  },
  query: listCare,
  view: careShown,
})

const assignCommand = subcommand({
  name: 'coach assign',
  usage: 'coach assign [@athlete … | "group"] [@coach]',
  summary: 'Put athletes, or a whole group, into a coach’s care',
  example: 'coach assign @ana @ben @coach',
  audience: 'head-coach',
  modal: context => assignAthletesView(context, true),
  input: (words, context) => assignmentTyped(words, context, true),
  useCase: assignAthletes,
  view: athletesAssigned,
})

const unassignCommand = subcommand({
  name: 'coach unassign',
  usage: 'coach unassign [@athlete … | "group"] [@coach]',
  summary: 'Take athletes out of a coach’s care',
  example: 'coach unassign @ana @coach',
  audience: 'head-coach',
  modal: context => assignAthletesView(context, false),
  input: (words, context) => assignmentTyped(words, context, false),
  useCase: assignAthletes,
  view: athletesAssigned,
})

const transferCommand = freeCommand({
  name: 'coach transfer',
  usage: 'coach transfer [@member]',
  summary: 'Offer the club to its next head coach, who must accept',
  example: 'coach transfer @ana',
  audience: 'head-coach',
  async answer(context, words) {
    const person = words.length === 0 ? null : await requireOnePerson(context, words)
    if (person && !person.ok) return person
    const view = await transferView(context, person?.value.slackUserId ?? null)
    return view.ok ? ok({ kind: 'modal', view: view.value }) : view
  },
})

const withdrawCommand = subcommand({
  name: 'coach withdraw',
  usage: 'coach withdraw',
  summary: 'Take back an offer of the club that is not answered yet',
  example: 'coach withdraw',
  audience: 'head-coach',
  input: () => ok({}),
  useCase: withdrawHeadCoachOffer,
  view: headCoachOfferWithdrawn,
})

export const canCommand = question({
  name: 'can',
  usage: 'can',
  summary: 'What you may do here, and for the rest why not',
  example: 'can',
  audience: 'everyone',
  input: () => ok({}),
  query: whatMayIDo,
  view: whatYouMay,
})

/** The last person named is the coach; whoever else is named, or a group, are the athletes. */
async function assignmentTyped(
  words: readonly Word[],
  context: SlackContext,
  isAssigned: boolean,
): Promise<Result<AssignAthletes, Refusal | Misuse>> {
  const ids = words.filter(word => word.kind === 'person').map(word => word.slackUserId)
  const groupName = groupNameFrom(words)
  const coachId = ids.at(-1)
  if (coachId === undefined) return misuse('Name the athletes, and last the coach: type @ and pick them.')
  const athleteIds = ids.slice(0, -1)
  if (athleteIds.length === 0 && groupName === null) {
    return misuse('Name the athletes too: first them, last the coach.')
  }
  const athletes = await peopleNamed(context, athleteIds)
  if (!athletes.ok) return athletes
  const coach = await peopleNamed(context, [coachId])
  if (!coach.ok) return coach
  const [named] = coach.value
  if (!named) return misuse('Name the coach last.')
  return ok({
    coach: named,
    athletes: athletes.value,
    group: groupName === null ? null : { groupName },
    isAssigned,
  })
}

export const coachCommands = [
  addCoachCommand,
  removeCoachCommand,
  listCoachesCommand,
  careCommand,
  assignCommand,
  unassignCommand,
  transferCommand,
  withdrawCommand,
]
