import type { RichTextBlock } from '@slack/types'

/** Text to copy, letter for letter: nothing in it is read as formatting. */
export function preformatted(text: string): RichTextBlock {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
  }
}
