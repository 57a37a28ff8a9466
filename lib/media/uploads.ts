import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { largestUpload, sniffFormat } from './files.ts'

// Uploads that go on where they were broken off: what has come is a file whose size says how much, and beside it what is known of it. Both outlive
// a restart. https://tus.io/protocols/resumable-upload

const recordSchema = z.object({
  id: z.string(),
  userId: z.string(),
  /** Bytes of the whole file. */
  length: z.number(),
  title: z.string(),
  isAnother: z.boolean(),
  replaces: z.object({ id: z.string(), version: z.number() }).nullable(),
  /** ISO 8601. */
  expiresAt: z.string(),
  /** What whoever sent it was told at the end; null until then. */
  outcome: z.object({ status: z.number(), body: z.record(z.string(), z.unknown()) }).nullable(),
})
export type Upload = z.infer<typeof recordSchema>
export type UploadPlan = Pick<Upload, 'length' | 'title' | 'isAnother' | 'replaces'>

/** Uploads that one person may have begun and not ended. */
const mostOpen = 60
const lifetime = 24 * 60 * 60_000
const idForm = /^[0-9a-f]{32}$/

/** Begins an upload of somebody's. Refused: a file that is too large or empty, too many that were begun. */
export async function createUpload(
  dataDir: string,
  userId: string,
  plan: UploadPlan,
): Promise<{ ok: true; upload: Upload } | { ok: false; code: 'too-large' | 'not-a-picture' | 'too-many' }> {
  if (plan.length > largestUpload) return { ok: false, code: 'too-large' }
  if (plan.length < 12) return { ok: false, code: 'not-a-picture' }
  const folder = folderOf(dataDir)
  await mkdir(folder, { recursive: true })
  await removeExpired(dataDir)
  if ((await openUploadsOf(dataDir, userId)) >= mostOpen) return { ok: false, code: 'too-many' }
  const id = randomBytes(16).toString('hex')
  const upload = { ...plan, id, userId, expiresAt: new Date(Date.now() + lifetime).toISOString(), outcome: null }
  await (await open(fileOf(dataDir, id), 'wx', 0o600)).close()
  await writeRecord(dataDir, upload)
  return { ok: true, upload }
}

/** An upload of this person's and how many bytes of it have come; null where there is none, or it is over. */
export async function getUpload(
  dataDir: string,
  userId: string,
  id: string,
): Promise<{ upload: Upload; offset: number } | null> {
  if (!idForm.test(id)) return null
  const upload = await readRecord(dataDir, id)
  if (!upload || upload.userId !== userId || Date.parse(upload.expiresAt) < Date.now()) return null
  const offset = upload.outcome ? upload.length : await sizeOf(fileOf(dataDir, id))
  return offset === null ? null : { upload, offset }
}

export type Appended =
  | { ok: true; upload: Upload; offset: number }
  | { ok: false; code: 'not-found' | 'too-large' | 'not-a-picture' }
  | { ok: false; code: 'wrong-offset'; offset: number }

/**
 * Adds what comes to an upload, from where it stands. What came before the sender went away is kept, so this does not throw then: the offset
 * says how far it is. Two at once cannot be: the later one ends the earlier, whose sender has mostly gone without a word.
 */
export async function appendToUpload(
  dataDir: string,
  userId: string,
  id: string,
  { offset, body }: { offset: number; body: ReadableStream<Uint8Array> | null },
): Promise<Appended> {
  if (!(await getUpload(dataDir, userId, id))) return { ok: false, code: 'not-found' }
  return alone(id, async signal => {
    const found = await getUpload(dataDir, userId, id)
    if (!found) return { ok: false, code: 'not-found' }
    if (found.offset !== offset) return { ok: false, code: 'wrong-offset', offset: found.offset }
    const { upload } = found
    if (offset === upload.length || !body) return { ok: true, upload, offset }
    const problem = await write(fileOf(dataDir, id), offset, upload.length, body, signal)
    if (problem !== null) {
      await removeUpload(dataDir, id)
      return { ok: false, code: problem }
    }
    return { ok: true, upload, offset: (await sizeOf(fileOf(dataDir, id))) ?? offset }
  })
}

/**
 * Ends an upload of which all has come: does what it was for, once, and remembers what was said. Whoever asks again, because the answer was lost
 * on its way, is told the same.
 */
