import { Logger, runOnce } from 'graphile-worker'
import pg from 'pg'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { transact } from '#lib/db/transact.ts'
import { overrideEnv } from '#lib/env.ts'
import { appendContentEvent } from '#lib/events/commands.ts'
import { sweep } from '#lib/jobs/sweep.ts'
import { tasks } from '#lib/jobs/tasks.ts'
import { createList, publishList, saveList, takeBackList } from '#lib/lists/commands.ts'
import { editPerson } from '#lib/people/commands.ts'
import { getDeskPerson } from '#lib/people/desk-queries.ts'
import { personContentSchema } from '#lib/people/people-schema.ts'
import { mergeRecords, planMerge } from '#lib/regrouping/commands.ts'
import { fingerprint } from '#lib/regrouping/fingerprint.ts'
import { saveReview } from '#lib/reviews/commands.ts'
import { publishReview, retractReview } from '#lib/reviews/commands-publish.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import { makeEditor, makeReview, makeSection, makeTopic, makeWork, readReview, unique } from '#prisma/factories.ts'
import { mostAttempts } from './pings.ts'
import { startService } from './testing.ts'

const { pool, url } = await testDatabase()
const workers = openWorkers()
const engines = await startService()
const hub = await startService()
const site = 'https://reviews.example.org'
const key = 'a1b2c3d4e5f6'

beforeEach(async () => {
  for (const service of [engines, hub]) {
    service.heard.length = 0
    service.answers.length = 0
  }
  await pool.query('TRUNCATE graphile_worker._private_jobs, ping')
  await db().setting.deleteMany()
  overrideEnv({ SITE_URL: site, INDEXNOW_ENDPOINT: `${engines.url}indexnow`, ALLOW_PRIVATE_HOSTS: true })
})

