import { parseFeed as parseStrictly } from '@rowanmanning/feed-parser'
import { describe, expect, test } from 'vitest'
import type { ListPage } from '#lib/lists/published.ts'
import type { Rating, RatingScale } from '#lib/ratings/ratings.ts'
import { defaultSettings } from '#lib/settings/settings.ts'
import { atomOf } from './atom.ts'
import { listEntry, reviewEntry } from './entries.ts'
import type { Feed, FeedReview } from './feed.ts'
import { type FeedFormat, feedFormats } from './feeds.ts'
import { jsonFeedOf } from './json-feed.ts'
import { rssOf } from './rss.ts'
import { feedProblems, readBack } from './testing.ts'

const siteUrl = 'https://reviews.example'
const settings = { ...defaultSettings, timeZone: 'Europe/London' }
const site = { siteUrl, settings }
const writers: Record<FeedFormat, (feed: Feed) => string> = { xml: rssOf, atom: atomOf, json: jsonFeedOf }
const hostile = '<b>"Tom" & \'Jerry\'</b> ]]> \0\u0007\u{fffe}\ud800 ‮ 😀 &amp; {{x}}\r\n'

const stars: RatingScale = {
  ...{ key: 'stars', name: 'Stars', version: 2, kind: 'numeric', min: 0, max: 5, step: 0.5, labels: [] },
}
const rated = (scale: Partial<RatingScale>, value: number, unit: Rating['unit'] = null): Rating => ({
  scale: { ...stars, ...scale },
  unit,
  value,
})
const uuid = (number: number) => `01a20631-0012-755a-8ac7-${String(number).padStart(12, '0')}`

function review(change: Partial<FeedReview> = {}): FeedReview {
  const link = (name: string, folder: string) => ({ id: uuid(9), name, path: `/${folder}/${name.toLowerCase()}` })
  return {
    ...{ id: uuid(1), path: '/reviews/her', kind: 'full', title: 'A Voice', standfirst: 'A lift.', verdict: 'Kind.' },
    ...{ pullQuote: '', badges: [], publishedAt: '2014-02-14T08:00:00.000Z', modifiedAt: '2014-07-14T08:00:00.123Z' },
    ...{ rating: rated({}, 4.5, { singular: 'star', plural: 'stars', glyph: 'star' }), score: 90, language: 'en-GB' },
    work: { id: uuid(2), kind: 'film', title: 'Her', year: 2013, path: '/works/her' },
    ...{ critics: [link('Mina', 'critics')], section: link('Film', 'sections'), topics: [link('Love', 'topics')] },
    ...{ picture: null, still: null, rereviewOfId: null, spoilers: 'none', plainText: 'He listens.' },
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'He listens.' }] }] },
    ...{
      pros: [],
      cons: [],
      aspects: [],
      advisory: '',
      disclosures: [],
      disclosureNote: '',
      pictures: {},
      mentions: {},
    },
    ...{ sponsored: [], corrections: [] },
    ...change,
  }
}

function feed(reviews: FeedReview[], change: Partial<Feed> = {}): Feed {
  return {
    ...{
      of: { scope: 'sections', slug: 'film' },
      id: `urn:uuid:${uuid(7)}`,
      title: 'Film · Ours',
      description: 'All.',
    },
    ...{ pageUrl: `${siteUrl}/sections/film`, language: 'en-GB', updatedAt: '2014-07-14T09:00:00+01:00', hub: '' },
    publication: { name: 'Ours', url: `${siteUrl}/`, iconUrl: `${siteUrl}/icon.png` },
    ...{ namespace: `${siteUrl}/feeds#ratings-in-feeds`, page: 1, pages: 1 },
    entries: reviews.map(each => reviewEntry(each, site)),
    ...change,
  }
}

const still = { url: `${siteUrl}/media/her-1-card.jpg`, type: 'image/jpeg', length: 1_234, width: 1_200, height: 675 }
const everything = review({
  ...{ title: hostile, standfirst: hostile, verdict: hostile, badges: [hostile], pros: [hostile], cons: [hostile] },
  ...{ advisory: hostile, disclosureNote: hostile, spoilers: 'major', kind: 'in_progress', language: 'ar' },
  work: { id: uuid(2), kind: 'film', title: hostile, year: 2013, path: '/works/her' },
  critics: [hostile, 'Jun'].map(name => ({ id: uuid(3), name, path: '/critics/x' })),
  topics: [{ id: uuid(4), name: hostile, path: '/topics/x' }],
  corrections: [{ id: uuid(5), at: '2015-01-02T00:00:00.000Z', text: hostile }],
  aspects: [{ name: hostile, weight: 2, value: 4 }],
  still: { ...still, alt: hostile, credit: hostile },
})

