import { SLACK_LIMITS } from '#kernel/slack-limits.ts'
import { isDict } from './block-kit/check.ts'
import { checkBlocks } from './block-kit/check-blocks.ts'
import { charactersIn } from './block-kit/text-sum.ts'
import { withIds } from './block-kit/with-ids.ts'
import type { WireBlock } from './desk.ts'
import { isMetadata } from './metadata.ts'
import { SlackError } from './slack-error.ts'
import { visitOf } from './visit.ts'
import { json, optional, string } from './web-api/arguments.ts'
import type { World } from './world.ts'

const { message: LIMITS } = SLACK_LIMITS

/** The arguments that say what a message holds. */
export const content = {
  text: optional(string),
  blocks: optional(json),
  attachments: optional(json),
  markdown_text: optional(string),
  metadata: optional(json),
}

export type Content = {
  text?: string | undefined
  blocks?: unknown
  attachments?: unknown
  markdown_text?: string | undefined
  metadata?: unknown
}

/** A message of the app, found to be in order. */
export type Draft = {
  text: string
  blocks: WireBlock[]
  attachments: unknown[]
  metadata: Record<string, unknown> | null
  warnings: string[]
}

/** Checks a message as Slack does. Throws Slack's own refusals. */
export function draftOf(world: World, given: Content): Draft {
  if (given.markdown_text !== undefined && (given.text !== undefined || given.blocks !== undefined)) {
    throw new SlackError('markdown_text_conflict')
  }
  if ((given.markdown_text ?? '').length > LIMITS.markdown_text) throw new SlackError('msg_too_long')
  const blocks = blocksOf(world, given.blocks)
  const attachments = attachmentsOf(world, given.attachments)
  const text = given.markdown_text ?? given.text ?? ''
  if (text.trim() === '' && blocks.length === 0 && attachments.length === 0) throw new SlackError('no_text')
  const warnings: string[] = []
  if (text === '') warnings.push('missing_text_in_message')
  if (text.length > LIMITS.text_truncated_over) warnings.push('message_truncated')
  return {
    text: text.slice(0, LIMITS.text_truncated_over),
    blocks,
    attachments,
    metadata: metadataOf(given.metadata),
    warnings,
  }
}

function blocksOf(world: World, blocks: unknown): WireBlock[] {
  if (blocks === undefined || blocks === '') return []
  if (!Array.isArray(blocks) || !blocks.every(isDict)) throw new SlackError('invalid_blocks_format')
  const visit = visitOf(world, 'message')
  checkBlocks(blocks, '/blocks', visit)
  if (visit.problems.length > 0) throw new SlackError('invalid_blocks', visit.problems)
  // Between the lower and the higher figure Slack has been seen to do either: the stand-in refuses.
  if (charactersIn(blocks) > LIMITS.blocks_text_sum_safe) throw new SlackError('msg_blocks_too_long')
  return withIds(blocks, () => world.space.newId('b'))
}

function attachmentsOf(world: World, attachments: unknown): unknown[] {
  if (attachments === undefined || attachments === '') return []
  if (!Array.isArray(attachments) || !attachments.every(isDict)) throw new SlackError('invalid_attachments')
  if (attachments.length > LIMITS.attachments) throw new SlackError('too_many_attachments')
  for (const each of attachments) blocksOf(world, each.blocks)
  return attachments
}

function metadataOf(metadata: unknown): Record<string, unknown> | null {
  if (metadata === undefined) return null
  if (!isMetadata(metadata)) throw new SlackError('invalid_metadata_format')
  if (Buffer.byteLength(JSON.stringify(metadata)) > MOST_METADATA_BYTES)
    throw new SlackError('metadata_too_large')
  return metadata
}

/** Slack does not say where its limit lies; an app that keeps to ids stays under this. */
const MOST_METADATA_BYTES = 1_024
