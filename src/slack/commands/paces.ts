import { ok } from '#kernel/result.ts'
import { ask } from '#usecases/ask.ts'
import { enterVdot } from '#usecases/metrics/enter-vdot.ts'
import { showPaces } from '#usecases/metrics/show-paces.ts'
import { perform } from '#usecases/perform.ts'
import { pacesShown } from '#views/paces.ts'
import { freeCommand, misuse } from '../kit/subcommand.ts'
import { textOf } from '../kit/words.ts'
import { peopleNamed } from '../people-named.ts'

export const pacesCommand = freeCommand({
  name: 'paces',
  usage: 'paces [@athlete] [distance time]',
  summary: 'Training paces and race predictions; a distance and time set them',
  example: 'paces 5km 21:00',
  audience: 'member',
  async answer(context, words) {
    const named = words.filter(word => word.kind === 'person')
    const people = await peopleNamed(
      context,
      named.map(word => word.slackUserId),
    )
    if (!people.ok) return people
    const [athlete = null, second] = people.value
    if (second) return misuse('One person at a time.')
    const text = textOf(words.filter(word => word.kind !== 'person'))
    const { engine } = context.deps
    const done =
      text === ''
        ? await ask(engine, context.who, showPaces, { athlete })
        : await perform(engine, { who: context.who, surface: 'command' }, enterVdot, { athlete, text })
    return done.ok ? ok({ kind: 'message', message: pacesShown(done.value) }) : done
  },
})
