import { cleanName, cleanNote } from '#domain/text/clean-text.ts'
import { nameKey } from '#domain/text/name-key.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { RosterRefusal } from './roster-refusal.ts'

export const NICKNAME_MAX = 80
export const LEVEL_MAX = 30
export const LABEL_MAX = 30
export const LABELS_MAX = 10
export const NOTE_MAX = 1_500

/** A label without its `@`, and the key under which two spellings are one. */
export type Label = { label: string; key: string }

/** What coaches keep of an athlete; null is not given. */
export type Attributes = { nickname: string | null; memberLevel: string | null; labels: Label[] }
export type AttributesTyped = { nickname: string; memberLevel: string; labels: string }

const LABEL = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u

/** Reads what a coach typed: labels are words with or without `@`, apart by spaces or commas. */
export function decideAttributes(typed: AttributesTyped): Result<Attributes, RosterRefusal> {
  const nickname = cleanName(typed.nickname)
  if (nickname.length > NICKNAME_MAX) {
    return refuse({ code: 'nickname-too-long', length: nickname.length, limit: NICKNAME_MAX })
  }
  const memberLevel = cleanName(typed.memberLevel)
  if (memberLevel.length > LEVEL_MAX) {
    return refuse({ code: 'level-too-long', length: memberLevel.length, limit: LEVEL_MAX })
  }
  const labels = new Map<string, Label>()
  for (const word of cleanName(typed.labels).split(/[\s,;]+/)) {
    if (word === '') continue
    const label = word.replace(/^[@#]/, '')
    if (!LABEL.test(label) || label.length > LABEL_MAX) return refuse({ code: 'label-malformed', text: word })
    const key = nameKey(label)
    if (!labels.has(key)) labels.set(key, { label, key })
  }
  if (labels.size > LABELS_MAX) return refuse({ code: 'too-many-labels', limit: LABELS_MAX })
  return ok({
    nickname: nickname === '' ? null : nickname,
    memberLevel: memberLevel === '' ? null : memberLevel,
    labels: [...labels.values()],
  })
}

/** A private note as it is kept. */
export function decideNote(typed: string): Result<string, RosterRefusal> {
  const text = cleanNote(typed)
  if (text === '') return refuse({ code: 'note-empty' })
  if (text.length > NOTE_MAX) return refuse({ code: 'note-too-long', length: text.length, limit: NOTE_MAX })
  return ok(text)
}
