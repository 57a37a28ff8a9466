import { createHash } from 'node:crypto'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { zstdCompressSync } from 'node:zlib'
import pg from 'pg'
import { pack } from 'tar-stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readMigrations } from '#lib/db/migrate.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { openDisk } from '#lib/storage/disk.ts'
import type { StorageKey } from '#lib/storage/storage.ts'
import { type Manifest, manifestName, trailer } from './manifest.ts'
import { checkBackup } from './read.ts'
import { refuseNotEmpty, restoreBackup } from './restore.ts'
import { copied, leftOut } from './tables.ts'
import { writeBackup } from './write.ts'

const { url } = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'backup-'))
const disk = openDisk(folder)
const client = new pg.Client({ connectionString: url })
const writer = new pg.Client({ connectionString: url })
const migrations = readMigrations()
const file = join(folder, 'one.oof')

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest()
const make = (target: string, filesOf: () => Promise<StorageKey[]> = async () => ['media/a-400.webp']) =>
  writeBackup(
    {
      client,
      storage: disk,
      site: 'https://example.org',
      authSecret: 'x'.repeat(32),
      filesOf,
      mayMissFiles: false,
    },
    target,
  )
const texts = async (sql: string) =>
  z
    .array(z.object({ text: z.string() }))
    .parse((await client.query(sql)).rows)
    .map(({ text }) => text)
const shape = async () => [
  ...(await texts(`SELECT conrelid::regclass::text || ' ' || conname::text || ' ' || pg_get_constraintdef(oid) AS text FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace ORDER BY 1`)),
  ...(await texts(`SELECT pg_get_triggerdef(t.oid) || ' ' || tgenabled::text AS text FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
    WHERE NOT tgisinternal AND c.relnamespace = 'public'::regnamespace ORDER BY 1`)),
]
const addSetting = (slug: string) =>
  writer.query('INSERT INTO setting (key, value) VALUES ($1, $2)', [`test.${slug}`, JSON.stringify(slug)])
const settings = () => texts(`SELECT key AS text FROM setting WHERE key LIKE 'test.%' ORDER BY 1`)

beforeAll(async () => {
  await client.connect()
  await writer.connect()
  const picture = join(folder, 'picture')
  writeFileSync(picture, 'a picture')
  await disk.put('media/a-400.webp', picture)
  await addSetting('one')
})
afterAll(async () => {
  await client.end()
  await writer.end()
  rmSync(folder, { recursive: true })
})

test('every table is either copied or left out, with a reason', async () => {
  const tables = await texts(`SELECT tablename::text AS text FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`)
  expect([...copied, ...Object.keys(leftOut)].sort()).toEqual(tables.sort())
})

test('what is written while it is made is not in it, and what was there comes back with every constraint', async () => {
  const before = await shape()
  const manifest = await make(file, async () => {
    await addSetting('two')
    return ['media/a-400.webp']
  })
  expect(await checkBackup(file, migrations)).toEqual(manifest)
  expect(await settings()).toEqual(['test.one', 'test.two'])
  await disk.remove('media/a-400.webp')
  const secret = await restoreBackup({ client, file, manifest, migrations, storage: disk, scratch: folder })
  expect(secret).toBe('x'.repeat(32))
  expect(await settings()).toEqual(['test.one'])
  expect(await shape()).toEqual(before)
  expect(readFileSync(join(folder, 'media/a-400.webp'), 'utf8')).toBe('a picture')
})

test('a byte that is otherwise, wherever it stands, or one too few or too many, is refused', async () => {
  const whole = readFileSync(file)
  const broken = join(folder, 'broken.oof')
  for (const at of [0, 5, whole.length >> 1, whole.length - 60, whole.length - 38, whole.length - 1]) {
    const bytes = Buffer.from(whole)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(broken, bytes)
    await expect(checkBackup(broken, migrations)).rejects.toThrow('not as it was written')
  }
  copyFileSync(file, broken)
  truncateSync(broken, whole.length - 1)
  await expect(checkBackup(broken, migrations)).rejects.toThrow('not as it was written')
  writeFileSync(broken, Buffer.concat([whole, Buffer.from('x')]))
  await expect(checkBackup(broken, migrations)).rejects.toThrow('not as it was written')
})

test('a backup of a newer release is refused', async () => {
  await expect(checkBackup(file, migrations.slice(0, -1))).rejects.toThrow('another release')
})

test('a file that is missing is named, and nothing is left of the backup', async () => {
  const target = join(folder, 'two.oof')
  await expect(make(target, async () => ['media/gone-400.webp'])).rejects.toThrow('media/gone-400.webp')
  await expect(checkBackup(target, migrations)).rejects.toThrow('There is no backup')
})

