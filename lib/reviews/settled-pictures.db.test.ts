import { expect, test } from 'vitest'
import { testDatabase } from '#lib/db/testing.ts'
import { makeEditor, makeMedia, makeReview } from '#prisma/factories.ts'
import { publishReview } from './commands-publish.ts'

await testDatabase()

const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'Words.' }] }
const withFigure = (mediaId: string, alt = '') => ({
  body: {
    type: 'doc' as const,
    content: [paragraph, { type: 'figure', attrs: { mediaId, alt, caption: '', credit: '' } }],
  },
  imageId: mediaId,
  imageAlt: alt,
})
const missing = async (content: ReturnType<typeof withFigure>) => {
  const editor = await makeEditor()
  const outcome = await publishReview(editor, await makeReview(editor, content))
  if (outcome.ok) return []
  return outcome.code === 'incomplete' ? outcome.missing.map(({ field }) => field) : [outcome.code]
}

test('a picture needs a description where it stands, unless it is decorative or the library describes it', async () => {
  const [bare, decorative, described] = await Promise.all([
    makeMedia(),
    makeMedia({ isDecorative: true }),
    makeMedia({ alt: 'An orb' }),
  ])
  expect(await missing(withFigure(bare.id))).toEqual(['body', 'imageAlt'])
  expect(await missing(withFigure(bare.id, 'An orb'))).toEqual([])
  expect(await missing(withFigure(decorative.id))).toEqual([])
  expect(await missing(withFigure(described.id))).toEqual([])
})
