import { describe, expect, test } from 'vitest'
import type { Rating } from '#lib/ratings/ratings.ts'
import type { ReviewCard } from '#lib/reviews/reviews.ts'
import { changesOfMind } from './changes-of-mind.ts'
import { fractionFigure } from './fraction-figure.ts'
import { spreadOf } from './spread.ts'

const numeric = (max: number, step = 0.5): Rating['scale'] => ({
  key: `of-${max}`,
  name: `Of ${max}`,
  version: 1,
  kind: 'numeric',
  min: 0,
  max,
  step,
  labels: [],
})
const star = { singular: 'star', plural: 'stars', glyph: 'star' }
const stars = (value: number): Rating => ({ scale: numeric(5), unit: star, value })
const ten = (value: number): Rating => ({ scale: numeric(10, 0.1), unit: null, value })
const orbs = (value: number): Rating => ({ ...stars(value), unit: { singular: 'OS', plural: 'OS’s', glyph: 'orb' } })
const labels = ['F', 'C', 'B', 'B+', 'A']
const letter = (label: string): Rating => ({
  scale: { ...numeric(4, 1), key: 'letters', kind: 'letter', labels },
  unit: null,
  value: labels.indexOf(label),
})

function review(id: string, at: string, rating: Rating | null, { by = ['ada'], again = '' } = {}): ReviewCard {
  const link = (name: string) => ({ id: name, name, path: `/critics/${name}` })
  return {
    id,
    path: `/reviews/${id}`,
    kind: 'full',
    title: id,
    standfirst: '',
    verdict: '',
    pullQuote: '',
    badges: [],
    publishedAt: at.length === 4 ? `${at}-06-01T09:00:00.000Z` : at,
    rating,
    score: rating && (rating.value / rating.scale.max) * 100,
    work: { id: 'her', kind: 'film', title: 'Her', year: 2013, path: null },
    critics: by.map(link),
    section: link('film'),
    picture: null,
    rereviewOfId: again || null,
    language: 'en-GB',
  }
}

test.each([
  [3, '3'],
  [4.5, '4½'],
  [0.5, '½'],
  [0, '0'],
  [2.25, '2¼'],
  [-1.5, '−1½'],
  [8.4, '8.4'],
])('%s is printed as %s', (value, text) => expect(fractionFigure(value)).toBe(text))

