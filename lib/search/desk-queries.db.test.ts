import { describe, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { makeEditor, makeReview, makeWork } from '#prisma/factories.ts'
import { foundSchema, placeOf } from './desk-find.ts'
import { findAtDesk } from './desk-queries.ts'

await testDatabase()
const editor = await makeEditor('editor')

describe('what is found at the desk by a name', () => {
  test('is what somebody may open, of every kind, in the form that the page expects', async () => {
    const critic = await makeEditor('critic')
    const mine = await makeReview(critic, { title: 'The Quenbury bells' })
    await makeReview(editor, { title: 'The other Quenbury' })
    await makeWork({ title: 'Quenbury' })
    await db().list.create({ data: { slug: 'quenbury', title: 'Best of Quenbury', createdById: editor.id } })
    await db().workSeries.create({
      data: { slug: 'quenbury', name: 'The Quenbury trilogy', sortName: 'quenbury trilogy' },
    })
    const all = await findAtDesk(editor, 'quenb')
    expect(
      foundSchema
        .parse({ found: all })
        .found.map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(['list', 'review', 'review', 'series', 'work'])
    const theirs = await findAtDesk(critic, 'quenb')
    expect(theirs.filter(({ kind }) => kind === 'review').map(({ id }) => id)).toEqual([mine.id])
    expect(theirs.some(({ kind }) => kind === 'list')).toBe(false)
    expect(placeOf({ kind: 'review', id: mine.id })).toBe(`/desk/reviews/${mine.id}`)
  })

  test('is nothing of what was thrown away, and a percent sign is one', async () => {
    const gone = await makeReview(editor, { title: 'Thrown away 100%' })
    expect((await findAtDesk(editor, '100%')).map(({ id }) => id)).toEqual([gone.id])
    expect(await findAtDesk(editor, '1_0%')).toEqual([])
    await db().review.update({ where: { id: gone.id }, data: { trashedAt: new Date() } })
    expect(await findAtDesk(editor, '100%')).toEqual([])
  })

  test('with nothing typed is what changed last', async () => {
    const last = await makeReview(editor, { title: '' })
    const [first, ...others] = await findAtDesk(editor, '')
    expect(first).toMatchObject({ kind: 'review', id: last.id, name: 'Without a headline' })
    expect(others.length).toBeLessThanOrEqual(4)
  })
})
