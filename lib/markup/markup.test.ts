import { describe, expect, test } from 'vitest'
import { workKinds } from '#lib/works/works.ts'
import { markupFindings } from '../../test/markup-rules/graph.ts'
import { fullReview, ratings, sampleReview, site } from '../../test/markup-rules/sample-review.ts'
import {
  breadcrumbMarkup,
  listMarkup,
  markupJson,
  personMarkup,
  profileMarkup,
  publicationMarkup,
  reviewMarkup,
  workPageMarkup,
} from './markup.ts'

const five = ratings['a unit of its own'] ?? null
const typesOf = (nodes: { '@type'?: unknown }[]) => nodes.map(node => node['@type'])
/** What a machine reads: without what was left out. */
const read = (node: unknown) => JSON.parse(JSON.stringify(node))

describe('every kind of work in every form of rating', () => {
  for (const kind of workKinds)
    for (const [form, rating] of Object.entries(ratings))
      test(`a review of ${kind} with ${form} is without a fault`, () => {
        for (const review of [fullReview(kind, rating), sampleReview(kind, rating)]) {
          const trail = [{ name: 'Out of Five', path: '/' }, review.section, { name: review.title, path: review.path }]
          const graph = [...reviewMarkup(review, site), breadcrumbMarkup(site.siteUrl, trail)]
          expect(markupFindings(markupJson(graph))).toEqual([])
          const isRated = rating !== null && kind !== 'play' && kind !== 'restaurant'
          expect(typesOf(graph)).toEqual([...(isRated ? ['Article', 'Review'] : ['Article']), 'BreadcrumbList'])
        }
      })

  for (const kind of workKinds)
    test(`the page of ${kind} is without a fault`, () => {
      const { work, credits, sameAs } = fullReview(kind, null)
      const graph = workPageMarkup(site.siteUrl, { work, credits, sameAs })
      if (graph.length > 0) expect(markupFindings(markupJson(graph))).toEqual([])
      expect(graph.length).toBe(['app', 'product', 'exhibition', 'restaurant'].includes(kind) ? 0 : 1)
    })
})

test('a scored film is an Article and a Review that name each other, with the bounds of its scale', () => {
  const [article, review] = reviewMarkup(sampleReview('film', five), site)
  expect(read(review)).toMatchObject({
    '@type': 'Review',
    isPartOf: { '@id': read(article)['@id'] },
    itemReviewed: { '@type': 'Movie', name: 'Her', datePublished: '2013' },
    reviewRating: { ratingValue: 5, bestRating: 5, worstRating: 0, ratingExplanation: "Five OS's out of five" },
  })
  expect(read(article)).toMatchObject({
    hasPart: { '@id': read(review)['@id'] },
    about: { '@id': 'https://example.org/works/her#work' },
  })
})

test('a letter is its place on the scale, with the letter in words', () => {
  const [, review] = reviewMarkup(sampleReview('book', ratings['a letter'] ?? null), site)
  expect(read(review).reviewRating).toEqual({
    '@type': 'Rating',
    ratingValue: 3,
    bestRating: 4,
    worstRating: 0,
    ratingExplanation: 'B',
  })
})

test('every author is an author of their own, and dates have the offset of their season', () => {
  const review = sampleReview('film', five, { modifiedAt: '2015-01-02T09:00:00.000Z' })
  const article = read(reviewMarkup(review, site)[0])
  expect(article.author).toHaveLength(2)
  expect(article.datePublished).toBe('2014-07-14T09:00:00+01:00')
  expect(article.dateModified).toBe('2015-01-02T09:00:00+00:00')
})

test('a change on the day of publication is told to machines no more than to readers', () => {
  const article = read(reviewMarkup(sampleReview('film', five, { modifiedAt: '2014-07-14T10:00:00.000Z' }), site)[0])
  expect(article.dateModified).toBe(article.datePublished)
})

test('points are marked up of products only, from two on', () => {
  const notes = (kind: 'product' | 'film', pros: string[], cons: string[]) => {
    const { positiveNotes, negativeNotes } = read(reviewMarkup(sampleReview(kind, five, { pros, cons }), site)[1])
    return [positiveNotes?.itemListElement.length, negativeNotes?.itemListElement.length]
  }
  expect(notes('product', ['It lasts.'], ['It rattles.'])).toEqual([1, 1])
  expect(notes('product', ['It lasts.', 'It is light.'], [])).toEqual([2, undefined])
  expect(notes('product', ['It lasts.'], [])).toEqual([undefined, undefined])
  expect(notes('film', ['It listens.'], ['It leaves.'])).toEqual([undefined, undefined])
})

