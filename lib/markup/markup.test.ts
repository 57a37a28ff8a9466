import { expect, test } from 'vitest'
import type { Rating } from '#lib/ratings/ratings.ts'
import { noDetails } from '#lib/reviews/details.ts'
import type { ReviewArticle } from '#lib/reviews/reviews.ts'
import { defaultSettings } from '#lib/settings/settings.ts'
import type { WorkKind } from '#lib/works/works.ts'
import { breadcrumbMarkup, reviewMarkup, workPageMarkup } from './markup.ts'

const site = { siteUrl: 'https://example.org', settings: defaultSettings }
const five: Rating = {
  scale: { key: 'five', name: 'Five', version: 1, kind: 'numeric', min: 0, max: 5, step: 0.5, labels: [] },
  unit: { singular: 'OS', plural: "OS's", glyph: 'orb' },
  value: 5,
}

function review(kind: WorkKind, rating: Rating | null): ReviewArticle {
  const link = (name: string, path: string) => ({ id: name, name, path })
  return {
    id: 'r',
    path: '/reviews/her',
    kind: 'full',
    title: 'A Voice Through the Floor',
    standfirst: '',
    verdict: 'The best film about listening.',
    publishedAt: '2014-07-14T08:00:00.000Z',
    modifiedAt: '2014-07-14T08:00:00.000Z',
    rating,
    score: rating && 100,
    work: { id: 'w', kind, title: 'Her', year: 2013, path: '/works/her' },
    critics: [link('Rosalind Petrakis', '/critics/rosalind-petrakis'), link('Tobias Wren', '/critics/tobias-wren')],
    section: link('Film', '/sections/film'),
    picture: null,
    rereviewOfId: null,
    body: { type: 'doc' },
    plainText: '',
    wordCount: 0,
    seen: '',
    ...noDetails,
    spoilers: 'none',
    topics: [],
    credits: [],
    sameAs: [],
    searchTitle: '',
    searchDescription: '',
    pictures: {},
    mentions: {},
    sponsored: [],
    corrections: [],
    rereviewOf: null,
    rereviews: [],
    opinions: [],
    related: [],
  }
}

const typesOf = (nodes: { '@type': string }[]) => nodes.map(node => node['@type'])

test('a scored film is an Article and a Review with the bounds of its scale', () => {
  const [, node] = reviewMarkup(review('film', five), site)
  expect(node).toMatchObject({
    '@type': 'Review',
    itemReviewed: { '@type': 'Movie', name: 'Her' },
    reviewRating: { ratingValue: 5, bestRating: 5, worstRating: 0 },
  })
})

test('a review without a score carries no rating at all', () => {
  expect(typesOf(reviewMarkup(review('film', null), site))).toEqual(['Article'])
})

test('restaurants and plays are not marked up with a rating: engines refuse it', () => {
  expect(typesOf(reviewMarkup(review('restaurant', five), site))).toEqual(['Article'])
  expect(typesOf(reviewMarkup(review('play', five), site))).toEqual(['Article'])
})

test('every author is an author of their own, and the date has the offset of the summer', () => {
  const [article] = reviewMarkup(review('film', five), site)
  expect(article?.author).toHaveLength(2)
  expect(article?.datePublished).toBe('2014-07-14T09:00:00+01:00')
})

test('breadcrumbs are absolute and counted from one', () => {
  const { itemListElement } = breadcrumbMarkup(site.siteUrl, [
    { name: 'Out of Five', path: '/' },
    review('film', null).section,
  ])
  expect(itemListElement).toMatchObject([{ position: 1 }, { position: 2, item: 'https://example.org/sections/film' }])
})

test('a work is named as others name it, with its ISBN when it is a book', () => {
  const sameAs = ['https://www.wikidata.org/entity/Q788822', 'urn:isbn:9780571364879']
  const [article] = reviewMarkup({ ...review('book', null), sameAs }, site)
  expect(article).toMatchObject({ about: { '@type': 'Book', sameAs, isbn: '9780571364879' } })
  const { work } = review('film', null)
  expect(workPageMarkup('https://example.org', { work, credits: [], sameAs: [] })).toEqual([
    { '@type': 'Movie', name: 'Her', url: 'https://example.org/works/her', datePublished: '2013' },
  ])
  expect(workPageMarkup('https://example.org', { work: review('product', null).work, credits: [], sameAs })).toEqual([])
})
