import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, describe, expect, test } from 'vitest'
import { startS3 } from '../../test/s3.ts'
import { withCopies } from './copies.ts'
import { openDisk } from './disk.ts'
import { openBucket } from './s3.ts'
import { type Storage, type StorageKey, typeOf } from './storage.ts'

const folder = mkdtempSync(join(tmpdir(), 'storage-'))
const server = await startS3()
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

let files = 0
const fileOf = (bytes: Uint8Array) => {
  files += 1
  const path = join(folder, `file-${files}`)
  writeFileSync(path, bytes)
  return path
}
const bytesOf = async (place: Storage, key: StorageKey) => {
  const stream = await place.read(key)
  return stream && (await buffer(stream))
}
const namesIn = async (place: Storage, prefix?: string) => {
  const names: string[] = []
  for await (const { name } of place.list('media', prefix)) names.push(name)
  return names.sort()
}
const copies = (most = 1_000_000) => ({ folder: mkdtempSync(join(folder, 'copies-')), most })

describe.each([
  ['a folder', () => openDisk(mkdtempSync(join(folder, 'disk-')))],
  ['a bucket', () => withCopies(openBucket(server), copies())],
])('%s', (_name, open) => {
  test('gives back what was put there, until it is removed', async () => {
    const place = open()
    const bytes = randomBytes(200_000)
    const key = 'media/her-0123456789ab-800.avif'
    expect([await place.stat(key), await place.read(key), await place.local(key)]).toEqual([null, null, null])
    await place.put(key, fileOf(bytes))
    expect(await place.stat(key)).toEqual({ size: 200_000 })
    expect((await bytesOf(place, key))?.equals(bytes)).toBe(true)
    expect(readFileSync((await place.local(key)) ?? '').equals(bytes)).toBe(true)
    await place.remove(key)
    await place.remove(key)
    expect([await place.stat(key), await place.read(key), await place.local(key)]).toEqual([null, null, null])
  })

  test('replaces a file as a whole', async () => {
    const place = open()
    await place.put('media/a-400.webp', fileOf(Buffer.from('first')))
    await place.put('media/a-400.webp', fileOf(Buffer.from('second')))
    expect(String(await bytesOf(place, 'media/a-400.webp'))).toBe('second')
    await place.remove('media/a-400.webp')
  })

  test('lists what begins so, however much there is', async () => {
    const place = open()
    const names = Array.from({ length: 23 }, (_, index) => `list-${String(index).padStart(2, '0')}-400.webp`)
    for (const name of names) await place.put(`media/${name}`, fileOf(Buffer.from(name)))
    await place.put('originals/list-00.jpg', fileOf(Buffer.from('kept')))
    expect(await namesIn(place, 'list-')).toEqual(names)
    expect(await namesIn(place, 'list-07')).toEqual(['list-07-400.webp'])
    for (const name of names) await place.remove(`media/${name}`)
    await place.remove('originals/list-00.jpg')
    expect(await namesIn(place)).toEqual([])
  })

  test.each([
    'media/../secrets.json',
    'media//x.webp',
    'media/a/b.webp',
    'media/Her.webp',
    'media/.hidden',
    'originals/',
  ])('refuses the name %s', async key => {
    const place = open()
    const bad = key.startsWith('media/') ? (`media/${key.slice(6)}` as const) : ('originals/' as const)
    await expect(place.put(bad, fileOf(Buffer.from('x')))).rejects.toThrow('no key')
    await expect(place.stat(bad)).rejects.toThrow('no key')
    await expect(place.local(bad)).rejects.toThrow('no key')
    await expect(place.remove(bad)).rejects.toThrow('no key')
  })
})

test('a folder into which nothing can be put keeps what it has, and no half of a file', async () => {
  const dataDir = mkdtempSync(join(folder, 'disk-'))
  const place = openDisk(dataDir)
  mkdirSync(join(dataDir, 'media/a-400.webp'), { recursive: true })
  await expect(place.put('media/a-400.webp', fileOf(Buffer.from('x')))).rejects.toThrow()
  await expect(place.put('media/b-400.webp', join(folder, 'nowhere'))).rejects.toThrow('ENOENT')
  expect(readdirSync(join(dataDir, 'media'))).toEqual(['a-400.webp'])
})

