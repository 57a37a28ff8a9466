import { createHash } from 'node:crypto'
import { db } from '#lib/db/client.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { cardPath } from '#lib/media/pictures.ts'
import { getSettings } from '#lib/settings/published.ts'
import { listLanguagesOf } from './published-languages.ts'
import { newsLimits, type SitemapEntry, type SitemapKind, unlistedPaths, urlsPerFile } from './sitemaps.ts'

// What stands in the sitemaps. Files are stretches of the live addresses in the order in which they came to be, found and read by keys:
// no question counts past rows that it does not return, and none returns more than a batch.

/** Where what readers can see stands: the same as long as nothing was published, changed or taken back. */
export interface Stamp {
  /** Letters that are others after every content event. */
  id: string
  /** Of the newest change, ISO 8601. */
  modifiedAt: string
}

/**
 * By one look at the newest events. Not the newest alone: an event may be committed after one that has a higher number, and of a
 * database that was put back to an earlier state the numbers come again, with other times.
 */
export async function getStamp(): Promise<Stamp> {
  const rows = await db().$queryRaw<{ id: bigint | null; at: Date }[]>`
    (SELECT id, at FROM content_event ORDER BY id DESC LIMIT 50)
    UNION ALL (SELECT NULL, changed_at FROM address WHERE state = 'live' ORDER BY changed_at DESC LIMIT 1)`
  const hash = createHash('sha256')
  let newest = 0
  for (const { id, at } of rows) {
    hash.update(`${id} ${at.getTime()}\n`)
    newest = Math.max(newest, at.getTime())
  }
  return { id: hash.digest('base64url').slice(0, 22), modifiedAt: new Date(newest).toISOString() }
}

/** One file: its first address, and when something in it last changed. */
export interface SitemapFile {
  first: Key
  modifiedAt: string | null
}

interface Key {
  changedAt: Date
  path: string
}

const plans = new Map<SitemapKind, { key: string; files: Promise<SitemapFile[]> }>()

/** The files of a kind, for as long as the stamp stays the same. There may be none, of pictures. */
export function listFiles(kind: SitemapKind, stamp: Stamp, perFile = urlsPerFile): Promise<SitemapFile[]> {
  const key = `${stamp.id} ${perFile}`
  const known = plans.get(kind)
  if (known?.key === key) return known.files
  const files = readFiles(kind, perFile)
  plans.set(kind, { key, files })
  files.catch(() => plans.delete(kind))
  return files
}

const listed = Prisma.sql`a.state = 'live' AND a.path <> ALL (${unlistedPaths})`
/** Ids of what is shown with a picture of its own. */
const pictured = Prisma.sql`(
  SELECT review_id AS id, image_id FROM publication WHERE is_current AND image_id IS NOT NULL
  UNION ALL SELECT id, image_id FROM work WHERE image_id IS NOT NULL)`

async function readFiles(kind: SitemapKind, perFile: number): Promise<SitemapFile[]> {
  const withPicture = Prisma.sql`JOIN ${pictured} pictured ON pictured.id = a.subject_id
    JOIN media m ON m.id = pictured.image_id AND m.state = 'ready'`
  const rows = await db().$queryRaw<{ changedAt: Date; path: string; modifiedAt: Date | null }[]>`
    SELECT min(changed_at) AS "changedAt", min(path) FILTER (WHERE is_first) AS path,
      max(shown_at) FILTER (WHERE shown_at <= now()) AS "modifiedAt"
    FROM (
      SELECT changed_at, path, shown_at, place / ${perFile}::int AS file, place % ${perFile}::int = 0 AS is_first FROM (
        SELECT a.changed_at, a.path, a.shown_at, row_number() OVER (ORDER BY a.changed_at, a.path) - 1 AS place
        FROM address a ${kind === 'images' ? withPicture : Prisma.empty} WHERE ${listed}) placed
    ) filed GROUP BY file ORDER BY file`
  return rows.map(({ changedAt, path, modifiedAt }) => ({
    first: { changedAt, path },
    modifiedAt: modifiedAt?.toISOString() ?? null,
  }))
}

export interface Stretch {
  from: Key
  /** The first address that is not in it; null at the end. */
  to: Key | null
}

/** The entries of a file in batches, each asked for when the one before it has been taken. At most `perFile` in all. */
export async function* readEntries(
  kind: SitemapKind,
  stretch: Stretch,
  { perFile = urlsPerFile, perBatch = 1_000 } = {},
): AsyncGenerator<SitemapEntry[]> {
  const hasLanguages = kind === 'pages' && (await hasTranslations())
  let { from } = stretch
  let isFirst = true
  for (let left = perFile; left > 0; ) {
    const most = Math.min(left, perBatch)
    const rows = await (kind === 'pages' ? readPages : readPictured)(within(from, isFirst, stretch.to), most)
    const last = rows.at(-1)
    if (last) yield hasLanguages ? await withLanguages(rows) : rows.map(toEntry)
    if (!last || rows.length < most) return
    from = last
    isFirst = false
    left -= rows.length
  }
}