describe.each(feedFormats)('as %s', format => {
  const text = (of: Feed) => writers[format](of)

  test.each([
    ['with reviews', feed([review(), review({ id: uuid(11) })])],
    ['with hostile words in every place', feed([everything], { title: hostile, description: hostile })],
    ['without any', feed([])],
    ['with a hub', feed([review()], { hub: 'https://hub.example/?a=1&b=2' })],
    ['in the middle of its pages', feed([review()], { page: 2, pages: 3 })],
    ['of everything', feed([review()], { of: { scope: 'all', slug: '' }, id: `${siteUrl}/feeds/all.atom` })],
  ])('a feed %s is what its specification says', async (_, of) => {
    expect(await feedProblems(text(of), format)).toEqual([])
  })

  test('hostile words arrive as words', () => {
    const { contents } = readBack(text(feed([everything])), format)
    expect(contents[0]).toContain('&lt;b&gt;"Tom" &amp; \'Jerry\'&lt;/b&gt; ]]&gt;')
    for (const never of ['<b>', '\0', '\u0007']) expect(contents[0]).not.toContain(never)
  })

  test('the id of a review is its own, whatever its words and its address are', () => {
    const edited = review({ title: 'Another', path: '/reviews/another', modifiedAt: '2020-01-01T00:00:00.000Z' })
    expect(readBack(text(feed([edited])), format).entries).toEqual([`urn:uuid:${uuid(1)}`])
  })

  test('the full text begins with what was reviewed and with the rating in words', () => {
    const { contents } = readBack(text(feed([review()])), format)
    expect(contents[0]).toMatch(/^<p>Film · .*Her.*\(2013\).*<p><strong>Four and a half stars out of five<\/strong>/)
    expect(contents[0]).toContain('<p>He listens.</p>')
  })

  test('what is disclosed comes before the text', () => {
    const { contents } = readBack(text(feed([review({ disclosures: ['affiliate'] })])), format)
    expect(contents[0]?.indexOf('Disclosure:')).toBeGreaterThan(0)
    expect(contents[0]?.indexOf('Disclosure:')).toBeLessThan(contents[0]?.indexOf('He listens') ?? 0)
  })

  test('a text of another language says so, and which way it runs', () => {
    const { contents } = readBack(text(feed([review({ language: 'ar' })])), format)
    expect(contents[0]).toMatch(/^<div lang="ar" dir="rtl">/)
    expect(text(feed([review({ language: 'ar' })]))).toMatch(/xml:lang="ar"|"language": "ar"/)
  })
})

test.each([
  ['xml', '<guid isPermaLink="false">', '<guid>'],
  ['xml', 'rel="self"', 'rel="first"'],
  ['xml', 'GMT', '+0100 (BST)'],
  ['xml', '<link>https://reviews.example/reviews/her', '<link>/reviews/her'],
  ['xml', '&lt;p&gt;', '&lt;p onclick="x"&gt;'],
  ['atom', '<updated>2014', '<updated>last year, 2014'],
  ['atom', ' rel="self"', ''],
  ['atom', '&lt;/p&gt;', '&lt;/p&gt;&lt;script&gt;'],
  ['atom', '<author><name>', '<author><uri>x</uri><name>'],
  ['json', '"id": "urn', '"guid": "urn'],
  ['json', '"url": "https://reviews.example/reviews/her"', '"url": "/reviews/her"'],
] as const)('as %s, %j in place of %j would be seen', async (format, right, wrong) => {
  const text = writers[format](feed([review()]))
  expect(text).toContain(right)
  expect(await feedProblems(text.replace(right, wrong), format)).not.toEqual([])
})

const ratings = [
  ['stars', rated({}, 4.5, { singular: 'star', plural: 'stars', glyph: 'star' }), 'Four and a half stars out of five'],
  ['nought', rated({}, 0), '0 out of 5'],
  ['tenths', rated({ max: 10, step: 0.1 }, 8.4), '8.4 out of 10'],
  ['letters', rated({ kind: 'letter', max: 2, step: 1, labels: ['C', 'B', 'A<+'] }, 2), 'A&lt;+'],
  ['below nought', rated({ min: -5, step: 1 }, -3), '−3 on a scale from −5 to 5'],
] as const

