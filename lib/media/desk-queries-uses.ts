import { z } from 'zod'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import type { CacheTag } from '#lib/events/events.ts'
import { libraryPlaces, type PictureUse } from './library.ts'

type Tx = Prisma.TransactionClient

const rowsSchema = z.array(
  z.object({
    place: z.enum(libraryPlaces),
    id: z.string(),
    title: z.string(),
    isLive: z.boolean(),
    isInWorkingCopy: z.boolean(),
    createdById: z.string().nullable(),
    criticIds: z.array(z.string()),
    wasPublished: z.boolean(),
  }),
)

/**
 * Where a picture stands: in what is being written, in what readers see, and in what they once saw, since the versions of a review are kept.
 * At most two hundred places, those that readers see first. Of drafts that this editor may not read, only that they are there.
 */
export async function listUses(tx: Tx, editor: Editor, mediaId: string): Promise<PictureUse[]> {
  const rows = rowsSchema.parse(
    await tx.$queryRaw`
    WITH used AS (
      SELECT 'head' AS place, id AS review_id, true AS is_draft, false AS is_live FROM review WHERE image_id = ${mediaId}::uuid
      UNION ALL SELECT 'head', review_id, false, is_current FROM publication WHERE image_id = ${mediaId}::uuid
      UNION ALL SELECT 'text', id, true, false FROM review WHERE pictures @> jsonb_build_array(${mediaId}::text)
      UNION ALL SELECT 'text', review_id, false, is_current FROM publication
        WHERE pictures @> jsonb_build_array(${mediaId}::text)
    ), reviews AS (
      SELECT place, review_id, bool_or(is_draft) AS is_draft, bool_or(is_live) AS is_live FROM used GROUP BY 1, 2
    )
    SELECT u.place, r.id::text, coalesce(nullif(r.title, ''), 'Untitled review') AS title, u.is_live AS "isLive",
      u.is_draft AS "isInWorkingCopy", r.created_by_id::text AS "createdById", r.published_at IS NOT NULL AS "wasPublished",
      ARRAY(SELECT critic_id::text FROM review_critic WHERE review_id = r.id) AS "criticIds"
    FROM reviews u JOIN review r ON r.id = u.review_id
    UNION ALL SELECT 'work', w.id::text, w.title, EXISTS (SELECT FROM address a WHERE a.subject_id = w.id AND a.state = 'live'),
      true, NULL, true, '{}' FROM work w WHERE w.image_id = ${mediaId}::uuid
    UNION ALL SELECT 'glyph', key, name, false, true, NULL, true, '{}' FROM glyph WHERE media_id = ${mediaId}::uuid
    UNION ALL SELECT 'house', key, CASE key WHEN 'iconId' THEN 'Icon' WHEN 'logoId' THEN 'Logo' ELSE 'Logo by night' END, true, true,
      NULL, true, '{}' FROM setting WHERE key IN ('logoId', 'logoDarkId', 'iconId') AND value = to_jsonb(${mediaId}::text)
    ORDER BY "isLive" DESC, title LIMIT 200`,
  )
  return rows.map(row => toUse(editor, row))
}

function toUse(editor: Editor, row: z.infer<typeof rowsSchema>[number]): PictureUse {
  const { place, id, title, isLive, isInWorkingCopy } = row
  const use = { place, id, isLive, isInWorkingCopy }
  if (place === 'work') return { ...use, title, href: can(editor, 'work.edit') ? `/desk/works/${id}` : null }
  if (place === 'glyph') return { ...use, title, href: can(editor, 'scale.edit') ? '/desk/scales/glyphs' : null }
  if (place === 'house') return { ...use, title, href: can(editor, 'setting.edit') ? '/desk/settings' : null }
  if (can(editor, 'review.read', row)) return { ...use, title, href: `/desk/reviews/${id}` }
  return { ...use, title: isLive ? title : 'A draft of somebody else’s', href: null }
}

/** What the pages that show these pictures now say that they depend on. */
export async function tagsOfPictures(tx: Tx, mediaIds: string[]): Promise<CacheTag[]> {
  if (mediaIds.length === 0) return []
  const rows = tagRows.parse(
    await tx.$queryRaw`
    SELECT 'review' AS noun, p.review_id::text AS id FROM publication p WHERE p.is_current AND p.image_id = ANY (${mediaIds}::uuid[])
    UNION SELECT 'review', p.review_id::text FROM unnest(${mediaIds}::text[]) picture
      JOIN publication p ON p.pictures @> jsonb_build_array(picture) AND p.is_current
    UNION SELECT 'work', w.id::text FROM work w WHERE w.image_id = ANY (${mediaIds}::uuid[])`,
  )
  return rows.map(({ noun, id }): CacheTag => `${noun}:${id}`)
}

/** Whether one of these pictures stands for the house, and so on every page. */
export async function isOfHouse(tx: Tx, mediaIds: string[]): Promise<boolean> {
  const settings = await tx.setting.findMany({ where: { key: { in: ['logoId', 'logoDarkId', 'iconId'] } } })
  return settings.some(({ value }) => mediaIds.some(id => id === value))
}

const tagRows = z.array(z.object({ noun: z.enum(['review', 'work']), id: z.string() }))
