import { expect, test } from 'vitest'
import { archivePath, pathOf } from '#lib/addresses/addresses.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { saveReview } from '#lib/reviews/commands.ts'
import { publishReview, retractReview } from '#lib/reviews/commands-publish.ts'
import { makeEditor, makeMedia, makeReview, makeSection, makeWork } from '#prisma/factories.ts'
import { getSitemap, sitemapIndexXml } from './documents.ts'
import { getStamp } from './published.ts'
import { sitemapProblems } from './schemas/validate.ts'
import { sitemapPath, unlistedPaths } from './sitemaps.ts'

const { pool } = await testDatabase()
const site = 'https://reviews.example'
const editor = await makeEditor('editor')

interface Listed {
  path: string
  lastmod: string | undefined
  xml: string
}

/** Everything that the index leads to, as a crawler reads it; it has to be valid. */
async function crawl(size: { perFile?: number; perBatch?: number } = {}) {
  const crawled = await readAll(size)
  expect(await sitemapProblems(crawled.index)).toEqual([])
  expect(await sitemapProblems(...crawled.texts)).toEqual([])
  return crawled
}

async function readAll(size: { perFile?: number; perBatch?: number } = {}) {
  const index = await sitemapIndexXml(site, size.perFile)
  const files = new Map<string, Listed[]>()
  const texts: string[] = []
  for (const [, name = ''] of index.matchAll(/<loc>https:\/\/reviews\.example\/sitemaps\/([^<]+)<\/loc>/g)) {
    const text = await read(name, size)
    texts.push(text)
    const entries = [...text.matchAll(/<url><loc>https:\/\/reviews\.example([^<]*)<\/loc>(.*)<\/url>/g)]
    files.set(
      name,
      entries.map(([, path = '', xml = '']) => ({ path, xml, lastmod: /<lastmod>(.*?)</.exec(xml)?.[1] })),
    )
  }
  const of = (kind: string) => [...files].flatMap(([name, entries]) => (name.startsWith(kind) ? entries : []))
  return { index, texts, files, pages: of('pages'), images: of('images'), news: of('news') }
}

async function read(name: string, size: { perFile?: number; perBatch?: number } = {}): Promise<string> {
  const document = await getSitemap(site, name, size)
  let text = ''
  for await (const piece of document?.body ?? []) text += piece
  return text
}

async function publish(content: Parameters<typeof makeReview>[1] = {}) {
  const review = await makeReview(editor, content)
  const published = await publishReview(editor, review)
  if (!published.ok) throw new Error(published.code)
  return { ...review, path: pathOf('review', published.slug) }
}

async function sectionWithPage() {
  const section = await makeSection()
  const path = pathOf('section', section.slug)
  await pool.query(`INSERT INTO address (path, state, kind, subject_id) VALUES ($1, 'live', 'section', $2)`, [
    path,
    section.id,
  ])
  return { ...section, path }
}

const lastmodOf = async (path: string) => (await readAll()).pages.find(entry => entry.path === path)?.lastmod
const appears = async (path: string) => (await readAll()).pages.some(entry => entry.path === path)

test('a publication without a single review has a valid sitemap of its own pages', async () => {
  const { pages, images, news, index } = await crawl()
  expect(pages.map(entry => entry.path)).toContain('/')
  for (const path of unlistedPaths) expect(pages.map(entry => entry.path)).not.toContain(path)
  expect(images).toEqual([])
  expect(index).not.toContain('images')
  expect(news).toEqual([{ path: '/', xml: '', lastmod: undefined }])
  expect(await getSitemap(site, 'pages-2.xml')).toBeNull()
  expect(await getSitemap(site, 'images-1.xml')).toBeNull()
})

test('every live page is in exactly one file, no file is longer than it may be, and none is for what moved or went', async () => {
  await pool.query(`
    INSERT INTO address (path, state, kind, subject_id, changed_at, shown_at)
    SELECT '/people/generated-' || i, CASE WHEN i % 10 = 0 THEN 'gone' ELSE 'live' END::"AddressState", 'person', gen_random_uuid(),
      timestamptz '2020-01-01' + (i / 7) * interval '1 millisecond', CASE WHEN i % 3 > 0 THEN timestamptz '2021-01-01' + i * interval '1 day' END
    FROM generate_series(1, 500) i;
    INSERT INTO address (path, state, kind, subject_id, target)
    SELECT '/people/once-' || i, 'moved', 'person', gen_random_uuid(), '/people/generated-' || i FROM generate_series(1, 9) i`)
  await pool.query(`INSERT INTO content_event (kind) VALUES ('test')`)
  const { rows } = await pool.query<{ path: string }>(
    `SELECT path FROM address WHERE state = 'live' AND path <> ALL ($1)`,
    [unlistedPaths],
  )
  const live = rows.map(row => row.path).sort()
  for (const [perFile, perBatch] of [
    [70, 20],
    [70, 70],
    [50, 1_000],
    [1_000, 7],
    [live.length, 100],
  ] as const) {
    const { pages, files } = await crawl({ perFile, perBatch })
    expect(pages.map(entry => entry.path).sort()).toEqual(live)
    const lengths = [...files].flatMap(([name, entries]) => (name.startsWith('pages') ? [entries.length] : []))
    expect(lengths).toEqual(lengths.map((_, index) => Math.min(perFile, live.length - index * perFile)))
  }
})

