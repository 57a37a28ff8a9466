import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { overrideEnv } from '#lib/env.ts'
import { uploadPicture } from '#lib/media/commands.ts'
import { makeGlyphPicture } from '#lib/media/glyph-picture.ts'
import { publishReview } from '#lib/reviews/commands-publish.ts'
import { makeEditor, makeReview, makeScale } from '#prisma/factories.ts'
import { makeGlyph, removeGlyph, renameGlyph } from './commands-glyphs.ts'
import { glyphInk, ownGlyphPath } from './own-glyphs.ts'

await testDatabase()
let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'glyphs-'))
  overrideEnv({ DATA_DIR: dataDir })
})

/** A bar that is twice as high as it is wide, on a see-through or a white ground. */
const bar = (ground: string) =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400">
    <rect width="400" height="400" fill="${ground}"/><rect x="150" y="100" width="100" height="200" fill="#123"/></svg>`),
  )

async function uploaded(bytes: Buffer): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), 'upload-')), 'file')
  writeFileSync(file, bytes)
  const outcome = await uploadPicture(await makeEditor(), { file, title: 'bar' })
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.picture.id
}

const fileOf = (key: string) => join(dataDir, 'media', `${key}.png`)

describe('a glyph', () => {
  test.each([
    ['a see-through PNG', () => bar('none').png()],
    ['a white JPEG', () => bar('#fff').jpeg()],
    ['a dark WebP', () => bar('#9ab').webp()],
  ])('is the shape in %s, as large as its box lets it, and nothing of its ground', async (_, draw) => {
    const { png, width } = await makeGlyphPicture(await draw().toBuffer())
    expect(width).toBe(11)
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true })
    expect([info.width, info.height, info.channels]).toEqual([192, 192, 4])
    const alphaAt = (x: number, y: number) => data[(y * info.width + x) * 4 + 3] ?? -1
    expect(alphaAt(96, 96)).toBeGreaterThan(230)
    expect(alphaAt(96, 20)).toBeGreaterThan(230)
    for (const [x, y] of [
      [4, 4],
      [30, 96],
      [160, 96],
      [96, 2],
    ] as const)
      expect(alphaAt(x, y)).toBeLessThan(20)
  })

  test('is made by editors, of a picture of ours, under a key that says where and how wide it is', async () => {
    const mediaId = await uploaded(await bar('none').png().toBuffer())
    const made = await makeGlyph(await makeEditor(), { mediaId, name: 'Chocolate bar' })
    if (!made.ok) throw new Error(made.code)
    expect(made.key).toMatch(/^own-chocolate-bar-[0-9a-f]{8}-11$/)
    expect(ownGlyphPath(made.key)).toBe(`/media/${made.key}.png`)
    expect(glyphInk(made.key)).toEqual([6.5, 17.5])
    expect(existsSync(fileOf(made.key))).toBe(true)
    expect(await makeGlyph(await makeEditor('critic'), { mediaId, name: 'Bar' })).toEqual({
      ok: false,
      code: 'not-allowed',
    })
    const nothing = { mediaId: '0199c0de-0000-7000-8000-000000000001', name: 'Bar' }
    expect(await makeGlyph(await makeEditor(), nothing)).toEqual({ ok: false, code: 'not-found' })
  })

  test('is refused where nothing stands out, and leaves nothing behind', async () => {
    const blank = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#c84b31' } })
      .png()
      .toBuffer()
    const mediaId = await uploaded(blank)
    const before = await db().glyph.count()
    expect(await makeGlyph(await makeEditor(), { mediaId, name: 'Nothing' })).toMatchObject({ code: 'unusable' })
    expect(await db().glyph.count()).toBe(before)
  })

  test('keeps its key and its file when it is renamed', async () => {
    const editor = await makeEditor()
    const made = await makeGlyph(editor, { mediaId: await uploaded(await bar('none').png().toBuffer()), name: 'Bar' })
    if (!made.ok) throw new Error(made.code)
    expect(await renameGlyph(editor, { key: made.key, name: 'Ingot' })).toEqual({ ok: true })
    expect(await db().glyph.findUnique({ where: { key: made.key } })).toMatchObject({ name: 'Ingot' })
    expect(existsSync(fileOf(made.key))).toBe(true)
    expect(await renameGlyph(await makeEditor('critic'), { key: made.key, name: 'x' })).toEqual({
      ok: false,
      code: 'not-allowed',
    })
    expect(await renameGlyph(editor, { key: 'own-nothing-00000000-9', name: 'x' })).toEqual({
      ok: false,
      code: 'not-found',
    })
  })

  test('that something is drawn with stays, and says where; one that nothing is drawn with goes, with its file', async () => {
    const editor = await makeEditor()
    const made = await makeGlyph(editor, { mediaId: await uploaded(await bar('none').png().toBuffer()), name: 'Bar' })
    if (!made.ok) throw new Error(made.code)
    const { key } = made
    const unit = { singular: 'bar', plural: 'bars', glyph: key }
    const review = await makeReview(editor, {
      title: 'Sweet',
      rating: { scaleVersionId: await makeScale(), value: 3, unit },
    })
    await publishReview(editor, { id: review.id, version: review.version })
    expect(await removeGlyph(editor, key)).toEqual({ ok: false, code: 'in-use', uses: ['the review “Sweet”'] })
    expect(existsSync(fileOf(key))).toBe(true)
    const unused = await makeGlyph(editor, {
      mediaId: await uploaded(await bar('#fff').png().toBuffer()),
      name: 'Spare',
    })
    if (!unused.ok) throw new Error(unused.code)
    expect(await removeGlyph(await makeEditor('contributor'), unused.key)).toEqual({ ok: false, code: 'not-allowed' })
    expect(await removeGlyph(editor, unused.key)).toEqual({ ok: true })
    expect(existsSync(fileOf(unused.key))).toBe(false)
    expect(await removeGlyph(editor, unused.key)).toEqual({ ok: false, code: 'not-found' })
    await makeScale({ unitSingular: 'bar', unitPlural: 'bars', unitGlyph: key })
    const refused = await removeGlyph(editor, key)
    expect(refused).toMatchObject({ code: 'in-use', uses: expect.arrayContaining(['the scale “Five”']) })
  })
})
