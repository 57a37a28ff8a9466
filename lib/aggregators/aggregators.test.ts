import { describe, expect, test } from 'vitest'
import { labelRange, projection, type Rating, type RatingScale, type ScaleReading } from '#lib/ratings/ratings.ts'
import {
  type AggregatorRow,
  digestedText,
  freshnessName,
  quoteProblem,
  recipientKey,
  scoreOf,
  standingOf,
} from './aggregators.ts'
import { aggregatorsPath, deliverySchema, readAggregatorRequest } from './aggregators-schema.ts'
import { digestOf } from './digest.ts'

const plain: ScaleReading = { bands: [], projection: [], freshFrom: null }
const scale = (part: Partial<RatingScale>): RatingScale => ({
  key: 'x',
  name: 'X',
  version: 1,
  kind: 'numeric',
  min: 0,
  max: 5,
  step: 0.5,
  labels: [],
  ...part,
})
const labels = ['C', 'B-', 'B', 'B+', 'A']
const ratings: [name: string, rating: Rating, original: string, short: string, freshness: string][] = [
  [
    'a house unit',
    { scale: scale({}), unit: { singular: 'OS', plural: 'OS’s', glyph: 'orb' }, value: 5 },
    'Five OS’s out of five',
    '5/5',
    'Fresh',
  ],
  ['bare tenths', { scale: scale({ max: 10, step: 0.1 }), unit: null, value: 8.4 }, '8.4/10', '8.4/10', 'Fresh'],
  ['nothing of five', { scale: scale({}), unit: null, value: 0 }, '0/5', '0/5', 'Rotten'],
  [
    'a letter',
    { scale: scale({ kind: 'letter', ...labelRange(labels), labels }), unit: null, value: 3 },
    'B+',
    'B+',
    'Fresh',
  ],
  [
    'a verdict',
    {
      scale: scale({ kind: 'verdict', ...labelRange(['No', 'Yes']), labels: ['No', 'Yes'] }),
      unit: null,
      value: 0,
    },
    'No',
    'No',
    'Rotten',
  ],
  [
    'below nothing',
    { scale: scale({ min: -5, max: 5, step: 1 }), unit: null, value: -2 },
    '−2 on a scale from −5 to 5',
    '−2',
    'Rotten',
  ],
]

describe('a score', () => {
  test.each(ratings)('of %s is told in its own words, in figures, and as fresh or rotten', (_, rating, ...said) => {
    const score = scoreOf(rating, { hundred: projection(rating), reading: plain, language: 'en-GB' })
    expect([score.original, score.short, freshnessName(score)]).toEqual(said)
  })

  test('is written as the publication writes figures, and for programs with a point', () => {
    const rating = { scale: scale({ max: 10, step: 0.1 }), unit: null, value: 8.4 }
    expect(scoreOf(rating, { hundred: 84, reading: plain, language: 'de-DE' })).toMatchObject({
      original: '8,4/10',
      short: '8.4/10',
      figures: { value: 8.4, worst: 0, best: 10 },
    })
  })

  test('that there is not is neither fresh nor rotten', () => {
    expect(freshnessName(null)).toBe('Not scored')
  })
})

describe('a pull quote', () => {
  test('is measured against what the aggregator takes, and it is said how to mend it', () => {
    expect(quoteProblem('A film to live in.', 250)).toBeNull()
    expect(quoteProblem('x'.repeat(250), 250)).toBeNull()
    expect(quoteProblem('x'.repeat(253), 250)).toEqual({
      problem: '253 characters, 3 more than the 250 that are taken.',
      remedy: 'Choose a shorter sentence of the review.',
    })
    expect(quoteProblem('  ', 250)?.problem).toBe('No pull quote.')
  })

  test('counts what people count', () => {
    expect(quoteProblem('😀'.repeat(40), 40)).toBeNull()
  })
})

const score = {
  original: 'Five OS’s out of five',
  short: '5/5',
  figures: { value: 5, worst: 0, best: 5 },
  hundred: 100,
  isFresh: true,
}
const row: AggregatorRow = {
  reviewId: '0198c6a0-0000-7000-8000-000000000001',
  link: 'https://five.example/reviews/her',
  headline: 'A Voice Through the Floor',
  critics: ['Imogen Vale'],
  outlet: 'Out of Five',
  work: { id: 'w', title: 'Her', year: 2013, kind: 'film', ids: [{ scheme: 'imdb', value: 'tt1798709' }] },
  quote: 'A film to live in.',
  score,
  published: '2014-02-14T08:00:00+00:00',
  updated: '2014-02-14T08:00:00+00:00',
  language: 'en-GB',
  isWithdrawn: false,
}