test('what is published after the files were laid out does not make one too long', async () => {
  const perFile = 20
  const number = (await crawl({ perFile })).files.size
  await pool.query(
    `INSERT INTO address (path, state, kind) SELECT '/archive/3' || i, 'live', 'archive' FROM generate_series(100, 150) i`,
  )
  for (const name of [number - 1, number - 2].map(last => sitemapPath('pages', last).slice(10)))
    expect((await read(name, { perFile })).match(/<url>/g)?.length ?? 0).toBeLessThanOrEqual(perFile)
  await pool.query(`DELETE FROM address WHERE path LIKE '/archive/3%'`)
})

test('a date in the future is no date', async () => {
  await pool.query(
    `INSERT INTO address (path, state, kind, shown_at) VALUES ('/archive/2999', 'live', 'archive', now() + interval '1 day')`,
  )
  await pool.query(`INSERT INTO content_event (kind) VALUES ('test')`)
  expect(await appears('/archive/2999')).toBe(true)
  expect(await lastmodOf('/archive/2999')).toBeUndefined()
})

test('a review is dated as it says, and what shows it as it last changed', async () => {
  const section = await sectionWithPage()
  const review = await publish({ sectionId: section.id })
  const dates = async () => {
    const { rows } = await pool.query<{ at: Date; year: number; month: number }>(
      'SELECT modified_at AS at, year, month FROM publication WHERE review_id = $1 ORDER BY number DESC',
      [review.id],
    )
    return { modified: rows[0]?.at.toISOString(), month: archivePath(rows[0]?.year ?? 0, rows[0]?.month) }
  }
  const first = await dates()
  for (const path of [review.path, section.path, first.month, '/', '/reviews'])
    expect(await lastmodOf(path), path).toBe(first.modified)
  expect(await lastmodOf('/about')).toBeUndefined()

  const other = await publish()
  expect(await lastmodOf(section.path), 'of another section').toBe(first.modified)
  expect(await lastmodOf(review.path), 'another review').toBe(first.modified)
  expect(await lastmodOf(other.path)).toBe(await lastmodOf('/'))

  const saved = await saveReview(editor, { ...review, content: { ...review.content, title: 'Another headline' } })
  if (!saved.ok) throw new Error(saved.code)
  await publishReview(editor, { id: review.id, version: saved.version })
  const second = await dates()
  expect(second.modified).not.toBe(first.modified)
  expect(await lastmodOf(review.path)).toBe(second.modified)
  expect(await lastmodOf(section.path)).toBe(second.modified)

  await retractReview(editor, { id: review.id, version: saved.version })
  expect(await appears(review.path)).toBe(false)
  const { rows } = await pool.query<{ at: Date }>('SELECT at FROM content_event ORDER BY id DESC LIMIT 1')
  expect(await lastmodOf(section.path)).toBe(rows[0]?.at.toISOString())
})

test('reviews that are published side by side, of one section and one work, date it without waiting in a circle', async () => {
  const section = await sectionWithPage()
  const work = await makeWork()
  const reviews = []
  for (let number = 0; number < 6; number++)
    reviews.push(await makeReview(editor, { sectionId: section.id, workId: work.id }))
  const outcomes = await Promise.all(reviews.map(review => publishReview(editor, review)))
  expect(outcomes.every(outcome => outcome.ok)).toBe(true)
  const { rows } = await pool.query<{ shown: Date; newest: Date }>(
    `SELECT a.shown_at AS shown, (SELECT max(modified_at) FROM publication WHERE work_id = $2 AND is_current) AS newest
     FROM address a WHERE a.path = ANY ($1)`,
    [[section.path, pathOf('work', work.slug)], work.id],
  )
  expect(rows).toHaveLength(2)
  // Whoever found the row in use left it to the other: the moments lie that close together.
  for (const { shown, newest } of rows) expect(newest.getTime() - shown.getTime()).toBeLessThan(10_000)
})

