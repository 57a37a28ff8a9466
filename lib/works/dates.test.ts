import { expect, test } from 'vitest'
import { releaseProblem } from './dates.ts'

test.each(['', ' ', '2013', '2013-12', '2013-12-18', '2024-02-29', '0001', '2200-12-31', ' 2013 '])(
  '“%s” is taken',
  text => expect(releaseProblem(text)).toBeNull(),
)

test.each([
  ['2013-02-30', 'There is no 30 February 2013.'],
  ['2023-02-29', 'There is no 29 February 2023.'],
  ['1900-02-29', 'There is no 29 February 1900.'],
  ['2013-04-31', 'There is no 31 April 2013.'],
  ['2013-13', 'There is no month 13: they go from 01 to 12.'],
  ['2013-00', 'There is no month 0: they go from 01 to 12.'],
  ['2013-12-00', 'Days begin with 01.'],
  ['0000', 'The year 0000 cannot be meant: give one from 0001 to 2200.'],
  ['2201', 'The year 2201 cannot be meant: give one from 0001 to 2200.'],
  ['soon', 'Write the date as 2013, 2013-12 or 2013-12-18, or leave it empty.'],
  ['13', 'Write the date as 2013, 2013-12 or 2013-12-18, or leave it empty.'],
  ['18/12/2013', 'Write the date as 2013, 2013-12 or 2013-12-18, or leave it empty.'],
])('“%s” is refused in words', (text, problem) => expect(releaseProblem(text)).toBe(problem))