describe('publishing', () => {
  test('tells nobody as long as nobody is to be told', async () => {
    await live()
    expect(await db().ping.count()).toBe(0)
    await expect.poll(jobs).toBe(0)
  })

  test('tells search engines of the pages, with the key and where it stands', async () => {
    await turnOn('indexnow')
    const { content, work, section } = await live()
    await deliver()
    expect(engines.heard).toHaveLength(1)
    const [{ path, headers, body } = { path: '', headers: {}, body: '{}' }] = engines.heard
    expect([path, headers['content-type']]).toEqual(['/indexnow', 'application/json; charset=utf-8'])
    const said = JSON.parse(body)
    expect(said).toEqual({
      host: 'reviews.example.org',
      key,
      keyLocation: `${site}/${key}.txt`,
      urlList: expect.arrayContaining(
        [
          '/',
          `/reviews/${content.slug}`,
          `/works/${work.slug}`,
          `/sections/${section.slug}`,
          `/people/${work.person.slug}`,
        ].map(each => site + each),
      ),
    })
    expect(said.urlList).toHaveLength(new Set(said.urlList).size)
    expect(await onlyPing()).toMatchObject({
      service: 'indexnow',
      cause: 'review.publish',
      host: new URL(engines.url).host,
      state: 'sent',
      attempts: 1,
      answer: '200 OK',
      finishedAt: expect.any(Date),
    })
    await expect.poll(jobs).toBe(0)
  })

  test('tells the hub of every feed with the review, in every format, as a form', async () => {
    await turnOn('websub')
    const topic = await addressed('topic', await makeTopic())
    const { content, section } = await live({ topicIds: [topic.id] })
    await deliver()
    const [heard] = hub.heard
    expect(heard?.headers['content-type']).toBe('application/x-www-form-urlencoded')
    const form = new URLSearchParams(heard?.body)
    expect(form.get('hub.mode')).toBe('publish')
    const critic = await db().critic.findUniqueOrThrow({ where: { id: content.criticIds[0] ?? '' } })
    const feeds = ['all', `sections/${section.slug}`, `critics/${critic.slug}`, `topics/${topic.slug}`, 'kinds/film']
    expect(form.getAll('hub.url').sort()).toEqual(
      feeds.flatMap(feed => ['atom', 'json', 'xml'].map(format => `${site}/feeds/${feed}.${format}`)).sort(),
    )
    expect(await onlyPing()).toMatchObject({ service: 'websub', state: 'sent', host: new URL(hub.url).host })
  })

  test('an update tells of the same pages, and of nobody who is only credited', async () => {
    await turnOn('indexnow')
    const { editor, id, content, work } = await live()
    await deliver()
    engines.heard.length = 0
    await again(editor, id, { ...content, title: 'A Better Headline' })
    await deliver()
    expect(urlList()).toContain(`${site}/reviews/${content.slug}`)
    expect(urlList()).not.toContain(`${site}/people/${work.person.slug}`)
  })

  test('under another address tells of both', async () => {
    await turnOn('indexnow')
    const { editor, id, content } = await live()
    await deliver()
    engines.heard.length = 0
    const slug = unique('moved')
    await again(editor, id, { ...content, slug })
    await deliver()
    expect(urlList()).toEqual(expect.arrayContaining([`${site}/reviews/${content.slug}`, `${site}/reviews/${slug}`]))
    // Later changes are the new address's alone.
    engines.heard.length = 0
    await again(editor, id, { ...content, slug, title: 'Once more' })
    await deliver()
    expect(urlList()).toContain(`${site}/reviews/${slug}`)
    expect(urlList()).not.toContain(`${site}/reviews/${content.slug}`)
  })

  test('in another section tells of the feeds of both', async () => {
    await turnOn('websub')
    const { editor, id, content, section } = await live()
    await deliver()
    hub.heard.length = 0
    const other = await addressed('section', await makeSection())
    await again(editor, id, { ...content, sectionId: other.id })
    await deliver()
    expect(feedList()).toEqual(
      expect.arrayContaining([
        `${site}/feeds/sections/${section.slug}.xml`,
        `${site}/feeds/sections/${other.slug}.xml`,
      ]),
    )
  })

  test('and retracting tells of the pages that are gone, and of the feeds', async () => {
    await turnOn('indexnow', 'websub')
    const { editor, id, content, work, section } = await live()
    await deliver()
    engines.heard.length = 0
    hub.heard.length = 0
    const { version } = await readReview(id)
    expect(await retractReview(editor, { id, version })).toMatchObject({ ok: true })
    await deliver()
    expect(urlList()).toEqual(
      expect.arrayContaining(
        [
          `/reviews/${content.slug}`,
          `/works/${work.slug}`,
          `/people/${work.person.slug}`,
          `/sections/${section.slug}`,
        ].map(path => site + path),
      ),
    )
    expect(feedList()).toEqual(
      expect.arrayContaining(
        ['all.xml', 'kinds/film.json', `sections/${section.slug}.atom`].map(each => `${site}/feeds/${each}`),
      ),
    )
  })

  test('a list tells of its page and feeds, where it was and where it is', async () => {
    const { work } = await live()
    await turnOn('indexnow', 'websub')
    const editor = await makeEditor()
    const made = await createList(editor)
    const id = made.ok ? made.id : ''
    const slug = unique('list')
    const content = {
      slug,
      title: 'The Best',
      standfirst: '',
      isRanked: true,
      topicId: null,
      criticId: null,
      entries: [{ workId: work.id, note: '' }],
    }
    expect(await saveList(editor, { id, version: 1, content })).toMatchObject({ ok: true })
    expect(await db().ping.count()).toBe(0)
    expect(await publishList(editor, { id, version: 2 })).toMatchObject({ ok: true })
    await deliver()
    expect(urlList()).toEqual([`${site}/lists/${slug}`])
    expect(feedList()).toEqual(['xml', 'atom', 'json'].map(format => `${site}/feeds/lists/${slug}.${format}`))
    const moved = `${slug}-again`
    expect(await saveList(editor, { id, version: 2, content: { ...content, slug: moved } })).toMatchObject({ ok: true })
    await deliver()
    expect(urlList()).toEqual([`${site}/lists/${slug}`, `${site}/lists/${moved}`])
    expect(feedList()).toContain(`${site}/feeds/lists/${slug}.xml`)
    expect(feedList()).toContain(`${site}/feeds/lists/${moved}.xml`)
    expect(await takeBackList(editor, { id, version: 3 })).toMatchObject({ ok: true })
    await deliver()
    expect(urlList()).toContain(`${site}/lists/${moved}`)
    // A feed that has ended has no news.
    expect(hub.heard).toHaveLength(2)
  })

  test('a review of a work that is in a list tells of the list’s feed', async () => {
    const { work } = await live()
    const list = await addressed(
      'list',
      await db().list.create({
        data: {
          slug: unique('list'),
          title: 'Listed',
          publishedAt: new Date(),
          entries: { create: { workId: work.id, position: 1 } },
        },
      }),
    )
    await turnOn('websub')
    await live({ workId: work.id })
    await deliver()
    expect(feedList()).toContain(`${site}/feeds/lists/${list.slug}.json`)
  })
})

