/** Plain text as the rich_text block that Slack's composer would make of it. */
export function richTextOf(text: string): Record<string, unknown> {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
  }
}