test('a restore that breaks off leaves what was there', async () => {
  const manifest = await checkBackup(file, migrations)
  await addSetting('three')
  const full = { put: () => Promise.reject(new Error('the disk is full')) }
  await expect(restoreBackup({ client, file, manifest, migrations, storage: full, scratch: folder })).rejects.toThrow(
    'full',
  )
  expect(await settings()).toEqual(['test.one', 'test.three'])
})

test('a restore whose process dies in the middle leaves what was there', async () => {
  const manifest = await checkBackup(file, migrations)
  const dying = new pg.Client({ connectionString: url })
  dying.on('error', () => {})
  await dying.connect()
  // What the server sees of a kill: the connection is gone, when rows are loaded and nothing is committed.
  const cut = {
    put: async () => {
      await client.query('SELECT pg_terminate_backend($1)', [Reflect.get(dying, 'processID')])
    },
  }
  const restore = restoreBackup({ client: dying, file, manifest, migrations, storage: cut, scratch: folder })
  await expect(restore).rejects.toThrow()
  expect(await settings()).toEqual(['test.one', 'test.three'])
  expect((await client.query('SELECT count(*)::int AS count FROM setting')).rows[0].count).toBeGreaterThan(0)
})

test('numbers go on where they were, and what waited to be sent is failed and not lost', async () => {
  await writer.query(`INSERT INTO audit_entry (action) VALUES ('test.one'), ('test.two')`)
  await writer.query(
    `INSERT INTO mail (id, "to", subject, text, state) VALUES (gen_random_uuid(), 'a@example.org', 'Waits', 'Text', 'waiting')`,
  )
  const target = join(folder, 'numbers.oof')
  const manifest = await make(target)
  const last = async () => Number((await texts('SELECT max(id)::text AS text FROM audit_entry'))[0])
  const before = await last()
  await restoreBackup({ client, file: target, manifest, migrations, storage: disk, scratch: folder })
  // The entry of the restore itself is the next.
  expect(await last()).toBe(before + 1)
  expect(await texts('SELECT state::text AS text FROM mail')).toEqual(['failed'])
})

describe('a file that was sealed by somebody else', () => {
  const sealed = async (entries: [name: string, text: string][], change: (manifest: Manifest) => unknown = m => m) => {
    const target = join(folder, 'sealed.oof')
    const tar = pack()
    const listed = entries.map(([name, text]) => ({
      name,
      bytes: text.length,
      sha256: sha256(Buffer.from(text)).toString('hex'),
    }))
    const manifest = { ...(await checkBackup(file, migrations)), tables: [], entries: listed }
    for (const [name, text] of [...entries, [manifestName, JSON.stringify(change(manifest))] as const])
      tar.entry({ name }, text)
    tar.finalize()
    const bytes = zstdCompressSync(await buffer(tar))
    writeFileSync(target, Buffer.concat([bytes, trailer(sha256(bytes))]))
    return checkBackup(target, migrations)
  }

  test('is read when it is right', async () => {
    await expect(sealed([['media/a-400.webp', 'a']])).resolves.toMatchObject({ tables: [] })
  })

  test.each([
    ['a way out of the folder', [['media/../../a', 'a']], 'is not one of ours'],
    ['another folder', [['etc/passwd', 'a']], 'is not one of ours'],
    [
      'an entry twice',
      [
        ['media/a.webp', 'a'],
        ['media/a.webp', 'b'],
      ],
      'an entry twice',
    ],
  ] as [string, [string, string][], string][])('is refused for %s', async (_, entries, words) => {
    await expect(sealed(entries)).rejects.toThrow(words)
  })

  test('is refused for a format, a table or an entry that nobody knows', async () => {
    await expect(sealed([], manifest => ({ ...manifest, format: 2 }))).rejects.toThrow(
      'has the format 2; this release reads 1',
    )
    const table = { name: 'stranger', columns: ['a'], rows: 0, sha256: '0'.repeat(64) }
    await expect(sealed([], manifest => ({ ...manifest, tables: [table] }))).rejects.toThrow('does not know: stranger')
    await expect(sealed([['media/a.webp', 'a']], manifest => ({ ...manifest, entries: [] }))).rejects.toThrow(
      'does not hold',
    )
  })
})

test('a database in which somebody has begun is refused', async () => {
  await expect(refuseNotEmpty(client)).resolves.toBeUndefined()
  await writer.query(
    `INSERT INTO app_user (id, email, name, role, password_hash, updated_at)
     VALUES (gen_random_uuid(), 'a@example.org', 'Ada', 'owner', 'x', now())`,
  )
  await expect(refuseNotEmpty(client)).rejects.toThrow('not empty')
})
