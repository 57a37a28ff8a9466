import { describe, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { transact } from '#lib/db/transact.ts'
import { overrideEnv } from '#lib/env.ts'
import { appendContentEvent } from '#lib/events/commands.ts'
import { sweep } from '#lib/jobs/sweep.ts'
import { openPings, site } from '../../test/pings.ts'
import { mostAttempts } from './pings.ts'

const {
  turnOn,
  live,
  runDue,
  deliver,
  later,
  ask,
  jobs,
  onlyPing,
  states,
  pauses,
  eventId,
  urlList,
  row,
  pool,
  engines,
  hub,
} = await openPings()

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
