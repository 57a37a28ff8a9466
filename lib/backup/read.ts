import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import { extract } from 'tar-stream'
import { z } from 'zod'
import type { Migration } from '#lib/db/migrate.ts'
import {
  BackupError,
  type Entry,
  formatVersion,
  type Manifest,
  manifestName,
  manifestSchema,
  trailer,
  trailerBytes,
} from './manifest.ts'
import { copied } from './tables.ts'

/**
 * Reads a backup from the first byte to the last and returns its manifest. Throws a sentence when a byte is not as it was
 * written, when an entry is missing or more than the manifest names, or when this release cannot read it.
 */
export async function checkBackup(file: string, migrations: Migration[]): Promise<Manifest> {
  await checkDigest(file)
  const found: Entry[] = []
  let last = Buffer.alloc(0)
  try {
    for await (const { name, bytes } of entriesOf(file)) {
      if (name === manifestName) last = Buffer.from(bytes)
      found.push({ name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
    }
  } catch (error) {
    throw new BackupError(`${file} cannot be read as a backup: ${error instanceof Error ? error.message : error}.`)
  }
  if (found.pop()?.name !== manifestName) throw new BackupError(`${file} does not end with a manifest.`)
  const manifest = parseManifest(file, String(last))
  if (new Set(found.map(({ name }) => name)).size !== found.length) throw new BackupError(`${file} has an entry twice.`)
  if (JSON.stringify(found) !== JSON.stringify(manifest.entries))
    throw new BackupError(`${file} does not hold what its manifest names.`)
  refuseUnknown(file, manifest, migrations)
  return manifest
}

/** Every entry in its order, one in memory at a time. */
export async function* entriesOf(file: string): AsyncGenerator<{ name: string; bytes: Buffer }> {
  const { size } = await stat(file)
  const tar = extract()
  const fed = pipeline(
    createReadStream(file, { end: size - trailerBytes - 1 }),
    createZstdDecompress(),
    async source => {
      for await (const chunk of source)
        if (!tar.write(chunk)) await new Promise(resolve => tar.once('drain', () => resolve(null)))
      tar.end(undefined)
    },
  )
  fed.catch(error => tar.destroy(error))
  for await (const entry of tar) {
    if (entry.header.type !== 'file') throw new BackupError(`“${entry.header.name}” is no file`)
    yield { name: entry.header.name, bytes: await buffer(Readable.from(entry)) }
  }
  await fed
}

async function checkDigest(file: string): Promise<void> {
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) throw new BackupError(`There is no backup ${file}.`)
  const broken = new BackupError(
    `${file} is not as it was written: it is cut short, was changed, or is no backup. Take another copy.`,
  )
  if (found.size <= trailerBytes) throw broken
  const sha256 = createHash('sha256')
  for await (const chunk of createReadStream(file, { end: found.size - trailerBytes - 1 })) sha256.update(chunk)
  const handle = await open(file)
  try {
    const end = Buffer.alloc(trailerBytes)
    await handle.read(end, 0, trailerBytes, found.size - trailerBytes)
    if (!end.equals(trailer(sha256.digest()))) throw broken
  } finally {
    await handle.close()
  }
}

function parseManifest(file: string, text: string): Manifest {
  try {
    const content: unknown = JSON.parse(text)
    const { format } = z.object({ format: z.number() }).parse(content)
    if (format !== formatVersion)
      throw new BackupError(
        `${file} has the format ${format}; this release reads ${formatVersion}. Use the release that made it.`,
      )
    return manifestSchema.parse(content)
  } catch (error) {
    if (error instanceof BackupError) throw error
    throw new BackupError(`The manifest of ${file} is not one of ours.`)
  }
}

function refuseUnknown(file: string, manifest: Manifest, migrations: Migration[]): void {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]))
  const newer = manifest.migrations.filter(({ name, checksum }) => known.get(name) !== checksum)
  if (newer.length > 0)
    throw new BackupError(
      `${file} was made by another release (${newer.map(({ name }) => name).join(', ')}). Install that one or a newer one.`,
    )
  const strange = manifest.tables.filter(({ name }) => !copied.includes(name))
  if (strange.length > 0)
    throw new BackupError(
      `${file} has tables that this release does not know: ${strange.map(({ name }) => name).join(', ')}.`,
    )
}
