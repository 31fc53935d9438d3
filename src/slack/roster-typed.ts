import { MEMBER_STATUSES, type MemberStatus } from '#domain/organization/role.ts'
import type { RosterFilters } from '#domain/roster/roster-card.ts'
import { nameKey } from '#domain/text/name-key.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { ListRoster } from '#usecases/roster/list-roster.ts'
import { type Misuse, misuse } from './kit/subcommand.ts'
import type { Word } from './kit/words.ts'

const QUOTES = /^["“”„«»]|["“”„«»]$/g

/** Reads filters in words: `status:inactive level:beginner label:@marathon group:"Name" coach:@ivo mine nogroup ana`. */
export function readRosterTyped(words: readonly Word[]): Result<ListRoster & { isMine: boolean }, Misuse> {
  const filters: Partial<RosterFilters> = {}
  const read: ListRoster & { isMine: boolean } = { filters, isMine: false }
  const search: string[] = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]
    if (!word) break
    const [, name, typed = ''] = /^(status|level|label|group|coach):(.*)$/is.exec(word.text) ?? []
    if (word.kind !== 'text' || word.isQuoted || name === undefined) {
      const flag = word.text.toLowerCase()
      if (flag === 'nogroup' || flag === 'no-group') filters.isInNoGroup = true
      else if (flag === 'mine') read.isMine = true
      else search.push(word.text.replace(/^@/, ''))
      continue
    }
    const next = words[at + 1]
    if (name.toLowerCase() === 'coach') {
      if (typed !== '' || next?.kind !== 'person') {
        return misuse('Write coach: and pick the coach with @, or write mine.')
      }
      read.coach = { slackUserId: next.slackUserId, name: next.text }
      at += 1
      continue
    }
    let value = typed
    if (value === '' && next) {
      value = next.text
      at += 1
    } else if (/^["“”„«]/.test(value) && !/.["“”»]$/.test(value)) {
      for (let more = words[at + 1]; more; more = words[at + 1]) {
        value += ` ${more.text}`
        at += 1
        if (/["“”»]$/.test(more.text)) break
      }
    }
    value = value.replaceAll(QUOTES, '').trim()
    if (value === '') return misuse(`Write ${name}: and what it should be.`)
    switch (name.toLowerCase()) {
      case 'status': {
        const status = value.toLowerCase()
        if (!isStatus(status)) return misuse(`The status is one of ${MEMBER_STATUSES.join(', ')}.`)
        filters.status = status
        break
      }
      case 'level':
        filters.memberLevel = value
        break
      case 'label':
        filters.labelKey = nameKey(value.replace(/^[@#]/, ''))
        break
      default:
        read.groupName = value
    }
  }
  filters.text = search.join(' ')
  return ok(read)
}

function isStatus(text: string): text is MemberStatus {
  return (MEMBER_STATUSES as readonly string[]).includes(text)
}
