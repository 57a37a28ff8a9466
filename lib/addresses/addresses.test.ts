import { expect, test } from 'vitest'
import { isSlug, slugify } from './addresses.ts'

test.each([
  ['A Voice Through the Floor', 'a-voice-through-the-floor'],
  ['Céline Sciamma', 'celine-sciamma'],
  ['Björk', 'bjork'],
  ['Jóhann Jóhannsson', 'johann-johannsson'],
  ['Hoyte van Hoytema', 'hoyte-van-hoytema'],
  ['K.K. Barrett', 'k-k-barrett'],
  ['The Girl’s Own', 'the-girls-own'],
  ['Søren & Æsa ß', 'soren-and-aesa-ss'],
  ['  --  ', 'untitled'],
  ['花樣年華', 'untitled'],
  ['a'.repeat(200), 'a'.repeat(80)],
  [`${'word '.repeat(30)}`, Array(16).fill('word').join('-')],
])('slugify(%s)', (title, slug) => {
  expect(slugify(title)).toBe(slug)
  expect(isSlug(slugify(title))).toBe(true)
})

test.each(['', 'A', 'a--b', '-a', 'a-', 'a/b', 'é', 'a'.repeat(121)])('“%s” is no slug', text =>
  expect(isSlug(text)).toBe(false),
)
