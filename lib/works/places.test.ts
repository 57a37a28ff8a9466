import { expect, test } from 'vitest'
import { languageName } from '#lib/languages/languages.ts'
import { countries, countryName, isCountry, isLanguage, languages } from './places.ts'

test('countries and languages are there once, by name, without codes that were given up', () => {
  const codes = countries().map(({ code }) => code)
  expect(codes).toEqual(expect.arrayContaining(['GB', 'US', 'HK', 'EE', 'XK']))
  for (const code of ['DD', 'SU', 'EU', 'ZZ', 'UK']) expect(codes).not.toContain(code)
  expect(new Set(countries().map(({ name }) => name)).size).toBe(codes.length)
  const spoken = languages().map(({ code }) => code)
  expect(spoken).toEqual(expect.arrayContaining(['en', 'yue', 'he', 'id']))
  for (const code of ['iw', 'in', 'xx']) expect(spoken).not.toContain(code)
})

test('every one that can be chosen is taken, and nothing else', () => {
  expect(countries().every(({ code }) => isCountry(code))).toBe(true)
  expect(languages().every(({ code }) => isLanguage(code))).toBe(true)
  for (const code of ['XX', 'us', 'USA', '', 'ZZ', '1']) expect(isCountry(code)).toBe(false)
  for (const code of ['qq', 'EN', 'english', '']) expect(isLanguage(code)).toBe(false)
})

test('codes have names', () => {
  expect([countryName('GB'), languageName('yue'), countryName('??'), languageName('zzz')]).toEqual([
    'United Kingdom',
    'Cantonese',
    '??',
    'zzz',
  ])
})
