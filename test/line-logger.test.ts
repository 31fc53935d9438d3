import { describe, expect, it } from 'vitest'
import { instant } from '#kernel/instant.ts'
import { lineLogger } from '../src/line-logger.ts'

describe('the log', () => {
  const now = () => instant(Date.UTC(2026, 10, 20, 17))

  it('is one JSON object a line, whatever it is about', () => {
    const lines: string[] = []
    const logger = lineLogger({ level: 'debug', now, write: line => lines.push(line) })
    logger.error('something broke', { where: 'a\n{"level":"info"}\u2028', reference: null, times: 3 })
    expect(lines).toHaveLength(1)
    expect(lines[0]).not.toContain('\n')
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      at: '2026-11-20T17:00:00.000Z',
      level: 'error',
      message: 'something broke',
      where: 'a\n{"level":"info"}\u2028',
      reference: null,
      times: 3,
    })
  })

  it.each([
    ['debug', ['debug', 'info', 'warn', 'error']],
    ['info', ['info', 'warn', 'error']],
    ['warn', ['warn', 'error']],
    ['error', ['error']],
  ] as const)('from %s on has that level and the graver ones', (level, expected) => {
    const lines: { level: string }[] = []
    const logger = lineLogger({ level, now, write: line => lines.push(JSON.parse(line)) })
    for (const each of ['debug', 'info', 'warn', 'error'] as const) logger[each]('x')
    expect(lines.map(line => line.level)).toEqual(expected)
  })
})
