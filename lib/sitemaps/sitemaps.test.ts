import { expect, test } from 'vitest'
import { aliasOf } from '#lib/addresses/aliases.ts'
import { defaultSettings } from '#lib/settings/settings.ts'
import { llmsText } from './llms.ts'
import { robotsText } from './robots.ts'
import { sitemapProblems } from './schemas/validate.ts'
import {
  closeSitemap,
  fullAt,
  newsLanguage,
  openSitemap,
  readSitemapName,
  sitemapEntry,
  sitemapIndex,
  urlsPerFile,
} from './sitemaps.ts'

const site = 'https://reviews.example'
const file = (kind: 'pages' | 'images' | 'news', ...entries: Parameters<typeof sitemapEntry>[1][]) =>
  openSitemap(kind) + entries.map(entry => sitemapEntry(site, entry)).join('') + closeSitemap
const hostile = 'Tom & "Jerry" <script>]]>\u0000\ud800\uffff’ 花樣年華'

test('all kinds are valid to the letter', async () => {
  const modifiedAt = '2026-03-16T08:00:00.000Z'
  const documents = [
    file('pages', { path: '/', modifiedAt: null }, { path: '/reviews/her', modifiedAt }),
    file('pages', {
      path: '/reviews/her',
      modifiedAt,
      languages: [
        ['en-GB', '/reviews/her'],
        ['de', '/reviews/sie'],
        ['x-default', '/reviews/her'],
      ],
    }),
    file('images', { path: '/reviews/her', modifiedAt, images: ['/media/her-card.jpg'] }),
    file('news', {
      path: '/reviews/her',
      modifiedAt: null,
      news: { publication: hostile, language: 'zh-Hant', publishedAt: modifiedAt, title: hostile },
    }),
    sitemapIndex(site, [
      { path: '/sitemaps/pages-1.xml', modifiedAt },
      { path: '/sitemaps/news.xml', modifiedAt: null },
    ]),
  ]
  for (const document of documents) expect(await sitemapProblems(document), document).toEqual([])
})

test('the schemas see what is wrong', async () => {
  const problems = async (xml: string) => (await sitemapProblems(xml)).length
  expect(await problems(file('pages'))).toBe(1)
  expect(await problems(file('pages', { path: '/', modifiedAt: 'yesterday' }))).toBeGreaterThan(0)
  expect(await problems(file('pages', { path: '/', modifiedAt: null }, { path: '/', modifiedAt: null }))).toBe(1)
  expect(await problems(file('pages', { path: '/', modifiedAt: null, images: ['/a.jpg'] }))).toBeGreaterThan(0)
  expect(await problems(sitemapIndex('', [{ path: '/sitemaps/pages-1.xml', modifiedAt: null }]))).toBeGreaterThan(0)
})

test.each([
  ['pages-1.xml', { kind: 'pages', number: 1 }],
  ['images-12.xml', { kind: 'images', number: 12 }],
  ['news.xml', { kind: 'news' }],
  ['pages-0.xml', null],
  ['pages-01.xml', null],
  ['pages-1', null],
  ['people-1.xml', null],
  ['pages-999999.xml', null],
])('%s', (name, asked) => expect(readSitemapName(name)).toEqual(asked))

test.each([
  ['en-GB', 'en'],
  ['de', 'de'],
  ['fil', 'fil'],
  ['zh-Hans', 'zh-cn'],
  ['zh-TW', 'zh-tw'],
  ['zh-HK', 'zh-tw'],
])('news in %s are in %s', (tag, language) => expect(newsLanguage(tag)).toBe(language))

test('a file of the longest addresses, full of everything else until it may not be, is within 50 MB', () => {
  const path = `/reviews/${'a'.repeat(120)}`
  const longest = `https://${'sub.'.repeat(55)}reviews.example`
  const plain = sitemapEntry(longest, { path, modifiedAt: '2026-03-16T08:00:00.000Z' }).length
  expect(fullAt + urlsPerFile * plain).toBeLessThan(50_000_000)
})

test('robots may read everything but what is not for readers, and are shown the sitemap', () => {
  expect(robotsText(site)).toBe(`User-agent: *
Disallow: /desk
Disallow: /preview
Disallow: /api/desk
Disallow: /api/auth
Allow: /

Sitemap: https://reviews.example/sitemap.xml
`)
})

test('llms.txt says what the site is before there is anything in it', () => {
  const settings = { ...defaultSettings, name: 'Out [of] Five', tagline: 'Reviews' }
  const text = llmsText({ siteUrl: site, settings, sections: [], newest: [] })
  expect(text).toMatch(/^# Out \\\[of\\\] Five\n\n> Reviews\n/)
  expect(text).toContain(`](${site}/feeds/all.xml)`)
  expect(text).toContain(`](${site}/api/v1/openapi.json)`)
  expect(text).not.toContain('## Sections')
  expect(text).not.toMatch(/undefined|null/)
  const without = llmsText({ siteUrl: site, settings: { ...settings, hasFeeds: false }, sections: [], newest: [] })
  expect(without).not.toContain('/feeds')
})

test('where programs look for feeds and sitemaps by habit leads to them', () => {
  expect(aliasOf('/feed')).toBe('/feeds/all.xml')
  expect(aliasOf('/atom.xml')).toBe('/feeds/all.atom')
  expect(aliasOf('/feed.json')).toBe('/feeds/all.json')
  expect(aliasOf('/sitemap_index.xml')).toBe('/sitemap.xml')
  expect(aliasOf('/constructor')).toBeNull()
})