export function finishUpload(
  dataDir: string,
  userId: string,
  id: string,
  work: (upload: Upload, file: string) => Promise<NonNullable<Upload['outcome']>>,
): Promise<NonNullable<Upload['outcome']> | null> {
  return alone(id, async () => {
    const found = await getUpload(dataDir, userId, id)
    if (!found || found.offset !== found.upload.length) return null
    const { upload } = found
    if (upload.outcome) return upload.outcome
    const outcome = await work(upload, fileOf(dataDir, id))
    // A full disk is no answer for good: the same bytes can be tried again.
    if (outcome.status >= 500) return outcome
    await writeRecord(dataDir, { ...upload, outcome })
    await rm(fileOf(dataDir, id), { force: true })
    return outcome
  })
}

/** Removes an upload and what had come of it. */
export async function removeUpload(dataDir: string, id: string): Promise<void> {
  await rm(recordOf(dataDir, id), { force: true })
  await rm(fileOf(dataDir, id), { force: true })
}

/** Removes the uploads that nobody came back for within a day, and files without a record. */
export async function removeExpired(dataDir: string): Promise<void> {
  const names = await readdir(folderOf(dataDir)).catch(() => [])
  for (const id of new Set(names.map(name => name.replace(/\..*$/, '')))) {
    const upload = await readRecord(dataDir, id)
    const isOver = upload ? Date.parse(upload.expiresAt) < Date.now() : await isOld(fileOf(dataDir, id))
    if (isOver) await removeUpload(dataDir, id)
  }
}

async function isOld(file: string): Promise<boolean> {
  const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: 0 }))
  return mtimeMs < Date.now() - lifetime
}

async function openUploadsOf(dataDir: string, userId: string): Promise<number> {
  const names = await readdir(folderOf(dataDir))
  const parts = names.filter(name => name.endsWith('.part')).map(name => name.slice(0, -'.part'.length))
  const records = await Promise.all(parts.map(id => readRecord(dataDir, id)))
  return records.filter(record => record?.userId === userId).length
}

async function write(
  file: string,
  from: number,
  length: number,
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): Promise<'too-large' | 'not-a-picture' | null> {
  const handle = await open(file, 'r+')
  const reader = body.getReader()
  const stop = () => void reader.cancel().catch(() => {})
  signal.addEventListener('abort', stop)
  let at = from
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }))
      if (done || !value || signal.aborted) break
      if (at + value.byteLength > length) return 'too-large'
      await handle.write(value, 0, value.byteLength, at)
      const wasKnown = at >= 12
      at += value.byteLength
      if (!wasKnown && at >= 12) {
        const { buffer } = await handle.read(Buffer.alloc(12), 0, 12, 0)
        if (sniffFormat(buffer) === null) return 'not-a-picture'
      }
    }
    // The offset that is told must still be true after the power went.
    await handle.datasync()
    return null
  } finally {
    signal.removeEventListener('abort', stop)
    stop()
    await handle.close()
  }
}

// One at a time for each upload, the newest first. On globalThis, because Next bundles this module once for every kind of entry.
interface Turn {
  abort: AbortController
  done: Promise<unknown>
}
declare global {
  var outOfFiveUploads: Map<string, Turn> | undefined
}

async function alone<T>(id: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  globalThis.outOfFiveUploads ??= new Map()
  const turns = globalThis.outOfFiveUploads
  const before = turns.get(id)
  before?.abort.abort()
  const abort = new AbortController()
  const done = Promise.resolve(before?.done)
    .catch(() => {})
    .then(() => work(abort.signal))
  const turn = { abort, done }
  turns.set(id, turn)
  try {
    return await done
  } finally {
    if (turns.get(id) === turn) turns.delete(id)
  }
}

async function readRecord(dataDir: string, id: string): Promise<Upload | null> {
  const text = await readFile(recordOf(dataDir, id), 'utf8').catch(() => null)
  if (text === null) return null
  try {
    return recordSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

async function writeRecord(dataDir: string, upload: Upload): Promise<void> {
  const beside = `${recordOf(dataDir, upload.id)}.new`
  await writeFile(beside, JSON.stringify(upload), { mode: 0o600 })
  await rename(beside, recordOf(dataDir, upload.id))
}

async function sizeOf(file: string): Promise<number | null> {
  return (await stat(file).catch(() => null))?.size ?? null
}

const folderOf = (dataDir: string) => join(dataDir, 'resumable')
const fileOf = (dataDir: string, id: string) => join(folderOf(dataDir), `${id}.part`)
const recordOf = (dataDir: string, id: string) => join(folderOf(dataDir), `${id}.json`)
