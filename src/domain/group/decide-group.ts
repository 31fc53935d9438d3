import { cleanName, cleanNote } from '#domain/text/clean-text.ts'
import { nameKey } from '#domain/text/name-key.ts'
import type { AccountId, GroupId, OrganizationId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/instant.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import {
  GROUP_DESCRIPTION_MAX,
  GROUP_NAME_MAX,
  type Group,
  type GroupPrivacy,
  type GroupRefusal,
} from './group.ts'

export type NewGroupFacts = {
  id: GroupId
  organizationId: OrganizationId
  ownerId: AccountId
  name: string
  description: string
  privacy: GroupPrivacy
  channelId?: string | null
  /** The group that already has this name's key, if any: a live one, or one whose deletion can still be taken back. */
  namesake: Namesake | undefined
  now: Instant
}

/** Who has a name: a live group, or a deleted one that can still come back. */
export type Namesake = { id: GroupId; name: string; isDeleted: boolean }

function nameTaken({ name, isDeleted }: Namesake): GroupRefusal {
  return { code: isDeleted ? 'group-name-reserved' : 'group-name-taken', name }
}

export function decideNewGroup(facts: NewGroupFacts): Result<Group, GroupRefusal> {
  const words = requireGroupWords(facts.name, facts.description)
  if (!words.ok) return words
  if (facts.namesake) return refuse(nameTaken(facts.namesake))
  return ok({
    id: facts.id,
    organizationId: facts.organizationId,
    ...words.value,
    privacy: facts.privacy,
    ownerId: facts.ownerId,
    channelId: facts.channelId ?? null,
    version: 1,
    createdAt: facts.now,
    updatedAt: facts.now,
  })
}

/** Only the fields given change; the others stay as they are. */
export type GroupChange = {
  name?: string
  description?: string
  privacy?: GroupPrivacy
  ownerId?: AccountId
  channelId?: string | null
}

export type GroupChangeFacts = {
  group: Group
  change: GroupChange
  /** The version the change was made on; null when the caller saw none (a one-line command). */
  seenVersion: number | null
  namesake: Namesake | undefined
  now: Instant
}

export function decideGroupChange(facts: GroupChangeFacts): Result<Group, GroupRefusal> {
  const { group, change, namesake } = facts
  if (facts.seenVersion !== null && facts.seenVersion !== group.version) {
    return refuse({ code: 'group-changed-meanwhile', name: group.name })
  }
  const words = requireGroupWords(change.name ?? group.name, change.description ?? group.description)
  if (!words.ok) return words
  if (namesake && namesake.id !== group.id) return refuse(nameTaken(namesake))
  return ok({
    ...group,
    ...words.value,
    privacy: change.privacy ?? group.privacy,
    ownerId: change.ownerId ?? group.ownerId,
    channelId: change.channelId === undefined ? group.channelId : change.channelId,
    version: group.version + 1,
    updatedAt: facts.now,
  })
}

function requireGroupWords(
  rawName: string,
  rawDescription: string,
): Result<{ name: string; nameKey: string; description: string }, GroupRefusal> {
  const name = cleanName(rawName)
  const description = cleanNote(rawDescription)
  const key = nameKey(name)
  // Joiners and fillers alone leave a name, but none that anybody sees or can type again.
  if (key === '') return refuse({ code: 'group-name-empty' })
  if (name.length > GROUP_NAME_MAX) {
    return refuse({ code: 'group-name-too-long', limit: GROUP_NAME_MAX, length: name.length })
  }
  if (description.length > GROUP_DESCRIPTION_MAX) {
    return refuse({
      code: 'group-description-too-long',
      limit: GROUP_DESCRIPTION_MAX,
      length: description.length,
    })
  }
  return ok({ name, nameKey: key, description })
}
