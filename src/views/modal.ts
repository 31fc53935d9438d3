import type { KnownBlock } from '@slack/types'
import { plain } from './blocks.ts'
import { LIMITS } from './limits.ts'
import type { ModalView } from './message.ts'

/** A modal; `meta` travels with it and comes back when it is submitted (ids only, 3,000 characters at most). */
export function modalView(described: {
  callbackId: string
  title: string
  blocks: KnownBlock[]
  submit?: string
  close?: string
  meta?: Readonly<Record<string, string | number | boolean | null>>
}): ModalView {
  return {
    type: 'modal',
    callback_id: described.callbackId,
    title: plain(described.title, LIMITS.modalTitle),
    blocks: described.blocks,
    close: plain(described.close ?? (described.submit ? 'Cancel' : 'Close'), LIMITS.modalTitle),
    ...(described.submit ? { submit: plain(described.submit, LIMITS.modalTitle) } : {}),
    ...(described.meta ? { private_metadata: JSON.stringify(described.meta) } : {}),
  }
}
