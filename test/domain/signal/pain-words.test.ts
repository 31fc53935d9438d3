import { describe, expect, it } from 'vitest'
import { painWordIn } from '#domain/signal/pain-words.ts'

describe('a word of pain', () => {
  it.each([
    'Knee pain after 8 km',
    'calf is sore, stopped early',
    'My shin hurts',
    'felt a niggle in the left hamstring',
    'No more cramps but the Achilles hurts',
    'Didn’t stop in spite of the pain',
    'Leichte Knieschmerzen ab km 5',
    'Achillessehne tut weh',
    'vondt i leggen',
    'Litt knesmerter mot slutten',
    'har ont i knät',
    'Douleur au genou gauche',
    'mal au genou',
    'me duele la rodilla',
    'dolor en el tobillo',
    'mi fa male il ginocchio',
    'dor no joelho',
    'kniepijn na 3 km',
  ])('is heard: %s', note => expect(painWordIn(note)).not.toBeNull())

  it.each([
    '',
    'Lovely morning, legs felt great',
    'No pain at all!',
    'ran pain-free for the first time',
    'without any pain',
    'the pain is gone',
    'nothing hurts any more',
    'Knee didn’t hurt',
    'not a niggle',
    'Keine Schmerzen',
    'schmerzfrei gelaufen',
    'ohne Knieschmerzen',
    'ingen smerter i dag',
    'uten vondt',
    'smertefri',
    'sans douleur',
    'plus de douleur',
    'sin dolor',
    'senza dolore',
    'sem dor',
    'geen pijn',
    'Croissant et pain au chocolat après',
    'No pain, no gain',
    'painting the fence afterwards',
    'Sørenga and back',
  ])('is not: %s', note => expect(painWordIn(note)).toBeNull())
})
