import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeLog } from '#lib/log.ts'
import { makeAnswer } from './answer.ts'
import { openDisk } from './disk.ts'
import type { Entry } from './store.ts'

let folder: string
let lines: string[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'page-cache-'))
  lines = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = (given: { buildId?: string; stamp?: string } = {}) =>
  openDisk({
    folder,
    buildId: 'build',
    stamp: 'site',
    decorate: ({ headers }) => [...headers, ['X-Made', 'anew']],
    log: makeLog('info', line => lines.push(line)),
    ...given,
  })

const entry = (key: string, text = 'text'): Entry => ({
  key,
  status: 200,
  headers: [['Content-Type', 'text/html']],
  tags: ['review:1'],
  isPassing: false,
  asOf: 7n,
  storedAt: 1,
  refreshAt: 2,
  answer: makeAnswer(200, [], { identity: Buffer.from(text), gzip: Buffer.from('zipped') }),
})
const always = () => true
const files = () => readdirSync(join(folder, 'build')).filter(name => name.endsWith('.page'))

test('what was written is there for the next process, with headers of its own making', async () => {
  const disk = open()
  disk.write(entry('/reviews/her'), always)
  await disk.idle()
  const [loaded] = await open().load(1)
  expect(loaded).toMatchObject({ key: '/reviews/her', tags: ['review:1'], asOf: 7n, storedAt: 1 })
  expect(loaded?.answer.codings.identity.body.toString()).toBe('text')
  expect(loaded?.answer.codings.gzip?.headers).toContain('anew')
})

test('a page that was dropped while its file was being written does not come back', async () => {
  const disk = open()
  let isCurrent = true
  disk.write(entry('/a'), () => isCurrent)
  isCurrent = false
  disk.write(entry('/b'), always)
  await disk.remove(['/b'])
  expect(await open().load(1)).toEqual([])
})

test('torn, foreign and unfinished files are ignored and removed', async () => {
  const disk = open()
  disk.write(entry('/a'), always)
  disk.write(entry('/b'), always)
  await disk.idle()
  const [first = ''] = files()
  const path = join(folder, 'build', first)
  writeFileSync(path, readFileSync(path).subarray(0, -1))
  writeFileSync(join(folder, 'build', 'x.page'), 'nonsense')
  writeFileSync(join(folder, 'build', 'y.page.new'), 'half')
  expect(await open().load(1)).toHaveLength(1)
  expect(files()).toHaveLength(1)
})

test('pages of another build or another address are not taken up', async () => {
  const disk = open()
  disk.write(entry('/a'), always)
  await disk.idle()
  expect(await open({ stamp: 'other' }).load(1)).toEqual([])
  disk.write(entry('/a'), always)
  await disk.idle()
  expect(await open({ buildId: 'next' }).load(1)).toEqual([])
  expect(readdirSync(folder)).not.toContain('build')
})

test('pages that were made from another database, or from nobody knows which, are removed', async () => {
  const disk = open()
  disk.write(entry('/a'), always)
  expect(await disk.adopt('one')).toBe(false)
  expect(files()).toEqual([])
  disk.write(entry('/a'), always)
  await disk.idle()
  expect(await open().adopt('one')).toBe(true)
  expect(files()).toHaveLength(1)
  expect(await open().adopt('two')).toBe(false)
  expect(files()).toEqual([])
})

test('a disk that cannot be written is mentioned once', async () => {
  writeFileSync(join(folder, 'build'), 'a file where the folder should be')
  const disk = open()
  for (const key of ['/a', '/b', '/c']) disk.write(entry(key), always)
  await disk.idle()
  expect(lines).toHaveLength(1)
  rmSync(join(folder, 'build'))
  mkdirSync(join(folder, 'build'))
  chmodSync(join(folder, 'build'), 0o700)
})

test('no more is loaded than there is room for', async () => {
  const disk = open()
  for (let number = 0; number < 20; number++) disk.write(entry(`/${number}`, 'x'.repeat(100_000)), always)
  await disk.idle()
  expect((await open().load(1)).length).toBeLessThan(11)
})
