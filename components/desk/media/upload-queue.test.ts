import { describe, expect, test } from 'vitest'
import { sampleOfLibrary } from './sample-picture.ts'
import {
  afterEvent,
  canBe,
  isUnfinished,
  nextUploads,
  totalsOf,
  type UploadEvent,
  type UploadQueue,
  waitAfter,
} from './upload-queue.ts'

const picture = sampleOfLibrary()

function queueOf(...events: UploadEvent[]): UploadQueue {
  return events.reduce(afterEvent, [] as UploadQueue)
}

const added = (...ids: string[]): UploadEvent => ({
  type: 'added',
  uploads: ids.map(id => ({ id, name: `${id}.jpg`, size: 100 })),
})
const states = (queue: UploadQueue) => Object.fromEntries(queue.map(({ id, state }) => [id, state]))

describe('the queue of uploads', () => {
  test('sends three at a time, in the order in which they were added', () => {
    const queue = queueOf(added('a', 'b', 'c', 'd', 'e'))
    expect(nextUploads(queue).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    const sending = queueOf(added('a', 'b', 'c', 'd', 'e'), { type: 'started', id: 'a' }, { type: 'started', id: 'b' })
    expect(nextUploads(sending).map(({ id }) => id)).toEqual(['c'])
    expect(
      nextUploads(afterEvent(sending, { type: 'done', id: 'a', picture, wasThere: false })).map(({ id }) => id),
    ).toEqual(['c', 'd'])
  })

  test('takes the same file in its list once', () => {
    expect(queueOf(added('a'), added('a', 'b'))).toHaveLength(2)
  })

  test('refuses one that cannot be taken and goes on with the others', () => {
    const queue = queueOf({
      type: 'added',
      uploads: [
        { id: 'a', name: 'a.pdf', size: 1, problem: 'This is not a picture.' },
        { id: 'b', name: 'b.jpg', size: 1 },
      ],
    })
    expect(states(queue)).toEqual({ a: 'refused', b: 'waiting' })
    expect(nextUploads(queue).map(({ id }) => id)).toEqual(['b'])
    expect(isUnfinished(queueOf({ type: 'added', uploads: [{ id: 'a', name: 'a', size: 1, problem: 'No.' }] }))).toBe(
      false,
    )
  })

  test('keeps how far one was when it is paused, and goes on from there', () => {
    const queue = queueOf(
      added('a'),
      { type: 'started', id: 'a' },
      { type: 'sent', id: 'a', sent: 40 },
      { type: 'paused', id: 'a' },
    )
    expect(queue[0]).toMatchObject({ state: 'paused', sent: 40 })
    expect(nextUploads(queue)).toEqual([])
    expect(isUnfinished(queue)).toBe(true)
    expect(afterEvent(queue, { type: 'resumed', id: 'a' })[0]).toMatchObject({ state: 'waiting', sent: 40 })
  })

  test('hears nothing late of one that was paused, cancelled or is over', () => {
    const paused = queueOf(added('a'), { type: 'started', id: 'a' }, { type: 'paused', id: 'a' })
    for (const event of [
      { type: 'sent', id: 'a', sent: 99 },
      { type: 'checking', id: 'a' },
      { type: 'lost', id: 'a' },
      { type: 'failed', id: 'a', problem: 'x' },
      { type: 'started', id: 'a' },
    ] satisfies UploadEvent[])
      expect(afterEvent(paused, event)).toBe(paused)
    const gone = afterEvent(paused, { type: 'cancelled', id: 'a' })
    expect(gone).toEqual([])
    expect(afterEvent(gone, { type: 'done', id: 'a', picture, wasThere: false })).toEqual([])
    const done = queueOf(added('a'), { type: 'started', id: 'a' }, { type: 'done', id: 'a', picture, wasThere: false })
    expect(afterEvent(done, { type: 'cancelled', id: null })).toEqual(done)
  })

  test('takes a picture that was made just when it was paused', () => {
    const queue = queueOf(added('a'), { type: 'started', id: 'a' }, { type: 'paused', id: 'a' })
    expect(states(afterEvent(queue, { type: 'done', id: 'a', picture, wasThere: false }))).toEqual({ a: 'done' })
  })

  test('waits longer each time the connection goes, and tries again at once when it is back', () => {
    const lose: UploadEvent[] = [
      { type: 'started', id: 'a' },
      { type: 'lost', id: 'a' },
    ]
    const queue = queueOf(added('a'), ...lose, { type: 'again', id: 'a' }, ...lose, { type: 'again', id: 'a' }, ...lose)
    expect(queue[0]).toMatchObject({ state: 'offline', losses: 3 })
    expect([1, 2, 3, 4, 99].map(waitAfter)).toEqual([1_000, 2_000, 4_000, 8_000, 30_000])
    expect(afterEvent(queue, { type: 'back' })[0]).toMatchObject({ state: 'waiting', losses: 0 })
    const moving = afterEvent(afterEvent(afterEvent(queue, { type: 'again', id: 'a' }), { type: 'started', id: 'a' }), {
      type: 'sent',
      id: 'a',
      sent: 1,
    })
    expect(moving[0]?.losses).toBe(0)
  })

  test('offers one that is there already, and adds it all the same when it is wanted', () => {
    const queue = queueOf(added('a'), { type: 'started', id: 'a' }, { type: 'done', id: 'a', picture, wasThere: true })
    expect(queue[0]).toMatchObject({ state: 'there', picture })
    expect(isUnfinished(queue)).toBe(false)
    expect(afterEvent(queue, { type: 'wanted-again', id: 'a' })[0]).toMatchObject({
      ...{ state: 'waiting', isAnother: true, picture: null, sent: 0 },
    })
  })

  test('tries again what failed, and not what was refused', () => {
    const begin = [added('a', 'b'), { type: 'started', id: 'a' }, { type: 'started', id: 'b' }] satisfies UploadEvent[]
    const queue = queueOf(
      ...begin,
      { type: 'failed', id: 'a', problem: 'Signed out.' },
      { type: 'refused', id: 'b', problem: 'A PDF.' },
    )
    expect(canBe(queue, 'retried', 'a')).toBe(true)
    expect(canBe(queue, 'retried', 'b')).toBe(false)
    expect(states(afterEvent(queue, { type: 'retried', id: null }))).toEqual({ a: 'waiting', b: 'refused' })
  })

  test('pauses, goes on with and cancels all at once', () => {
    const queue = queueOf(
      added('a', 'b', 'c'),
      { type: 'started', id: 'a' },
      { type: 'done', id: 'a', picture, wasThere: false },
      { type: 'started', id: 'b' },
    )
    const paused = afterEvent(queue, { type: 'paused', id: null })
    expect(states(paused)).toEqual({ a: 'done', b: 'paused', c: 'paused' })
    expect(totalsOf(paused)).toMatchObject({ isPaused: true, wanted: 3, taken: 1 })
    expect(states(afterEvent(paused, { type: 'resumed', id: null }))).toEqual({ a: 'done', b: 'waiting', c: 'waiting' })
    expect(states(afterEvent(paused, { type: 'cancelled', id: null }))).toEqual({ a: 'done' })
  })

  test('clears what is over, and keeps what can still become something', () => {
    const queue = queueOf(
      added('a', 'b', 'c'),
      { type: 'started', id: 'a' },
      { type: 'done', id: 'a', picture, wasThere: false },
      { type: 'started', id: 'b' },
      { type: 'failed', id: 'b', problem: 'x' },
    )
    expect(states(afterEvent(queue, { type: 'cleared' }))).toEqual({ b: 'failed', c: 'waiting' })
  })

  test('counts the whole by bytes, without what was refused', () => {
    const queue = queueOf(
      {
        type: 'added',
        uploads: [
          { id: 'a', name: 'a', size: 300 },
          { id: 'b', name: 'b', size: 100 },
          { id: 'c', name: 'c', size: 999, problem: 'No.' },
        ],
      },
      { type: 'started', id: 'a' },
      { type: 'sent', id: 'a', sent: 100 },
    )
    expect(totalsOf(queue)).toEqual({
      ...{ wanted: 2, taken: 0, refused: 1, isOffline: false, isPaused: false, isOver: false, part: 0.25 },
    })
  })
})
