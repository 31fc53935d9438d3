import { nameKey } from './name-key.ts'

/** Letters that stand for others without being put together of them. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
}
const ACCENTED = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu

/**
 * The key by which names are searched and put in order: the name's key without accents. Only Latin, Greek and Cyrillic
 * lose their marks: in Arabic or Indic scripts marks are vowels. Idempotent.
 */
export function searchKey(text: string): string {
  return nameKey(text)
    .normalize('NFD')
    .replace(ACCENTED, '$1')
    .replace(/[øłđðæœıþ]/g, letter => PLAIN[letter] ?? letter)
    .normalize('NFC')
}

/**
 * The line by which a present member is found and put in order: the club's name for them, Slack's, and the address.
 * Kept in the table because no database folds letters alike (SQLite only ASCII ones), and because only so a page of
 * the roster and a typeahead read no more rows than match.
 */
export function personSearchKey(person: {
  nickname: string | null
  displayName: string
  email: string | null
}): string {
  const shown = person.nickname ?? person.displayName
  return [shown, person.displayName, person.email ?? ''].map(searchKey).join('\n')
}
