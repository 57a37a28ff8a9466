import sharp from 'sharp'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Editor } from '#lib/auth/editor.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { env } from '#lib/env.ts'
import { saveReview } from '#lib/reviews/commands.ts'
import { publishReview, retractReview } from '#lib/reviews/commands-publish.ts'
import { makeEditor, makeReview, makeScale, readReview, unique } from '#prisma/factories.ts'
import { answerCard, answerOembed, answerStill } from './answer.ts'

await testDatabase()
let editor: Editor
let review: Awaited<ReturnType<typeof makeReview>>
let slug: string

beforeAll(async () => {
  editor = await makeEditor()
})

beforeEach(async () => {
  review = await makeReview(editor, { rating: { scaleVersionId: await makeScale(), value: 4.5, unit: null } })
  slug = review.content.slug
  expect(await publishReview(editor, review)).toMatchObject({ ok: true })
})

const embed = (query: Record<string, string> = {}) =>
  answerOembed(new URLSearchParams({ url: `${env().SITE_URL}/reviews/${slug}`, ...query }))
const all = () => Promise.all([answerCard(`${slug}.png`), answerStill(`${slug}.png`), embed()])

describe('the card of a review', () => {
  test('is a PNG of 1200 × 630, its still one of 1200 × 675, and both go with what they show', async () => {
    for (const [answer, height] of [
      [await answerCard(`${slug}.png`), 630],
      [await answerStill(`${slug}.png`), 675],
    ] as const) {
      expect(answer.headers.get('content-type')).toBe('image/png')
      expect(answer.headers.get('x-cache-tags')?.split(' ')).toEqual(
        expect.arrayContaining([`review:${review.id}`, `work:${review.content.workId}`]),
      )
      const picture = sharp(Buffer.from(await answer.arrayBuffer()))
      expect(await picture.metadata()).toMatchObject({ format: 'png', width: 1200, height })
    }
  })

  test('is there for a translation as well', async () => {
    const { workId } = review.content
    const german = await makeReview(editor, { workId, language: 'de', translationOfId: review.id })
    expect(await publishReview(editor, german)).toMatchObject({ ok: true })
    expect((await answerCard(`${german.content.slug}.png`)).status).toBe(200)
  })

  test('is not there for a draft, or for nothing', async () => {
    const draft = await makeReview(editor)
    for (const file of [`${draft.content.slug}.png`, 'nowhere.png', slug, `${slug}.jpg`, '../etc/passwd.png', ''])
      expect((await answerCard(file)).status, file).toBe(404)
  })

  test('is gone with the review', async () => {
    await retractReview(editor, { id: review.id, version: (await readReview(review.id)).version })
    expect((await all()).map(answer => answer.status)).toEqual([410, 410, 404])
  })

  test('moves with the review', async () => {
    const next = unique('moved')
    const { version, content } = await readReview(review.id)
    await saveReview(editor, { id: review.id, version, content: { ...content, slug: next } })
    await publishReview(editor, { id: review.id, version: version + 1 })
    const [card, still, oembed] = await all()
    expect([card?.status, card?.headers.get('location')]).toEqual([308, `/cards/${next}.png`])
    expect([still?.status, still?.headers.get('location')]).toEqual([308, `/cards/stills/${next}.png`])
    expect(await oembed?.json()).toMatchObject({ html: expect.stringContaining(`/embed/reviews/${next}"`) })
  })
})

describe('oEmbed', () => {
  test('answers in both formats, and anybody may ask', async () => {
    const [json, xml] = [await embed(), await embed({ format: 'xml' })]
    expect(json.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(xml.headers.get('content-type')).toBe('text/xml; charset=utf-8')
    for (const answer of [json, xml]) expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(await json.json()).toMatchObject({
      type: 'rich',
      version: '1.0',
      title: 'Her: Four and a half stars out of five',
    })
    expect(await xml.text()).toContain('<title>Her: Four and a half stars out of five</title>')
  })

  test('refuses with the statuses of the specification', async () => {
    const status = async (query: Record<string, string>) => (await embed(query)).status
    expect(await status({ format: 'yaml' })).toBe(501)
    expect(await status({ url: 'https://example.com/reviews/her' })).toBe(404)
    expect(await status({ url: `${env().SITE_URL}/reviews/nowhere` })).toBe(404)
    expect(await status({ maxwidth: '-1' })).toBe(400)
    expect((await answerOembed(new URLSearchParams())).status).toBe(400)
  })
})
