import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { slugify } from '#lib/addresses/addresses.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import { UnusablePicture } from '#lib/media/files.ts'
import { makeGlyphPicture } from '#lib/media/glyph-picture.ts'
import { scratchFolder } from '#lib/media/keep.ts'
import { oneAtATime } from '#lib/media/queue.ts'
import { storage } from '#lib/storage/open.ts'
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
  const file = media && width && (await storage().local(`media/${media.name}-${width}.webp`))
  if (!media || !file) return { ok: false, code: 'not-found' }
  try {
    const made = await oneAtATime(async () => makeGlyphPicture(await readFile(file)))
    const key = ownGlyphKey(slugify(input.name, 28), randomBytes(4).toString('hex'), made.width)
    await put(key, made.png)
    try {
      await db().$transaction([
        db().glyph.create({ data: { key, name: input.name, mediaId: media.id } }),
        db().auditEntry.create({ data: { actorId: editor.id, action: 'glyph.make', subject: key } }),
      ])
    } catch (error) {
      await storage().remove(`media/${key}.png`)
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
  if (outcome.ok) await storage().remove(`media/${key}.png`)
  return outcome
}

const usesSchema = z.array(z.object({ use: z.string() }))

async function put(key: string, png: Buffer): Promise<void> {
  await mkdir(scratchFolder(), { recursive: true })
  const folder = await mkdtemp(join(scratchFolder(), 'glyph-'))
  try {
    await writeFile(join(folder, 'glyph.png'), png)
    await storage().put(`media/${key}.png`, join(folder, 'glyph.png'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