describe('a rating is there as data', () => {
  test.each(ratings)('%s in RSS and Atom', (_, rating, sentence) => {
    for (const write of [rssOf, atomOf]) {
      const xml = write(feed([review({ rating, score: 41.5 })]))
      const { value, scale } = rating
      expect(xml).toContain(`<oof:rating value="${value}" min="${scale.min}" max="${scale.max}" step="${scale.step}"`)
      expect(xml).toMatch(new RegExp(`score="41.5" scale="stars" type="${scale.kind}">`))
      expect(xml).toContain(`>${sentence}</oof:rating>`)
      expect(xml).not.toContain('oof:unscored')
    }
  })

  test.each(ratings)('%s in JSON Feed', (_, rating) => {
    const json = JSON.parse(jsonFeedOf(feed([review({ rating, score: 41.5 })])))
    const { value, scale } = rating
    expect(json.items[0]._out_of_five.rating).toMatchObject({ value, min: scale.min, max: scale.max, score: 41.5 })
  })

  test('a review that is not scored says that, and no number', () => {
    const of = feed([review({ rating: null, score: null })])
    for (const xml of [rssOf(of), atomOf(of)]) {
      expect(xml).toContain('<oof:unscored></oof:unscored>')
      expect(xml).not.toContain('oof:rating ')
    }
    expect(JSON.parse(jsonFeedOf(of)).items[0]._out_of_five).toMatchObject({ rating: null, unscored: true })
    expect(of.entries[0]?.summary).toBe('Her (2013): Not scored. A lift.')
  })

  test('a review in progress says that its number may change', () => {
    const of = feed([review({ kind: 'in_progress' })])
    expect(atomOf(of)).toContain('provisional="true">Four and a half stars out of five, so far<')
    expect(JSON.parse(jsonFeedOf(of)).items[0]._out_of_five.rating.provisional).toBe(true)
  })
})

test('dates are those of the page, right in summer and winter, and a correction is a change', () => {
  const [entry] = feed([review()]).entries
  expect(entry).toMatchObject({ publishedAt: '2014-02-14T08:00:00+00:00', updatedAt: '2014-07-14T09:00:00+01:00' })
  const corrected = review({ corrections: [{ id: uuid(5), at: '2014-12-01T10:00:00.000Z', text: 'It was 2013.' }] })
  expect(reviewEntry(corrected, site).updatedAt).toBe('2014-12-01T10:00:00+00:00')
  expect(rssOf(feed([review()]))).toContain('<pubDate>Fri, 14 Feb 2014 08:00:00 GMT</pubDate>')
})

test('a parser finds the author, the picture with its true size, the categories and the dates', () => {
  const of = feed([review({ still: { ...still, alt: 'A lift', credit: 'Us' } })])
  for (const xml of [rssOf(of), atomOf(of)]) {
    const [item] = parseStrictly(xml).items
    expect(item?.authors.map(({ name }) => name)).toEqual(['Mina'])
    expect(item?.media).toContainEqual(
      expect.objectContaining({ url: still.url, length: 1_234, mimeType: 'image/jpeg' }),
    )
    expect(item?.published?.toISOString()).toBe('2014-02-14T08:00:00.000Z')
    expect(item?.categories.map(({ label, term }) => label ?? term)).toEqual(['Film', 'Film', 'Love'])
  }
})

test('the pages of a feed lead to each other, and the hub is named', () => {
  const of = feed([review()], { page: 2, pages: 3, hub: 'https://hub.example/' })
  const at = (ending: string, page: number) =>
    `${siteUrl}/feeds/sections/film.${ending}${page > 1 ? `?page=${page}` : ''}`
  const xml = atomOf(of)
  for (const [rel, page] of [
    ['self', 2],
    ['first', 1],
    ['previous', 1],
    ['next', 3],
    ['last', 3],
  ] as const)
    expect(xml).toContain(`rel="${rel}" type="application/atom+xml" href="${at('atom', page)}"`)
  expect(xml).toContain('rel="hub" href="https://hub.example/"')
  const json = JSON.parse(jsonFeedOf(of))
  expect(json).toMatchObject({ feed_url: at('json', 2), next_url: at('json', 3) })
  expect(json.hubs).toEqual([{ type: 'WebSub', url: 'https://hub.example/' }])
})

test('a list is an entry of its own, with its works in order and why', async () => {
  const card = review()
  const list: ListPage = {
    ...{ id: uuid(20), path: '/lists/best', title: 'Best & last', standfirst: '', isRanked: true, count: 60 },
    ...{ publishedAt: '2014-03-01T00:00:00.000Z', modifiedAt: '2014-04-01T00:00:00.000Z', critic: null, topic: null },
    ...{ page: 1, pages: 2, entries: [{ rank: 1, note: 'Because <it> is.', review: card }] },
  }
  const entry = listEntry(list, site)
  expect(entry).toMatchObject({ id: `urn:uuid:${uuid(20)}`, judgement: null, updatedAt: '2014-04-01T01:00:00+01:00' })
  expect(entry.content.text).toBe(
    '<ol><li><a href="https://reviews.example/reviews/her"><cite>Her</cite> (2013)</a>: Four and a half stars out of five. Because &lt;it&gt; is.</li></ol><p><a href="https://reviews.example/lists/best">All 60 works</a></p>',
  )
  const of = feed([card], { of: { scope: 'lists', slug: 'best' } })
  const whole = { ...of, entries: [entry, ...of.entries] }
  for (const format of feedFormats) expect(await feedProblems(writers[format](whole), format)).toEqual([])
})
