import { createHash } from 'node:crypto'
import { getStamp, listFiles, listNews, newsAgedAt, readEntries } from './published.ts'
import {
  closeSitemap,
  fullAt,
  newsPath,
  openSitemap,
  readSitemapName,
  type SitemapEntry,
  type SitemapKind,
  sitemapEntry,
  sitemapIndex,
  sitemapKinds,
  sitemapPath,
  urlsPerFile,
} from './sitemaps.ts'

export interface SitemapDocument {
  /** A strong validator, without its quotes. */
  etag: string
  /** ISO 8601. */
  modifiedAt: string
  /** The document in pieces; nothing is read from the database before the first is asked for. */
  body: AsyncIterable<string>
}

/** Goes into the validators: another number where the same rows are written otherwise than before. */
const form = 1

/** The index of all sitemaps. */
export async function sitemapIndexXml(siteUrl: string, perFile = urlsPerFile): Promise<string> {
  const stamp = await getStamp()
  const files = await Promise.all(
    sitemapKinds.map(async kind =>
      (await listFiles(kind, stamp, perFile)).map(({ modifiedAt }, index) => ({
        path: sitemapPath(kind, index + 1),
        modifiedAt,
      })),
    ),
  )
  const [newest] = await listNews()
  return sitemapIndex(siteUrl, [...files.flat(), { path: newsPath, modifiedAt: newest?.modifiedAt ?? null }])
}

/**
 * The sitemap of a name such as "pages-1.xml"; null where there is none. Its validator changes with every content event, so that a
 * crawler that has the file is answered without reading it. (Rows that are committed while a file is on its way may be in it already;
 * they have changed the validator, so nobody hears that such a copy is still right.)
 */
export async function getSitemap(
  siteUrl: string,
  name: string,
  { perFile = urlsPerFile, perBatch = 1_000 } = {},
): Promise<SitemapDocument | null> {
  const asked = readSitemapName(name)
  if (!asked) return null
  const stamp = await getStamp()
  if (asked.kind === 'news') return newsDocument(siteUrl, stamp.modifiedAt)
  const files = await listFiles(asked.kind, stamp, perFile)
  const file = files[asked.number - 1]
  if (!file) return null
  const stretch = { from: file.first, to: files[asked.number]?.first ?? null }
  const entries = readEntries(asked.kind, stretch, { perFile, perBatch })
  return {
    etag: digest(`${form} ${siteUrl} ${perFile} ${name} ${stamp.id}`),
    modifiedAt: stamp.modifiedAt,
    body: write(siteUrl, asked.kind, entries),
  }
}

async function* write(
  siteUrl: string,
  kind: SitemapKind,
  batches: AsyncIterable<SitemapEntry[]>,
): AsyncGenerator<string> {
  let length = 0
  let piece = openSitemap(kind)
  for await (const batch of batches) {
    for (const entry of batch)
      piece += sitemapEntry(siteUrl, length < fullAt ? entry : { path: entry.path, modifiedAt: entry.modifiedAt })
    yield piece
    length += piece.length
    piece = ''
  }
  yield piece + closeSitemap
}

/** The news are few, and also change by growing old: they are written at once, and known by their bytes. */
async function newsDocument(siteUrl: string, changedAt: string): Promise<SitemapDocument> {
  const [news, agedAt] = await Promise.all([listNews(), newsAgedAt()])
  // A file without any entry is no sitemap. Google's rules let an address stand without its news where there are none.
  const entries = news.length > 0 ? news : [{ path: '/', modifiedAt: null }]
  const text = openSitemap('news') + entries.map(entry => sitemapEntry(siteUrl, entry)).join('') + closeSitemap
  const modifiedAt = agedAt && agedAt > changedAt ? agedAt : changedAt
  return { etag: digest(text), modifiedAt, body: once(text) }
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}
