import type { KnownBlock } from '@slack/types'
import { section } from './blocks.ts'
import { LIMITS } from './limits.ts'
import type { Mrkdwn } from './mrkdwn.ts'
import { shortenMrkdwn } from './shorten.ts'

/** What somebody reads. `text` says all of it in words, because screen readers and notifications read only that. */
export type Message = { text: string; blocks: KnownBlock[] }

export type ModalView = {
  type: 'modal'
  callback_id: string
  title: PlainText
  blocks: KnownBlock[]
  submit?: PlainText
  close?: PlainText
  private_metadata?: string
  notify_on_close?: boolean
}

export type HomeView = { type: 'home'; blocks: KnownBlock[] }

export type PlainText = { type: 'plain_text'; text: string; emoji: boolean }

/** A message that is only words. */
export function words(text: Mrkdwn): Message {
  return { text: shortenMrkdwn(text.mrkdwn, LIMITS.messageText), blocks: [section(text)] }
}
