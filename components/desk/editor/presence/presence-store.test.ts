import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { heartbeat, type Presence } from '#lib/presence/presence.ts'
import type { PresenceVerb } from '#lib/presence/presence-schema.ts'
import type { PresenceAnswer, StreamEvents } from './presence-client.ts'
import { createPresence, mayWriteIn } from './presence-store.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const presence = (facts: Partial<Presence> = {}): Presence => ({
  version: 1,
  others: [],
  pen: 'here',
  isSettling: false,
  asking: 'no',
  takeOver: 'no',
  lost: null,
  ...facts,
})
const ines = { id: 'ines', name: 'Ines', isOwn: false, holdsPen: true, isIdle: false, isAsking: false }
const elsewhere = presence({ pen: 'elsewhere', others: [ines] })

/** A window whose server says what `answers` says, the last of it for ever. */
function setUp(...answers: (Presence | PresenceAnswer)[]) {
  const sent: PresenceVerb[] = []
  const streams: (StreamEvents & { isOpen: boolean })[] = []
  const saves: string[] = []
  let isSaved = true
  let followed: () => void = () => {}
  let follow = () => Promise.resolve()
  const store = createPresence({
    name: async () => ({ id: 'me', abandoned: [], release: () => {} }),
    async send(verb) {
      sent.push(verb)
      const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? { kind: 'unreachable' as const }
      return 'kind' in answer ? answer : { kind: 'told', presence: answer }
    },
    openStream(_, events) {
      const stream = { ...events, isOpen: true }
      streams.push(stream)
      return () => {
        stream.isOpen = false
      }
    },
    async saveAll() {
      saves.push(sent.at(-1)?.verb ?? '')
      return isSaved
    },
    follow: () => follow(),
    hasWritten: () => false,
  })
  return {
    store,
    sent,
    streams,
    saves,
    verbs: () => sent.map(({ verb }) => verb),
    mayWrite: () => mayWriteIn(store.get()),
    failToSave: () => {
      isSaved = false
    },
    /** The text takes as long to come as the caller says. */
    slowFollow() {
      follow = () =>
        new Promise<void>(resolve => {
          followed = resolve
        })
      return () => followed()
    },
  }
}

const settle = () => vi.advanceTimersByTimeAsync(0)

describe('whether this window writes', () => {
  test('is so until the server says otherwise: nobody waits for it', async () => {
    const { store, mayWrite } = setUp(elsewhere)
    expect(mayWrite()).toBe(true)
    store.start()
    await settle()
    expect(mayWrite()).toBe(false)
  })

  test('begins with the last words of whoever wrote before', async () => {
    const { store, streams, mayWrite, slowFollow } = setUp(elsewhere)
    store.start()
    await settle()
    const arrive = slowFollow()
    streams[0]?.onPresence(presence({ isSettling: true, version: 2 }))
    expect(mayWrite()).toBe(false)
    arrive()
    await settle()
    expect(mayWrite()).toBe(false)
    streams[0]?.onPresence(presence({ version: 3 }))
    arrive()
    await settle()
    expect(mayWrite()).toBe(true)
  })

  test('is not blocked by a server that is away; one lost answer is no news', async () => {
    const { store, mayWrite } = setUp(elsewhere, { kind: 'unreachable' })
    store.start()
    await settle()
    await vi.advanceTimersByTimeAsync(heartbeat)
    expect(mayWrite()).toBe(false)
    await vi.advanceTimersByTimeAsync(heartbeat)
    expect(store.get().isReachable).toBe(false)
    expect(mayWrite()).toBe(true)
  })

  test('ends with the review: there is nothing to ask any more', async () => {
    const { store, sent } = setUp(presence(), { kind: 'refused', code: 'not-found' })
    store.start()
    await vi.advanceTimersByTimeAsync(heartbeat)
    expect(store.get().presence).toBeNull()
    const before = sent.length
    await vi.advanceTimersByTimeAsync(10 * heartbeat)
    expect(sent).toHaveLength(before)
  })
})

