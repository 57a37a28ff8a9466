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

test('a whole vocabulary is gone through in no time', () => {
  const names = [...commonNames]
    .slice(0, 60)
    .map((text): KnownName => ({ text: `${text[0]?.toUpperCase()}${text.slice(1)}`, kind: 'person' }))
  const began = process.cpuUsage()
  const near = keysNear(names, [...commonWords, ...commonNames, ...[...commonWords].map(word => `${word}er`)])
  // Of this process: other work on the machine does not count.
  const took = process.cpuUsage(began).user / 1_000
  console.info(`${near.length} near keys in ${took.toFixed(0)} ms`)
  expect(took).toBeLessThan(150)
})
