import { expect, test } from 'vitest'
import { personSentence, roleSentence, sortName } from './people.ts'

test.each([
  ['Spike Jonze', 'person', 'Jonze, Spike'],
  ['Hoyte van Hoytema', 'person', 'Hoytema, Hoyte van'],
  ['Björk', 'person', 'Björk'],
  ['Arcade Fire', 'group', 'Arcade Fire'],
] as const)('%s, a %s, is sorted as %s', (name, kind, sorted) => expect(sortName(name, kind)).toBe(sorted))

test.each([
  [{ works: 9, from: 2014, to: 2026, average: 74 }, 'Nine works reviewed here, 2014–2026; average 74 of 100.'],
  [{ works: 1, from: 2014, to: 2014, average: 100 }, 'One work reviewed here, 2014; 100 of 100.'],
  [{ works: 1, from: 2014, to: 2014, average: null }, 'One work reviewed here, 2014; not scored.'],
  [{ works: 1, from: 2014, to: 2026, average: 0 }, 'One work reviewed here, 2014–2026; 0 of 100.'],
  [{ works: 240, from: 2014, to: 2026, average: null }, '240 works reviewed here, 2014–2026; none of them scored.'],
])('%o', (count, sentence) => expect(personSentence(count)).toBe(sentence))

test('a role has its own count and average', () => {
  expect(roleSentence({ works: 2, average: 81 })).toBe('Two works, 81 of 100 on average')
  expect(roleSentence({ works: 1, average: null })).toBe('One work')
})
