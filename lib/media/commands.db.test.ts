import { mkdirSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { overrideEnv } from '#lib/env.ts'
import { makeEditor, makeMedia } from '#prisma/factories.ts'
import { refocusPicture, removeAbandonedUploads, uploadPicture } from './commands.ts'
import { largestUpload } from './files.ts'
import { receiveUpload } from './receive.ts'

await testDatabase()
let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'media-'))
  overrideEnv({ DATA_DIR: dataDir })
})

const files = (folder = 'media') => {
  try {
    return readdirSync(join(dataDir, folder)).sort()
  } catch {
    return []
  }
}
const drawing = (width = 1000, height = 600) => sharp({ create: { width, height, channels: 3, background: '#c84b31' } })
const onDisk = (bytes: Uint8Array) => {
  const file = join(mkdtempSync(join(tmpdir(), 'upload-')), 'file')
  writeFileSync(file, bytes)
  return file
}

describe('an upload', () => {
  test('becomes a row and its files, under a name of our own, without what the file carried', async () => {
    const bytes = await drawing()
      .withExif({ IFD0: { Copyright: 'secret place' } })
      .jpeg()
      .toBuffer()
    const outcome = await uploadPicture(await makeEditor('contributor'), {
      file: onDisk(bytes),
      title: '../../Etc/PASSWD <b>.jpg',
    })
    if (!outcome.ok) throw new Error(outcome.code)
    const { name, widths, width, height, colour } = outcome.picture
    expect(name).toMatch(/^passwd-b-[0-9a-f]{12}$/)
    expect(outcome.picture).toMatchObject({ title: 'PASSWD <b>.jpg', status: 'making', bytes: bytes.length })
    // Enough to be shown anywhere; the rest is the worker's.
    expect({ widths, width, height }).toEqual({ widths: [800], width: 1000, height: 600 })
    expect(colour).toMatch(/^#c[0-9a-f]4[0-9a-f]3[0-9a-f]$/)
    expect(files()).toEqual([`${name}-800.webp`, `${name}-card.jpg`])
    expect((await sharp(join(dataDir, 'media', `${name}-800.webp`)).metadata()).exif).toBeUndefined()
    expect(readFileSync(join(dataDir, 'originals', `${name}.jpg`)).equals(bytes)).toBe(true)
  })

  test('that is no picture, or half of one, leaves neither row nor file', async () => {
    const editor = await makeEditor()
    const half = (await drawing().png().toBuffer()).subarray(0, 300)
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')
    const pretended = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from('<script>')])
    const before = await db().media.count()
    for (const bytes of [half, svg, pretended, Buffer.alloc(0)]) {
      expect(await uploadPicture(editor, { file: onDisk(bytes), title: 'x' })).toMatchObject({
        ok: false,
        code: 'unusable',
        problem: expect.any(String),
      })
    }
    expect(await db().media.count()).toBe(before)
    for (const folder of ['media', 'originals', 'uploads']) expect(files(folder)).toEqual([])
  })

  test('while the disk is full leaves no row', async () => {
    const before = await db().media.count()
    // The media folder is a file: nothing can be written into it.
    writeFileSync(join(dataDir, 'media'), '')
    await expect(
      uploadPicture(await makeEditor(), { file: onDisk(await drawing().png().toBuffer()), title: 'x' }),
    ).rejects.toThrow()
    expect(await db().media.count()).toBe(before)
  })

  test('of the very bytes that are here answers with the picture that is here, unless another is wanted', async () => {
    const editor = await makeEditor()
    const bytes = await drawing(500, 500).png().toBuffer()
    const file = onDisk(bytes)
    const send = (isAnother = false) => uploadPicture(editor, { file, title: 'orb.png', isAnother })
    const outcomes = await Promise.all([send(), send(), send(), send()])
    const ids = new Set(outcomes.map(outcome => outcome.ok && outcome.picture.id))
    expect(ids.size).toBe(1)
    expect(outcomes.filter(outcome => outcome.ok && outcome.duplicateOf === null)).toHaveLength(1)
    expect(files()).toHaveLength(2)
    expect(files('originals')).toHaveLength(1)
    expect(await send()).toMatchObject({ ok: true, duplicateOf: [...ids][0] })
    expect(await send(true)).toMatchObject({ ok: true, duplicateOf: null })
    expect(files()).toHaveLength(4)
  })

  test('several at once are made one after the other, and all are there', async () => {
    const editor = await makeEditor()
    const outcomes = await Promise.all(
      [500, 501, 502, 503].map(async width =>
        uploadPicture(editor, { file: onDisk(await drawing(width, 500).png().toBuffer()), title: 'orb' }),
      ),
    )
    expect(new Set(outcomes.map(outcome => outcome.ok && outcome.picture.name)).size).toBe(4)
    expect(files()).toHaveLength(4 * 2)
  })

  test('that a crash cut short is removed an hour later, and nothing else', async () => {
    mkdirSync(join(dataDir, 'media'), { recursive: true })
    const long = new Date(Date.now() - 2 * 60 * 60_000)
    const left = await makeMedia({ state: 'processing', createdAt: long })
    const running = await makeMedia({ state: 'processing' })
    // A downloaded derivative that was uploaded again has a name that begins with the other's.
    const again = await makeMedia({ name: `${left.name}-800-0123456789ab` })
    for (const name of [
      `${left.name}-400.webp`,
      `${left.name}-card.jpg.ab12.part`,
      `${again.name}-400.webp`,
      `${running.name}-400.webp`,
    ])
      writeFileSync(join(dataDir, 'media', name), '')
    mkdirSync(join(dataDir, 'uploads'))
    for (const name of ['old', 'new']) writeFileSync(join(dataDir, 'uploads', name), '')
    utimesSync(join(dataDir, 'uploads/old'), long, long)
    await removeAbandonedUploads()
    expect(files('uploads')).toEqual(['new'])
    expect(files()).toEqual([`${again.name}-400.webp`, `${running.name}-400.webp`].sort())
    expect(
      await db().media.findMany({ where: { id: { in: [left.id, running.id, again.id] } }, select: { id: true } }),
    ).toHaveLength(2)
  })
})