describe('a change of mind', () => {
  const change = (...reviews: ReviewCard[]) => changesOfMind(reviews, { timeZone: 'Europe/London' })

  test('is told in figures, years and words', () => {
    const [told] = change(review('b', '2026', stars(4.5), { again: 'a' }), review('a', '2014', stars(3)))
    expect(told).toMatchObject({
      scores: '3 → 4½',
      years: '2014 → 2026',
      words: 'three stars out of five (3 of 5) in 2014, then four and a half stars out of five (4.5 of 5) in 2026',
    })
    expect(told?.reviews.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  test.each([
    ['B+ → 8.4', letter('B+'), ten(8.4)],
    ['not scored → 4', null, stars(4)],
    ['4 → not scored', stars(4), null],
    ['0 → ½', stars(0), stars(0.5)],
    ['3/5 → 8/10', stars(3), ten(8)],
    ['3 → 4', orbs(3), stars(4)],
  ])('“%s”: each says what it said', (scores, before, after) => {
    expect(change(review('a', '2014', before), review('b', '2026', after, { again: 'a' }))[0]?.scores).toBe(scores)
  })

  test('a grade is spelled for whoever hears it', () => {
    const [told] = change(review('a', '2014', letter('B+')), review('b', '2026', null, { again: 'a' }))
    expect(told?.words).toBe('B plus, on a scale from F to A in 2014, then not scored in 2026')
  })

  test('of several steps is one, and one on two is too', () => {
    const steps = [review('a', '2014', stars(3)), review('b', '2020', stars(3.5), { again: 'a' })]
    expect(change(review('c', '2026', stars(4), { again: 'b' }), ...steps)[0]?.scores).toBe('3 → 3½ → 4')
    expect(change(review('c', '2026', stars(4), { again: 'a' }), ...steps)[0]?.scores).toBe('3 → 3½ → 4')
  })

  test('second opinions are none, and what is not live breaks it', () => {
    expect(change(review('a', '2014', stars(3)), review('b', '2015', stars(2), { by: ['bea'] }))).toEqual([])
    expect(change(review('a', '2014', stars(3)), review('c', '2026', stars(4), { again: 'b' }))).toEqual([])
  })

  test('years are those of the publication’s zone', () => {
    const newYear = '2013-12-31T23:30:00.000Z'
    const reviews = [review('a', newYear, stars(3)), review('b', '2026', stars(4), { again: 'a' })]
    expect(changesOfMind(reviews, { timeZone: 'Europe/Athens' })[0]?.years).toBe('2014 → 2026')
    expect(changesOfMind(reviews, { timeZone: 'Europe/London' })[0]?.years).toBe('2013 → 2026')
  })
})

describe('the spread', () => {
  const summary = (...reviews: ReviewCard[]) => spreadOf(reviews)?.summary

  test('goes from the lowest to the highest, and counts reviews and critics', () => {
    const reviews = [
      review('a', '2014', stars(4.5), { by: ['ada'] }),
      review('b', '2015', stars(2), { by: ['bea'] }),
      review('c', '2016', stars(3), { by: ['cy'] }),
      review('d', '2017', stars(3), { by: ['di'] }),
      review('e', '2018', stars(4), { by: ['di'], again: 'd' }),
    ]
    const spread = spreadOf(reviews)
    expect(spread?.summary).toBe('From 2 to 4½ stars; five reviews by four critics')
    expect(spread?.standing.map(({ id }) => id)).toEqual(['b', 'c', 'e', 'a'])
  })

  test('a critic who thought again stands by the newest alone', () => {
    const reviews = [
      review('a', '2014', stars(1)),
      review('again', '2026', stars(4), { again: 'a' }),
      review('b', '2015', stars(3), { by: ['bea'] }),
    ]
    expect(summary(...reviews)).toBe('From 3 to 4 stars; three reviews by two critics')
    // Of another critic, both stand.
    expect(summary(review('a', '2014', stars(1)), review('b', '2026', stars(4), { by: ['bea'], again: 'a' }))).toBe(
      'From 1 to 4 stars; two reviews by two critics',
    )
  })

  test('of one critic, or of one review by two, is none', () => {
    expect(spreadOf([review('a', '2014', stars(3)), review('b', '2026', stars(4), { again: 'a' })])).toBeNull()
    expect(spreadOf([review('a', '2014', stars(3), { by: ['ada', 'bea'] })])).toBeNull()
    expect(spreadOf([])).toBeNull()
  })

  test('a review by two stands while it is the newest of either', () => {
    const both = review('both', '2014', stars(3), { by: ['ada', 'bea'] })
    expect(spreadOf([both, review('own', '2020', stars(4))])?.standing.map(({ id }) => id)).toEqual(['both', 'own'])
  })

  test('different measures each say their own', () => {
    const both = [review('a', '2014', stars(2.5)), review('b', '2015', ten(8.4), { by: ['bea'] })]
    expect(summary(...both)).toBe('From two and a half stars out of five to 8.4 out of 10; two reviews by two critics')
    expect(summary(review('a', '2014', letter('C')), review('b', '2015', letter('B+'), { by: ['bea'] }))).toBe(
      'From C to B+; two reviews by two critics',
    )
    expect(summary(review('a', '2014', orbs(5)), review('b', '2015', stars(4), { by: ['bea'] }))).toBe(
      'From four stars out of five to five OS’s out of five; two reviews by two critics',
    )
  })

  test('agreement, a lone score and none at all are said as what they are', () => {
    const other = (rating: Rating | null) => review('b', '2015', rating, { by: ['bea'] })
    expect(summary(review('a', '2014', stars(4)), other(stars(4)))).toBe('Both at 4 stars; two reviews by two critics')
    expect(summary(review('a', '2014', ten(6)), other(ten(8)))).toBe(
      'From 6 to 8 out of 10; two reviews by two critics',
    )
    expect(summary(review('a', '2014', stars(0)), other(null))).toBe(
      '0 stars from one of us; two reviews by two critics, one without a score',
    )
    expect(summary(review('a', '2014', null), other(null))).toBe('Not scored by any of us; two reviews by two critics')
  })
})
