import { randomBytes } from 'node:crypto'
import { copyFile, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { checkKey, type Storage, type StorageKey } from './storage.ts'

/** The storage in folders of this machine: the default. */
export function openDisk(dataDir: string): Storage {
  const pathOf = (key: StorageKey) => {
    checkKey(key)
    return join(dataDir, key)
  }
  const sizeOf = async (path: string) => {
    const found = await stat(path).catch(unlessMissing)
    return found?.isFile() ? { size: found.size } : null
  }
  return {
    place: `the folder ${dataDir}`,
    put: async (key, file) => putFile(file, pathOf(key)),
    stat: async key => sizeOf(pathOf(key)),
    async read(key) {
      const file = await open(pathOf(key)).catch(unlessMissing)
      return file?.createReadStream() ?? null
    },
    local: async key => ((await sizeOf(pathOf(key))) ? pathOf(key) : null),
    remove: async key => rm(pathOf(key), { force: true }),
    async *list(folder, prefix = '') {
      const entries = await opendir(join(dataDir, folder)).catch(unlessMissing)
      for await (const { name } of entries ?? []) {
        const found = name.startsWith(prefix) ? await sizeOf(join(dataDir, folder, name)) : null
        if (found) yield { name, size: found.size }
      }
    },
  }
}

/** Copied beside, made to last, and renamed: the file is there wholly or not at all, also after the power went. */
export async function putFile(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  const beside = `${to}.${randomBytes(4).toString('hex')}.part`
  try {
    await copyFile(from, beside)
    const handle = await open(beside, 'r+')
    await handle.sync().finally(() => handle.close())
    await rename(beside, to)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

function unlessMissing(error: unknown): null {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return null
  throw error
}
