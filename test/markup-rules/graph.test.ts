import { describe, expect, test } from 'vitest'
import { markupFindings } from './graph.ts'
import { vocabulary } from './vocabulary.ts'

// The validator is only worth what it catches: each fault that it is there for, once.

const author = { '@type': 'Person', name: 'Rosalind Petrakis', url: 'https://example.org/critics/rosalind-petrakis' }
const dates = { datePublished: '2014-07-14T09:00:00+01:00', dateModified: '2014-07-14T09:00:00+01:00' }
const article = {
  '@type': 'Article',
  '@id': 'https://example.org/reviews/her#article',
  headline: 'A Voice Through the Floor',
  author,
  ...dates,
  publisher: { '@type': 'Organization', name: 'Out of Five' },
  hasPart: { '@id': 'https://example.org/reviews/her#review' },
}
const rating = {
  '@type': 'Rating',
  ratingValue: 5,
  bestRating: 5,
  worstRating: 0,
  ratingExplanation: 'Five out of five',
}
const review = {
  '@type': 'Review',
  '@id': 'https://example.org/reviews/her#review',
  author,
  ...dates,
  isPartOf: { '@id': 'https://example.org/reviews/her#article' },
  itemReviewed: { '@type': 'Movie', name: 'Her' },
  reviewRating: rating,
}
const crumbs = {
  '@type': 'BreadcrumbList',
  itemListElement: ['/', '/sections/film'].map((path, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: path,
    item: `https://example.org${path}`,
  })),
}

const findings = (...graph: unknown[]) =>
  markupFindings(JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }))
const withReview = (change: object) => findings(article, { ...review, ...change }, crumbs)

test('what is right is found right', () => {
  expect(findings(article, review, crumbs)).toEqual([])
})

describe('the vocabulary', () => {
  test('knows what a type is a kind of, and its properties', () => {
    expect(vocabulary().lineage('Restaurant')).toEqual(
      expect.arrayContaining(['LocalBusiness', 'Place', 'Organization']),
    )
    expect(vocabulary().types.has('Movie')).toBe(true)
    expect(vocabulary().rangeOf('Movie', 'name')).toContain('Text')
    expect(vocabulary().rangeOf('Restaurant', 'datePublished')).toBeNull()
  })

  const broken: [name: string, nodes: unknown[], says: string][] = [
    ['a type that is none', [{ '@type': 'Film', name: 'Her' }], 'no type of schema.org'],
    ['a type that is missing', [{ name: 'Her' }], 'no type of schema.org'],
    ['a property of another type', [{ '@type': 'Product', name: 'x', datePublished: '2013' }], 'no such property'],
    ['a value of the wrong type', [{ '@type': 'Movie', director: { '@type': 'Movie', name: 'x' } }], 'is not Person'],
    ['a name where somebody is wanted', [{ '@type': 'Movie', director: 'Spike Jonze' }], 'is not Person'],
    ['a date that is none', [{ '@type': 'Movie', datePublished: 'July 2013' }], 'is not Date'],
    ['a number in words', [{ '@type': 'ItemList', numberOfItems: 'five', itemListElement: [] }], 'is not Integer'],
    ['a relative address', [{ '@type': 'Movie', sameAs: '/works/her' }], 'is not URL'],
    ['an empty text', [{ '@type': 'Movie', name: '' }], 'is not Text'],
    ['an empty list', [{ '@type': 'Movie', actor: [] }], 'is an empty list'],
    ['a null', [{ '@type': 'Movie', name: null }], 'is not Text'],
    ['a reference to nothing', [{ '@type': 'Movie', director: { '@id': 'https://x.example/#y' } }], 'not in the graph'],
    [
      'an order that is none',
      [{ '@type': 'ItemList', itemListOrder: { '@type': 'Person' } }],
      'is not ItemListOrderType',
    ],
  ]
  test.each(broken)('catches %s', (_, nodes, says) => {
    expect(findings(...nodes).join('\n')).toContain(says)
  })
})

