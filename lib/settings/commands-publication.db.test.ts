import { beforeEach, describe, expect, test } from 'vitest'
import { resolveAddress } from '#lib/addresses/published.ts'
import { listArchive } from '#lib/archive/published.ts'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { publishReview, publishWorkingCopy } from '#lib/reviews/commands-publish.ts'
import { getPublishedReview } from '#lib/reviews/published.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import { makeEditor, makeReview, readReview } from '#prisma/factories.ts'
import { changeMasthead } from './commands-publication.ts'
import { type Masthead, mastheadOf } from './publication-schema.ts'
import { readSettings } from './published.ts'

await testDatabase()

const now = async () => mastheadOf(await readSettings(db()))

async function change(value: Partial<Masthead>, seen?: Partial<Masthead>) {
  const current = await now()
  const owner = await makeEditor('owner')
  return changeMasthead(owner, { value: { ...current, ...value }, seen: { ...current, ...seen } })
}

const lastEvent = () => db().contentEvent.findFirst({ orderBy: { id: 'desc' } })

beforeEach(async () => {
  await db().setting.deleteMany()
})

describe('the publication’s settings', () => {
  test('are changed by an owner, each with an entry of what it was, and drop every page', async () => {
    expect(await change({ name: 'Der Fünfer', language: 'de' })).toEqual({ ok: true })
    expect(await now()).toMatchObject({ name: 'Der Fünfer', language: 'de', timeZone: 'Europe/London' })
    expect(await lastEvent()).toMatchObject({ kind: 'setting.edit', purge: true })
    const entries = await db().auditEntry.findMany({ orderBy: { id: 'desc' }, take: 2 })
    expect(entries.map(({ action, subject, detail }) => [action, subject, detail])).toEqual([
      ['setting.edit', 'language', { before: 'en-GB', after: 'de' }],
      ['setting.edit', 'name', { before: 'Out of Five', after: 'Der Fünfer' }],
    ])
    // What nobody changed is not stored: the default may get better.
    expect(await db().setting.count()).toBe(2)
  })

  test('are refused to everybody else', async () => {
    const current = await now()
    for (const role of ['editor', 'critic', 'contributor'] as const)
      expect(
        await changeMasthead(await makeEditor(role), { value: { ...current, name: 'Mine' }, seen: current }),
      ).toEqual({ ok: false, code: 'not-allowed' })
    expect((await now()).name).toBe('Out of Five')
  })

  test('are refused to whoever saw older ones, who are told what they are now', async () => {
    await change({ tagline: 'Theirs' })
    const stale = await change({ name: 'Mine' }, { tagline: 'Reviews, with the number explained' })
    expect(stale).toMatchObject({ ok: false, code: 'stale', current: { tagline: 'Theirs' } })
    expect((await now()).name).toBe('Out of Five')
  })

  test('of several that are saved at once, one wins', async () => {
    const outcomes = await Promise.all(['A', 'B', 'C'].map(name => change({ name }, { name: 'Out of Five' })))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('that are saved as they are change nothing', async () => {
    const before = await db().contentEvent.count()
    expect(await change({})).toEqual({ ok: true })
    expect(await db().contentEvent.count()).toBe(before)
  })
})

async function live(content: Partial<ReviewContent> = {}) {
  const editor = await makeEditor()
  const review = await makeReview(editor, content)
  const outcome = await publishReview(editor, review)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return review
}

describe('another language', () => {
  test('is that of every review that names none', async () => {
    const review = await live()
    const french = await live({ language: 'fr' })
    await change({ language: 'de' })
    expect(await getPublishedReview(review.content.slug)).toMatchObject({ language: 'de' })
    expect(await getPublishedReview(french.content.slug)).toMatchObject({ language: 'fr' })
  })

  test('is refused where a translation would be in the language of its original', async () => {
    const original = await live()
    const translation = await live({
      workId: original.content.workId,
      title: 'Auf Deutsch',
      language: 'de',
      translationOfId: original.id,
    })
    expect(await change({ language: 'de' })).toMatchObject({
      ok: false,
      code: 'invalid',
      field: 'language',
      problem: expect.stringMatching(/“Auf Deutsch” would be in German/),
    })
    expect((await now()).language).toBe('en-GB')
    await db().review.update({ where: { id: original.id }, data: { language: 'en-GB' } })
    expect(await change({ language: 'de' })).toEqual({ ok: true })
    await db()
      .review.delete({ where: { id: translation.id } })
      .catch(() => null)
  })
})

describe('another time zone', () => {
  const publishAt = async (instant: string) => {
    const editor = await makeEditor()
    const { id } = await makeReview(editor)
    const outcome = await db().$transaction(async tx =>
      publishWorkingCopy(tx, editor, await readReview(id), new Date(instant)),
    )
    if (!outcome.ok) throw new Error('It was refused')
    return id
  }
  const dated = async (reviewId: string) => {
    const { year, month } = await db().publication.findFirstOrThrow({ where: { reviewId } })
    return [year, month]
  }

  test('moves reviews to the years and months of their dates there, and the archive’s addresses with them', async () => {
    // Half an hour before a new year in London; in Athens it has begun.
    const turning = await publishAt('2003-12-31T23:30:00Z')
    const settled = await publishAt('2003-06-15T12:00:00Z')
    expect([await dated(turning), await dated(settled)]).toEqual([
      [2003, 12],
      [2003, 6],
    ])
    const snapshot = await db().publication.findFirstOrThrow({ where: { reviewId: turning } })
    expect(await change({ timeZone: 'Europe/Athens' })).toEqual({ ok: true })
    expect([await dated(turning), await dated(settled)]).toEqual([
      [2004, 1],
      [2003, 6],
    ])
    const states = await Promise.all(
      ['/archive/2003', '/archive/2003/12', '/archive/2004', '/archive/2004/01'].map(path => resolveAddress(path)),
    )
    expect(states.map(address => address?.state)).toEqual(['live', undefined, 'live', 'live'])
    expect((await listArchive()).find(({ year }) => year === 2004)?.months).toEqual([{ month: 1, count: 1 }])
    // Nothing else of the snapshot is another.
    expect(await db().publication.findFirstOrThrow({ where: { reviewId: turning } })).toEqual({
      ...snapshot,
      year: 2004,
      month: 1,
    })
    // And back.
    await change({ timeZone: 'Europe/London' })
    expect(await dated(turning)).toEqual([2003, 12])
    expect(await resolveAddress('/archive/2004')).toBeNull()
  })

  test('dates what is published while it changes by the zone that is left', async () => {
    const [turning] = await Promise.all([publishAt('2005-12-31T23:30:00Z'), change({ timeZone: 'Asia/Tokyo' })])
    expect(await dated(turning ?? '')).toEqual([2006, 1])
    expect(await resolveAddress('/archive/2006/01')).toMatchObject({ state: 'live' })
  })

  test('is the only way in which the year of a publication changes', async () => {
    const id = await publishAt('2007-06-15T12:00:00Z')
    const to = (data: { year?: number; month?: number }) =>
      db().publication.updateMany({ where: { reviewId: id }, data })
    await expect(to({ year: 1999, month: 1 })).rejects.toThrow()
    await expect(to({ month: 7 })).rejects.toThrow()
    expect(await dated(id)).toEqual([2007, 6])
  })
})
