import { describe, expect, test } from 'vitest'
import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { makeEditor, makeReview, makeWork } from '#prisma/factories.ts'
import { restoreRevision, saveReview } from './commands.ts'
import { publishReview, retractReview } from './commands-publish.ts'
import { getPublishedReview } from './published.ts'
import type { ReviewContent } from './reviews-schema.ts'

const { pool } = await testDatabase()

async function live(editor: Editor, content: Partial<ReviewContent> = {}) {
  const review = await makeReview(editor, content)
  const outcome = await publishReview(editor, review)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return review
}

const again = (id: string, workId: string | null): Partial<ReviewContent> => ({
  kind: 'rereview',
  rereviewOfId: id,
  workId,
})
const refused = (problem: RegExp) => ({
  ok: false,
  code: 'invalid',
  field: 'rereviewOfId',
  problem: expect.stringMatching(problem),
})

describe('a re-review', () => {
  test('and its earlier review stay at their addresses and point at each other; the older one’s dates stand still', async () => {
    const editor = await makeEditor()
    const first = await live(editor)
    const before = await getPublishedReview(first.content.slug)
    const dates = () => db().publication.findMany({ where: { reviewId: first.id } })
    const stored = await dates()
    const second = await live(editor, again(first.id, first.content.workId))
    const older = await getPublishedReview(first.content.slug)
    expect(older?.rereviews.map(({ id }) => id)).toEqual([second.id])
    expect((await getPublishedReview(second.content.slug))?.rereviewOf?.path).toBe(`/reviews/${first.content.slug}`)
    // Changed, retracted and published again: the older review is what it was.
    await saveReview(editor, { ...second, content: { ...second.content, verdict: 'Better than we said.' } })
    await publishReview(editor, { id: second.id, version: second.version + 1 })
    expect((await getPublishedReview(first.content.slug))?.modifiedAt).toBe(before?.modifiedAt)
    await retractReview(editor, { id: second.id, version: second.version + 1 })
    const alone = await getPublishedReview(first.content.slug)
    expect([alone?.rereviews, alone?.modifiedAt]).toEqual([[], before?.modifiedAt])
    expect(await dates()).toEqual(stored)
    const event = await db().contentEvent.findFirst({ where: { tags: { has: `review:${second.id}` } } })
    expect(event?.tags).toContain(`review:${first.id}`)
  })

  test('of a re-review is a third thought; none of the three is a second opinion', async () => {
    const editor = await makeEditor()
    const a = await live(editor)
    const b = await live(editor, again(a.id, a.content.workId))
    const c = await live(editor, again(b.id, a.content.workId))
    const other = await live(editor, { workId: a.content.workId })
    const read = async ({ content }: { content: ReviewContent }) => {
      const article = await getPublishedReview(content.slug)
      return {
        earlier: article?.rereviewOf?.id ?? null,
        later: article?.rereviews.map(({ id }) => id),
        opinions: article?.opinions.map(({ id }) => id),
      }
    }
    expect(await read(a)).toEqual({ earlier: null, later: [c.id, b.id], opinions: [other.id] })
    expect(await read(b)).toEqual({ earlier: a.id, later: [c.id], opinions: [other.id] })
    expect(await read(c)).toEqual({ earlier: b.id, later: [], opinions: [other.id] })
  })
})

describe('is refused', () => {
  test('of itself, of one that thinks again about it, and of another work’s', async () => {
    const editor = await makeEditor()
    const a = await live(editor)
    const { workId } = a.content
    const save = (review: typeof a, rereviewOfId: string) =>
      saveReview(editor, { ...review, content: { ...review.content, ...again(rereviewOfId, workId) } })
    expect(await save(a, a.id)).toMatchObject(refused(/itself/))
    const b = await live(editor, again(a.id, workId))
    expect(await save(a, b.id)).toMatchObject(refused(/already/))
    const c = await live(editor, again(b.id, workId))
    expect(await save(a, c.id)).toMatchObject(refused(/already/))
    const elsewhere = await live(editor, { workId: (await makeWork({ title: 'Arrival' })).id })
    expect(await save(a, elsewhere.id)).toMatchObject(refused(/another work/))
    expect(await save(a, (await makeReview(editor, { workId })).id)).toMatchObject(refused(/never been published/))
    expect(await save(a, crypto.randomUUID())).toMatchObject(refused(/does not exist/))
    expect((await db().review.findUniqueOrThrow({ where: { id: a.id } })).rereviewOfId).toBeNull()
  })

  test('when its work was changed since: the text is saved, and not published', async () => {
    const editor = await makeEditor()
    const a = await live(editor)
    const b = await makeReview(editor, again(a.id, a.content.workId))
    const other = await makeWork({ title: 'Arrival' })
    expect(await saveReview(editor, { ...b, content: { ...b.content, workId: other.id } })).toMatchObject({ ok: true })
    expect(await publishReview(editor, { id: b.id, version: b.version + 1 })).toMatchObject({
      ok: false,
      code: 'incomplete',
      missing: [{ field: 'rereviewOfId', problem: expect.stringMatching(/another work/) }],
    })
  })

  test('by the database as well, and in words where an old version would bring it back', async () => {
    const editor = await makeEditor()
    const a = await live(editor)
    const { workId } = a.content
    const b = await live(editor, again(a.id, workId))
    // b lets go of a, a takes b up; what b was then cannot come back.
    await saveReview(editor, { ...b, content: { ...b.content, kind: 'full', rereviewOfId: null } })
    await saveReview(editor, { ...a, content: { ...a.content, ...again(b.id, workId) } })
    const revision = await db().revision.findFirstOrThrow({ where: { reviewId: b.id, version: b.version } })
    expect(await restoreRevision(editor, { id: b.id, version: b.version + 1, revisionId: revision.id })).toMatchObject(
      refused(/thinks again about this one/),
    )
    await expect(pool.query('UPDATE review SET rereview_of_id = $2 WHERE id = $1', [b.id, a.id])).rejects.toThrow(
      /would think again about itself/,
    )
    await expect(pool.query('UPDATE review SET rereview_of_id = id WHERE id = $1', [b.id])).rejects.toThrow()
  })
})