interface Row extends Key {
  kind: string
  subjectId: string | null
  modifiedAt: Date | null
  name?: string
}

function readPages(those: Prisma.Sql, most: number): Promise<Row[]> {
  return db().$queryRaw<Row[]>`
    SELECT a.path, a.changed_at AS "changedAt", a.kind::text AS kind, a.subject_id::text AS "subjectId",
      CASE WHEN a.shown_at <= now() THEN a.shown_at END AS "modifiedAt"
    FROM address a WHERE ${those} ORDER BY a.changed_at, a.path LIMIT ${most}`
}

function readPictured(those: Prisma.Sql, most: number): Promise<Row[]> {
  return db().$queryRaw<Row[]>`
    SELECT a.path, a.changed_at AS "changedAt", a.kind::text AS kind, a.subject_id::text AS "subjectId",
      CASE WHEN a.shown_at <= now() THEN a.shown_at END AS "modifiedAt",
      coalesce(m.crop_name, m.name) AS name
    FROM address a
    LEFT JOIN publication p ON a.kind = 'review' AND p.review_id = a.subject_id AND p.is_current AND p.image_id IS NOT NULL
    LEFT JOIN work w ON a.kind = 'work' AND w.id = a.subject_id AND w.image_id IS NOT NULL
    JOIN media m ON m.id = coalesce(p.image_id, w.image_id) AND m.state = 'ready'
    WHERE ${those} AND a.kind IN ('review', 'work') ORDER BY a.changed_at, a.path LIMIT ${most}`
}

function within(from: Key, isFirst: boolean, to: Key | null): Prisma.Sql {
  const key = ({ changedAt, path }: Key) => Prisma.sql`(${changedAt}::timestamptz, ${path})`
  const place = Prisma.sql`(a.changed_at, a.path)`
  return Prisma.sql`${listed} AND ${place} ${isFirst ? Prisma.sql`>=` : Prisma.sql`>`} ${key(from)}
    ${to ? Prisma.sql`AND ${place} < ${key(to)}` : Prisma.empty}`
}

function toEntry({ path, modifiedAt, name }: Row): SitemapEntry {
  return {
    path,
    modifiedAt: modifiedAt?.toISOString() ?? null,
    // The still that the page names as its picture to everybody else.
    ...(name !== undefined && { images: [cardPath({ cropName: name })] }),
  }
}

/** Hardly any publication has translations; those that have none are not asked for them a thousand times. */
async function hasTranslations(): Promise<boolean> {
  const rows = await db().$queryRaw<unknown[]>`
    SELECT FROM publication WHERE translation_of_id IS NOT NULL AND is_current LIMIT 1`
  return rows.length > 0
}

async function withLanguages(rows: Row[]): Promise<SitemapEntry[]> {
  const reviewIds = rows.flatMap(({ kind, subjectId }) => (kind === 'review' && subjectId ? [subjectId] : []))
  const languages = await listLanguagesOf(reviewIds)
  return rows.map(row => {
    const own = languages.get(row.subjectId ?? '')
    return { ...toEntry(row), ...(own && { languages: own }) }
  })
}

/** When something was last too old for the news, ISO 8601; null where nothing ever was. */
export async function newsAgedAt(): Promise<string | null> {
  const [row] = await db().$queryRaw<{ at: Date | null }[]>`
    SELECT max(published_at) + make_interval(days => ${newsLimits.days}::int) AS at FROM publication
    WHERE is_current AND published_at < now() - make_interval(days => ${newsLimits.days}::int)`
  return row?.at?.toISOString() ?? null
}

/** What was first published in the last two days, the newest first. */
export async function listNews(): Promise<SitemapEntry[]> {
  const { name, language } = await getSettings()
  const rows = await db().$queryRaw<
    { path: string; publishedAt: Date; modifiedAt: Date | null; language: string | null; title: string }[]
  >`
    SELECT a.path, p.published_at AS "publishedAt", CASE WHEN p.modified_at <= now() THEN p.modified_at END AS "modifiedAt",
      p.language, p.title
    FROM publication p JOIN address a ON a.subject_id = p.review_id AND a.kind = 'review' AND a.state = 'live'
    WHERE p.is_current AND p.published_at BETWEEN now() - make_interval(days => ${newsLimits.days}::int) AND now()
    ORDER BY p.published_at DESC, p.id DESC LIMIT ${newsLimits.urls}`
  return rows.map(row => ({
    path: row.path,
    modifiedAt: row.modifiedAt?.toISOString() ?? null,
    news: {
      publication: name,
      language: row.language ?? language,
      publishedAt: row.publishedAt.toISOString(),
      title: row.title,
    },
  }))
}
