import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEmailAddress } from '#domain/invitation/email-address.ts'

describe('an e-mail address', () => {
  it.each([
    ['Ana@Example.ORG', 'ana@example.org'],
    ['ana+Run@example.org', 'ana+run@example.org'],
    [' ana@example.org ', 'ana@example.org'],
    ['o’neil@example.org', null],
    ["o'neil@example.org", "o'neil@example.org"],
    ['jürgen@bücher.example', 'jürgen@xn--bcher-kva.example'],
    ['a.b.c@sub.example.co.uk', 'a.b.c@sub.example.co.uk'],
    ['.a@example.org', null],
    ['a..b@example.org', null],
    ['a@b', null],
    ['a@b..org', null],
    ['a@127.0.0.1', null],
    ['"a b"@example.org', null],
    ['a@example.org, b@example.org', null],
    ['a@example.org\nbcc: b@example.org', null],
    [`${'x'.repeat(64)}@example.org`, `${'x'.repeat(64)}@example.org`],
    [`${'x'.repeat(65)}@example.org`, null],
    [`a@${'b.'.repeat(130)}org`, null],
  ])('%j has the key %j', (typed, key) => {
    const read = readEmailAddress(typed)
    expect(read.ok ? read.value.key : null).toBe(key)
  })

  it('is the same in any letter case, and never holds a space or a line break', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string()), typed => {
        const [one, other] = [readEmailAddress(typed), readEmailAddress(typed.toUpperCase())]
        if (!one.ok) return
        expect(one.value.address).not.toMatch(/\s|[<>,;:"]/)
        if (/^[ -~]*$/.test(typed)) expect(other.ok && other.value.key).toBe(one.value.key)
      }),
    )
  })
})
