export type Words = {
  commands: { command: string; description: string; usageHint: string }[]
  people: { name: string; realName: string }[]
  channels: { name: string }[]
}

export type Completion = { insert: string; label: string; detail: string }
export type Completions = { from: number; items: Completion[] }

const most = 8

function sub(command: Words['commands'][number], typed: string): Completion[] {
  // A usage hint such as "[help | log 8.2km 45:10 | invite @runner]" names the words that may follow.
  const verbs = command.usageHint
    .replace(/^\[|\]$/g, '')
    .split('|')
    .map(verb => verb.trim())
    .filter(verb => verb !== '')
  return verbs
    .filter(verb => verb.toLocaleLowerCase().startsWith(typed.toLocaleLowerCase()) && verb !== typed)
    .map(verb => ({
      insert: `${command.command} ${verb.split(/\s+/)[0] ?? verb} `,
      label: `${command.command} ${verb}`,
      detail: '',
    }))
}

/** What may be meant by the text before the caret: a command, its next word, a person, a channel. */
export function completionsFor(words: Words, text: string, caret: number): Completions {
  const before = text.slice(0, caret)
  if (/^\/\S*$/.test(before)) {
    const items = words.commands
      .filter(one => one.command.startsWith(before) && one.command !== before)
      .map(one => ({
        insert: `${one.command} `,
        label: `${one.command} ${one.usageHint}`,
        detail: one.description,
      }))
    return { from: 0, items }
  }
  const command = words.commands.find(one => before.startsWith(`${one.command} `))
  if (command && !/\s/.test(before.slice(command.command.length + 1)))
    return { from: 0, items: sub(command, before.slice(command.command.length + 1)).slice(0, most) }
  const word = /(?:^|\s)([@#])([^\s@#]*)$/.exec(before)
  if (!word) return { from: caret, items: [] }
  const typed = (word[2] ?? '').toLocaleLowerCase()
  const from = caret - typed.length - 1
  const items =
    word[1] === '@'
      ? words.people
          .filter(one =>
            `${one.name} ${one.realName}`
              .toLocaleLowerCase()
              .split(/\s+/)
              .some(part => part.startsWith(typed)),
          )
          .map(one => ({ insert: `@${one.name} `, label: one.realName, detail: `@${one.name}` }))
      : words.channels
          .filter(one => one.name.startsWith(typed))
          .map(one => ({ insert: `#${one.name} `, label: `#${one.name}`, detail: '' }))
  return { from, items: items.slice(0, most) }
}
