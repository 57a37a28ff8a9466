import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listCorrections } from '#lib/corrections/published.ts'
import { plainText, walkProse } from '#lib/prose/prose.ts'
import { isOnScale, ratingSentence } from '#lib/ratings/ratings.ts'
import { readingProblem } from '#lib/ratings/reading.ts'
import { toReading } from '#lib/ratings/reading-schema.ts'
import { toScale } from '#lib/ratings/stored.ts'
import { getPublishedReview, listPublishedReviews } from '#lib/reviews/published.ts'
import { quoteStanding } from '#lib/reviews/pull-quote.ts'
import type { ReviewArticle } from '#lib/reviews/reviews.ts'
import { getWorkPage } from '#lib/works/published.ts'
import { readDemo } from './demo-files.ts'
import { loadDemo } from './load.ts'
import { removeDemo } from './remove.ts'
import { demoDatabase } from './testing.ts'

const { prisma, pool, url, dataDir } = await demoDatabase()
const demo = readDemo()

describe('the demo publication', () => {
  test('is what it promises: 24 reviews or more, 5 critics, 6 kinds, several years', async () => {
    const { total } = await listPublishedReviews({})
    expect(total).toBe(demo.reviews.filter(review => !review.translationOf).length)
    expect(total).toBeGreaterThanOrEqual(24)
    expect(new Set(demo.reviews.flatMap(review => review.critics)).size).toBe(5)
    expect(new Set(demo.works.map(work => work.kind)).size).toBeGreaterThanOrEqual(6)
    expect(new Set(demo.reviews.map(review => review.published.slice(0, 4))).size).toBeGreaterThanOrEqual(5)
    expect(await prisma.media.count({ where: { alt: '' } })).toBe(0)
  })

  test('uses the sections and scales that a publication without it began with', async () => {
    expect(await prisma.section.count()).toBe(demo.publication.sections.length)
    expect(await prisma.ratingScaleVersion.count()).toBe(Object.keys(demo.publication.scales).length)
  })

  test('loads once', async () => {
    expect(await loadDemo({ databaseUrl: url, dataDir })).toBe(false)
  })

  test('the review of Her credits Scarlett Johansson, and ends with its rating', async () => {
    const her = await getPublishedReview('her')
    expect(her?.rating && ratingSentence(her.rating)).toBe('Five OS’s out of five')
    expect(plainText(her?.body ?? { type: 'doc' })).toMatch(/Five OS[’']s out of five\.$/)
    const voices = her?.credits.find(line => line.role === 'voice')?.people
    expect(voices?.map(person => [person.name, person.character])).toContainEqual(['Scarlett Johansson', 'Samantha'])
  })

  test.each(demo.reviews.map(review => [review.slug, review] as const))('%s is a review', async (slug, file) => {
    const review = await getPublishedReview(slug)
    if (!review) throw new Error(`${slug} is not live`)
    expect(review.wordCount).toBeGreaterThanOrEqual(280)
    expect(review.wordCount).toBeLessThanOrEqual(1_250)
    expect(review.verdict).not.toBe('')
    // Bars that cover nothing would show what they were meant to cover.
    expect(review.plainText).not.toContain('||')
    expect(review.picture?.alt.length).toBeGreaterThan(20)
    expect(review.picture?.credit).not.toBe('')
    expect(review.title).not.toBe(file.work)
    for (const node of walkProse(review.body)) {
      if (node.type === 'mention')
        expect(review.mentions, String(node.attrs?.label)).toHaveProperty(String(node.attrs?.id))
    }
  })

  test('pull quotes are words of the review', async () => {
    for (const { slug } of demo.reviews) {
      const review = await getPublishedReview(slug)
      for (const block of review?.body.content ?? []) {
        if (block.type !== 'pullQuote') continue
        const words = plainText({ type: 'doc', content: block.content ?? [] }).trim()
        expect(review?.plainText.replace(/\s+/g, ' '), slug).toContain(words.replace(/[.…]$/, ''))
      }
    }
  })

  test('what is said beside the text stands in it, and on its scale', async () => {
    const reviews = await Promise.all(demo.reviews.map(({ slug }) => getPublishedReview(slug)))
    for (const review of reviews) {
      if (review?.pullQuote) expect(quoteStanding(review.pullQuote, review.body), review.title).toBe('stands')
      for (const { name, value } of review?.aspects ?? [])
        expect(review?.rating && isOnScale(value, review.rating.scale), `${review?.title}: ${name}`).toBe(true)
    }
    const having = (has: (review: ReviewArticle) => boolean) => reviews.filter(review => review && has(review)).length
    expect(having(({ badges }) => badges.length > 0)).toBeGreaterThanOrEqual(4)
    expect(having(({ pros, cons }) => pros.length > 0 && cons.length > 0)).toBeGreaterThanOrEqual(4)
    expect(having(({ aspects }) => aspects.length > 0)).toBeGreaterThanOrEqual(2)
    expect(having(({ advisory }) => advisory !== '')).toBeGreaterThanOrEqual(4)
    expect(having(({ kind }) => kind === 'in_progress')).toBe(1)
  })

  test('says what every score on its scales means', async () => {
    const versions = await prisma.ratingScaleVersion.findMany({ include: { scale: true, reading: true } })
    for (const version of versions) {
      const reading = toReading(version.reading)
      expect(readingProblem(toScale(version).scale, reading), version.scale.key).toBeNull()
      expect(reading.bands.length, version.scale.key).toBeGreaterThanOrEqual(2)
      expect(version.scale.note).not.toBe('')
    }
  })

  test('has several critics on one work, a re-review, an unscored review and a zero', async () => {
    const her = await getWorkPage('her')
    expect(new Set(her?.reviews.flatMap(review => review.critics.map(critic => critic.name))).size).toBeGreaterThan(1)
    const again = await getPublishedReview('under-the-skin-again')
    expect(again?.rereviewOf?.path).toBe('/reviews/under-the-skin')
    expect((await getPublishedReview('under-the-skin'))?.rereviews.map(review => review.path)).toEqual([
      '/reviews/under-the-skin-again',
    ])
    expect((await getPublishedReview('s-town'))?.rating).toBeNull()
    expect((await getPublishedReview('cats'))?.score).toBe(0)
  })

  test('has a review in two languages, which is one opinion', async () => {
    const [english, german] = await Promise.all(
      ['outer-wilds-second-opinion', 'outer-wilds-kopfueber'].map(getPublishedReview),
    )
    expect(english).toMatchObject({ language: 'en-GB', translations: [{ language: 'de', path: german?.path }] })
    expect(german).toMatchObject({ language: 'de', translations: [{ language: 'en-GB', path: english?.path }] })
    expect(german?.critics).toEqual(english?.critics)
    expect(german?.score).toBe(english?.score)
    const work = await getWorkPage('outer-wilds')
    expect(work?.reviews.map(({ path }) => path)).not.toContain(german?.path)
  })

  test('says in public what it got wrong: how Scarlett Johansson is spelled, for one', async () => {
    expect((await getPublishedReview('her'))?.corrections).toMatchObject([
      { text: expect.stringMatching(/Johansson, not Johannson/) },
    ])
    const { corrections, total } = await listCorrections(1)
    expect(total).toBe(2)
    expect(corrections.every(({ review }) => review !== null)).toBe(true)
  })

  test('what is in a spoiler is in no plain text', async () => {
    const her = await getPublishedReview('her')
    expect(her?.plainText).not.toContain('Eight thousand three hundred and sixteen')
    expect(JSON.stringify(her?.body)).toContain('Eight thousand three hundred and sixteen')
  })

  test('can be removed, and leaves nothing behind but sections and scales', async () => {
    const { id: reviewId } = await prisma.review.findFirstOrThrow()
    const sent = { recipient: 'Somebody', format: 'csv', fromDay: new Date(), toDay: new Date() } as const
    await prisma.delivery.create({ data: { ...sent, reviews: { create: { reviewId, digest: 'a'.repeat(64) } } } })
    expect(await removeDemo({ databaseUrl: url, dataDir })).toBe(true)
    for (const table of [
      'review',
      'publication',
      'work',
      'person',
      'critic',
      'topic',
      'list',
      'media',
      'delivery',
    ] as const) {
      const { rows } = await pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`)
      expect(rows[0]?.count, table).toBe(0)
    }
    expect(readdirSync(join(dataDir, 'media'))).toEqual([])
    expect(await prisma.section.count()).toBeGreaterThan(0)
    const paths = await prisma.address.findMany({ where: { kind: { in: ['review', 'work', 'person', 'archive'] } } })
    expect(paths).toEqual([])
    expect(await removeDemo({ databaseUrl: url, dataDir })).toBe(false)
  })
})