describe('what moves without a review being published', () => {
  test('is told under both addresses: a person who is called otherwise', async () => {
    const { editor, work } = await live()
    await turnOn('indexnow')
    const { id, slug } = work.person
    const person = await getDeskPerson(editor, id)
    if (!person) throw new Error('The person is not at the desk')
    const content = personContentSchema.parse({ ...person.content, slug: `${slug}-jr` })
    expect(await editPerson(editor, { id, version: person.version, content })).toMatchObject({ ok: true })
    await deliver()
    expect(urlList()).toEqual(expect.arrayContaining([`${site}/people/${slug}`, `${site}/people/${slug}-jr`]))
  })

  test('is told under both addresses: two works that are one', async () => {
    const [from, into] = [await live(), await live()]
    await turnOn('indexnow')
    const which = { noun: 'work', fromId: from.work.id, intoId: into.work.id } as const
    const planned = await planMerge(db(), which)
    if (!planned || !('plan' in planned)) throw new Error('The works cannot be merged')
    const merged = await mergeRecords(from.editor, { ...which, seen: fingerprint(planned.plan.changes) })
    expect(merged).toMatchObject({ ok: true })
    await deliver()
    expect(urlList()).toEqual(expect.arrayContaining([from.work, into.work].map(({ slug }) => `${site}/works/${slug}`)))
    expect(urlList()).toContain(`${site}/reviews/${from.content.slug}`)
  })
})

