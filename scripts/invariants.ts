import type pg from 'pg'
import { z } from 'zod'
import { env } from '#lib/env.ts'
import { nameOfFile } from '#lib/media/keep.ts'
import { cutsSchema, formatsSchema } from '#lib/media/media-schema.ts'
import { cardPath, cropRatios, cutPath, pictureFormats, picturePath } from '#lib/media/pictures.ts'
import { storage } from '#lib/storage/open.ts'
import type { Storage, StorageFolder, StorageKey } from '#lib/storage/storage.ts'

type Database = Pick<pg.Pool, 'query'>

/**
 * Sentences about everything in the publication that contradicts something else; none, when all is well. Single rows cannot
 * say these things, so the database's own constraints do not hold them.
 */
export async function brokenInvariants(
  database: Database,
  dataDir: string,
  place: Storage = storage({ ...env(), DATA_DIR: dataDir }),
): Promise<string[]> {
  const found: string[] = []
  for (const { sentence, sql } of QUERIES) {
    const { rows } = await database.query(sql)
    for (const { what } of z.array(z.object({ what: z.string() })).parse(rows)) found.push(sentence.replace('…', what))
  }
  return [...found, ...(await brokenMedia(database, place))]
}

const QUERIES = [
  {
    sentence: 'The review … is published, and its address is not live.',
    sql: `SELECT p.slug AS what FROM publication p WHERE p.is_current AND NOT EXISTS (
            SELECT FROM address a WHERE a.path = '/reviews/' || p.slug AND a.state = 'live' AND a.kind = 'review')`,
  },
  {
    sentence: 'The address … is live, and no review is published there.',
    sql: `SELECT a.path AS what FROM address a WHERE a.kind = 'review' AND a.state = 'live' AND NOT EXISTS (
            SELECT FROM publication p WHERE p.is_current AND a.path = '/reviews/' || p.slug)`,
  },
  {
    sentence: 'The review … says one thing about being published, and its publications another.',
    sql: `SELECT r.slug AS what FROM review r WHERE (r.published_at IS NOT NULL AND r.retracted_at IS NULL)
            <> EXISTS (SELECT FROM publication p WHERE p.review_id = r.id AND p.is_current)`,
  },
  {
    sentence: 'The review … is published, and its history does not have the version that was.',
    sql: `SELECT r.slug AS what FROM review r WHERE EXISTS (SELECT FROM publication p WHERE p.review_id = r.id AND p.is_current)
            AND NOT EXISTS (SELECT FROM revision v WHERE v.review_id = r.id AND v.version = r.published_version AND v.reason = 'published')`,
  },
  {
    sentence: 'The address … redirects to one that redirects again.',
    sql: `SELECT a.path AS what FROM address a JOIN address b ON b.path = a.target WHERE a.state = 'moved' AND b.state = 'moved'`,
  },
  {
    sentence: 'The live review … has no byline.',
    sql: `SELECT p.slug AS what FROM publication p WHERE p.is_current AND NOT EXISTS (
            SELECT FROM publication_critic c WHERE c.publication_id = p.id)`,
  },
]

const mediaRow = z.object({
  name: z.string(),
  crop_name: z.string().nullable(),
  state: z.string(),
  original: z.string().nullable(),
  widths: z.array(z.number()),
  formats: formatsSchema,
  cuts: cutsSchema,
})

/** Every row has its files and every file its row, whether they lie in a folder or in a bucket. */
async function brokenMedia(database: Database, place: Storage): Promise<string[]> {
  const read = async <T>(row: z.ZodType<T>, sql: string) => z.array(row).parse((await database.query(sql)).rows)
  const media = await read(mediaRow, 'SELECT name, crop_name, state::text, original, widths, formats, cuts FROM media')
  const retired = await read(
    z.object({ name: z.string(), original: z.string().nullable() }),
    'SELECT * FROM retired_files',
  )
  const glyphs = await read(z.object({ key: z.string() }), 'SELECT key FROM glyph')
  const drawings = glyphs.map(({ key }) => `${key}.png`)
  const names = new Set([
    ...media.flatMap(row => [row.name, row.crop_name ?? row.name]),
    ...retired.map(row => row.name),
  ])
  const originals = [...media, ...retired].flatMap(({ original }) => original?.slice('originals/'.length) ?? [])

  const files = await namesIn(place, 'media')
  const kept = await namesIn(place, 'originals')
  const wanted = [...media.filter(({ state }) => state === 'ready').flatMap(filesOf), ...drawings]
  const isOurs = (file: string) => drawings.includes(file) || names.has(nameOfFile(file) ?? '')
  return [
    ...wanted.filter(file => !files.has(file)).map(file => `The picture file ${file} is missing.`),
    ...originals.filter(file => !kept.has(file)).map(file => `The original ${file} is missing.`),
    ...[...files].filter(file => !isOurs(file)).map(file => `The file media/${file} belongs to no picture.`),
    ...[...kept]
      .filter(file => !originals.includes(file) && !names.has(file.replace(/\..*$/, '')))
      .map(file => `The file originals/${file} belongs to no picture.`),
  ]
}

/** The files that a row says there are. */
function filesOf(row: z.infer<typeof mediaRow>): string[] {
  const picture = { name: row.name, cropName: row.crop_name ?? row.name, widths: row.widths, cuts: row.cuts }
  const whole = row.widths.flatMap(width => row.formats.map(format => picturePath(picture, width, format)))
  const cut = cropRatios.flatMap(ratio =>
    (row.cuts[ratio] ?? []).flatMap(width => pictureFormats.map(format => cutPath(picture, ratio, width, format))),
  )
  return [...whole, ...cut, cardPath(picture)].map(path => path.slice('/media/'.length))
}

async function namesIn(place: Storage, folder: StorageFolder): Promise<Set<string>> {
  const names = new Set<string>()
  for await (const { name } of place.list(folder)) names.add(name)
  return names
}

/** The files that the rows name, as keys of the storage: what a backup takes along. */
export async function filesOfRows(database: Database): Promise<StorageKey[]> {
  const read = async <T>(row: z.ZodType<T>, sql: string) => z.array(row).parse((await database.query(sql)).rows)
  const media = await read(mediaRow, 'SELECT name, crop_name, state::text, original, widths, formats, cuts FROM media')
  const glyphs = await read(z.object({ key: z.string() }), 'SELECT key FROM glyph')
  const files = [
    ...media.filter(({ state }) => state === 'ready').flatMap(filesOf),
    ...glyphs.map(({ key }) => `${key}.png`),
  ]
  const retired = await read(z.object({ original: z.string().nullable() }), 'SELECT original FROM retired_files')
  const originals = [...media, ...retired].flatMap(({ original }) => original?.slice('originals/'.length) ?? [])
  return [...files.map(name => `media/${name}` as const), ...originals.map(name => `originals/${name}` as const)]
}
