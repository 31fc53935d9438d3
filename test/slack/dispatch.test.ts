import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '#slack/commands/command-table.ts'
import { dispatch } from '#slack/dispatch.ts'
import { splitWords } from '#slack/kit/words.ts'

const find = (typed: string) => dispatch(COMMANDS, splitWords(typed))

describe('dispatching', () => {
  it('offers the menu for nothing', () => {
    expect(find('')).toEqual({ kind: 'menu' })
  })

  it('finds every command by its name in any case, with the words that follow', () => {
    for (const command of COMMANDS) {
      for (const name of [command.name, command.name.toUpperCase()]) {
        const found = find(`${name} "a b" c`)
        expect(found).toMatchObject({ kind: 'found', command: { name: command.name } })
        if (found.kind === 'found') expect(found.rest.map(word => word.text)).toEqual(['a b', 'c'])
      }
    }
  })

  it('finds every command by the example that help shows for it', () => {
    for (const command of COMMANDS) {
      expect(find(command.example)).toMatchObject({ kind: 'found', command: { name: command.name } })
    }
  })

  it.each([
    ['grop create "x"', 'group create'],
    ['group craete', 'group create'],
    ['group memers "x"', 'group members'],
    ['grup list', 'group list'],
    ['invit', 'invite'],
    ['hlep', 'help'],
    ['adit group', 'audit'],
    ['claym ABC', 'claim'],
  ])('asks “did you mean” for %s', (typed, suggestion) => {
    expect(find(typed)).toMatchObject({ kind: 'unknown', suggestion })
  })

  it.each(['xyzzy', '🏃', 'hello there coach', '<!everyone>'])('suggests nothing for %s', typed => {
    expect(find(typed)).toMatchObject({ kind: 'unknown', suggestion: null })
  })

  it('answers anything, and suggests only commands there are', () => {
    const names = COMMANDS.map(command => command.name)
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), typed => {
        const found = find(typed)
        if (found.kind === 'unknown') expect([null, ...names]).toContain(found.suggestion)
      }),
    )
  })
})

describe('the command table', () => {
  it('has no name twice, usages that begin with the name, and words for help', () => {
    const names = COMMANDS.map(command => command.name)
    expect(new Set(names).size).toBe(names.length)
    for (const command of COMMANDS) {
      expect(command.name).toMatch(/^[a-z-]+( [a-z-]+)?$/)
      expect(`${command.usage} `.startsWith(`${command.name} `)).toBe(true)
      expect(command.summary).toMatch(/^[A-Z].*[^.]$/)
    }
  })
})
