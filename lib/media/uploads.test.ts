import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { largestUpload } from './files.ts'
import {
  appendToUpload,
  createUpload,
  finishUpload,
  getUpload,
  removeExpired,
  removeUpload,
  type UploadPlan,
} from './uploads.ts'

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'uploads-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

const me = 'user-me'
const picture = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#c84b31' } })
  .png({ compressionLevel: 0 })
  .toBuffer()
const plan: UploadPlan = { length: picture.length, title: 'her.png', isAnother: false, replaces: null }
const begin = async (given: Partial<UploadPlan> = {}, user = me): Promise<string> => {
  const begun = await createUpload(dataDir, user, { ...plan, ...given })
  if (!begun.ok) throw new Error(begun.code)
  return begun.upload.id
}
const stream = (...chunks: Uint8Array[]) =>
  new ReadableStream<Uint8Array>({
    start: controller => {
      for (const chunk of chunks) controller.enqueue(chunk)
      controller.close()
    },
  })
const send = (id: string, offset: number, bytes: Uint8Array, user = me) =>
  appendToUpload(dataDir, user, id, { offset, body: stream(bytes) })
const left = () => readdirSync(join(dataDir, 'resumable'))
const file = (id: string) => readFile(join(dataDir, 'resumable', `${id}.part`))

describe('an upload that is broken off', () => {
  test.each([
    ['before anything came', 0],
    ['in the first bytes', 5],
    ['where it is known what it is', 12],
    ['in the middle', 40_000],
    ['before the last byte', picture.length - 1],
  ])('%s goes on from there, also in another process', async (_when, at) => {
    const id = await begin()
    expect(await send(id, 0, picture.subarray(0, at))).toMatchObject({ ok: true, offset: at })
    // As another process: nothing but what is on the disk.
    globalThis.outOfFiveUploads = undefined
    expect(await getUpload(dataDir, me, id)).toMatchObject({ offset: at, upload: { title: 'her.png' } })
    expect(await send(id, at, picture.subarray(at))).toMatchObject({ ok: true, offset: picture.length })
    expect((await file(id)).equals(picture)).toBe(true)
  })

  test('by its sender keeps what had come', async () => {
    const id = await begin()
    const body = new ReadableStream<Uint8Array>({
      start: controller => controller.enqueue(picture.subarray(0, 1_000)),
      pull: controller => controller.error(new Error('aborted')),
    })
    expect(await appendToUpload(dataDir, me, id, { offset: 0, body })).toMatchObject({ ok: true, offset: 1_000 })
  })

  test('without a word makes way for whoever goes on', async () => {
    const id = await begin()
    const silent = new ReadableStream<Uint8Array>({ start: controller => controller.enqueue(picture.subarray(0, 700)) })
    const first = appendToUpload(dataDir, me, id, { offset: 0, body: silent })
    await expect.poll(async () => (await getUpload(dataDir, me, id))?.offset).toBe(700)
    expect(await send(id, 700, picture.subarray(700))).toMatchObject({ ok: true, offset: picture.length })
    expect(await first).toMatchObject({ ok: true })
    expect((await file(id)).equals(picture)).toBe(true)
  })

  test.each([-1, 1, 11, 99_999_999])('does not go on from %d bytes beside where it stands', async beside => {
    const id = await begin()
    await send(id, 0, picture.subarray(0, 1_000))
    expect(await send(id, 1_000 + beside, picture.subarray(0, 10))).toEqual({
      ok: false,
      code: 'wrong-offset',
      offset: 1_000,
    })
    expect((await file(id)).equals(picture.subarray(0, 1_000))).toBe(true)
  })

  test('is gone a day later, and when it is given up', async () => {
    const [given, old] = [await begin(), await begin()]
    await removeUpload(dataDir, given)
    expect(await getUpload(dataDir, me, given)).toBeNull()
    const record = join(dataDir, 'resumable', `${old}.json`)
    const expiresAt = new Date(Date.now() - 1_000).toISOString()
    await writeFile(record, JSON.stringify({ ...JSON.parse(await readFile(record, 'utf8')), expiresAt }))
    const stray = join(dataDir, 'resumable', `${'a'.repeat(32)}.part`)
    await writeFile(stray, 'x')
    utimesSync(stray, 0, 0)
    expect(await send(old, 0, picture)).toEqual({ ok: false, code: 'not-found' })
    await removeExpired(dataDir)
    expect(left()).toEqual([])
  })
})

