import { nameKey } from '#domain/text/name-key.ts'
import type { ImportFacts, ImportPerson } from './roster-import.ts'

/** The facts of an import, to be asked once a line. */
export type ImportIndex = {
  facts: ImportFacts
  bySlackUser: ReadonlyMap<string, ImportPerson>
  byEmail: ReadonlyMap<string, ImportPerson>
  /** By nickname and by Slack's name; several people may have one. */
  byName: ReadonlyMap<string, readonly ImportPerson[]>
  groups: ReadonlyMap<string, { groupId: string; name: string }>
  /** The first line that named somebody, by account or address. */
  firstLines: Map<string, number>
}

export function indexImport(facts: ImportFacts): ImportIndex {
  const byName = new Map<string, ImportPerson[]>()
  for (const person of facts.people) {
    const names = new Set([nameKey(person.displayName), nameKey(person.nickname ?? '')])
    for (const name of names) {
      if (name === '') continue
      const same = byName.get(name)
      if (same) same.push(person)
      else byName.set(name, [person])
    }
  }
  return {
    facts,
    bySlackUser: new Map(facts.people.map(person => [person.slackUserId, person])),
    byEmail: new Map(
      facts.people.flatMap(person => (person.emailKey === null ? [] : [[person.emailKey, person]])),
    ),
    byName,
    groups: new Map(facts.groups.map(group => [nameKey(group.name), group])),
    firstLines: new Map(),
  }
}
