import type { Refusal } from '#domain/refusal.ts'
import { ok, type Result } from '#kernel/result.ts'
import { findPerson } from './directory.ts'
import type { SlackContext } from './kit/context.ts'
import { type Misuse, misuse } from './kit/subcommand.ts'
import type { Word } from './kit/words.ts'

export type NamedPerson = { slackUserId: string; name: string }

/** Everybody who was mentioned, in order, each once, with the name that Slack has for them. */
export async function peopleNamed(
  context: SlackContext,
  slackUserIds: readonly string[],
): Promise<Result<NamedPerson[], Refusal>> {
  const people: NamedPerson[] = []
  for (const slackUserId of new Set(slackUserIds)) {
    const person = await findPerson(context.client, context.teamId, slackUserId)
    if (!person.ok) return person
    people.push({ slackUserId, name: person.value.displayName })
  }
  return ok(people)
}

/** The one person that a command is about. */
export async function requireOnePerson(
  context: SlackContext,
  words: readonly Word[],
): Promise<Result<NamedPerson, Refusal | Misuse>> {
  const mentioned = words.filter(word => word.kind === 'person')
  if (words.length > mentioned.length) return misuse('Type @ and pick the person from the list.')
  const people = await peopleNamed(
    context,
    mentioned.map(word => word.slackUserId),
  )
  if (!people.ok) return people
  const [person, second] = people.value
  if (!person) return misuse('Whom? Type @ and pick them from the list.')
  return second ? misuse('One person at a time.') : ok(person)
}
