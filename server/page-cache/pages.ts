import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import type { Logger } from '#lib/log.ts'
import type { Follower, FollowerOptions } from '../events.ts'
import { freshness, IMMUTABLE, OF_DOCUMENTS, readerHeaders, tagHeaders } from '../headers.ts'
import type { Header } from './answer.ts'
import { PageCache } from './cache.ts'
import { PageDates } from './dates.ts'
import { type Disk, openDisk } from './disk.ts'
import { createRenderer } from './fill.ts'
import type { Entry } from './store.ts'

export type PagesOptions = {
  handler: RequestListener
  buildId: string
  siteUrl: string
  databaseUrl: string
  dataDir: string
  pageCacheMegabytes: number
  follow: (options: FollowerOptions) => Follower
  log: Logger
}

export type Pages = {
  cache: PageCache
  follower: Follower
  /** How long the site may take to answer, in milliseconds. */
  patience: () => number
  close: () => Promise<void>
}

// A rendering takes some 10 ms. Where events cannot be followed the database is away, and waiting will not help.
const PATIENCE = 10_000
const PATIENCE_WITHOUT_DATABASE = 4_000

/** Puts the page cache together: memory, disk, renderer, and the follower that keeps them right. */
export async function openPages(options: PagesOptions): Promise<Pages> {
  const { siteUrl, log } = options
  const decorate = decorator(siteUrl)
  const disk = openDisk({
    folder: join(options.dataDir, 'page-cache'),
    buildId: options.buildId,
    stamp: `1 ${siteUrl}`,
    decorate,
    log,
  })
  const patience = () => (follower.isCurrent() ? PATIENCE : PATIENCE_WITHOUT_DATABASE)
  const dates = new PageDates()
  const complained = new Set<string>()
  const render = createRenderer({
    handler: options.handler,
    siteUrl,
    decorate,
    since: (key, digest) => dates.since(key, digest, Date.now()),
    patience,
    onComplaint: (key, complaints) => {
      const fresh = complaints.filter(complaint => !complained.has(complaint))
      for (const complaint of fresh) complained.add(complaint)
      if (fresh.length > 0) log.warn({ key, blocked: fresh }, "a page has what the readers' policy blocks")
    },
  })
  const cache = new PageCache({
    megabytes: options.pageCacheMegabytes,
    render,
    position: () => follower.position(),
    disk,
    onFailure: (key, error) => {
      // While the database is away, which has been said, every page fails: one line for each would drown the rest.
      log[follower.isCurrent() ? 'error' : 'debug']({ err: error, key }, 'a page could not be rendered')
    },
  })
  const follower = options.follow({
    connectionString: options.databaseUrl,
    log,
    apply: events => cache.apply(events),
    meet: database => meet(cache, disk, database),
  })
  const kept = await disk.load((options.pageCacheMegabytes * 5) / 8)
  for (const { key, answer } of kept)
    if (answer.lastModified !== null) dates.learn(key, answer.digest, answer.lastModified)
  cache.restore(kept)
  announce(follower)
  return {
    cache,
    follower,
    patience,
    close: async () => {
      withdraw()
      await disk.idle()
    },
  }
}

/** Pages that were made from another database go; for the others the events since the oldest of them are wanted. */
async function meet(cache: PageCache, disk: Disk, database: string): Promise<bigint | null> {
  const isSame = await disk.adopt(database)
  if (isSame) return cache.oldestPosition()
  await cache.clear()
  return null
}

/** Makes what adds the headers that a page goes out with. */
export function decorator(siteUrl: string) {
  const plain = readerHeaders(siteUrl)
  const embedded = readerHeaders(siteUrl, { isEmbed: true })
  return ({ status, headers, tags }: Pick<Entry, 'status' | 'headers' | 'tags'>): Header[] => {
    const isDocument = headers.some(([name, value]) => name === 'Content-Type' && value.startsWith('text/html'))
    const fitting = (tags.includes('embed') ? embedded : plain).filter(
      ([name]) => isDocument || !(name === 'Speculation-Rules' || OF_DOCUMENTS.has(name)),
    )
    const kept: Header[] =
      status === 200 && tags.includes('versioned') ? [['Cache-Control', IMMUTABLE]] : freshness(status)
    return [...headers, ...fitting, ...kept, ...tagHeaders(tags)]
  }
}

const HANDLE = Symbol.for('out-of-five.page-cache')

/**
 * The desk runs inside Next, whose modules are not ours, in the same process: it finds this by its name, and after its
 * transaction waits until the pages that it changed are dropped here, so that an editor reads what they wrote.
 */
function announce(follower: Follower): void {
  Object.assign(globalThis, { [HANDLE]: { caughtUp: () => follower.caughtUp() } })
}

function withdraw(): void {
  Reflect.deleteProperty(globalThis, HANDLE)
}
