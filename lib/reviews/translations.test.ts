import { expect, test } from 'vitest'
import { alternatesOf } from './translations.ts'

const original = { path: '/reviews/her', language: 'en-GB', title: 'Her' }
const german = { path: '/reviews/her-auf-deutsch', language: 'de', title: 'Sie' }
const french = { path: '/reviews/her-en-francais', language: 'fr', title: 'Elle' }

test('a review in one language has no alternates', () => {
  expect(alternatesOf({ ...original, translationOfId: null, translations: [] })).toBeNull()
})

test('every page of a review in several languages names the same, and the original for whoever reads none', () => {
  const all = {
    'en-GB': '/reviews/her',
    de: '/reviews/her-auf-deutsch',
    fr: '/reviews/her-en-francais',
    'x-default': '/reviews/her',
  }
  expect(alternatesOf({ ...original, translationOfId: null, translations: [german, french] })).toEqual(all)
  expect(alternatesOf({ ...german, translationOfId: 'her', translations: [original, french] })).toEqual(all)
  expect(alternatesOf({ ...french, translationOfId: 'her', translations: [original, german] })).toEqual(all)
})
