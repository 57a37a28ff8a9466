import { beforeAll, describe, expect, test } from 'vitest'
import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { readScaleAnew } from '#lib/ratings/commands-reading.ts'
import { saveReview } from '#lib/reviews/commands.ts'
import { publishReview, publishWorkingCopy, retractReview } from '#lib/reviews/commands-publish.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import { workingCopyInclude } from '#lib/reviews/working-copy.ts'
import { zonedIso } from '#lib/settings/dates.ts'
import { makeEditor, makeReview, makeScale, makeWork, prose, readReview, unique } from '#prisma/factories.ts'
import { standingOf } from './aggregators.ts'
import type { AggregatorRequest, DeliveryInput } from './aggregators-schema.ts'
import { deliverReviews, forgetDelivery } from './commands.ts'
import { getAggregatorPage, listDeliveries, listRecipients } from './desk-queries.ts'
import { gatherRows } from './desk-queries-rows.ts'

await testDatabase()

let editor: Editor
beforeAll(async () => {
  editor = await makeEditor()
})

const quote = 'I was brought up above a cinema.'

/** A live review of a day of its own, so that no test sees the reviews of another. */
async function publishOn(day: string, content: Partial<ReviewContent> = {}) {
  const review = await makeReview(editor, { pullQuote: quote, ...content })
  const copy = await db().review.findUniqueOrThrow({ where: { id: review.id }, include: workingCopyInclude })
  const published = await db().$transaction(tx => publishWorkingCopy(tx, editor, copy, new Date(day)))
  if (!published.ok) throw new Error(JSON.stringify(published))
  return { ...review, slug: published.slug }
}

async function change(id: string, content: Partial<ReviewContent>): Promise<void> {
  const { version, content: before } = await readReview(id)
  const saved = await saveReview(editor, { id, version, content: { ...before, ...content } })
  if (!saved.ok) throw new Error(JSON.stringify(saved))
  const published = await publishReview(editor, { id, version: saved.version })
  if (!published.ok) throw new Error(JSON.stringify(published))
}

const ask = (from: string, to = from, part: Partial<AggregatorRequest> = {}): AggregatorRequest => ({
  from,
  to,
  by: 'published',
  limit: 250,
  recipient: '',
  onlyNew: false,
  ...part,
})
const order = (day: string, recipient: string, part: Partial<DeliveryInput> = {}): DeliveryInput => ({
  from: day,
  to: day,
  by: 'published',
  onlyNew: false,
  format: 'csv',
  recipient,
  ...part,
})
async function look(request: AggregatorRequest) {
  const page = await getAggregatorPage(editor, request, 1)
  if (!page) throw new Error('The page was refused')
  return page
}

