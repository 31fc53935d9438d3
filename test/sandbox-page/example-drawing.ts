import type { Conversation, Person } from '../../src/sandbox/desk.ts'
import { drawBlocks } from '../../src/sandbox/page/blocks/draw-blocks.ts'
import type { Drawing } from '../../src/sandbox/page/blocks/drawing.ts'
import { toMarkup } from '../../src/sandbox/page/html.ts'
import { examplePeople, mara } from './example-people.ts'

const channel: Conversation = {
  id: 'C0RUN',
  name: 'tuesday-track',
  kind: 'channel',
  partnerId: null,
  isArchived: false,
  isMember: true,
  appIsMember: true,
  topic: '',
  unread: 0,
}

export function exampleDrawing(more: Partial<Drawing> = {}): Drawing {
  return {
    viewer: mara,
    people: new Map(examplePeople().map((person): [string, Person] => [person.id, person])),
    conversations: new Map([[channel.id, channel]]),
    now: Date.UTC(2026, 10, 21, 8),
    surface: 'message',
    scope: 'C0RUN/1.1',
    errors: {},
    conversationHref: id => `/?c=${id}`,
    fileHref: id => `/files/${id}`,
    ...more,
  }
}

/** The markup of one block. */
export function drawn(
  block: { type: string } & Record<string, unknown>,
  more: Partial<Drawing> = {},
): string {
  return toMarkup(drawBlocks(exampleDrawing(more), [block]))
}

/** What is in a block's own wrapper. */
export function inner(
  block: { type: string } & Record<string, unknown>,
  more: Partial<Drawing> = {},
): string {
  return drawn(block, more).replace(/^<div class="block">([\s\S]*)<\/div>$/, '$1')
}

export const plain = (text: string, emoji = false) => ({ type: 'plain_text', text, emoji })
export const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