test('credits stand under the properties of their type, actors with their characters, groups as groups', () => {
  const made = (kind: Parameters<typeof fullReview>[0]) =>
    read(reviewMarkup(fullReview(kind, five), site)[1]).itemReviewed
  expect(made('film').actor[0]).toMatchObject({
    '@type': 'PerformanceRole',
    actor: { '@type': 'Person', name: 'Ada actor' },
    characterName: 'Theodore',
  })
  expect(made('film').director).toMatchObject([{ name: 'Ada director' }])
  expect(made('book').author.map(({ name }: { name: string }) => name)).toContain('Ada author')
  expect(made('album').byArtist).toMatchObject([
    { '@type': 'Person' },
    { '@type': 'MusicGroup', name: 'Studio performer' },
  ])
  expect(made('product').manufacturer).toMatchObject([{ '@type': 'Organization' }, { '@type': 'Organization' }])
  expect(made('book')).toMatchObject({ sameAs: ['https://www.wikidata.org/entity/Q788822'], isbn: '9780571364879' })
})

test('a part names its whole, and an episode of a podcast is one', () => {
  const whole = (kind: 'season' | 'episode', partOf: { kind: 'series' | 'season' | 'podcast'; title: string }) => {
    const review = sampleReview(kind, five)
    return read(reviewMarkup({ ...review, work: { ...review.work, partOf } }, site)[1]).itemReviewed
  }
  expect(whole('season', { kind: 'series', title: 'Severance' })).toMatchObject({
    '@type': 'TVSeason',
    partOfSeries: { '@type': 'TVSeries', name: 'Severance' },
  })
  expect(whole('episode', { kind: 'podcast', title: 'S-Town' })).toMatchObject({
    '@type': 'PodcastEpisode',
    partOfSeries: { name: 'S-Town' },
  })
})

test('hostile titles end no script and come back as they were', () => {
  const title = '</script><script>alert(1)</script><!-- & "quoted" \u2028 ﷽ 🎬'
  const review = sampleReview('film', five, { title, verdict: title })
  const json = markupJson(reviewMarkup({ ...review, work: { ...review.work, title } }, site))
  expect(json).not.toContain('<')
  expect(JSON.parse(json)['@graph'][0].headline).toBe(title)
  expect(JSON.parse(json)['@graph'][1].itemReviewed.name).toBe(title)
  expect(markupFindings(json)).toEqual([])
})

describe('pages that are no reviews', () => {
  const trail = (name: string, path: string) =>
    breadcrumbMarkup(site.siteUrl, [
      { name: 'Out of Five', path: '/' },
      { name, path },
    ])

  test('the front page is the site and who publishes it', () => {
    const graph = publicationMarkup(site)
    expect(typesOf(graph)).toEqual(['WebSite', 'Organization'])
    expect(markupFindings(markupJson(graph))).toEqual([])
  })

  test('a critic’s page is a profile, with or without a biography', () => {
    for (const bio of ['', 'Writes.']) {
      const critic = { name: 'Rosalind Petrakis', path: '/critics/rosalind-petrakis', title: bio && 'Critic', bio }
      const graph = [profileMarkup(site.siteUrl, critic), trail(critic.name, critic.path)]
      expect(markupFindings(markupJson(graph))).toEqual([])
    }
  })

  test('somebody is a person or a group', () => {
    for (const kind of ['person', 'group'] as const) {
      const person = { kind, name: 'Björk', aliases: ['Björk Guðmundsdóttir'], path: '/people/bjork', sameAs: [] }
      expect(markupFindings(markupJson([personMarkup(site.siteUrl, person)]))).toEqual([])
    }
  })

  test('a list names its works in order and rates none; its second page counts on', () => {
    const { work, path } = sampleReview('film', five)
    const list = {
      path: '/lists/best',
      title: 'The best',
      standfirst: 'All of it.',
      critic: { name: 'Rosalind Petrakis', path: '/critics/rosalind-petrakis' },
      publishedAt: '2014-07-14T08:00:00.000Z',
      isRanked: true,
      count: 52,
      entries: [51, 52].map(rank => ({ rank, review: { work, path } })),
    }
    const graph = [listMarkup(site, list), trail(list.title, list.path)]
    expect(markupFindings(markupJson(graph))).toEqual([])
    expect(read(graph[0]).mainEntity.itemListElement).toMatchObject([{ position: 51 }, { position: 52 }])
    expect(markupJson(graph)).not.toContain('Rating')
    expect(
      markupFindings(markupJson([listMarkup(site, { ...list, critic: null, publishedAt: null, isRanked: false })])),
    ).toEqual([])
  })
})
