import { z } from 'zod'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { listUses } from './desk-queries-uses.ts'
import {
  alikeWithin,
  type LibraryCounts,
  type LibraryFilter,
  type LibraryPage,
  type LibraryPicture,
  type LibraryPlace,
  type Lookalike,
  libraryFilters,
  type PictureDetail,
  type PictureProgress,
} from './library.ts'
import { libraryInclude, ownedPicture, statusOf, toLibraryPicture } from './library-row.ts'
import type { LibrarySearch } from './library-schema.ts'
import { groupAlike } from './likeness.ts'
import { currentRecipe } from './recipe.ts'

const { sql } = Prisma

/** Pictures that fit, newest first, so many at a time: asked for by key, so that a library of any size is read at the same speed. */
export async function listLibrary(editor: Editor, search: LibrarySearch, take = 48): Promise<LibraryPage> {
  const after = cursorSchema.safeParse(search.after)
  const those = [
    inLibrary,
    ...wordsOf(search.q),
    ...(search.filter ? [filters[search.filter](editor)] : []),
    ...(search.place ? [places[search.place]] : []),
    ...(after.success ? [sql`(m.created_at, m.id) < (${after.data.at}::timestamptz, ${after.data.id}::uuid)`] : []),
  ]
  const rows = idRows.parse(
    await db().$queryRaw`
    SELECT m.id::text FROM media m WHERE ${Prisma.join(those, ' AND ')}
    ORDER BY m.created_at DESC, m.id DESC LIMIT ${take + 1}`,
  )
  const pictures = await picturesOf(rows.slice(0, take).map(({ id }) => id))
  const last = pictures.at(-1)
  return { pictures, next: rows.length > take && last ? `${last.createdAt}~${last.id}` : null }
}

/** How many there are of everything, and of what each filter leaves. */
export async function countLibrary(editor: Editor): Promise<LibraryCounts> {
  const those = (filter: LibraryFilter) => sql`count(*) FILTER (WHERE ${filters[filter](editor)})::int`
  const [row] = countRows.parse(
    await db().$queryRaw`
    SELECT count(*)::int AS all, ${those('unused')} AS unused, ${those('no-alt')} AS "no-alt", ${those('no-credit')} AS "no-credit",
      ${those('failed')} AS failed, ${those('processing')} AS processing, ${those('mine')} AS mine
    FROM media m WHERE ${inLibrary}`,
  )
  return row
}

/** A picture with where it stands and what looks like it; null where there is none. */
export async function getPictureDetail(editor: Editor, id: string): Promise<PictureDetail | null> {
  if (!z.uuid().safeParse(id).success) return null
  const row = await db().media.findFirst({
    where: { id, state: { not: 'processing' }, trashedAt: null },
    include: libraryInclude,
  })
  if (!row) return null
  const [uses, alike] = await Promise.all([listUses(db(), editor, id), listAlike(id)])
  const owned = ownedPicture(
    row,
    uses.some(use => use.isLive),
  )
  return {
    picture: toLibraryPicture(row),
    uses,
    alike,
    may: {
      edit: can(editor, 'media.edit', owned),
      replace: can(editor, 'media.replace', owned),
      trash: can(editor, 'media.trash', owned),
    },
  }
}

/** How far the files of pictures are. */
export async function listProgress(_editor: Editor, ids: string[]): Promise<PictureProgress[]> {
  const select = { id: true, state: true, problem: true, recipe: true, progress: true }
  const rows = await db().media.findMany({ where: { id: { in: ids } }, select })
  return rows.map(row => {
    const status = statusOf(row)
    return { id: row.id, status, progress: status === 'ready' ? 100 : row.progress, problem: row.problem }
  })
}

/** Pictures that are there more than once, as far as can be seen: groups, the largest first, at most fifty. */
export async function listDuplicates(_editor: Editor): Promise<LibraryPicture[][]> {
  const rows = await db().$queryRaw<{ id: string; likeness: bigint }[]>`
    SELECT m.id::text, m.likeness FROM media m WHERE ${inLibrary} AND m.likeness <> 0 ORDER BY m.created_at DESC, m.id DESC`
  const groups = groupAlike(rows).slice(0, 50)
  const pictures = await picturesOf(groups.flat().map(({ id }) => id))
  const byId = new Map(pictures.map(picture => [picture.id, picture]))
  return groups.map(group => group.flatMap(({ id }) => byId.get(id) ?? []))
}

