import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { z } from 'zod'

type Database = Pick<pg.Pool, 'query'>

/**
 * Sentences about everything in the publication that contradicts something else; none, when all is well. Single rows cannot
 * say these things, so the database's own constraints do not hold them.
 */
export async function brokenInvariants(database: Database, dataDir: string): Promise<string[]> {
  const found: string[] = []
  for (const { sentence, sql } of QUERIES) {
    const { rows } = await database.query(sql)
    for (const { what } of z.array(z.object({ what: z.string() })).parse(rows)) found.push(sentence.replace('…', what))
  }
  return [...found, ...(await brokenMedia(database, join(dataDir, 'media')))]
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

const glyphRow = z.object({ key: z.string() })
const mediaRow = z.object({ name: z.string(), state: z.string(), widths: z.array(z.number()) })

async function brokenMedia(database: Database, folder: string): Promise<string[]> {
  const { rows } = await database.query('SELECT name, state::text, widths FROM media')
  const media = z.array(mediaRow).parse(rows)
  const glyphs = z.array(glyphRow).parse((await database.query('SELECT key FROM glyph')).rows)
  const drawings = new Set(glyphs.map(({ key }) => `${key}.png`))
  const files = new Set(existsSync(folder) ? readdirSync(folder) : [])
  const pictures = media
    .filter(({ state }) => state === 'ready')
    .flatMap(({ name, widths }) => widths.map(width => `${name}-${width}.webp`))
  const wanted = [...pictures, ...drawings]
  const names = new Set(media.map(({ name }) => name))
  const orphans = [...files].filter(
    file => !drawings.has(file) && !names.has(file.replace(/-(\d+|card)\.\w+(\..*)?$/, '')),
  )
  return [
    ...wanted.filter(file => !files.has(file)).map(file => `The picture file ${file} is missing.`),
    ...orphans.map(file => `The file media/${file} belongs to no picture.`),
  ]
}
