/**
 * Words that speak of pain, in the languages of the clubs we know, in lower case without accents. `…` stands for any
 * letters before or after it: Norwegian and German write `knesmerter` and `Knieschmerzen`. Words that mostly mean
 * something else are left out, and so are the phrases of `NO_PAIN`: the French eat `pain au chocolat`.
 */
const PAIN = [
  // English
  ...['pain', 'pains', 'painful', 'hurt', 'hurts', 'hurting', 'ache', 'aches', 'aching', 'achy', 'sore'],
  ...['soreness', 'niggle', 'niggles', 'niggling', 'injury', 'injured', 'limping', 'limped', 'shinsplints'],
  ...['tendinitis', 'tendonitis', 'sprained', 'twinge', 'twinges'],
  // German
  ...[
    '…schmerz',
    '…schmerzen',
    'schmerzt',
    'schmerzhaft',
    'weh',
    'verletzt',
    '…verletzung',
    'gezerrt',
    'zerrung',
  ],
  // Norwegian, Danish, Swedish
  ...['vondt', '…smerte', '…smerter', '…smertene', 'smertefullt', 'skadet', 'skadd', 'forstuet', 'ondt'],
  ...['…smarta', '…smartor', 'har ont', 'ont i', 'gor ont', 'skadad', 'omt'],
  // French, Spanish, Portuguese, Italian
  ...['douleur', 'douleurs', 'douloureux', 'douloureuse', 'blesse', 'blessure', 'mal au', 'mal a', 'mal aux'],
  ...[
    'dolor',
    'dolores',
    'dolorido',
    'duele',
    'duelen',
    'dolio',
    'molestia',
    'molestias',
    'lesion',
    'lesionado',
  ],
  ...['dor', 'dores', 'doi', 'doeu', 'doendo', 'lesao', 'machuquei', 'machucado'],
  ...['dolore', 'dolori', 'dolorante', 'fastidio', 'infortunio', 'mi fa male', 'fa male', 'fanno male'],
  // Dutch, Finnish
  ...['…pijn', 'pijntje', 'pijntjes', 'blessure', 'geblesseerd', 'zeer doen', 'kipu', 'kipea', 'kivulias'],
]

/** Words that take back what comes within three words after them, up to the end of the clause. */
const NOT_BEFORE = new Set(
  [
    ...['no', 'not', 'without', 'never', 'zero', 'none', 'nothing', "didn't", "don't", "doesn't", "wasn't"],
    ...["isn't", "hasn't", "haven't", 'didnt', 'dont', 'doesnt', 'wasnt', 'isnt', 'neither', 'nor'],
    ...['kein', 'keine', 'keinen', 'keinerlei', 'ohne', 'nicht', 'nichts', 'nie'],
    ...['ingen', 'inga', 'inget', 'intet', 'uten', 'utan', 'uden', 'ikke', 'inte', 'aldri', 'aldrig', 'null'],
    ...['sans', 'pas', 'aucune', 'aucun', 'jamais', 'sin', 'ningun', 'ninguna', 'nada', 'nunca'],
    ...['senza', 'nessun', 'nessuna', 'niente', 'non', 'mai', 'sem', 'nenhuma', 'nenhum', 'nao'],
    ...['geen', 'zonder', 'niet', 'nooit', 'ei', 'ilman'],
  ].map(fold),
)

/** Words that take back what stands within three words before them. */
const NOT_AFTER = new Set(
  [
    ...[
      'free',
      'gone',
      'vanished',
      'disappeared',
      'frei',
      'weg',
      'vorbei',
      'borte',
      'vekk',
      'fri',
      'disparu',
    ],
    ...['disparue', 'desaparecio', 'sparito', 'sumiu', 'verdwenen', 'poissa', 'forsvant', 'healed'],
  ].map(fold),
)

/** Where one thing ends and another is said. */
const CLAUSE =
  /[.,;:!?\n()/–—]|\s-\s|\b(?:but|though|however|aber|men|mais|pero|ma|mas|maar|mutta|doch|yet)\b/u
const REACH = 3

/** Things that are said in jest, or of something else. */
const NO_PAIN = [
  'no pain no gain',
  'no pain, no gain',
  'pain au chocolat',
  'pain cave',
  'pain free',
  'sore loser',
  'not too sore',
  'plus de douleur',
  'plus mal',
]

const PATTERNS = PAIN.map(fold).map(word => ({
  words: word.replaceAll('…', '').split(' '),
  isEnding: word.startsWith('…'),
}))

/** The first word in a note that speaks of pain without being taken back; null when there is none. */
export function painWordIn(note: string): string | null {
  const text = NO_PAIN.reduce((left, phrase) => left.replaceAll(phrase, ','), fold(note))
  for (const clause of text.split(CLAUSE)) {
    const words = clause.match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu)?.map(word => word.replace('’', "'")) ?? []
    for (let at = 0; at < words.length; at += 1) {
      const length = painAt(words, at)
      if (length > 0 && !isTakenBack(words, at, length)) return words.slice(at, at + length).join(' ')
    }
  }
  return null
}

/** How many words from here on speak of pain together; 0 for none. */
function painAt(words: readonly string[], at: number): number {
  const found = PATTERNS.find(({ words: wanted, isEnding }) =>
    wanted.every((each, index) => {
      const word = words[at + index] ?? ''
      return isEnding ? word.endsWith(each) : word === each
    }),
  )
  return found?.words.length ?? 0
}

function isTakenBack(words: readonly string[], at: number, length: number): boolean {
  return (
    words.slice(Math.max(0, at - REACH), at).some(word => NOT_BEFORE.has(word)) ||
    words.slice(at + length, at + length + REACH).some(word => NOT_AFTER.has(word))
  )
}

/** Lower case, without accents: phones leave them out. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('’', "'")
}