describe('the pen', () => {
  test('is given after what was written is saved, and not at all when it cannot be', async () => {
    const { store, verbs, saves, failToSave } = setUp(presence(), elsewhere)
    store.start()
    await settle()
    expect(await store.give('ines')).toBeNull()
    expect(saves).toEqual(['enter'])
    expect(verbs()).toEqual(['enter', 'give'])
    failToSave()
    expect(await store.give('ines')).toBe('unsaved')
    expect(verbs()).toEqual(['enter', 'give'])
  })

  test('that was taken is followed by the last words, and by saying so', async () => {
    const { store, streams, verbs, saves } = setUp(presence(), elsewhere)
    store.start()
    await settle()
    streams[0]?.onPresence({ ...elsewhere, lost: { by: 'Ines', word: '' } })
    await settle()
    expect(saves).toHaveLength(1)
    expect(verbs()).toEqual(['enter', 'settle'])
  })

  test("of one's own other window is picked up when that is gone; somebody else's is not", async () => {
    const own = { ...elsewhere, others: [{ ...ines, isOwn: true }] }
    const mine = setUp(own)
    mine.store.start()
    await settle()
    mine.streams[0]?.onPresence(presence({ pen: 'free', takeOver: 'at-once' }))
    expect(mine.verbs()).toEqual(['enter', 'ask'])
    const theirs = setUp(elsewhere)
    theirs.store.start()
    await settle()
    theirs.streams[0]?.onPresence(presence({ pen: 'free', takeOver: 'at-once' }))
    expect(theirs.verbs()).toEqual(['enter'])
  })

  test('that fell from this window’s hand while nobody heard of it is picked up again', async () => {
    const { store, verbs, mayWrite } = setUp(presence(), presence({ pen: 'free', takeOver: 'at-once' }), presence())
    store.start()
    await settle()
    await vi.advanceTimersByTimeAsync(heartbeat + 100)
    expect(verbs()).toEqual(['enter', 'keep', 'ask'])
    expect(mayWrite()).toBe(true)
  })

  test('a refused wish says why', async () => {
    const { store } = setUp(elsewhere, { kind: 'refused', code: 'not-yet' })
    store.start()
    await settle()
    expect(await store.takeOver('Now')).toBe('not-yet')
  })
})

describe('the stream', () => {
  test('is held while the page is looked at, one at a time', async () => {
    const { store, streams } = setUp(presence())
    store.start()
    await settle()
    store.setSeen(false)
    expect(streams.map(({ isOpen }) => isOpen)).toEqual([false])
    store.setSeen(true)
    expect(streams.map(({ isOpen }) => isOpen)).toEqual([false, true])
  })

  test('that breaks is opened again, and meanwhile the server is asked', async () => {
    const { store, streams, verbs } = setUp(presence())
    store.start()
    await settle()
    streams[0]?.onEnd('broken')
    await vi.advanceTimersByTimeAsync(4_000)
    expect(verbs()).toEqual(['enter', 'keep'])
    expect(streams).toHaveLength(2)
  })

  test('goes with the session of the person, who may come back', async () => {
    const { store, streams, verbs } = setUp(presence())
    store.start()
    await settle()
    store.setAwake(false)
    await vi.advanceTimersByTimeAsync(10 * heartbeat)
    expect(streams.map(({ isOpen }) => isOpen)).toEqual([false])
    expect(verbs()).toEqual(['enter'])
    store.setAwake(true)
    await settle()
    expect(verbs()).toEqual(['enter', 'keep'])
  })
})

describe('a window', () => {
  test('says that it leaves, and nothing after', async () => {
    const { store, verbs, streams } = setUp(presence())
    const leave = store.start()
    await settle()
    leave()
    await vi.advanceTimersByTimeAsync(10 * heartbeat)
    expect(verbs()).toEqual(['enter', 'leave'])
    expect(streams.map(({ isOpen }) => isOpen)).toEqual([false])
  })

  test('that is entered and left at once, as development does, is in it once', async () => {
    const { store, verbs, streams } = setUp(presence())
    store.start()()
    store.start()
    await settle()
    expect(verbs()).toEqual(['enter'])
    expect(streams).toHaveLength(1)
  })

  test('speaks for one that crashed in this browser', async () => {
    const sent: PresenceVerb[] = []
    const store = createPresence({
      name: async () => ({ id: 'me', abandoned: ['crashed'], release: () => {} }),
      async send(verb) {
        sent.push(verb)
        return { kind: 'told', presence: presence() }
      },
      openStream: () => () => {},
      saveAll: async () => true,
      follow: async () => {},
      hasWritten: () => true,
    })
    store.start()
    await settle()
    expect(sent).toEqual([
      { verb: 'leave', window: 'crashed' },
      { verb: 'enter', window: 'me', wantsPen: true },
    ])
  })
})
