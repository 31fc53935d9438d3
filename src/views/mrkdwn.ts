/** Text in Slack's mrkdwn in which everything that came from people is escaped; made only by this file. */
export type Mrkdwn = { readonly mrkdwn: string }

/**
 * Builds mrkdwn from a template. What is interpolated is escaped unless it is mrkdwn already, so that a name such
 * as `<!channel>` or `*Bob*` is read, never obeyed.
 */
export function mrkdwn(strings: TemplateStringsArray, ...values: (Mrkdwn | string | number)[]): Mrkdwn {
  let text = strings[0] ?? ''
  values.forEach((value, index) => {
    text +=
      (typeof value === 'object' ? value.mrkdwn : escapeText(String(value))) + (strings[index + 1] ?? '')
  })
  return { mrkdwn: text }
}

export function joinMrkdwn(parts: readonly Mrkdwn[], separator: string): Mrkdwn {
  return { mrkdwn: parts.map(part => part.mrkdwn).join(separator) }
}

/** Slack's own mention of a person: notifies them, so only for messages to one person. */
export function mentionPerson(slackUserId: string): Mrkdwn {
  return { mrkdwn: `<@${slackUserId}>` }
}

export function mentionChannel(channelId: string): Mrkdwn {
  return { mrkdwn: `<#${channelId}>` }
}

/**
 * Escapes text of people for mrkdwn and for a message's top-level text: Slack's three control characters by
 * entities, formatting marks by their lookalikes.
 */
export function escapeText(text: string): string {
  return escapeControl(text)
    .replaceAll('*', '∗')
    .replaceAll('_', '＿')
    .replaceAll('~', '∼')
    .replaceAll('`', 'ˋ')
}

function escapeControl(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/**
 * The same words where Slack shows text as it is: errors at a form's fields. Formatting marks go, and whatever was
 * escaped comes back.
 */
export function inPlain({ mrkdwn: text }: Mrkdwn): string {
  return text
    .replaceAll(/<#[^>]*>/g, 'that channel')
    .replaceAll(/[*`]/g, '')
    .replaceAll('∗', '*')
    .replaceAll('＿', '_')
    .replaceAll('∼', '~')
    .replaceAll('ˋ', '`')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
