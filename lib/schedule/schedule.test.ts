import { afterEach, describe, expect, test } from 'vitest'
import { meantBy, movedWall, turnText, wallOf } from './schedule.ts'

const serverZone = process.env.TZ
afterEach(() => {
  if (serverZone === undefined) delete process.env.TZ
  else process.env.TZ = serverZone
})

// Clocks go forward and back at the dates of the IANA database: London on 29 March and 25 October 2026, New York on 8 March and 1 November,
// Lord Howe by half an hour on 5 April and 4 October, Havana at midnight on 8 March, Santiago at midnight on 6 September.
const table = [
  ['2026-11-27T09:00', 'Europe/London', '2026-11-27T09:00:00.000Z', null],
  ['2026-03-29T01:30', 'Europe/London', '2026-03-29T01:30:00.000Z', 'gap'],
  ['2026-10-25T01:30', 'Europe/London', '2026-10-25T00:30:00.000Z', 'overlap'],
  ['2026-03-08T02:30', 'America/New_York', '2026-03-08T07:30:00.000Z', 'gap'],
  ['2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00.000Z', 'overlap'],
  ['2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z', 'gap'],
  ['2026-04-05T01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z', 'overlap'],
  ['2026-03-08T00:30', 'America/Havana', '2026-03-08T05:30:00.000Z', 'gap'],
  ['2026-09-06T00:00', 'America/Santiago', '2026-09-06T04:00:00.000Z', 'gap'],
  ['2026-06-01T12:00', 'Asia/Kathmandu', '2026-06-01T06:15:00.000Z', null],
] as const

describe.each(['UTC', 'Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Kiritimati'])(
  'on a server in %s',
  zone => {
    test.each(table)('%s on the clocks of %s is one moment', (wall, place, at, turn) => {
      process.env.TZ = zone
      expect(meantBy(wall, place)).toEqual({ at, turn })
      if (turn !== 'gap') expect(wallOf(at, place)).toBe(wall)
    })
  },
)

test('what is no time, or no zone, means nothing', () => {
  for (const [wall, zone] of [
    ['2026-02-30T09:00', 'Europe/London'],
    ['2026-11-27T25:00', 'Europe/London'],
    ['tomorrow', 'Europe/London'],
    ['2026-11-27T09:00', 'Europe/Nowhere'],
    ['', ''],
  ] as const)
    expect(meantBy(wall, zone)).toBeNull()
})

test('an editor is told when clocks are changed, and of nothing else', () => {
  expect(turnText('2026-03-29T01:30', 'Europe/London')).toBe(
    'The clocks in Europe/London go forward that day, and there is no 01:30: 02:30 is meant.',
  )
  expect(turnText('2026-10-25T01:30', 'Europe/London')).toMatch(
    /go back that day, and 01:30 comes twice: the first is meant\.$/,
  )
  expect(turnText('2026-11-27T09:00', 'Europe/London')).toBe('')
})

describe('what is to come moves to another day', () => {
  const move = (wall: string, zone: string, houseZone: string, day: string) =>
    movedWall({ wall, zone, at: new Date(meantBy(wall, zone)?.at ?? '') }, houseZone, day)

  test.each([
    // Nine stays nine, also when the clocks change in between.
    ['2026-03-27T09:00', 'Europe/London', 'Europe/London', '2026-03-30', '2026-03-30T09:00', '2026-03-27'],
    // Late in New York is the next day in the house's London, which is the day that the calendar shows.
    ['2026-11-24T22:00', 'America/New_York', 'Europe/London', '2026-11-27', '2026-11-26T22:00', '2026-11-25'],
    ['2026-11-25T05:00', 'Asia/Tokyo', 'Europe/London', '2026-11-20', '2026-11-21T05:00', '2026-11-24'],
    // Over the end of a month and a year.
    ['2026-12-31T12:00', 'Europe/London', 'Europe/London', '2027-03-01', '2027-03-01T12:00', '2026-12-31'],
    // An hour that there was not on the day is the hour again on another.
    ['2026-03-29T01:30', 'Europe/London', 'Europe/London', '2026-03-30', '2026-03-30T01:30', '2026-03-29'],
  ])('%s in %s, in a house in %s, to %s', (wall, zone, houseZone, day, expected, from) =>
    expect(move(wall, zone, houseZone, day)).toEqual({ wall: expected, from }),
  )
})