describe('a bucket', () => {
  test('that does not know us, is not there, or cannot be reached is an error that says which, without the secret', async () => {
    const file = fileOf(Buffer.from('x'))
    const told = (bucket: Partial<Parameters<typeof openBucket>[0]>) =>
      openBucket({ ...server, ...bucket })
        .put('media/x-400.webp', file)
        .then(String, String)
    const wrongSecret = await told({ secretAccessKey: 'not the secret' })
    expect(wrongSecret).toMatch(
      /PUT media\/x-400.webp: the bucket pictures at .* answered 403 \(SignatureDoesNotMatch\)/,
    )
    expect(wrongSecret).not.toContain('not the secret')
    expect(await told({ bucket: 'nothing-here' })).toContain('404 (NoSuchBucket)')
    expect(await told({ endpoint: 'http://127.0.0.1:9' })).toMatch(/fetch failed/)
    expect(await openBucket(server).stat('media/x-400.webp')).toBeNull()
  })

  test('lists page after page', async () => {
    const place = openBucket(server)
    const names = Array.from({ length: 1_010 }, (_, index) => `many-${index}-400.webp`)
    const file = fileOf(Buffer.from('x'))
    for (let at = 0; at < names.length; at += 50)
      await Promise.all(names.slice(at, at + 50).map(name => place.put(`media/${name}`, file)))
    const found = new Set<string>()
    for await (const { name, size } of place.list('media', 'many-')) if (size === 1) found.add(name)
    expect(found).toEqual(new Set(names))
  }, 60_000)
})

describe('copies of what a bucket has', () => {
  test('are fetched once, however many ask, and used until there is no room', async () => {
    const place = openBucket(server)
    let reads = 0
    const counted: typeof place = {
      ...place,
      read: key => {
        reads += 1
        return place.read(key)
      },
    }
    const { folder: where } = copies()
    const kept = withCopies(counted, { folder: where, most: 250 })
    for (const name of ['a', 'b', 'c']) await place.put(`media/${name}-400.webp`, fileOf(Buffer.alloc(100, name)))
    await Promise.all(Array.from({ length: 8 }, () => kept.local('media/a-400.webp')))
    expect(reads).toBe(1)
    await kept.local('media/b-400.webp')
    await kept.local('media/a-400.webp')
    await kept.local('media/c-400.webp')
    expect(reads).toBe(3)
    // The one that was asked for longest ago made room.
    await expect.poll(() => readdirSync(where).sort()).toEqual(['media--a-400.webp', 'media--c-400.webp'])
    await kept.remove('media/a-400.webp')
    expect(await kept.local('media/a-400.webp')).toBeNull()
  })

  test('outlive the process; halves do not, and a copy that is gone is fetched again', async () => {
    const place = openBucket(server)
    const { folder: where } = copies()
    await place.put('media/d-400.webp', fileOf(Buffer.from('whole')))
    writeFileSync(join(where, 'media--d-400.webp'), 'a copy from before')
    writeFileSync(join(where, 'media--e-400.webp.0a0a0a0a.part'), 'half')
    const kept = withCopies(place, { folder: where, most: 1_000 })
    const path = (await kept.local('media/d-400.webp')) ?? ''
    expect([readFileSync(path, 'utf8'), readdirSync(where)]).toEqual(['a copy from before', ['media--d-400.webp']])
    rmSync(path)
    expect(readFileSync((await kept.local('media/d-400.webp')) ?? '', 'utf8')).toBe('whole')
  })
})

test('what a file is, is told by the end of its name', () => {
  expect(['a.avif', 'a.webp', 'a.jpg', 'a.png', 'a.gif', 'a', 'a.html'].map(typeOf)).toEqual([
    ...['image/avif', 'image/webp', 'image/jpeg', 'image/png', 'image/gif'],
    ...['application/octet-stream', 'application/octet-stream'],
  ])
})