describe('the engines’ rules', () => {
  const broken: [name: string, found: string[], says: string][] = [
    ['a rating of a restaurant', withReview({ itemReviewed: { '@type': 'Restaurant', name: 'x' } }), 'of a business'],
    ['a rating of a play', withReview({ itemReviewed: { '@type': 'Play', name: 'x' } }), 'a Play is not shown'],
    ['a work without a name', withReview({ itemReviewed: { '@type': 'Movie' } }), 'has no name'],
    ['a review of nothing', withReview({ itemReviewed: undefined }), 'no itemReviewed'],
    ['a review by nobody', withReview({ author: undefined }), 'has no author'],
    ['a name of a hundred characters', withReview({ author: { ...author, name: 'x'.repeat(100) } }), 'fewer than 100'],
    ['a byline that names somebody twice', withReview({ author: [author, author] }), 'twice'],
    ['a review without a rating', withReview({ reviewRating: undefined }), 'no reviewRating'],
    ['a letter for a number', withReview({ reviewRating: { ...rating, ratingValue: 'B+' } }), 'no number'],
    ['a rating off its scale', withReview({ reviewRating: { ...rating, ratingValue: 6 } }), 'above bestRating'],
    ['a rating under its scale', withReview({ reviewRating: { ...rating, ratingValue: -1 } }), 'below worstRating'],
    ['no best rating', withReview({ reviewRating: { ...rating, bestRating: undefined } }), 'out of 5'],
    ['no worst rating', withReview({ reviewRating: { ...rating, worstRating: undefined } }), 'begin at 1'],
    ['a date without a zone', withReview({ datePublished: '2014-07-14T09:00:00' }), 'with its zone'],
    [
      'two reviews on a page',
      findings(article, review, { ...review, '@id': 'https://example.org/x#review' }),
      'second',
    ],
    ['a review that no article has', withReview({ isPartOf: undefined }), 'do not name each other'],
    [
      'a change before publication',
      findings({ ...article, dateModified: '2013-07-14T09:00:00Z' }, review),
      'before it',
    ],
    ['a picture without an address', findings({ ...article, image: ['/media/x.jpg'] }, review), 'absolute'],
    ['an article without a headline', findings({ ...article, headline: undefined }, review), 'no headline'],
    [
      'one step of a trail',
      findings({ ...crumbs, itemListElement: crumbs.itemListElement.slice(1) }),
      'fewer than two',
    ],
    [
      'steps that are miscounted',
      findings({ ...crumbs, itemListElement: crumbs.itemListElement.toReversed() }),
      'counted',
    ],
    [
      'a product alone',
      findings({ '@type': 'Product', '@id': 'https://example.org/#p', name: 'x' }),
      'neither a review',
    ],
    [
      'a search box',
      findings({ '@type': 'WebSite', name: 'x', potentialAction: { '@type': 'SearchAction' } }),
      'any more',
    ],
    [
      'an aggregate of nothing',
      withReview({
        itemReviewed: {
          '@type': 'Movie',
          name: 'Her',
          aggregateRating: { '@type': 'AggregateRating', ratingValue: 4 },
        },
      }),
      'counts nothing',
    ],
    [
      'points about a film',
      withReview({ positiveNotes: { '@type': 'ItemList', itemListElement: crumbs.itemListElement } }),
      'of products only',
    ],
    [
      'a review in a list',
      findings(article, review, { '@type': 'CollectionPage', '@id': 'https://example.org/l', name: 'x' }),
      'carries no review',
    ],
    [
      'a profile of nobody',
      findings({ '@type': 'ProfilePage', '@id': 'https://example.org/c', name: 'x' }),
      'of nobody',
    ],
  ]
  test.each(broken)('catch %s', (_, found, says) => {
    expect(found.join('\n')).toContain(says)
  })

  test('catch what is no JSON, and what is no schema.org', () => {
    expect(markupFindings('{')).toHaveLength(1)
    expect(markupFindings('{"@context":"https://example.org","@graph":[]}')).toHaveLength(1)
    expect(markupFindings('{"@context":"https://schema.org","@graph":[]}')).toHaveLength(1)
  })
})
