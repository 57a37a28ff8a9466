import { expect, test } from 'vitest'
import { noDetails, seenWays } from './details.ts'
import { seenHowName, seenLine } from './seen.ts'

const nothing = { ...noDetails, seen: '' }

test.each([
  ['film', { seenHow: 'screening' }, 'Seen at a press screening'],
  ['film', { seenHow: 'disc', seenEdition: 'Blu-ray, 2014 edition' }, 'Seen on disc · Blu-ray, 2014 edition'],
  ['game', { seenHow: 'review_copy', seenPlatform: 'PlayStation 5' }, 'Played on a review copy · on PlayStation 5'],
  ['game', { seenPlatform: 'PC', seen: '31 hours, two heart attacks' }, 'Played on PC · 31 hours, two heart attacks'],
  ['book', { seenHow: 'bought' }, 'Read in a copy that we bought'],
  ['album', { seenEdition: 'The 1997 CD' }, 'The 1997 CD'],
  ['season', { seenHow: 'stream', seenPlatform: 'Apple TV+', seenEdition: 'In 4K' }, 'Seen on Apple TV+ · In 4K'],
  ['film', { seenHow: 'stream' }, 'Seen on a streaming service'],
  ['play', { seenHow: 'performance' }, 'Seen at a performance'],
  ['restaurant', { seenHow: 'visit', seen: 'Twice, at lunch' }, 'Visited in person · Twice, at lunch'],
  [
    'app',
    { seenHow: 'bought', seenEdition: 'Version 3.1', seenPlatform: 'iPhone' },
    'Used after buying one · Version 3.1 · on iPhone',
  ],
] as const)('a %s: %o', (kind, said, line) => expect(seenLine({ ...nothing, ...said }, kind)).toBe(line))

test('nothing said is nothing written, and the critic’s own words stand as they are', () => {
  expect(seenLine(nothing, 'film')).toBe('')
  expect(seenLine({ ...nothing, seen: 'At the Curzon Soho, in a full house' }, 'film')).toBe(
    'At the Curzon Soho, in a full house',
  )
})

test('every way has a name to choose it by', () => {
  expect(new Set(seenWays.map(seenHowName)).size).toBe(seenWays.length)
})
