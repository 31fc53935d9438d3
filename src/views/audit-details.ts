import type { KnownBlock, RichTextBlock } from '@slack/types'
import type { AuditLine } from '#domain/audit/audit-card.ts'
import type { Zone } from '#kernel/instant.ts'
import { lineInWords } from './audit.ts'
import { context, section } from './blocks.ts'
import type { ModalView } from './message.ts'
import { modalView } from './modal.ts'
import { mrkdwn } from './mrkdwn.ts'
import { shorten } from './shorten.ts'

/** Each of the two states; a modal holds more, nobody reads it. */
const STATE_CHARACTERS = 2_500

/** One entry with both states, ids told by name where there is one. */
export function auditDetails(
  entry: { line: AuditLine; names: ReadonlyMap<string, string> },
  zone: Zone,
): ModalView {
  const { line, names } = entry
  const blocks: KnownBlock[] = [section(lineInWords(line, names, zone))]
  if (line.subjectName !== null) blocks.push(context(mrkdwn`About ${line.subjectName}`))
  const states = [
    ['Before', line.before],
    ['After', line.after],
  ] as const
  for (const [title, state] of states) {
    if (state !== null) blocks.push(section(mrkdwn`*${title}*`), preformatted(statePretty(state, names)))
  }
  if (line.before === null && line.after === null) {
    blocks.push(section(mrkdwn`The details were erased with the data of the person they were about.`))
  }
  return modalView({ callbackId: 'audit-details', title: `Entry #${line.seq}`, blocks })
}

function statePretty(state: unknown, names: ReadonlyMap<string, string>): string {
  const named = JSON.stringify(
    state,
    (key, value: unknown) => {
      if (typeof value === 'string') return names.get(value) ?? value
      const isInstant = typeof value === 'number' && key.endsWith('At')
      return isInstant ? new Date(value).toISOString() : value
    },
    2,
  )
  return shorten(named, STATE_CHARACTERS)
}

/** As it is, in type of one width: nothing in it is read as formatting or a mention. */
function preformatted(text: string): RichTextBlock {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
  }
}
