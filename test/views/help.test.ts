import { describe, expect, it } from 'vitest'
import { COMMANDS } from '#slack/commands/command-table.ts'
import { commandHelp } from '#views/help.ts'
import { HELP_TOPICS, helpTopicOf } from '#views/help-topics.ts'
import { checkedMessage } from '../fixtures/checked-view.ts'

describe('help', () => {
  it('shows ten topics at most in help, and every command’s example under its topic', () => {
    const overview = commandHelp(COMMANDS, '')
    expect(HELP_TOPICS.length).toBeLessThanOrEqual(10)
    for (const { id, title } of HELP_TOPICS) {
      expect(overview.text).toContain(`*${title}* (\`/astral help ${id}\`)`)
      expect(checkedMessage(commandHelp(COMMANDS, id))).toEqual([])
    }
    for (const command of COMMANDS) {
      const topic = helpTopicOf(command.name)
      expect([command.name, topic]).not.toContain(null)
      for (const asked of [command.name, topic ?? '']) {
        const { text } = commandHelp(COMMANDS, asked)
        expect(text).toContain(`\`/astral ${command.example.replaceAll('&', '&amp;')}\``)
      }
    }
  })

  it('offers a topic only where there is something in it for whoever asks', () => {
    const log = COMMANDS.filter(({ name }) => name === 'log')
    expect(commandHelp(log, '').text).not.toContain('help plans')
    expect(commandHelp(log, 'plans').text).toContain('I don’t know “plans”')
  })
})
