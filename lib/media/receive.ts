import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { largestUpload, sniffFormat } from './files.ts'

export type Received =
  | { ok: true; file: string; remove: () => Promise<void> }
  | { ok: false; code: 'too-large' | 'not-a-picture' | 'cut-off' }

/**
 * Writes an upload to a temporary file as it comes in, so that those that wait for their turn take no memory. Stops reading at the
 * first byte over the limit, and at the first bytes when they are no picture's. `length` is what the sender said; null when it did not.
 */
export async function receiveUpload(
  body: ReadableStream<Uint8Array>,
  length: number | null,
  dataDir: string,
): Promise<Received> {
  if (length !== null && length > largestUpload) return { ok: false, code: 'too-large' }
  const folder = join(dataDir, 'uploads')
  await mkdir(folder, { recursive: true })
  const file = join(folder, randomBytes(12).toString('hex'))
  const remove = () => rm(file, { force: true })
  try {
    const problem = await write(body, file)
    if (problem === null) return { ok: true, file, remove }
    await remove()
    return { ok: false, code: problem }
  } catch (error) {
    await remove()
    throw error
  }
}

/** Temporary files that nobody came back for: older than an hour. */
export async function removeOldUploads(dataDir: string): Promise<void> {
  const folder = join(dataDir, 'uploads')
  for (const name of await readdir(folder).catch(() => [])) {
    const file = join(folder, name)
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Date.now() }))
    // Folders too: what the press was at work in when the process ended.
    if (mtimeMs < Date.now() - 60 * 60_000) await rm(file, { force: true, recursive: true })
  }
}

async function write(
  body: ReadableStream<Uint8Array>,
  file: string,
): Promise<'too-large' | 'not-a-picture' | 'cut-off' | null> {
  const handle = await open(file, 'wx', 0o600)
  let size = 0
  let start = Buffer.alloc(0)
  let isKnown = false
  try {
    for await (const chunk of body) {
      size += chunk.byteLength
      if (size > largestUpload) return 'too-large'
      if (!isKnown) {
        start = Buffer.concat([start, chunk.subarray(0, 12)])
        isKnown = start.length >= 12
        if (isKnown && sniffFormat(start) === null) return 'not-a-picture'
      }
      await handle.appendFile(chunk)
    }
    return isKnown ? null : 'not-a-picture'
  } catch (error) {
    // The sender went away.
    if (error instanceof Error && /abort|terminated|premature|reset/i.test(`${error.name} ${error.message}`))
      return 'cut-off'
    throw error
  } finally {
    await handle.close()
  }
}
