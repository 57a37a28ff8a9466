import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import type { Prose } from '#lib/prose/prose.ts'
import { saveReview } from '#lib/reviews/commands.ts'
import { publishReview } from '#lib/reviews/commands-publish.ts'
import { getPreview } from '#lib/reviews/desk-queries-preview.ts'
import { disclosureText } from '#lib/reviews/disclosures.ts'
import { getPublishedReview } from '#lib/reviews/published.ts'
import { makeEditor, makeReview } from '#prisma/factories.ts'
import { changeHouseList } from './commands.ts'
import { readSettings } from './published.ts'

await testDatabase()

const domains = async (value: string[], seen: string[] = []) =>
  changeHouseList(await makeEditor('owner'), { key: 'affiliateDomains', value, seen })

beforeEach(async () => {
  await db().setting.deleteMany()
})

describe('the house’s lists', () => {
  test('are changed by an owner, with an entry of what they were, and drop every page', async () => {
    const owner = await makeEditor('owner')
    const change = { key: 'affiliateDomains', value: ['shop.example'], seen: [] } as const
    expect(await changeHouseList(owner, { ...change, value: [...change.value], seen: [] })).toEqual({ ok: true })
    expect((await readSettings(db())).affiliateDomains).toEqual(['shop.example'])
    expect(await db().contentEvent.findFirst({ orderBy: { id: 'desc' } })).toMatchObject({
      kind: 'setting.edit',
      purge: true,
    })
    expect(await db().auditEntry.findFirst({ orderBy: { id: 'desc' } })).toMatchObject({
      actorId: owner.id,
      action: 'setting.edit',
      subject: 'affiliateDomains',
      detail: { before: [], after: ['shop.example'] },
    })
  })

  test('are refused to everybody else, and to whoever saw an older one', async () => {
    for (const role of ['editor', 'critic', 'contributor'] as const)
      expect(
        await changeHouseList(await makeEditor(role), { key: 'badges', value: [], seen: ['Essential', 'Best new'] }),
      ).toEqual({ ok: false, code: 'not-allowed' })
    await domains(['shop.example'])
    expect(await domains(['books.example'])).toEqual({ ok: false, code: 'stale', current: ['shop.example'] })
    expect((await readSettings(db())).affiliateDomains).toEqual(['shop.example'])
  })

  test('of two that are saved at once, one wins', async () => {
    const outcomes = await Promise.all([domains(['a.example']), domains(['b.example']), domains(['c.example'])])
    expect(outcomes.filter(outcome => outcome.ok)).toHaveLength(1)
  })

  test('that are saved as they are change nothing', async () => {
    const events = await db().contentEvent.count()
    const owner = await makeEditor('owner')
    const badges = ['Essential', 'Best new']
    expect(await changeHouseList(owner, { key: 'badges', value: badges, seen: badges })).toEqual({ ok: true })
    expect(await db().contentEvent.count()).toBe(events)
  })
})

const linked = (href: string): Prose => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Buy it ' },
        { type: 'text', text: 'here', marks: [{ type: 'link', attrs: { href } }] },
      ],
    },
  ],
})

describe('affiliate links', () => {
  const href = 'https://WWW.Shop.example:443/her'

  test('are not published without their disclosure, and are with it', async () => {
    await domains(['shop.example'])
    const editor = await makeEditor()
    const review = await makeReview(editor, { body: linked(href), disclosures: ['free_copy'] })
    expect(await publishReview(editor, review)).toMatchObject({
      ok: false,
      code: 'incomplete',
      missing: [{ field: 'disclosures' }],
    })
    expect(await db().publication.count({ where: { reviewId: review.id } })).toBe(0)
    const content = { ...review.content, disclosures: ['free_copy' as const, 'affiliate' as const] }
    await saveReview(editor, { ...review, content })
    expect(await getPreview(editor, review.id)).toMatchObject({ sponsored: [href] })
    expect(await publishReview(editor, { id: review.id, version: review.version + 1 })).toMatchObject({ ok: true })
    expect((await getPublishedReview(content.slug))?.sponsored).toEqual([href])
  })

  test('of live reviews are marked and disclosed when their domain is listed later', async () => {
    const editor = await makeEditor()
    const review = await makeReview(editor, { body: linked(href) })
    await publishReview(editor, review)
    const read = async () => {
      const article = await getPublishedReview(review.content.slug)
      return article && [article.sponsored, disclosureText(article)]
    }
    expect(await read()).toEqual([[], ''])
    await domains(['shop.example'])
    expect(await read()).toEqual([[href], 'We may earn something when you buy through a link on this page.'])
    await domains([], ['shop.example'])
    expect(await read()).toEqual([[], ''])
  })

  test('are not those of hosts that only look like it', async () => {
    await domains(['shop.example'])
    const editor = await makeEditor()
    const review = await makeReview(editor, { body: linked('https://shop.example.evil.org/her') })
    expect(await publishReview(editor, review)).toMatchObject({ ok: true })
  })
})