describe('a notice', () => {
  test('is not made by a change that did not happen, nor is its job', async () => {
    await turnOn('indexnow', 'websub')
    const { id } = await live()
    await deliver()
    await pool.query('TRUNCATE ping')
    const undone = transact(async tx => {
      await appendContentEvent(tx, { kind: 'review.publish', tags: ['home', `review:${id}`] })
      expect(await tx.ping.count()).toBe(2)
      return { ok: false } as const
    })
    expect(await undone).toEqual({ ok: false })
    expect(await db().ping.count()).toBe(0)
    await expect.poll(jobs).toBe(0)
  })

  test('waits some seconds for others, and then all go in one post', async () => {
    await turnOn('indexnow')
    const all = []
    for (let at = 0; at < 5; at += 1) all.push(await live())
    await runDue()
    expect(engines.heard).toHaveLength(0)
    await deliver()
    expect(engines.heard).toHaveLength(1)
    expect(urlList()).toEqual(expect.arrayContaining(all.map(({ content }) => `${site}/reviews/${content.slug}`)))
    expect(urlList().filter(each => each === `${site}/`)).toHaveLength(1)
    expect(await states()).toEqual({ sent: 5 })
    await expect.poll(jobs).toBe(0)
  })

  test('of many changes in one transaction is one job', async () => {
    await turnOn('indexnow', 'websub')
    const { id } = await live()
    await deliver()
    await pool.query('TRUNCATE ping')
    await db().$transaction(
      async tx => {
        for (let at = 0; at < 200; at += 1)
          await appendContentEvent(tx, { kind: 'review.publish', tags: ['home', `review:${id}`] })
      },
      { timeout: 30_000 },
    )
    await expect.poll(jobs).toBe(2)
    engines.heard.length = 0
    await deliver()
    expect(engines.heard).toHaveLength(1)
    expect(await states()).toEqual({ sent: 400 })
  })

  test('never keeps one who publishes waiting for another', async () => {
    await turnOn('indexnow', 'websub')
    const { id } = await live()
    const { promise: done, resolve: end } = Promise.withResolvers<void>()
    const { promise: begun, resolve: began } = Promise.withResolvers<void>()
    const long = db().$transaction(
      async tx => {
        await appendContentEvent(tx, { kind: 'review.publish', tags: [`review:${id}`] })
        began()
        await done
      },
      { timeout: 30_000 },
    )
    await begun
    const start = performance.now()
    await live()
    expect(performance.now() - start).toBeLessThan(3_000)
    end()
    await long
  })

  test('has 10,000 addresses in a post at most, however many wait', async () => {
    await turnOn('indexnow')
    const event = await eventId()
    const urls = (from: number, count: number) =>
      Array.from({ length: count }, (_, at) => `${site}/reviews/r-${from + at}`)
    await db().ping.createMany({
      data: [
        { ...row(event, 1), urls: urls(0, 6_000) },
        { ...row(event, 2), urls: urls(6_000, 4_000) },
        { ...row(event, 3), urls: urls(10_000, 1) },
        { ...row(event, 4), urls: urls(20_000, 25_000) },
      ],
    })
    await ask()
    await deliver()
    expect(engines.heard.map(({ body }) => JSON.parse(body).urlList.length)).toEqual([10_000, 1, 10_000, 10_000, 5_000])
    expect(await states()).toEqual({ sent: 4 })
  })

  test('goes out once, also when two workers are at it', async () => {
    await turnOn('indexnow')
    await live()
    await live()
    await pool.query('UPDATE graphile_worker._private_jobs SET run_at = now()')
    await Promise.all([runDue(), runDue()])
    expect(engines.heard).toHaveLength(1)
    expect(await states()).toEqual({ sent: 2 })
  })

  test('that a killed worker had taken is sent by the next one, when its time is up', async () => {
    await turnOn('indexnow')
    await live()
    await pool.query(`UPDATE ping SET due_at = now() + interval '40 seconds'`)
    await deliver()
    expect(engines.heard).toHaveLength(0)
    await expect.poll(jobs).toBe(1)
    await later()
    expect(engines.heard).toHaveLength(1)
  })

  test('for a site that only this machine can read is not made', async () => {
    overrideEnv({ SITE_URL: 'http://localhost:3000', ALLOW_PRIVATE_HOSTS: false })
    await turnOn('indexnow', 'websub')
    await live()
    expect(await db().ping.count()).toBe(0)
  })

  test('is kept for ninety days', async () => {
    await turnOn('indexnow')
    await live()
    await deliver()
    await sweep()
    expect(await db().ping.count()).toBe(1)
    await pool.query(`UPDATE ping SET created_at = now() - interval '91 days'`)
    await sweep()
    expect(await db().ping.count()).toBe(0)
  })
})

