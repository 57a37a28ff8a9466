import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Logger } from '#lib/log.ts'
import { type Bodies, type Header, makeAnswer } from './answer.ts'
import type { PageDisk } from './cache.ts'
import type { Entry } from './store.ts'

export type DiskOptions = {
  /** Holds one folder for each build: another build draws other pages. */
  folder: string
  buildId: string
  /** What else the pages depend on, such as the site's address. Pages written under another are not taken up. */
  stamp: string
  /** Headers of the server's own making, which are not written down. */
  decorate: (page: Pick<Entry, 'status' | 'headers' | 'tags'>) => Header[]
  log: Logger
}

export type Disk = PageDisk & {
  /** What an earlier process left, up to so many megabytes. Torn and foreign files are removed. */
  load: (megabytes: number) => Promise<Entry[]>
  /** Whether the pages here were made from this database. If not, they are removed. */
  adopt: (database: string) => Promise<boolean>
  /** Resolves when everything asked for so far is done. */
  idle: () => Promise<void>
}

const PAUSE_AFTER_FAILURE = 60_000

/**
 * The pages of the cache on disk, one file each, for a start while the database is away. All changes go through one queue,
 * in the order in which memory changed, so a page that was dropped cannot be put back by a write that began before.
 * A disk that is full or broken costs nothing but this.
 */
export function openDisk({ folder, buildId, stamp, decorate, log }: DiskOptions): Disk {
  const here = join(folder, buildId)
  let queue: Promise<unknown> = Promise.resolve()
  let pausedUntil = 0
  const enqueue = (work: () => Promise<unknown>): Promise<void> => {
    const done = queue.then(work).then(
      () => {},
      error => log.warn({ err: error }, 'the page cache could not change a file'),
    )
    queue = done
    return done
  }
  const pathOf = (key: string) => join(here, `${createHash('sha256').update(key).digest('hex')}.page`)

  const write = async (entry: Entry, isCurrent: () => boolean): Promise<void> => {
    if (!isCurrent() || Date.now() < pausedUntil) return
    const path = pathOf(entry.key)
    const unfinished = `${path}.${process.pid}.new`
    try {
      await mkdir(here, { recursive: true })
      await writeFile(unfinished, encode(entry, stamp))
      if (isCurrent()) await rename(unfinished, path)
      else await rm(unfinished, { force: true })
      pausedUntil = 0
    } catch (error) {
      if (pausedUntil === 0) log.warn({ err: error }, 'the page cache cannot write; going on from memory')
      pausedUntil = Date.now() + PAUSE_AFTER_FAILURE
      await rm(unfinished, { force: true }).catch(() => {})
    }
  }

  return {
    write: (entry, isCurrent) => void enqueue(() => write(entry, isCurrent)),
    remove: keys =>
      keys.length === 0
        ? Promise.resolve()
        : enqueue(() => Promise.all(keys.map(key => rm(pathOf(key), { force: true })))),
    clear: () => enqueue(() => removePages(here)),
    idle: () => enqueue(async () => {}),
    load: megabytes => loadPages({ folder, here, stamp, decorate, bytes: megabytes * 1_048_576 }),
    adopt: async database => {
      const note = join(here, 'database')
      const known = await readFile(note, 'utf8').catch(() => null)
      if (known === database) return true
      await enqueue(async () => {
        await removePages(here)
        await mkdir(here, { recursive: true })
        await writeFile(note, database)
      })
      return false
    },
  }
}

async function removePages(here: string): Promise<void> {
  const names = await readdir(here).catch(() => [])
  await Promise.all(names.filter(name => name !== 'database').map(name => rm(join(here, name), { force: true })))
}

type Loading = Pick<DiskOptions, 'folder' | 'stamp' | 'decorate'> & { here: string; bytes: number }

async function loadPages({ folder, here, stamp, decorate, bytes }: Loading): Promise<Entry[]> {
  for (const build of await readdir(folder).catch(() => []))
    if (join(folder, build) !== here) await rm(join(folder, build), { recursive: true, force: true }).catch(() => {})
  const entries: Entry[] = []
  let left = bytes
  for (const name of await readdir(here).catch(() => [])) {
    if (name === 'database') continue
    const path = join(here, name)
    const entry = name.endsWith('.page') ? decode(await readFile(path).catch(() => null), stamp, decorate) : null
    if (entry && entry.answer.size <= left) {
      left -= entry.answer.size
      entries.push(entry)
    } else await rm(path, { force: true }).catch(() => {})
  }
  return entries
}

const DIGEST = 32
const codings = ['identity', 'gzip', 'br'] as const

const fileHead = z.object({
  stamp: z.string(),
  key: z.string(),
  status: z.number(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  tags: z.array(z.string()),
  asOf: z.string(),
  storedAt: z.number(),
  refreshAt: z.number(),
  lengths: z.tuple([z.number(), z.number(), z.number()]),
})

// A digest of the rest, the length of the head, the head as JSON, the bodies. What was torn by a crash fails the digest.
function encode(entry: Entry, stamp: string): Buffer {
  const { key, status, headers, tags, asOf, storedAt, refreshAt, answer } = entry
  const bodies = codings.map(coding => answer.codings[coding]?.body ?? Buffer.alloc(0))
  const lengths = bodies.map(body => body.length)
  const head = Buffer.from(
    JSON.stringify({ stamp, key, status, headers, tags, asOf: String(asOf), storedAt, refreshAt, lengths }),
  )
  const length = Buffer.alloc(4)
  length.writeUInt32BE(head.length)
  const rest = Buffer.concat([length, head, ...bodies])
  return Buffer.concat([createHash('sha256').update(rest).digest(), rest])
}

function decode(file: Buffer | null, stamp: string, decorate: DiskOptions['decorate']): Entry | null {
  if (!file || file.length < DIGEST + 4) return null
  const rest = file.subarray(DIGEST)
  if (!createHash('sha256').update(rest).digest().equals(file.subarray(0, DIGEST))) return null
  const start = 4 + rest.readUInt32BE(0)
  const head = fileHead.safeParse(JSON.parse(rest.toString('utf8', 4, start)))
  if (!head.success || head.data.stamp !== stamp) return null
  const { lengths, asOf, stamp: _stamp, ...page } = head.data
  const answer = makeAnswer(page.status, decorate(page), cutBodies(rest.subarray(start), lengths))
  return { ...page, isPassing: false, asOf: BigInt(asOf), answer }
}

function cutBodies(bytes: Buffer, [plain, zipped, brotli]: [number, number, number]): Bodies {
  // Copies: a slice would keep the whole file in memory.
  const cut = (from: number, length: number) => Buffer.from(bytes.subarray(from, from + length))
  return {
    identity: cut(0, plain),
    ...(zipped > 0 && { gzip: cut(plain, zipped) }),
    ...(brotli > 0 && { br: cut(plain + zipped, brotli) }),
  }
}