async function listAlike(id: string): Promise<Lookalike[]> {
  const rows = alikeRows.parse(
    await db().$queryRaw`
    SELECT id::text, distance FROM (
      SELECT m.id, m.created_at, bit_count((m.likeness # this.likeness)::bit(64))::int AS distance
      FROM media m, media this WHERE this.id = ${id}::uuid AND m.id <> this.id AND this.likeness <> 0 AND ${inLibrary}
    ) others WHERE distance <= ${alikeWithin} ORDER BY distance, created_at DESC LIMIT 12`,
  )
  const pictures = await picturesOf(rows.map(row => row.id))
  return rows.flatMap(row => {
    const picture = pictures.find(each => each.id === row.id)
    return picture ? [{ picture, distance: row.distance }] : []
  })
}

const inLibrary = sql`m.state <> 'processing' AND m.trashed_at IS NULL`

const inReview = sql`EXISTS (SELECT FROM review r WHERE r.image_id = m.id) OR EXISTS (SELECT FROM publication p WHERE p.image_id = m.id)`
// All that are in a text, found once: to look for each picture would take as many looks as there are pictures.
const inText = sql`m.id::text IN (SELECT jsonb_array_elements_text(pictures) FROM review WHERE pictures <> '[]'
  UNION ALL SELECT jsonb_array_elements_text(pictures) FROM publication WHERE pictures <> '[]')`
const ofWork = sql`EXISTS (SELECT FROM work w WHERE w.image_id = m.id)`
const ofGlyph = sql`EXISTS (SELECT FROM glyph g WHERE g.media_id = m.id)`

const ofHouse = sql`EXISTS (SELECT FROM setting s WHERE s.key IN ('logoId', 'logoDarkId', 'iconId') AND s.value = to_jsonb(m.id::text))`

const places: Record<LibraryPlace, Prisma.Sql> = {
  head: sql`(${inReview})`,
  text: sql`(${inText})`,
  work: sql`(${ofWork})`,
  glyph: sql`(${ofGlyph})`,
  house: sql`(${ofHouse})`,
}

const filters: Record<LibraryFilter, (editor: Editor) => Prisma.Sql> = {
  unused: () => sql`NOT (${inReview} OR ${ofWork} OR ${ofGlyph} OR ${ofHouse} OR ${inText})`,
  'no-alt': () => sql`(m.alt = '' AND NOT m.is_decorative)`,
  'no-credit': () => sql`m.credit = ''`,
  failed: () => sql`(m.state = 'failed' OR m.problem <> '')`,
  processing: () => sql`(m.state = 'ready' AND m.problem = '' AND m.recipe < ${currentRecipe}::int)`,
  mine: editor => sql`m.uploaded_by_id = ${editor.id}::uuid`,
}

/** Every word must be in it somewhere, also as a part of one. */
function wordsOf(q: string): Prisma.Sql[] {
  const words = q.split(/\s+/).filter(Boolean).slice(0, 8)
  return words.map(word => sql`m.words LIKE '%' || search_fold(${word}) || '%'`)
}

async function picturesOf(ids: string[]): Promise<LibraryPicture[]> {
  const rows = await db().media.findMany({ where: { id: { in: ids } }, include: libraryInclude })
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => {
    const row = byId.get(id)
    return row ? [toLibraryPicture(row)] : []
  })
}

const idRows = z.array(z.object({ id: z.string() }))
const alikeRows = z.array(z.object({ id: z.string(), distance: z.number() }))
const countRows = z.tuple([z.record(z.enum(['all', ...libraryFilters]), z.number())])
const cursorSchema = z
  .string()
  .transform(text => text.split('~'))
  .pipe(z.tuple([z.iso.datetime(), z.uuid()]))
  .transform(([at, id]) => ({ at, id }))
