const QUOTED = /"([^"]*)"|“([^”]*)”|„([^“”]*)[“”]|«([^»]*)»/
const UNCLOSED = /["“„«](.*)$/s
/** Slack and phones turn two hyphens into a dash; a single hyphen needs its spaces, or `easy-run` would end here. */
const AFTER_DASHES = /(?:^|\s)(?:--|—|[-–]{1,2}(?=\s|$))(.*)$/s
const AFTER_WORD = /(?:^|\s)note(?::|\s)(.*)$/is

/**
 * Splits a typed line into what is to be understood and the free note: text in double quotes (straight or curly), or all
 * that follows a dash or the word `note`. Whichever begins first counts; a quote left open runs to the end.
 */
export function splitNote(line: string): { rest: string; note: string } {
  const found = [QUOTED, UNCLOSED, AFTER_DASHES, AFTER_WORD]
    .map(pattern => pattern.exec(line))
    .filter(match => match !== null)
    // Sorting is stable: where a closed and an open quote begin together, the closed one stays first.
    .sort((one, other) => one.index - other.index)
  const first = found[0]
  if (!first) return { rest: line, note: '' }
  const note = first.slice(1).find(part => part !== undefined) ?? ''
  const rest = `${line.slice(0, first.index)} ${line.slice(first.index + first[0].length)}`
  return { rest, note }
}
