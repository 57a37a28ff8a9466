import { expect, test } from 'vitest'
import { feedAt, feedOf, feedPath, readablePath } from './feeds.ts'

test.each([
  ['all.xml', { scope: 'all', slug: '', format: 'xml' }],
  ['sections/film.atom', { scope: 'sections', slug: 'film', format: 'atom' }],
  ['lists/of-2022.json', { scope: 'lists', slug: 'of-2022', format: 'json' }],
] as const)('%s is a feed', (path, feed) => {
  expect(feedAt(path.split('/'))).toEqual(feed)
  expect(feedPath(feed, feed.format)).toBe(`/feeds/${path}`)
})

test.each([
  '',
  'all',
  'all.html',
  'all/film.xml',
  'sections.xml',
  'sections/.xml',
  'sections/film',
  'sections/film.xml/more',
  'works/her.xml',
  'sections/Film.xml',
  'sections/../film.xml',
])('%s is none', path => expect(feedAt(path.split('/'))).toBeNull())

test('what a feed follows is named by its address without the ending', () => {
  expect(feedOf(['critics', 'mina'])).toEqual({ scope: 'critics', slug: 'mina' })
  expect(feedOf(['all'])).toEqual({ scope: 'all', slug: '' })
  expect(feedOf(['critics'])).toBeNull()
})

test('the page for a person who opens a feed is at a path of its own', () => {
  expect(readablePath('/feeds/sections/film.atom')).toBe('/feeds/read/sections/film')
  expect(readablePath('/feeds/all.json')).toBe('/feeds/read/all')
  for (const path of ['/feeds', '/feeds/read/all', '/feed.xml', '/reviews/her']) expect(readablePath(path)).toBeNull()
})