describe('a range', () => {
  test('is of days in the publication’s zone', async () => {
    // Midnight of British summer is 23:00 of the day before in UTC.
    const before = await publishOn('2003-06-09T22:59:59Z')
    const first = await publishOn('2003-06-09T23:00:00Z')
    const last = await publishOn('2003-06-10T22:59:59Z')
    const after = await publishOn('2003-06-10T23:00:00Z')
    const ids = async (from: string, to = from) => (await look(ask(from, to))).rows.map(row => row.reviewId)
    expect(await ids('2003-06-10')).toEqual([last.id, first.id])
    expect(await ids('2003-06-09', '2003-06-11')).toEqual([after.id, last.id, first.id, before.id])
    const [row] = (await look(ask('2003-06-10'))).rows
    expect(row?.published).toBe('2003-06-10T23:59:59+01:00')
  })

  test('can be of the last change instead', async () => {
    const review = await publishOn('2003-07-01T12:00:00Z')
    await change(review.id, { verdict: 'Better the second time.' })
    const { modifiedAt } = await db().publication.findFirstOrThrow({ where: { reviewId: review.id, isCurrent: true } })
    const day = zonedIso(modifiedAt.toISOString(), 'Europe/London').slice(0, 10)
    const changed = await look(ask(day, day, { by: 'changed' }))
    expect(changed.rows.map(row => row.reviewId)).toContain(review.id)
    expect((await look(ask(day))).rows.map(row => row.reviewId)).not.toContain(review.id)
  })

  test('has what is live, whole: link, work, ids, score; no drafts', async () => {
    const work = await makeWork({ title: 'Her' })
    const imdb = `tt${String(Date.now()).slice(-8)}`
    await db().externalId.create({ data: { workId: work.id, scheme: 'imdb', value: imdb } })
    const scaleVersionId = await makeScale()
    const review = await publishOn('2003-07-02T12:00:00Z', {
      workId: work.id,
      rating: { scaleVersionId, value: 3, unit: null },
    })
    await makeReview(editor, { workId: work.id })
    const { rows, counts } = await look(ask('2003-07-02'))
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      reviewId: review.id,
      critics: ['A Critic'],
      work: { title: 'Her', year: 2013, ids: [{ scheme: 'imdb', value: imdb }] },
      quote,
      score: { original: 'Three stars out of five', short: '3/5', hundred: 60, isFresh: true },
      sent: [],
    })
    expect(rows[0]?.link).toMatch(new RegExp(`^https?://.+/reviews/${review.slug}$`))
    expect(counts).toMatchObject({ 'not-sent': 1, quotes: 0 })
    expect((await look(ask('2003-07-02', '2003-07-02', { limit: 10 }))).counts.quotes).toBe(1)
  })

  test('says fresh or rotten as the house reads the scale today, whatever it said when the review came out', async () => {
    const versionId = await makeScale()
    await publishOn('2003-07-03T12:00:00Z', { rating: { scaleVersionId: versionId, value: 3, unit: null } })
    await publishOn('2003-07-03T11:00:00Z')
    const reading = { bands: [], projection: [], freshFrom: 3.5 }
    expect(await readScaleAnew(editor, { versionId, seen: 'none', reading })).toEqual({ ok: true, moved: 0 })
    const { rows } = await look(ask('2003-07-03'))
    expect(rows.map(row => row.score?.isFresh)).toEqual([false, undefined])
  })
})