describe('the digest of what was sent', () => {
  test.each<[string, Partial<AggregatorRow>]>([
    ['the pull quote', { quote: 'A film to sleep in.' }],
    ['the link', { link: 'https://five.example/reviews/her-again' }],
    ['the score', { score: { ...score, original: 'Four', short: '4/5', hundred: 80, isFresh: true } }],
    [
      'the projection',
      { score: { ...score, original: 'Five OS’s out of five', short: '5/5', hundred: 99, isFresh: true } },
    ],
    [
      'fresh and rotten',
      { score: { ...score, original: 'Five OS’s out of five', short: '5/5', hundred: 100, isFresh: false } },
    ],
    ['the score’s going', { score: null }],
    ['the headline', { headline: 'Another' }],
    ['the critic', { critics: ['Imogen Vale', 'Amos Reed'] }],
    ['the work’s title', { work: { ...row.work, title: 'Her Again' } }],
    ['an id', { work: { ...row.work, ids: [] } }],
    ['being withdrawn', { isWithdrawn: true }],
  ])('changes with %s', (_, change) => {
    expect(digestOf({ ...row, ...change })).not.toBe(digestOf(row))
  })

  test('does not change when the text was saved again, or the ids stand in another order', () => {
    expect(digestOf({ ...row, updated: '2026-01-01T00:00:00+00:00' })).toBe(digestOf(row))
    const ids = [
      { scheme: 'imdb', value: 'tt1' },
      { scheme: 'tmdb', value: 'movie-1' },
    ] as const
    expect(digestOf({ ...row, work: { ...row.work, ids: [...ids] } })).toBe(
      digestOf({ ...row, work: { ...row.work, ids: ids.toReversed() } }),
    )
    expect(digestOf(row)).toMatch(/^[0-9a-f]{64}$/)
  })

  test('keeps what stands beside each other apart', () => {
    expect(digestedText({ ...row, critics: ['A, B'] })).not.toBe(digestedText({ ...row, critics: ['A', 'B'] }))
  })

  test('of a withdrawn review is the same whatever it was', () => {
    expect(digestOf({ ...row, isWithdrawn: true })).toBe(digestOf({ ...row, isWithdrawn: true, quote: 'x' }))
  })
})

test('a row is not sent, sent, or changed since', () => {
  const at = '2026-11-01T00:00:00Z'
  expect(standingOf({ sent: [] })).toBe('not-sent')
  expect(standingOf({ sent: [{ recipient: 'X', at, isChanged: false }] })).toBe('sent')
  expect(standingOf({ sent: [{ recipient: 'X', at, isChanged: true }] })).toBe('changed')
})

test('a recipient is the same however it is spelled', () => {
  expect(recipientKey(' rotten  TOMATOES ')).toBe(recipientKey('Rotten Tomatoes'))
})

describe('a request', () => {
  const today = '2026-11-23'
  const usual = { by: 'published', limit: 250, recipient: '', onlyNew: false }

  test('is of the last thirty days while nothing is said, or nothing that can be read', () => {
    const month = { ...usual, from: '2026-10-25', to: today }
    expect(readAggregatorRequest({}, today)).toEqual(month)
    expect(
      readAggregatorRequest({ from: '31/10/2026', to: '2026-02-30', by: 'x', limit: '0', only: 'new' }, today),
    ).toEqual(month)
  })

  test('is understood the wrong way round', () => {
    expect(readAggregatorRequest({ from: '2026-11-05', to: '2026-11-01' }, today)).toMatchObject({
      from: '2026-11-01',
      to: '2026-11-05',
    })
  })

  test('is said by its address again', () => {
    const request = {
      from: '2014-02-01',
      to: '2014-02-28',
      by: 'changed',
      limit: 200,
      recipient: 'Rotten Tomatoes',
      onlyNew: true,
    } as const
    const query = Object.fromEntries(new URL(aggregatorsPath(request, 2), 'https://x.example').searchParams)
    expect(query.page).toBe('2')
    expect(readAggregatorRequest(query, today)).toEqual(request)
  })

  test('for a file names its recipient and its range', () => {
    const input = { from: '2014-02-01', to: '2014-02-28', by: 'published', format: 'csv', onlyNew: true }
    expect(deliverySchema.safeParse({ ...input, recipient: ' ' }).success).toBe(false)
    expect(deliverySchema.safeParse({ ...input, recipient: 'X', from: '2014-02-31' }).success).toBe(false)
    expect(deliverySchema.parse({ ...input, recipient: ' X ' })).toMatchObject({ recipient: 'X' })
    expect(deliverySchema.safeParse({ ...input, recipient: 'X', byId: 'y' }).success).toBe(false)
  })
})
