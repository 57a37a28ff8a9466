import { samplePicture } from '#lib/media/sample-picture.ts'
import type { Rating } from '#lib/ratings/ratings.ts'
import { noDetails } from '#lib/reviews/details.ts'
import type { ReviewArticle } from '#lib/reviews/reviews.ts'
import { defaultSettings } from '#lib/settings/settings.ts'
import { type CreditRole, creditLines, creditRoles, type WorkKind } from '#lib/works/works.ts'

export const site = {
  siteUrl: 'https://example.org',
  settings: { ...defaultSettings, description: 'Reviews of everything.' },
}

/** A rating of each form, by what it is called in the tests. */
export const ratings: Record<string, Rating | null> = {
  'half of a star': {
    scale: { key: 'stars', name: 'Stars', version: 1, kind: 'numeric', min: 0.5, max: 5, step: 0.5, labels: [] },
    unit: { singular: 'star', plural: 'stars', glyph: 'star' },
    value: 4.5,
  },
  'not scored': null,
  'a letter': {
    scale: {
      key: 'letters',
      name: 'Letters',
      version: 1,
      kind: 'letter',
      min: 0,
      max: 4,
      step: 1,
      labels: ['F', 'D', 'C', 'B', 'A'],
    },
    unit: null,
    value: 3,
  },
  'zero of a scale that begins there': {
    scale: { key: 'ten', name: 'Ten', version: 1, kind: 'numeric', min: 0, max: 10, step: 0.1, labels: [] },
    unit: null,
    value: 0,
  },
  'a unit of its own': {
    scale: { key: 'five', name: 'Five', version: 1, kind: 'numeric', min: 0, max: 5, step: 0.5, labels: [] },
    unit: { singular: 'OS', plural: "OS's", glyph: 'orb' },
    value: 5,
  },
  'a verdict': {
    scale: {
      key: 'verdict',
      name: 'Verdict',
      version: 1,
      kind: 'verdict',
      min: 0,
      max: 1,
      step: 1,
      labels: ['Not recommended', 'Recommended'],
    },
    unit: null,
    value: 1,
  },
}

const link = (name: string, path: string) => ({ id: name, name, path })

/** One person and one group in each of the roles, the person with a character. */
export const everyCredit = creditLines(
  creditRoles.flatMap((role: CreditRole) => [
    {
      role,
      character: 'Theodore',
      person: { id: `p-${role}`, kind: 'person', name: `Ada ${role}`, path: '/people/ada' },
    },
    { role, character: null, person: { id: `g-${role}`, kind: 'group', name: `Studio ${role}`, path: null } },
  ]),
)

/** A review as a page gets it, with nothing in it that could be left out but a title, a byline and a work. */
export function sampleReview(kind: WorkKind, rating: Rating | null, rest: Partial<ReviewArticle> = {}): ReviewArticle {
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
    language: 'en-GB',
    translations: [],
    translationOfId: null,
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
    ...rest,
  }
}

/** The same with everything said that can be. */
export function fullReview(kind: WorkKind, rating: Rating | null): ReviewArticle {
  return sampleReview(kind, rating, {
    standfirst: 'A man falls in love with his computer.',
    modifiedAt: '2015-01-02T09:00:00.000Z',
    credits: everyCredit,
    sameAs: ['https://www.wikidata.org/entity/Q788822', 'urn:isbn:9780571364879'],
    topics: [link('Love', '/topics/love'), link('Loneliness', '/topics/loneliness')],
    pros: ['It listens.', 'It looks good.'],
    cons: ['It leaves.'],
    corrections: [{ id: 'c', at: '2015-01-02T09:00:00.000Z', text: 'A name was misspelt.' }],
    picture: samplePicture({ widths: [400, 800, 1200, 2000], alt: 'A man in a red shirt.' }),
  })
}
