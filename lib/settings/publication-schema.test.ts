import { expect, test } from 'vitest'
import { listTimeZones, mastheadChangeSchema, mastheadOf } from './publication-schema.ts'
import { defaultSettings } from './settings.ts'

const seen = mastheadOf(defaultSettings)
const form = (change: Record<string, string> = {}) =>
  mastheadChangeSchema.safeParse({ ...seen, ...change, seen: JSON.stringify(seen) })
const problems = (change: Record<string, string>) => form(change).error?.issues.map(({ path }) => path.join('.'))

test('what a form carries is tidied: white space, Unicode, the form of a tag', () => {
  const { data } = form({
    name: '  Der   Fu\u0308nfer ',
    language: 'DE-at',
    direction: 'ltr',
    timeZone: 'Europe/Vienna',
  })
  expect(data?.value).toMatchObject({ name: 'Der Fünfer', language: 'de-AT', timeZone: 'Europe/Vienna' })
  expect(data?.seen).toEqual(seen)
})

test.each<[Record<string, string>, string]>([
  [{ name: '   ' }, 'value.name'],
  [{ name: 'x'.repeat(61) }, 'value.name'],
  [{ name: 'Turned\u202e' }, 'value.name'],
  [{ language: 'klingon' }, 'value.language'],
  [{ language: 'xx' }, 'value.language'],
  [{ direction: 'up' }, 'value.direction'],
  [{ timeZone: 'Mars/Olympus' }, 'value.timeZone'],
  [{ timeZone: '+01:00' }, 'value.timeZone'],
  [{ tagline: 'x'.repeat(121) }, 'value.tagline'],
  [{ role: 'owner' }, 'value'],
])('%j is refused at %s', (change, path) => expect(problems(change)).toEqual([path]))

test('a page that was not sent whole is refused', () => {
  expect(mastheadChangeSchema.safeParse({ ...seen, seen: '{' }).success).toBe(false)
  expect(mastheadChangeSchema.safeParse({ ...seen, seen: '{}' }).success).toBe(false)
  expect(mastheadChangeSchema.safeParse(seen).success).toBe(false)
})

test('the zones are those that both clocks know', () => {
  expect(listTimeZones()).toEqual(expect.arrayContaining(['UTC', 'Europe/London', 'Asia/Tokyo']))
})
