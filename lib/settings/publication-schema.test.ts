import { expect, test } from 'vitest'
import { houseFormSchema } from './house-schema.ts'
import { listTimeZones } from './publication-schema.ts'
import { defaultSettings } from './settings.ts'

const { name, tagline, description, logoId, logoDarkId, iconId, language, direction, timeZone } = defaultSettings
const stored = {
  identity: { name, tagline, description, logoId, logoDarkId, iconId },
  language: { language, direction, timeZone },
} as const
type Page = keyof typeof stored

const form = (page: Page, change: Record<string, unknown> = {}) =>
  houseFormSchema.safeParse({
    page,
    value: JSON.stringify({ ...stored[page], ...change }),
    seen: JSON.stringify(stored[page]),
  })
const problems = (page: Page, change: Record<string, unknown>) =>
  form(page, change).error?.issues.map(({ path }) => path.join('.'))

test('what a form carries is tidied: white space, Unicode, the form of a tag', () => {
  const identity = form('identity', { name: '  Der   Fu\u0308nfer ' })
  expect(identity.data).toMatchObject({ page: 'identity', value: { name: 'Der Fünfer' }, seen: stored.identity })
  const speech = form('language', { language: 'DE-at', timeZone: 'Europe/Vienna' })
  expect(speech.data?.value).toEqual({ language: 'de-AT', direction: 'ltr', timeZone: 'Europe/Vienna' })
})

test.each<[Page, Record<string, unknown>, string]>([
  ['identity', { name: '   ' }, 'value.name'],
  ['identity', { name: 'x'.repeat(61) }, 'value.name'],
  ['identity', { name: 'Turned\u202e' }, 'value.name'],
  ['identity', { tagline: 'x'.repeat(121) }, 'value.tagline'],
  ['identity', { logoId: '../../etc/passwd' }, 'value.logoId'],
  ['identity', { role: 'owner' }, 'value'],
  ['language', { language: 'klingon' }, 'value.language'],
  ['language', { language: 'xx' }, 'value.language'],
  ['language', { direction: 'up' }, 'value.direction'],
  ['language', { timeZone: 'Mars/Olympus' }, 'value.timeZone'],
  ['language', { timeZone: '+01:00' }, 'value.timeZone'],
])('of %s, %j is refused at %s', (page, change, path) => expect(problems(page, change)).toEqual([path]))

test('a page that was not sent whole is refused', () => {
  const whole = { page: 'language', value: JSON.stringify(stored.language), seen: JSON.stringify(stored.language) }
  expect(houseFormSchema.safeParse(whole).success).toBe(true)
  for (const broken of [{ seen: '{' }, { value: '{"language":"en"}' }, { page: 'users' }, { value: '' }])
    expect(houseFormSchema.safeParse({ ...whole, ...broken }).success).toBe(false)
})

test('the zones are those that both clocks know', () => {
  expect(listTimeZones()).toEqual(expect.arrayContaining(['UTC', 'Europe/London', 'Asia/Tokyo']))
})
