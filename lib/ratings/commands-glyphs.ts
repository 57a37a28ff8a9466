import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { slugify } from '#lib/addresses/addresses.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'
import { makeGlyphPicture } from '#lib/media/glyph-picture.ts'
import { UnusablePicture } from '#lib/media/pipeline.ts'
import { oneAtATime } from '#lib/media/queue.ts'
import { ownGlyphKey } from './own-glyphs.ts'

export type GlyphRefusal =
  | { ok: false; code: 'not-allowed' | 'not-found' }
  | { ok: false; code: 'unusable'; problem: string }
  | { ok: false; code: 'in-use'; uses: string[] }

/** Makes a glyph of a picture that was uploaded. Refused: not allowed, a picture that is not there, one in which nothing stands out. */
export async function makeGlyph(
  editor: Editor,
  input: { mediaId: string; name: string },
): Promise<{ ok: true; key: string } | GlyphRefusal> {
  if (!can(editor, 'scale.edit')) return { ok: false, code: 'not-allowed' }
  const media = await db().media.findFirst({ where: { id: input.mediaId, state: 'ready' } })
  const width = media?.widths.at(-1)
  if (!media || !width) return { ok: false, code: 'not-found' }
  const folder = join(env().DATA_DIR, 'media')
  try {
    const made = await oneAtATime(async () =>
      makeGlyphPicture(await readFile(join(folder, `${media.name}-${width}.webp`))),
    )
    const key = ownGlyphKey(slugify(input.name, 28), randomBytes(4).toString('hex'), made.width)
    await put(folder, key, made.png)
    try {
      await db().$transaction([
        db().glyph.create({ data: { key, name: input.name, mediaId: media.id } }),
        db().auditEntry.create({ data: { actorId: editor.id, action: 'glyph.make', subject: key } }),
      ])
    } catch (error) {
      await rm(fileOf(folder, key), { force: true })
      throw error
    }
    return { ok: true, key }
  } catch (error) {
    if (error instanceof UnusablePicture) return { ok: false, code: 'unusable', problem: error.message }
    throw error
  }
}

/** Calls a glyph something else. What was scored with it goes on being drawn: its key stays. */
export async function renameGlyph(
  editor: Editor,
  input: { key: string; name: string },
): Promise<{ ok: true } | GlyphRefusal> {
  if (!can(editor, 'scale.edit')) return { ok: false, code: 'not-allowed' }
  return db().$transaction(async tx => {
    const { count } = await tx.glyph.updateMany({ where: { key: input.key }, data: { name: input.name } })
    if (count === 0) return { ok: false, code: 'not-found' } as const
    await tx.auditEntry.create({ data: { actorId: editor.id, action: 'glyph.rename', subject: input.key } })
    return { ok: true } as const
  })
}

/** Removes a glyph that nothing is drawn with: no scale, no review, nothing that was ever published or kept. Otherwise says what is. */
export async function removeGlyph(editor: Editor, key: string): Promise<{ ok: true } | GlyphRefusal> {
  if (!can(editor, 'scale.edit')) return { ok: false, code: 'not-allowed' }
  const outcome = await db().$transaction(async (tx): Promise<{ ok: true } | GlyphRefusal> => {
    const [row] = await tx.$queryRaw<{ key: string }[]>`SELECT key FROM glyph WHERE key = ${key} FOR UPDATE`
    if (!row) return { ok: false, code: 'not-found' }
    const uses = usesSchema.parse(
      await tx.$queryRaw`
        SELECT DISTINCT 'the scale “' || s.name || '”' AS use
          FROM rating_scale_version v JOIN rating_scale s ON s.id = v.scale_id WHERE v.unit_glyph = ${key}
        UNION SELECT 'the review “' || r.title || '”' FROM review r WHERE r.unit_glyph = ${key}
        UNION SELECT 'the review “' || p.title || '”' FROM publication p WHERE p.rating->'unit'->>'glyph' = ${key}
        UNION SELECT 'an earlier version of “' || r.title || '”' FROM revision v JOIN review r ON r.id = v.review_id
          WHERE v.content->'rating'->'unit'->>'glyph' = ${key} AND r.unit_glyph IS DISTINCT FROM ${key}
        LIMIT 20`,
    )
    if (uses.length > 0) return { ok: false, code: 'in-use', uses: uses.map(({ use }) => use) }
    await tx.glyph.delete({ where: { key } })
    await tx.auditEntry.create({ data: { actorId: editor.id, action: 'glyph.remove', subject: key } })
    return { ok: true }
  })
  if (outcome.ok) await rm(fileOf(join(env().DATA_DIR, 'media'), key), { force: true })
  return outcome
}

const usesSchema = z.array(z.object({ use: z.string() }))

/** Written beside and renamed: half a drawing is never served, and what is served is cached for good. */
async function put(folder: string, key: string, png: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true })
  const file = fileOf(folder, key)
  const beside = `${file}.${randomBytes(4).toString('hex')}.part`
  try {
    await writeFile(beside, png)
    await rename(beside, file)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

function fileOf(folder: string, key: string): string {
  return join(folder, `${key}.png`)
}
