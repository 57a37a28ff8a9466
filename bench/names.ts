import { commonNames, commonWords } from '#lib/names/common-words.ts'
import { keysNear } from '#lib/names/near-keys.ts'

// npm run bench -- names: what an opened editor waits for, a vocabulary held against sixty names.

const names = [...commonNames].slice(0, 60).map(text => ({ text, kind: 'person' as const }))
const vocabulary = [...commonWords, ...commonNames, ...[...commonWords].map(word => `${word}er`)]
const times = Array.from({ length: 20 }, () => {
  const began = performance.now()
  keysNear(names, vocabulary)
  return performance.now() - began
}).sort((a, b) => a - b)
console.log(
  `${vocabulary.length} words against ${names.length} names: median ${times[10]?.toFixed(1)} ms, slowest ${times[19]?.toFixed(1)} ms`,
)
