import { expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { mergeRecords, planMerge } from '#lib/regrouping/commands.ts'
import { fingerprint } from '#lib/regrouping/fingerprint.ts'
import { restoreRevision, saveReview } from '#lib/reviews/commands.ts'
import { discardChanges } from '#lib/reviews/commands-history.ts'
import { publishReview } from '#lib/reviews/commands-publish.ts'
import { listPublishedReviews } from '#lib/reviews/published.ts'
import { search } from '#lib/search/published.ts'
import { putBack, throwAway } from '#lib/trash/commands.ts'
import { planReviews } from '#lib/workflow/commands.ts'
import { makeEditor, makeReview, makeWork, readReview } from '#prisma/factories.ts'
import { scheduleReview } from './commands.ts'
import { keepSchedule } from './commands-keep.ts'
import { wallOf } from './schedule.ts'

const { pool } = await testDatabase()
const editor = await makeEditor('editor')
const sentinel = 'Zwergkiefer'

/** A review that nobody outside may read for two days yet. */
async function held(): Promise<string> {
  const { id } = await makeReview(editor, { title: `${sentinel} in the snow` })
  const until = new Date(Date.now() + 48 * 3_600_000)
  await db().review.update({ where: { id }, data: { embargoAt: until, embargoNote: 'The studio' } })
  return id
}

const now = async (id: string) => {
  const { version, content } = await readReview(id)
  return { version, content }
}

/** Whatever somebody may try at the desk. None of it is meant to break the embargo, and none may. */
const ways: Record<string, (id: string) => Promise<unknown>> = {
  'publishing it': async id => publishReview(editor, { id, version: (await now(id)).version }),
  'publishing it twenty times at once': async id => {
    const { version } = await now(id)
    return Promise.all(Array.from({ length: 20 }, () => publishReview(editor, { id, version })))
  },
  'publishing it with a reason that is none': async id =>
    publishReview(editor, { id, version: (await now(id)).version, lifting: 'because' }),
  'a time before it is over': id =>
    scheduleReview(editor, {
      id,
      what: 'publish',
      wall: wallOf(new Date(Date.now() + 3_600_000).toISOString(), 'UTC'),
    }),
  'a time that was set before the embargo': async id => {
    await pool.query(
      `INSERT INTO schedule (id, review_id, verb, wall, zone, at, by_id) VALUES (gen_random_uuid(), $1, 'publish', '2026-01-01T09:00', 'UTC', now() - interval '1 minute', $2)`,
      [id, editor.id],
    )
    await keepSchedule()
  },
  'a change of its plan among others': async id => {
    const ready = await db().workflowStep.findFirstOrThrow({ orderBy: { position: 'desc' } })
    return planReviews(editor, [{ id, version: 1, stepId: ready.id }])
  },
  'an earlier version': async id => {
    const { id: revisionId } = await db().revision.findFirstOrThrow({
      where: { reviewId: id },
      orderBy: { version: 'desc' },
    })
    return restoreRevision(editor, { id, version: (await now(id)).version, revisionId })
  },
  'taking back changes': async id => discardChanges(editor, { id, version: (await now(id)).version }),
  'the trash, and back': async id => {
    await throwAway(editor, { kind: 'review', id, version: (await now(id)).version })
    return putBack(editor, { kind: 'review', id })
  },
  'another address': async id => {
    const { version, content } = await now(id)
    return saveReview(editor, { id, version, content: { ...content, slug: `${content.slug}-moved` } })
  },
  'a merge of its work': async id => {
    const { content } = await now(id)
    const { id: intoId } = await makeWork()
    const those = { noun: 'work', fromId: content.workId ?? '', intoId } as const
    const planned = await planMerge(db(), those)
    const seen = planned && 'plan' in planned ? fingerprint(planned.plan.changes) : ''
    expect(await mergeRecords(editor, { ...those, seen })).toMatchObject({ ok: true })
  },
}

test.each(Object.entries(ways))('an embargo is not broken by %s', async (_, way) => {
  const id = await held()
  await way(id)
  expect(await db().publication.count({ where: { reviewId: id } })).toBe(0)
  expect(await db().address.count({ where: { subjectId: id, state: 'live' } })).toBe(0)
  const { rows } = await pool.query('SELECT FROM search_document WHERE review_id = $1', [id])
  expect(rows).toHaveLength(0)
  expect(JSON.stringify(await listPublishedReviews({}))).not.toContain(sentinel)
  expect(JSON.stringify(await search(sentinel, {}, 'relevance', 1))).not.toContain(id)
  expect((await readReview(id)).content.title).toContain(sentinel)
})