describe('an upload is refused', () => {
  test('when it is somebody else’s, or none', async () => {
    const id = await begin({}, 'somebody-else')
    expect(await getUpload(dataDir, me, id)).toBeNull()
    expect(await send(id, 0, picture)).toEqual({ ok: false, code: 'not-found' })
    expect(await finishUpload(dataDir, me, id, async () => ({ status: 201, body: {} }))).toBeNull()
    for (const none of ['', 'f'.repeat(32), '../secrets', `${'f'.repeat(31)}/`])
      expect(await getUpload(dataDir, me, none)).toBeNull()
    expect(await getUpload(dataDir, 'somebody-else', id)).toMatchObject({ offset: 0 })
  })

  test('when it says that it is too large, or is larger than it says, and leaves nothing', async () => {
    expect(await createUpload(dataDir, me, { ...plan, length: largestUpload + 1 })).toMatchObject({ code: 'too-large' })
    expect(await createUpload(dataDir, me, { ...plan, length: 0 })).toMatchObject({ code: 'not-a-picture' })
    const id = await begin({ length: 100 })
    expect(await send(id, 0, picture)).toEqual({ ok: false, code: 'too-large' })
    expect(left()).toEqual([])
  })

  test('at the first bytes when they are no picture’s, also when they come one by one', async () => {
    const page = Buffer.from('<!DOCTYPE html><title>x')
    const id = await begin()
    const drops = stream(...Array.from(page, byte => Uint8Array.of(byte)))
    expect(await appendToUpload(dataDir, me, id, { offset: 0, body: drops })).toMatchObject({ code: 'not-a-picture' })
    const other = await begin()
    await send(other, 0, page.subarray(0, 8))
    expect(await send(other, 8, page.subarray(8))).toEqual({ ok: false, code: 'not-a-picture' })
    expect(left()).toEqual([])
  })

  test('when one person has begun very many, and nobody else is', async () => {
    for (let begun = 0; begun < 60; begun += 1) await begin()
    expect(await createUpload(dataDir, me, plan)).toMatchObject({ ok: false, code: 'too-many' })
    await begin({}, 'somebody-else')
  })
})

describe('the end of an upload', () => {
  test('comes once; whoever lost the answer is told the same', async () => {
    const id = await begin()
    await send(id, 0, picture)
    let times = 0
    const work = async () => {
      times += 1
      return { status: 201, body: { picture: times } }
    }
    const [first, second] = await Promise.all([1, 2].map(() => finishUpload(dataDir, me, id, work)))
    expect([first, second, times]).toEqual([{ status: 201, body: { picture: 1 } }, first, 1])
    globalThis.outOfFiveUploads = undefined
    expect(await getUpload(dataDir, me, id)).toMatchObject({ offset: picture.length })
    expect(await send(id, picture.length, Buffer.alloc(0))).toMatchObject({ ok: true, offset: picture.length })
    expect(await finishUpload(dataDir, me, id, work)).toEqual(first)
    expect(left()).toEqual([`${id}.json`])
  })

  test('that failed on our side can be tried again with the same bytes', async () => {
    const id = await begin()
    await send(id, 0, picture)
    expect(await finishUpload(dataDir, me, id, async () => ({ status: 507, body: {} }))).toMatchObject({ status: 507 })
    await expect(finishUpload(dataDir, me, id, () => Promise.reject(new Error('killed')))).rejects.toThrow('killed')
    const told = await finishUpload(dataDir, me, id, async (_, path) => {
      expect((await readFile(path)).equals(picture)).toBe(true)
      return { status: 201, body: {} }
    })
    expect(told).toEqual({ status: 201, body: {} })
  })

  test('does not come before the last byte', async () => {
    const id = await begin()
    await send(id, 0, picture.subarray(0, -1))
    expect(await finishUpload(dataDir, me, id, async () => ({ status: 201, body: {} }))).toBeNull()
  })
})