describe('a file', () => {
  test('is made and remembered in one; a plain look remembers nothing', async () => {
    const name = unique('Aggregator')
    const review = await publishOn('2004-01-01T12:00:00Z')
    await look(ask('2004-01-01', '2004-01-01', { recipient: name }))
    expect(await listDeliveries(editor, name)).toEqual([])
    const made = await deliverReviews(editor, order('2004-01-01', name))
    expect(made).toMatchObject({ ok: true, count: 1 })
    expect(made.ok && made.text).toContain(`/reviews/${review.slug},A Critic,`)
    expect(made.ok && made.text).toContain(',new\r\n')
    expect(await listDeliveries(editor, name)).toMatchObject([
      { recipient: name, format: 'csv', from: '2004-01-01', to: '2004-01-01', by: 'Somebody', count: 1 },
    ])
    expect(await listRecipients(editor)).toContain(name)
    const page = await look(ask('2004-01-01', '2004-01-01', { recipient: name.toUpperCase() }))
    expect(page.request.recipient).toBe(name)
    expect(page.rows.map(standingOf)).toEqual(['sent'])
    const again = await deliverReviews(editor, order('2004-01-01', name.toUpperCase(), { format: 'json' }))
    expect(again.ok && JSON.parse(again.text)).toMatchObject({ recipient: name, reviews: [{ state: 'unchanged' }] })
    expect(await db().auditEntry.count({ where: { action: 'delivery.make', actorId: editor.id } })).toBeGreaterThan(1)
  })

  test('tells a change of what was sent, and not one of anything else', async () => {
    const name = unique('Aggregator')
    const other = unique('Aggregator')
    const review = await publishOn('2004-01-02T12:00:00Z')
    await deliverReviews(editor, order('2004-01-02', name))
    const standings = async (recipient: string) =>
      (await look(ask('2004-01-02', '2004-01-02', { recipient }))).rows.map(standingOf)
    await change(review.id, { body: prose(`${quote} And it was warm there.`) })
    expect(await standings(name)).toEqual(['sent'])
    await change(review.id, { pullQuote: 'And it was warm there.' })
    expect(await standings(name)).toEqual(['changed'])
    expect(await standings(other)).toEqual(['not-sent'])
    const told = await deliverReviews(editor, order('2004-01-02', name, { onlyNew: true, format: 'json' }))
    expect(told.ok && JSON.parse(told.text)).toMatchObject({ reviews: [{ state: 'changed' }] })
    expect(await standings(name)).toEqual(['sent'])
    expect(await deliverReviews(editor, order('2004-01-02', name, { onlyNew: true }))).toEqual({
      ok: false,
      code: 'nothing',
    })
  })

  test('tells once of what was sent and withdrawn, whatever range is asked for; and of what came back', async () => {
    const name = unique('Aggregator')
    const review = await publishOn('2004-01-03T12:00:00Z')
    await publishOn('2004-01-04T12:00:00Z')
    await deliverReviews(editor, order('2004-01-03', name))
    const { version } = await readReview(review.id)
    await retractReview(editor, { id: review.id, version })
    const page = await look(ask('2004-01-04', '2004-01-04', { recipient: name, onlyNew: true }))
    expect(page.rows.map(row => row.isWithdrawn)).toEqual([false, true])
    expect(page.counts).toMatchObject({ 'not-sent': 1, withdrawn: 1 })
    const told = await deliverReviews(editor, order('2004-01-04', name, { onlyNew: true, format: 'json' }))
    expect(told.ok && JSON.parse(told.text)).toMatchObject({
      reviews: [{ state: 'new' }],
      withdrawn: [{ headline: 'A Voice Through the Floor' }],
    })
    expect((await look(ask('2004-01-04', '2004-01-04', { recipient: name }))).rows).toHaveLength(1)
    await publishReview(editor, { id: review.id, version })
    const [back] = (await look(ask('2004-01-03', '2004-01-03', { recipient: name, onlyNew: true }))).rows
    expect(back && standingOf(back)).toBe('changed')
  })

  test('that was made by mistake is forgotten', async () => {
    const name = unique('Aggregator')
    await publishOn('2004-01-05T12:00:00Z')
    const made = await deliverReviews(editor, order('2004-01-05', name))
    if (!made.ok) throw new Error(made.code)
    const critic = await makeEditor('critic')
    expect(await forgetDelivery(critic, { id: made.id })).toEqual({ ok: false, code: 'not-allowed' })
    expect(await forgetDelivery(editor, { id: made.id })).toEqual({ ok: true, recipient: name })
    expect(await forgetDelivery(editor, { id: made.id })).toEqual({ ok: false, code: 'not-found' })
    expect((await look(ask('2004-01-05', '2004-01-05', { recipient: name }))).rows.map(standingOf)).toEqual([
      'not-sent',
    ])
  })

  test('is not for critics and contributors, who see none of it', async () => {
    const name = unique('Aggregator')
    await publishOn('2004-01-06T12:00:00Z')
    for (const role of ['critic', 'contributor'] as const) {
      const other = await makeEditor(role)
      expect(await deliverReviews(other, order('2004-01-06', name))).toEqual({ ok: false, code: 'not-allowed' })
      expect(await getAggregatorPage(other, ask('2004-01-06'), 1)).toBeNull()
      expect(await listRecipients(other)).toEqual([])
      expect(await listDeliveries(other)).toEqual([])
    }
    expect(await deliverReviews(await makeEditor('owner'), order('2004-01-06', name))).toMatchObject({ ok: true })
    expect(await listDeliveries(editor, name)).toHaveLength(1)
  })

  test('of more reviews than one can hold is refused, with how many they are', async () => {
    await publishOn('2004-01-07T12:00:00Z')
    await publishOn('2004-01-07T13:00:00Z')
    const range = order('2004-01-07', '')
    expect(await gatherRows(editor, db(), range, 1)).toEqual({ ok: false, code: 'too-many', total: 2 })
    expect(await gatherRows(editor, db(), range, 2)).toMatchObject({ ok: true, rows: [{}, {}] })
  })

  test('made twice at once is remembered twice, and says the same', async () => {
    const name = unique('Aggregator')
    await publishOn('2004-01-08T12:00:00Z')
    const made = await Promise.all([1, 2].map(() => deliverReviews(editor, order('2004-01-08', name))))
    expect(new Set(made.map(file => file.ok && file.text)).size).toBe(1)
    expect(await listDeliveries(editor, name)).toHaveLength(2)
  })

  test('of nothing is not made', async () => {
    const name = unique('Aggregator')
    expect(await deliverReviews(editor, order('1999-01-01', name))).toEqual({ ok: false, code: 'nothing' })
    expect(await listRecipients(editor)).not.toContain(name)
  })
})