describe('when it does not go well', () => {
  test('a service that is broken for a moment is asked again, and hears everything', async () => {
    await turnOn('indexnow')
    engines.answers.push({ status: 500 })
    await live()
    await deliver()
    expect(await onlyPing()).toMatchObject({ state: 'waiting', attempts: 1, answer: '500 Internal Server Error' })
    expect(await pauses()).toEqual([3])
    await expect.poll(jobs).toBe(1)
    await later()
    expect(await onlyPing()).toMatchObject({ state: 'sent', attempts: 2, answer: '200 OK', dueAt: null })
    expect(engines.heard).toHaveLength(2)
    expect(engines.heard[1]?.body).toBe(engines.heard[0]?.body)
  })

  test('a pause that it asks for is kept, by what is new as well', async () => {
    await turnOn('indexnow')
    engines.answers.push({ status: 429, retryAfter: '1800' })
    await live()
    await deliver()
    expect(await pauses()).toEqual([1800])
    const { content } = await live()
    await deliver()
    expect(engines.heard).toHaveLength(1)
    expect(await states()).toEqual({ waiting: 2 })
    const { rows } = await pool.query(
      `SELECT extract(epoch FROM run_at - now()) AS wait FROM graphile_worker.jobs WHERE key = 'pings:indexnow'`,
    )
    expect(rows).toHaveLength(1)
    expect(Number(rows[0].wait)).toBeGreaterThan(1_700)
    await later()
    expect(engines.heard).toHaveLength(2)
    expect(urlList()).toContain(`${site}/reviews/${content.slug}`)
    expect(await states()).toEqual({ sent: 2 })
  })

  test('a host that is dead is given up after all attempts, with the reason, and publishing is not kept from', async () => {
    overrideEnv({ INDEXNOW_ENDPOINT: 'http://127.0.0.1:1/indexnow' })
    await turnOn('indexnow')
    await live()
    await deliver()
    for (let attempt = 2; attempt <= mostAttempts; attempt += 1) {
      expect(await onlyPing()).toMatchObject({ state: 'waiting', attempts: attempt - 1, answer: 'connection refused' })
      await later()
    }
    expect(await onlyPing()).toMatchObject({
      state: 'failed',
      attempts: mostAttempts,
      answer: 'connection refused',
      dueAt: null,
    })
    await expect.poll(jobs).toBe(0)
  })

  test('a refusal that would be repeated is final at once', async () => {
    await turnOn('websub')
    hub.answers.push({ status: 404 })
    await live()
    await deliver()
    expect(await onlyPing()).toMatchObject({
      state: 'failed',
      attempts: 1,
      answer: '404 Not Found: there is no hub at this address',
    })
    await expect.poll(jobs).toBe(0)
  })

  test('a redirect is not followed, wherever it leads', async () => {
    await turnOn('websub')
    hub.answers.push({ status: 307, location: `${engines.url}secret` })
    await live()
    await deliver()
    expect(engines.heard).toHaveLength(0)
    expect(await onlyPing()).toMatchObject({ state: 'failed', answer: expect.stringContaining('does not follow') })
  })

  test('one service does not hold up the other', async () => {
    await turnOn('indexnow', 'websub')
    engines.answers.push({ status: 503, retryAfter: '3600' })
    await live()
    await deliver()
    expect(hub.heard).toHaveLength(1)
    expect(await states()).toEqual({ waiting: 1, sent: 1 })
  })

  test('a private host is not called without the operator’s leave', async () => {
    await turnOn('websub')
    await live()
    overrideEnv({ ALLOW_PRIVATE_HOSTS: false })
    await deliver()
    expect(hub.heard).toHaveLength(0)
    expect(await onlyPing()).toMatchObject({ state: 'waiting', answer: expect.stringContaining('https://') })
  })
})

type Service = 'indexnow' | 'websub'

async function turnOn(...services: Service[]): Promise<void> {
  const values = { indexnow: ['indexNowKey', key], websub: ['webSubHub', hub.url] } as const
  for (const service of services) {
    const [name, value] = values[service]
    await db().setting.create({ data: { key: name, value } })
  }
}

