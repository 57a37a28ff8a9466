import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { LRUCache } from 'lru-cache'
import type { Storage, StorageKey } from './storage.ts'

/**
 * A storage that is elsewhere, with copies of what was asked for in a folder of this machine: the most recently used, up to so many bytes.
 * Files never change, so a copy is as good as the file. Of a file that many ask for at once, one copy is fetched.
 */
export function withCopies(
  storage: Omit<Storage, 'local'>,
  { folder, most }: { folder: string; most: number },
): Storage {
  const kept = new LRUCache<string, number>({
    maxSize: most,
    sizeCalculation: size => Math.max(size, 1),
    dispose: (_, name, reason) => void (reason === 'evict' && rm(join(folder, name), { force: true }).catch(() => {})),
  })
  const coming = new Map<string, Promise<string | null>>()
  let known: Promise<void> | undefined

  const fetchCopy = async (key: StorageKey, name: string): Promise<string | null> => {
    const source = await storage.read(key)
    if (!source) return null
    const path = join(folder, name)
    const beside = `${path}.${randomBytes(4).toString('hex')}.part`
    try {
      await pipeline(source, createWriteStream(beside))
      const { size } = await stat(beside)
      await rename(beside, path)
      kept.set(name, size)
      return path
    } catch (error) {
      await rm(beside, { force: true })
      throw error
    }
  }
  const local = async (key: StorageKey): Promise<string | null> => {
    known ??= remember(folder, kept)
    await known
    const name = key.replace('/', '--')
    if (kept.get(name) !== undefined && (await stat(join(folder, name)).catch(() => null))) return join(folder, name)
    const one = coming.get(name) ?? fetchCopy(key, name).finally(() => coming.delete(name))
    coming.set(name, one)
    return one
  }
  return {
    ...storage,
    local,
    async remove(key) {
      await storage.remove(key)
      kept.delete(key.replace('/', '--'))
      await rm(join(folder, key.replace('/', '--')), { force: true })
    },
  }
}

/** What an earlier process has left: whole copies are used again, halves are thrown away. */
async function remember(folder: string, kept: LRUCache<string, number>): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    if (name.endsWith('.part')) await rm(path, { force: true })
    else kept.set(name, (await stat(path)).size)
  }
}
