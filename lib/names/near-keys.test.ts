import { expect, test } from 'vitest'
import { commonNames, commonWords } from './common-words.ts'
import type { KnownName } from './names.ts'
import { keysNear } from './near-keys.ts'

const known: KnownName[] = [
  { text: 'Spike Jonze', kind: 'person' },
  { text: 'Rooney Mara', kind: 'person' },
]

test('what looks like a name, or is a word of one, goes along; the rest of the vocabulary does not', () => {
  const near = keysNear(known, ['spike', 'jones', 'maria', 'spoke', 'telephone', 'of', 'evening'])
  expect(near).toEqual(['spike', 'jones', 'maria', 'spoke'])
})

test('of a whole vocabulary, few words go along', () => {
  const names = [...commonNames]
    .slice(0, 60)
    .map((text): KnownName => ({ text: `${text[0]?.toUpperCase()}${text.slice(1)}`, kind: 'person' }))
  const vocabulary = [...commonWords, ...commonNames, ...[...commonWords].map(word => `${word}er`)]
  expect(keysNear(names, vocabulary).length).toBeLessThan(vocabulary.length / 4)
})
