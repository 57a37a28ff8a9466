import { expect, test } from 'vitest'
import {
  alsoInText,
  canonicalLanguage,
  directionOf,
  inLanguage,
  languageName,
  listLanguages,
  ownLanguageName,
} from './languages.ts'
import { languageTag } from './languages-schema.ts'

test.each([
  ['en-gb', 'en-GB'],
  ['DE', 'de'],
  [' pt-br ', 'pt-BR'],
  ['zh-hant-tw', 'zh-Hant-TW'],
  ['es-419', 'es-419'],
  ['iw', 'he'],
  ['sr-latn', 'sr-Latn'],
])('“%s” is written %s', (typed, tag) => expect(canonicalLanguage(typed)).toBe(tag))

test.each([
  '',
  'e',
  'english',
  'en_GB',
  'xx',
  'qqq',
  'en-',
  'de-u-co-phonebk',
  'x-klingon',
  'en GB',
  '12',
  '<de>',
  'en-G',
])('“%s” is no language', typed => {
  expect(canonicalLanguage(typed)).toBeNull()
  expect(languageTag.safeParse(typed).success).toBe(false)
})

test('every language that is offered is one, once, by its name', () => {
  for (const tag of listLanguages()) {
    expect(canonicalLanguage(tag)).toBe(tag)
    // What the database holds a tag to.
    expect(tag).toMatch(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    expect(languageName(tag)).not.toBe(tag)
  }
  expect(new Set(listLanguages()).size).toBe(listLanguages().length)
})

test('languages have a name in English and one of their own', () => {
  expect([languageName('de'), languageName('en-GB'), languageName('de', 'fr')]).toEqual([
    'German',
    'British English',
    'allemand',
  ])
  expect([ownLanguageName('fr'), ownLanguageName('ar'), ownLanguageName('pt-BR')]).toEqual([
    'Français',
    'العربية',
    'Português (Brasil)',
  ])
})

test('the direction is that of the script, as Intl has it', () => {
  expect(['ar', 'he', 'fa', 'ur', 'yi', 'dv', 'az-Arab', 'pa-Arab', 'ks'].map(directionOf)).toEqual(
    Array(9).fill('rtl'),
  )
  expect(['en', 'de', 'az', 'pa', 'zh-Hant', 'ja', 'tr', 'ks-Deva'].map(directionOf)).toEqual(Array(8).fill('ltr'))
  for (const tag of listLanguages())
    expect([tag, directionOf(tag)]).toEqual([tag, new Intl.Locale(tag).getTextInfo().direction])
})

test('a text says its language where the page has not', () => {
  expect(inLanguage('en-GB', 'en-GB')).toEqual({})
  expect(inLanguage('ar', 'en-GB')).toEqual({ lang: 'ar', dir: 'rtl' })
  expect(inLanguage('en-US', 'en-GB')).toEqual({ lang: 'en-US', dir: 'ltr' })
})

test('what leads to another language says so in that language', () => {
  expect([alsoInText('de'), alsoInText('fr-CA'), alsoInText('en-US')]).toEqual([
    'Auch auf Deutsch',
    'Aussi en français',
    'Also in English',
  ])
  expect(alsoInText('cy')).toBe('Cymraeg')
  // Two Englishes have to be told apart.
  expect(alsoInText('en-US', ['en-US', 'en-GB', 'de'])).toBe('American English')
})