describe('another focal point', () => {
  test('makes another picture, and leaves the one that may be live', async () => {
    const editor = await makeEditor()
    const first = await uploadPicture(editor, { file: onDisk(await drawing(900, 1600).png().toBuffer()), title: 'orb' })
    if (!first.ok) throw new Error(first.code)
    await db().media.update({ where: { id: first.picture.id }, data: { alt: 'An orb' } })
    const second = await refocusPicture(editor, { id: first.picture.id, x: 0.2, y: 0.9 })
    expect(second).toMatchObject({
      ok: true,
      picture: { alt: 'An orb', focal: { x: 0.2, y: 0.9 }, width: 900, height: 1600 },
    })
    expect(second.ok && second.picture.name).toMatch(/^orb-[0-9a-f]{12}$/)
    expect(files()).toHaveLength(2 * 2)
    const gone = { ok: false, code: 'not-found' }
    expect(await refocusPicture(editor, { id: '00000000-0000-7000-8000-000000000000', x: 0, y: 0 })).toEqual(gone)
    await db().media.update({ where: { id: first.picture.id }, data: { trashedAt: new Date() } })
    expect(await refocusPicture(editor, { id: first.picture.id, x: 0.5, y: 0.5 })).toEqual(gone)
  })
})

describe('receiving', () => {
  const stream = (...chunks: Uint8Array[]) => {
    let read = 0
    const body = new ReadableStream<Uint8Array>({
      pull: controller => {
        const chunk = chunks[read++]
        if (chunk) controller.enqueue(chunk)
        else controller.close()
      },
    })
    return { body, readSoFar: () => read }
  }
  const start = Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1')

  test('keeps a picture in a temporary file', async () => {
    const received = await receiveUpload(
      stream(start.subarray(0, 5), start.subarray(5), Buffer.alloc(100)).body,
      null,
      dataDir,
    )
    if (!received.ok) throw new Error(received.code)
    expect(files('uploads')).toHaveLength(1)
    await received.remove()
    expect(files('uploads')).toEqual([])
  })

  test('stops reading at the limit, whatever was said, and leaves nothing', async () => {
    expect(await receiveUpload(stream(start).body, largestUpload + 1, dataDir)).toEqual({
      ok: false,
      code: 'too-large',
    })
    const endless = stream(start, ...Array.from({ length: 100 }, () => Buffer.alloc(1_000_000)))
    expect(await receiveUpload(endless.body, 10, dataDir)).toEqual({ ok: false, code: 'too-large' })
    expect(endless.readSoFar()).toBeLessThan(30)
    expect(files('uploads')).toEqual([])
  })

  test('stops at the first bytes when they are no picture’s', async () => {
    const page = stream(
      Buffer.from('<!DOCTYPE html><title>x'),
      Buffer.alloc(1_000_000),
      Buffer.alloc(1_000_000),
      Buffer.alloc(1_000_000),
    )
    expect(await receiveUpload(page.body, null, dataDir)).toEqual({ ok: false, code: 'not-a-picture' })
    expect(page.readSoFar()).toBeLessThan(4)
    expect(await receiveUpload(stream(start.subarray(0, 4)).body, null, dataDir)).toEqual({
      ok: false,
      code: 'not-a-picture',
    })
    expect(files('uploads')).toEqual([])
  })
})
