import { describe, expect, test, vi } from 'vitest'
import { sampleOfLibrary } from './sample-picture.ts'
import type { KeptUpload, UploadKeep } from './upload-keep.ts'
import { LineLost, type Taken, type UploadLine, UploadRefused } from './upload-run.ts'
import { createUploads, type Uploads } from './upload-store.ts'

const picture = sampleOfLibrary()
const file = (name: string, type = 'image/jpeg') => new File([new Uint8Array(100)], name, { type })
const states = (uploads: Uploads) => Object.fromEntries(uploads.get().queue.map(({ name, state }) => [name, state]))
const until = (check: () => void) => vi.waitFor(check, { interval: 5 })

/** A server that answers each upload when it is told to, and hears when one is broken off. */
function server() {
  const plans: string[] = []
  const broken: string[] = []
  const answers: ((answer: Taken | Error) => void)[] = []
  const line: UploadLine = {
    begin: async ({ name, isAnother }) => {
      plans.push(isAnother ? `${name} again` : name)
      return `/uploads/${name}`
    },
    offset: async () => 0,
    send: (address, _piece, said, signal) =>
      new Promise((resolve, reject) => {
        said(40)
        signal.addEventListener('abort', () => {
          broken.push(address)
          reject(new LineLost())
        })
        answers.push(answer => (answer instanceof Error ? reject(answer) : resolve(answer)))
      }),
  }
  const dropped: string[] = []
  return { line, plans, broken, answers, dropped, drop: (address: string) => void dropped.push(address) }
}

function shelf(kept: KeptUpload[] = []) {
  const all = new Map(kept.map(upload => [upload.id, upload]))
  const keep: UploadKeep = {
    list: async () => [...all.values()],
    put: async upload => void all.set(upload.id, { ...upload, owner: 'ada', at: 0 }),
    remove: async id => void all.delete(id),
    claim: async () => true,
  }
  return { keep, all }
}

describe('uploading', () => {
  test('three at a time, each when one before it is over', async () => {
    const { line, plans, answers } = server()
    const uploads = createUploads({ line, drop: () => {} })
    uploads.add(['a', 'b', 'c', 'd'].map(name => file(name)))
    await until(() => expect(answers).toHaveLength(3))
    answers[0]?.({ picture, wasThere: false })
    await until(() => expect(plans).toEqual(['a', 'b', 'c', 'd']))
    expect(states(uploads)).toMatchObject({ a: 'done', d: 'sending' })
  })

  test('one that is refused stops none of the others', async () => {
    const { line, answers } = server()
    const uploads = createUploads({ line, drop: () => {} })
    uploads.add([file('a.pdf', 'application/pdf'), file('b.jpg'), file('c.jpg')])
    await until(() => expect(answers).toHaveLength(2))
    answers[0]?.(new UploadRefused('This is also a web page.'))
    answers[1]?.({ picture, wasThere: true })
    await until(() => expect(states(uploads)).toEqual({ 'a.pdf': 'refused', 'b.jpg': 'refused', 'c.jpg': 'there' }))
    expect(uploads.get().queue.map(({ problem }) => problem)).toEqual([
      ...[expect.stringMatching(/not a picture/), 'This is also a web page.', ''],
    ])
  })

  test('pausing breaks it off at once, and it goes on at its address', async () => {
    const { line, plans, broken, answers } = server()
    const uploads = createUploads({ line, drop: () => {} })
    const [id = ''] = uploads.add([file('a')])
    await until(() => expect(answers).toHaveLength(1))
    uploads.tell({ type: 'paused', id })
    expect(broken).toEqual(['/uploads/a'])
    expect(states(uploads)).toEqual({ a: 'paused' })
    uploads.tell({ type: 'resumed', id })
    await until(() => expect(answers).toHaveLength(2))
    answers[1]?.({ picture, wasThere: false })
    await until(() => expect(states(uploads)).toEqual({ a: 'done' }))
    expect(plans).toEqual(['a'])
  })

  test('cancelling is told to the server and forgets the file', async () => {
    const { line, dropped, drop, answers } = server()
    const { keep, all } = shelf()
    const uploads = createUploads({ line, drop, keep })
    const [id = ''] = uploads.add([file('a')])
    await until(() => expect(answers).toHaveLength(1))
    await until(() => expect(all.get(id)?.address).toBe('/uploads/a'))
    uploads.tell({ type: 'cancelled', id })
    expect(dropped).toEqual(['/uploads/a'])
    await until(() => expect(all.size).toBe(0))
    expect(uploads.get().queue).toEqual([])
  })

  test('a lost connection is tried again when the browser says it is back', async () => {
    const { line, answers } = server()
    const uploads = createUploads({ line, drop: () => {} })
    uploads.add([file('a')])
    await until(() => expect(answers).toHaveLength(1))
    answers[0]?.(new LineLost())
    await until(() => expect(states(uploads)).toEqual({ a: 'offline' }))
    uploads.tell({ type: 'back' })
    await until(() => expect(answers).toHaveLength(2))
    expect(states(uploads)).toEqual({ a: 'sending' })
  })

  test('what an earlier page left goes on where it was, once', async () => {
    const { line, plans, answers } = server()
    const left = { id: 'x', owner: 'ada', name: 'a', file: file('a'), address: '/uploads/a', isAnother: false, at: 0 }
    const { keep, all } = shelf([left])
    const uploads = createUploads({ line, drop: () => {}, keep })
    await Promise.all([uploads.restore(), uploads.restore()])
    await until(() => expect(answers).toHaveLength(1))
    answers[0]?.({ picture, wasThere: false })
    await until(() => expect(states(uploads)).toEqual({ a: 'done' }))
    expect(plans).toEqual([])
    await until(() => expect(all.size).toBe(0))
  })

  test('one that is there is added all the same when it is wanted', async () => {
    const { line, plans, answers } = server()
    const uploads = createUploads({ line, drop: () => {} })
    const [id = ''] = uploads.add([file('a')])
    await until(() => expect(answers).toHaveLength(1))
    answers[0]?.({ picture, wasThere: true })
    await until(() => expect(states(uploads)).toEqual({ a: 'there' }))
    uploads.tell({ type: 'wanted-again', id })
    await until(() => expect(plans).toEqual(['a', 'a again']))
  })
})
