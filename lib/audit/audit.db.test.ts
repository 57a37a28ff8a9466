import { describe, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { publishReview } from '#lib/reviews/commands-publish.ts'
import { makeEditor, makeReview, readReview } from '#prisma/factories.ts'
import { readAuditFilter } from './audit-schema.ts'
import { exportLog } from './commands.ts'
import { auditPerPage, readAuditLog } from './desk-queries.ts'

await testDatabase()
const everything = readAuditFilter({})

describe('the log', () => {
  test('says who published what, with the way there', async () => {
    const editor = await makeEditor('editor', { name: 'Ines' })
    const { id, version } = await makeReview(editor, { title: 'A Voice' })
    await publishReview(editor, { id, version })
    const log = await readAuditLog(editor, readAuditFilter({ what: 'review', who: editor.id }))
    expect(log?.entries).toMatchObject([
      { actor: { name: 'Ines' }, action: 'review.publish', subject: { name: 'A Voice', href: `/desk/reviews/${id}` } },
    ])
  })

  test('is read by editors and the owner, exported by the owner, and an export is an entry', async () => {
    const [owner, editor, critic] = [await makeEditor('owner'), await makeEditor('editor'), await makeEditor('critic')]
    expect(await readAuditLog(critic, everything)).toBeNull()
    expect((await readAuditLog(editor, everything))?.may).toEqual({ export: false })
    const input = { filter: everything, confirmation: null }
    for (const other of [editor, critic])
      expect(await exportLog(other, input)).toEqual({ ok: false, code: 'not-allowed' })
    expect(await exportLog(owner, input)).toMatchObject({ ok: true, text: expect.stringContaining('review.publish') })
    expect((await readAuditLog(owner, everything))?.entries[0]).toMatchObject({
      action: 'log.export',
      actor: { id: owner.id },
    })
  })

  test('goes on where the page before ended, each entry once', async () => {
    const owner = await makeEditor('owner')
    await db().auditEntry.createMany({
      data: Array.from({ length: 250 }, (_, number) => ({
        actorId: owner.id,
        action: 'name.accept',
        subject: `n${number}`,
      })),
    })
    const seen: string[] = []
    let before: string | null = null
    do {
      const page = await readAuditLog(owner, { ...everything, who: owner.id, before })
      seen.push(...(page?.entries ?? []).map(({ subject }) => subject?.name ?? ''))
      before = page?.older ?? null
    } while (before)
    expect(seen).toEqual(Array.from({ length: 250 }, (_, number) => `n${249 - number}`))
    expect(auditPerPage).toBeLessThan(250)
  })

  test('is narrowed by days as the publication counts them', async () => {
    const owner = await makeEditor('owner')
    const [today] = await db().$queryRaw<
      { day: string }[]
    >`SELECT (now() AT TIME ZONE 'Europe/London')::date::text AS day`
    await db().auditEntry.create({ data: { actorId: owner.id, action: 'ping.retry', subject: 'now' } })
    const read = (from: string, to: string) => readAuditLog(owner, { ...everything, who: owner.id, from, to })
    expect((await read(today?.day ?? '', today?.day ?? ''))?.entries).toHaveLength(1)
    expect((await read('2000-01-01', '2000-12-31'))?.entries).toEqual([])
  })

  test('of a file begins no formula', async () => {
    const owner = await makeEditor('owner', { name: '=HYPERLINK("https://evil.example")' })
    await db().auditEntry.create({ data: { actorId: owner.id, action: 'name.accept', subject: '@cmd' } })
    const made = await exportLog(owner, { filter: { ...everything, who: owner.id }, confirmation: null })
    expect(made.ok && made.text).toContain(`"'=HYPERLINK(""https://evil.example"")"`)
  })

  test('finds the review of an entry also when it is gone: it says nothing then', async () => {
    const editor = await makeEditor('editor')
    const { id } = await makeReview(editor)
    await db().auditEntry.create({ data: { actorId: editor.id, action: 'review.retract', subject: id } })
    expect((await readReview(id)).id).toBe(id)
    await db().review.delete({ where: { id } })
    const log = await readAuditLog(editor, { ...everything, who: editor.id })
    expect(log?.entries[0]).toMatchObject({ action: 'review.retract', subject: null })
  })
})