/** A review that is live, of a work and in a section with pages. */
async function live(given: Partial<ReviewContent> = {}) {
  const editor = await makeEditor()
  const work = await makeWork()
  const section = await addressed('section', await makeSection())
  const { id, version, content } = await makeReview(editor, { workId: work.id, sectionId: section.id, ...given })
  for (const criticId of content.criticIds)
    await addressed('critic', await db().critic.findUniqueOrThrow({ where: { id: criticId } }))
  expect(await publishReview(editor, { id, version })).toMatchObject({ ok: true })
  return { editor, id, content, work, section }
}

async function addressed<Row extends { id: string; slug: string }>(
  kind: 'section' | 'critic' | 'topic' | 'list',
  row: Row,
): Promise<Row> {
  const path = `/${kind}s/${row.slug}`
  await db().address.upsert({ where: { path }, create: { path, kind, state: 'live', subjectId: row.id }, update: {} })
  return row
}

async function again(
  editor: Awaited<ReturnType<typeof makeEditor>>,
  id: string,
  content: ReviewContent,
): Promise<void> {
  const { version } = await readReview(id)
  const saved = await saveReview(editor, { id, version, content })
  expect(saved).toMatchObject({ ok: true })
  expect(await publishReview(editor, { id, version: version + 1 })).toMatchObject({ ok: true })
}

/** Connections of workers, which outlive the jobs: closed before the database is dropped. */
function openWorkers(): pg.Pool {
  const opened = new pg.Pool({ connectionString: url, max: 8 })
  opened.on('connect', client => client.on('error', () => {}))
  opened.on('error', () => {})
  afterAll(() => opened.end())
  return opened
}

/** Does the jobs that are due. */
function runDue(): Promise<void> {
  const logger = new Logger(() => () => {})
  return runOnce({ pgPool: workers, taskList: tasks, noHandleSignals: true, logger })
}

/** Does what was asked for by now, some seconds later. Pauses are not over then. */
async function deliver(): Promise<void> {
  await pool.query(
    `UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at < now() + interval '10 seconds'`,
  )
  await runDue()
}

/** Hours later. */
async function later(): Promise<void> {
  await pool.query('UPDATE ping SET due_at = now() WHERE due_at IS NOT NULL')
  await pool.query('UPDATE graphile_worker._private_jobs SET run_at = now()')
  await runDue()
}

async function ask(): Promise<void> {
  await pool.query(`SELECT graphile_worker.add_job('send-pings', '{"service":"indexnow"}')`)
}

/** How many jobs there are: the queue strikes one out a moment after it was done. */
async function jobs(): Promise<number> {
  const { rows } = await pool.query('SELECT count(*)::int AS count FROM graphile_worker.jobs')
  return rows[0].count
}

async function onlyPing() {
  const pings = await db().ping.findMany()
  expect(pings).toHaveLength(1)
  return pings[0]
}

async function states(): Promise<Record<string, number>> {
  const rows = await db().ping.groupBy({ by: ['state'], _count: true })
  return Object.fromEntries(rows.map(row => [row.state, row._count]))
}

/** Seconds until what waits is due. */
async function pauses(): Promise<number[]> {
  const { rows } = await pool.query(
    `SELECT round(extract(epoch FROM due_at - now()))::int AS wait FROM ping WHERE due_at IS NOT NULL`,
  )
  return rows.map(({ wait }) => wait)
}

const urlList = (): string[] => JSON.parse(engines.heard.at(-1)?.body ?? '{}').urlList
const feedList = (): string[] => new URLSearchParams(hub.heard.at(-1)?.body).getAll('hub.url')

async function eventId(): Promise<bigint> {
  return (await db().contentEvent.create({ data: { kind: 'test' } })).id
}

const row = (event: bigint, at: number) => ({
  service: 'indexnow' as const,
  eventId: event + BigInt(at),
  cause: 'test',
  host: new URL(engines.url).host,
  createdAt: new Date(Date.now() + at),
})
