import { ok } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { perform } from '#usecases/perform.ts'
import { showAthlete } from '#usecases/roster/show-athlete.ts'
import { writeNote } from '#usecases/roster/write-note.ts'
import { athleteCard } from '#views/athlete-card.ts'
import { editAthleteForm, noteForm, noteWrittenModal } from '#views/athlete-form.ts'
import { findPerson } from '../directory.ts'
import { freeCommand, misuse, modalAnswer } from '../kit/subcommand.ts'
import { textOf } from '../kit/words.ts'
import { pickAthleteView } from '../modals/pick-athlete.ts'

export const athleteCommand = freeCommand({
  name: 'athlete',
  usage: 'athlete [@athlete] [edit | note ["text"]]',
  summary: 'An athlete’s profile: runs, level, labels, notes, status, removal',
  example: 'athlete @ana',
  audience: 'coach',
  async answer(context, words) {
    const [named, second] = words.filter(word => word.kind === 'person')
    if (!named && words.length === 0) return modalAnswer(await pickAthleteView(context))
    if (!named) return misuse('Name somebody: type @ and pick them from the list.')
    if (second) return misuse('One person at a time.')
    const [verb, ...rest] = words.filter(word => word !== named)
    const person = await findPerson(context.client, context.teamId, named.slackUserId)
    if (!person.ok) return person
    const who = { slackUserId: named.slackUserId, name: person.value.displayName }
    const card = await ask(context.deps.engine, context.who, showAthlete, who)
    if (!card.ok) return card
    const doing = verb?.text.toLowerCase() ?? 'show'
    if (doing === 'show' || doing === 'remove') {
      return ok({ kind: 'message', message: athleteCard(card.value, context.units) })
    }
    if (doing !== 'edit' && doing !== 'note') return misuse(`I do not know “${doing}” here.`)
    if (doing === 'edit' && !card.value.mayEdit) {
      return { ok: false, refusal: { code: 'not-your-athlete', name: card.value.name } }
    }
    if (doing === 'edit') return ok({ kind: 'modal', view: editAthleteForm(card.value) })
    if (rest.length === 0) return ok({ kind: 'modal', view: noteForm(card.value) })
    const done = await perform(context.deps.engine, { who: context.who, surface: 'command' }, writeNote, {
      athlete: who,
      text: textOf(rest),
    })
    if (!done.ok) return done
    const { blocks } = noteWrittenModal(done.value)
    return ok({
      kind: 'message',
      message: { text: `Kept a private note about ${card.value.name}.`, blocks },
    })
  },
})