test('pictures are those of reviews and works that are ready', async () => {
  const [ready, poster, late] = [await makeMedia(), await makeMedia(), await makeMedia({ state: 'processing' })]
  const work = await makeWork({ imageId: poster.id })
  const withPicture = await publish({ imageId: ready.id, imageAlt: 'A picture', workId: work.id })
  await publish({ workId: (await makeWork({ imageId: late.id })).id })
  const { images } = await crawl()
  expect(images.map(({ path, xml }) => [path, /<image:loc>(.*?)</.exec(xml)?.[1]]).sort()).toEqual([
    [withPicture.path, `${site}/media/${ready.name}-card.jpg`],
    [pathOf('work', work.slug), `${site}/media/${poster.name}-card.jpg`],
  ])
  expect((await sitemapIndexXml(site, 1)).match(/images-\d+\.xml/g)).toEqual(['images-1.xml', 'images-2.xml'])
  expect((await read('images-2.xml', { perFile: 1 })).match(/<url>/g)).toHaveLength(1)
})

test('news are of two days, the newest first, never of the future', async () => {
  const before = (await crawl()).news.map(entry => entry.path)
  const review = await publish({ title: 'Tom & <Jerry>' })
  const { news } = await crawl()
  expect(news.map(entry => entry.path)).toEqual([review.path, ...before])
  expect(news[0]?.xml).toContain('<news:name>Out of Five</news:name><news:language>en</news:language>')
  expect(news[0]?.xml).toContain('<news:title>Tom &amp; &lt;Jerry&gt;</news:title>')
  await republishAt(review.id, "interval '-49 hours'")
  expect((await crawl()).news.map(entry => entry.path)).toEqual(before)
  await republishAt(review.id, "interval '1 hour'")
  expect((await crawl()).news.map(entry => entry.path)).toEqual(before)
})

test('news are at most a thousand', async () => {
  const { id } = await publish()
  const client = await pool.connect()
  try {
    await client.query('SET session_replication_role = replica')
    await client.query(
      `CREATE TEMP TABLE copies AS SELECT p.*, gen_random_uuid() AS other FROM publication p, generate_series(1, 1100) WHERE review_id = $1 AND is_current`,
      [id],
    )
    await client.query(`UPDATE copies SET id = gen_random_uuid(), review_id = other, slug = 'copy-' || other`)
    await client.query('ALTER TABLE copies DROP COLUMN other, DROP COLUMN pictures')
    await client.query('INSERT INTO publication SELECT * FROM copies')
    await client.query(
      `INSERT INTO address (path, state, kind, subject_id) SELECT '/reviews/' || slug, 'live', 'review', review_id FROM copies`,
    )
    expect((await readAll()).news).toHaveLength(1_000)
    await client.query(`DELETE FROM publication WHERE id IN (SELECT id FROM copies)`)
    await client.query(`DELETE FROM address WHERE subject_id IN (SELECT review_id FROM copies)`)
  } finally {
    await client.query('SET session_replication_role = origin')
    client.release()
  }
})

test('languages stand where there are any, the same at each of them', async () => {
  const work = await makeWork()
  const original = await publish({ workId: work.id })
  expect((await crawl()).pages.find(entry => entry.path === original.path)?.xml).not.toContain('xhtml:link')
  const translation = await publish({ workId: work.id, language: 'de', translationOfId: original.id })
  const { pages } = await crawl()
  const links = (path: string) => pages.find(entry => entry.path === path)?.xml.match(/<xhtml:link[^>]*>/g)
  const link = (tag: string, path: string) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${site}${path}"/>`
  const both = [link('en-GB', original.path), link('de', translation.path), link('x-default', original.path)]
  expect(links(original.path)).toEqual(both)
  expect(links(translation.path)).toEqual(both)
  expect(pages.filter(entry => entry.xml.includes('xhtml:link'))).toHaveLength(2)
})

test('the stamp stays while nothing changes, and changes with every event, in whatever order they are committed', async () => {
  const first = await getStamp()
  expect(await getStamp()).toEqual(first)
  const [slow, quick] = [await pool.connect(), await pool.connect()]
  const event = `INSERT INTO content_event (kind) VALUES ('test')`
  try {
    await slow.query('BEGIN')
    await slow.query(event)
    await quick.query(event)
    const second = await getStamp()
    await slow.query('COMMIT')
    const ids = [first.id, second.id, (await getStamp()).id]
    expect(new Set(ids).size).toBe(3)
  } finally {
    slow.release()
    quick.release()
  }
  const [one, other] = [await getSitemap(site, 'pages-1.xml'), await getSitemap('https://other.example', 'pages-1.xml')]
  expect(one?.etag).not.toBe(other?.etag)
})

/** Moves the date of a live publication, which nothing but a test may. */
async function republishAt(reviewId: string, away: string): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('SET session_replication_role = replica')
    await client.query(
      `UPDATE publication SET published_at = now() + ${away}, modified_at = now() + ${away} WHERE review_id = $1`,
      [reviewId],
    )
  } finally {
    await client.query('SET session_replication_role = origin')
    client.release()
  }
}
