import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { Trouble } from './console.ts'

export type DataDirectory = { path: string; secrets: Secrets }

const secrets = z.object({ authSecret: z.string().min(32), databasePassword: z.string().min(16) })
export type Secrets = z.infer<typeof secrets>

/** Makes DATA_DIR when it is missing, refuses one that belongs to somebody else or has no room, and reads its secrets. */
export function openDataDirectory(given: string): DataDirectory {
  const path = resolve(given)
  makeFolder(path)
  refuseForeign(path)
  refuseFull(path)
  // Root's PostgreSQL runs as another user, who walks through this folder to its own but cannot list it.
  chmodSync(path, isRoot() ? 0o711 : 0o700)
  for (const name of ['media', 'cache']) mkdirSync(join(path, name), { recursive: true, mode: 0o700 })
  return { path, secrets: readSecrets(join(path, 'secrets.json')) }
}

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new Trouble(
      `The data folder ${path} cannot be made (${messageOf(error)}). Choose another with DATA_DIR, or give this user the right to write there.`,
    )
  }
}

function refuseForeign(path: string): void {
  const { uid } = statSync(path)
  const mine = process.getuid?.()
  if (mine === undefined || uid === mine) return
  throw new Trouble(
    `The data folder ${path} belongs to the user with number ${uid}, and this is ${userInfo().username} (${mine}). ` +
      `Start as that user, choose another folder with DATA_DIR, or hand it over: chown -R ${mine} ${path} (with the server stopped).`,
  )
}

function refuseFull(path: string): void {
  const { bavail, bsize } = statfsSync(path)
  const free = (bavail * bsize) / 1024 ** 2
  if (free < 300)
    throw new Trouble(
      `Only ${Math.round(free)} MB are free for ${path}; at least 300 MB are needed. Free some space and start again.`,
    )
}

function readSecrets(file: string): Secrets {
  if (!existsSync(file)) {
    const made = { authSecret: randomBytes(32).toString('hex'), databasePassword: randomBytes(24).toString('hex') }
    writeAtomically(file, made)
  }
  chmodSync(file, 0o600)
  try {
    return secrets.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new Trouble(
      `${file} cannot be read (${messageOf(error)}). Restore it from a backup: the database's password is in it.`,
    )
  }
}

/** Through a second name, so that a crash leaves the old file or the new one, never half of one. */
export function writeAtomically(file: string, content: unknown): void {
  const temporary = `${file}.${process.pid}`
  writeFileSync(temporary, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flush: true })
  renameSync(temporary, file)
}

/** Removes what `writeAtomically` and others leave; missing is fine. */
export function remove(path: string): void {
  rmSync(path, { recursive: true, force: true })
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
