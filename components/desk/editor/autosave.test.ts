import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import { emptyContent } from '#lib/reviews/testing.ts'
import { asStored } from './answers.ts'
import { type AutosaveOptions, createAutosave } from './autosave.ts'
import { createDraftStore } from './draft-store.ts'
import type { Copy } from './safety-copy.ts'
import type { SaveOutcome, SaveRequest } from './save-client.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const empty: ReviewContent = {
  ...emptyContent,
}
const lost: SaveOutcome = { kind: 'unmanaged', reason: 'offline' }
const at = '2026-01-01T12:00:00.000Z'

/** A server that answers as it is told, or saves. */
function desk(answers: (SaveOutcome | null)[] = [], options: Partial<AutosaveOptions> = {}) {
  const draft = createDraftStore(empty)
  const sent: SaveRequest[] = []
  const copies: (Copy | null)[] = []
  const autosave = createAutosave({
    draft,
    version: 1,
    savedAt: at,
    keepCopy: copy => void copies.push(copy),
    asStored,
    send: async request => {
      sent.push(request)
      await new Promise(resolve => setTimeout(resolve, 100))
      return answers.shift() ?? { kind: 'saved', version: request.version + 1, savedAt: at }
    },
    ...options,
  })
  autosave.start()
  return {
    draft,
    autosave,
    sent,
    copies,
    kind: () => autosave.status().state.kind,
    titles: () => sent.map(({ content }) => content.title),
  }
}

describe('what is written is saved', () => {
  test('a second after the hands rest, and kept in the browser at once', async () => {
    const { draft, sent, copies, kind, autosave } = desk()
    draft.set({ title: 'H' })
    expect(copies.at(-1)).toMatchObject({ version: 1, content: { title: 'H' } })
    expect([kind(), autosave.hasUnsaved()]).toEqual(['unsaved', true])
    await vi.advanceTimersByTimeAsync(900)
    draft.set({ title: 'Her' })
    await vi.advanceTimersByTimeAsync(900)
    expect(sent).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(300)
    expect(sent).toMatchObject([{ version: 1, autosave: true, content: { title: 'Her' } }])
    expect([kind(), autosave.hasUnsaved(), copies.at(-1)]).toEqual(['saved', false, null])
  })

  test('also while somebody types without a rest', async () => {
    const { draft, sent } = desk()
    for (let index = 0; index < 30; index++) {
      draft.set({ title: `Her ${index}` })
      await vi.advanceTimersByTimeAsync(500)
    }
    expect(sent.length).toBe(1)
  })

  test('one request at a time, each over the version before', async () => {
    const { draft, autosave, sent, titles } = desk()
    draft.set({ title: 'One' })
    const first = autosave.save()
    draft.set({ title: 'Two' })
    const [second, third] = [autosave.save(), autosave.save()]
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await Promise.all([first, second, third])).toEqual([false, true, true])
    expect(titles()).toEqual(['One', 'Two'])
    expect(sent.map(({ version, autosave: isAuto }) => [version, isAuto])).toEqual([
      [1, true],
      [2, true],
    ])
  })

  test('by hand, or by itself: what nobody asked for leaves no state of its own in the history', async () => {
    const { draft, autosave, sent } = desk()
    draft.set({ title: 'One' })
    void autosave.save({ isLast: true })
    await vi.advanceTimersByTimeAsync(500)
    draft.set({ title: 'Two' })
    void autosave.save({ isAsked: true })
    await vi.advanceTimersByTimeAsync(500)
    expect(sent.map(({ autosave: isAuto }) => isAuto)).toEqual([true, false])
  })

  test('when the clock of the computer is set back, no later than it would be', async () => {
    const { draft, sent } = desk()
    for (let index = 0; index < 22; index++) {
      draft.set({ title: `Her ${index}` })
      if (index === 3) vi.setSystemTime(0)
      await vi.advanceTimersByTimeAsync(500)
    }
    expect(sent.length).toBe(1)
  })

  test('at once when the browser keeps no copy, and after a rest again when it does', async () => {
    const { draft, sent, autosave } = desk()
    draft.set({ title: 'Nowhere else' })
    autosave.setCopyProblem('full')
    await vi.advanceTimersByTimeAsync(1)
    expect([sent.length, autosave.status().copyProblem]).toEqual([1, 'full'])
    await vi.advanceTimersByTimeAsync(200)
    draft.set({ title: 'Again' })
    await vi.advanceTimersByTimeAsync(1)
    expect(sent.length).toBe(2)
    await vi.advanceTimersByTimeAsync(200)
    autosave.setCopyProblem(null)
    draft.set({ title: 'At rest' })
    await vi.advanceTimersByTimeAsync(900)
    expect(sent.length).toBe(2)
  })

  test('a change that comes to nothing asks for nothing', async () => {
    const { draft, sent } = desk()
    draft.set({ title: '' })
    await vi.advanceTimersByTimeAsync(5_000)
    expect(sent).toHaveLength(0)
  })
})

describe('when it does not go through', () => {
  test('no connection: it is kept, tried again, and saved when there is one', async () => {
    const { draft, sent, copies, kind } = desk([lost, lost])
    draft.set({ title: 'Her' })
    await vi.advanceTimersByTimeAsync(1_200)
    expect(kind()).toBe('retrying')
    expect(copies.at(-1)).toMatchObject({ content: { title: 'Her' } })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(kind()).toBe('saved')
    expect(sent).toHaveLength(3)
    expect(copies.at(-1)).toBeNull()
  })

  test('a refused field is held back, and everything else is saved', async () => {
    const { draft, sent, autosave } = desk([{ kind: 'invalid', field: 'slug', problem: 'Taken.' }])
    draft.set({ title: 'Her', slug: 'taken' })
    await vi.advanceTimersByTimeAsync(1_500)
    expect(sent.map(({ content }) => [content.title, content.slug])).toEqual([
      ['Her', 'taken'],
      ['Her', 'her'],
    ])
    expect(autosave.status()).toMatchObject({ state: { kind: 'saved' }, problems: { slug: 'Taken.' } })
    expect(autosave.hasUnsaved()).toBe(true)
    draft.set({ slug: 'free' })
    await vi.advanceTimersByTimeAsync(1_500)
    expect(sent.at(-1)?.content.slug).toBe('free')
    expect(autosave.status().problems).toEqual({})
    expect(autosave.hasUnsaved()).toBe(false)
  })

  test('an address that follows the headline takes the next one that is free', async () => {
    const { draft, sent, autosave } = desk([{ kind: 'invalid', field: 'slug', problem: 'Taken.' }], {
      another: field => (field === 'slug' ? { slug: 'her-2' } : null),
    })
    draft.set({ title: 'Her', slug: 'taken' })
    await vi.advanceTimersByTimeAsync(1_500)
    expect(sent.map(({ content }) => content.slug)).toEqual(['taken', 'her-2'])
    expect(autosave.status()).toMatchObject({ state: { kind: 'saved' }, problems: {} })
  })

  test('signed out: it waits, and is saved after signing in again', async () => {
    const { draft, kind } = desk([{ kind: 'signed-out' }])
    draft.set({ title: 'Her' })
    await vi.advanceTimersByTimeAsync(1_200)
    expect(kind()).toBe('signed-out')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(kind()).toBe('saved')
  })

  test('no right to it any more: it stops, and keeps the copy', async () => {
    const { draft, sent, copies, kind } = desk([{ kind: 'not-found' }])
    draft.set({ title: 'Her' })
    await vi.advanceTimersByTimeAsync(1_200)
    draft.set({ title: 'Her again' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(kind()).toBe('refused')
    expect(sent).toHaveLength(1)
    expect(copies.at(-1)).toMatchObject({ content: { title: 'Her again' } })
  })
})

describe('when the server saved and its answer was lost', () => {
  /** A server that keeps versions, and whose first answers never arrive. */
  function forgetful(lostAnswers: number) {
    let stored = { version: 1, content: empty }
    let left = lostAnswers
    const kept: string[] = []
    const send = async ({ version, content }: SaveRequest): Promise<SaveOutcome> => {
      await new Promise(resolve => setTimeout(resolve, 100))
      const isSame = JSON.stringify(content) === JSON.stringify(stored.content)
      if (!isSame && version !== stored.version)
        return { kind: 'stale', theirs: { ...stored, savedBy: 'Me', savedAt: at } }
      if (!isSame) {
        stored = { version: stored.version + 1, content }
        kept.push(content.title)
      }
      return left-- > 0 ? lost : { kind: 'saved', version: stored.version, savedAt: at }
    }
    return { ...desk([], { send }), kept, stored: () => stored }
  }

  test('the same again is no second version', async () => {
    const { draft, kept, kind, autosave } = forgetful(2)
    draft.set({ title: 'Her' })
    await vi.advanceTimersByTimeAsync(30_000)
    expect([kept, kind(), autosave.status().version]).toEqual([['Her'], 'saved', 2])
  })

  test('and more was typed since: it goes on from its own version, without a conflict', async () => {
    const { draft, kept, kind, stored } = forgetful(1)
    draft.set({ title: 'Her' })
    await vi.advanceTimersByTimeAsync(1_200)
    draft.set({ title: ' Her, and more ' })
    await vi.advanceTimersByTimeAsync(30_000)
    expect([kept, kind(), stored().version]).toEqual([['Her', ' Her, and more '], 'saved', 3])
  })

  test('the window that sent it is gone, and its text was taken up here: no conflict, and what is typed now goes on from it', async () => {
    const left = { ...empty, title: 'Left in a hurry' }
    const { draft, autosave, kind, sent } = desk([
      { kind: 'stale', theirs: { version: 2, content: left, savedBy: 'Me', savedAt: at } },
      { kind: 'saved', version: 3, savedAt: at },
    ])
    autosave.take(left)
    draft.set({ title: 'Left in a hurry, and back' })
    await vi.advanceTimersByTimeAsync(30_000)
    expect([kind(), sent.map(({ version }) => version)]).toEqual(['saved', [1, 2]])
  })

  test('what the server trims is its own all the same', async () => {
    const theirs = { version: 2, content: { ...empty, title: 'Her' }, savedBy: 'Me', savedAt: at }
    const { draft, kind, sent } = desk([lost, { kind: 'stale', theirs }])
    draft.set({ title: 'Her ' })
    await vi.advanceTimersByTimeAsync(1_200)
    draft.set({ title: 'Her too' })
    await vi.advanceTimersByTimeAsync(30_000)
    expect([kind(), sent.at(-1)?.version]).toEqual(['saved', 2])
  })

  test('a save of the closing page beside one that is under way: whichever comes first, there is no conflict', async () => {
    for (const order of [
      [100, 300],
      [300, 100],
    ]) {
      let stored = { version: 1, content: empty }
      const { draft, autosave, kind } = desk([], {
        send: async ({ version, content }) => {
          await new Promise(resolve => setTimeout(resolve, order.shift() ?? 50))
          if (version !== stored.version) return { kind: 'stale', theirs: { ...stored, savedBy: 'Me', savedAt: at } }
          stored = { version: version + 1, content }
          return { kind: 'saved', version: stored.version, savedAt: at }
        },
      })
      draft.set({ title: 'One' })
      void autosave.save()
      draft.set({ title: 'Two' })
      void autosave.save({ isLast: true })
      await vi.advanceTimersByTimeAsync(5_000)
      expect([kind(), stored.content.title, autosave.hasUnsaved()]).toEqual(['saved', 'Two', false])
    }
  })

  test('a server that was put back to an older state is a conflict, and not tried for ever', async () => {
    const theirs = { version: 1, content: { ...empty, title: 'Long ago' }, savedBy: 'Mina', savedAt: at }
    const { draft, sent, kind } = desk([
      { kind: 'saved', version: 9, savedAt: at },
      { kind: 'stale', theirs },
    ])
    draft.set({ title: 'Her' })
    await vi.advanceTimersByTimeAsync(1_200)
    draft.set({ title: 'Him' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect([kind(), sent.length]).toEqual(['conflict', 2])
  })
})

describe('signed in as somebody else', () => {
  test('nothing is saved under their name, and it goes on when it is the right one again', async () => {
    const other: SaveOutcome = { kind: 'another-account', name: 'Tobias' }
    const { draft, kind, copies } = desk([other, other])
    draft.set({ title: 'Her' })
    await vi.advanceTimersByTimeAsync(1_200)
    expect([kind(), copies.at(-1)?.content.title]).toEqual(['another-account', 'Her'])
    await vi.advanceTimersByTimeAsync(15_000)
    expect(kind()).toBe('saved')
  })
})

describe('a text that was left in this browser', () => {
  const theirs = { version: 1, content: empty, savedBy: 'Mina', savedAt: at }

  test('goes on where it was when nobody has saved since', async () => {
    const { draft, autosave, sent } = desk()
    const recovered = autosave.recover({ version: 1, base: empty, content: { ...empty, title: 'Left' } }, theirs)
    await vi.advanceTimersByTimeAsync(500)
    expect([await recovered, draft.get().title, sent.length]).toEqual([true, 'Left', 1])
  })

  test('is compared when somebody has, and nothing is sent before that', async () => {
    const { draft, autosave, sent, kind } = desk()
    const content = { ...empty, title: 'Left' }
    const recovered = autosave.recover({ version: 1, base: null, content }, { ...theirs, version: 4 })
    await vi.advanceTimersByTimeAsync(5_000)
    expect([await recovered, draft.get().title, sent.length, kind()]).toEqual([false, 'Left', 0, 'conflict'])
  })
})

describe('when somebody else saved first', () => {
  const theirs = { version: 7, content: { ...empty, title: 'Theirs', verdict: 'Fine.' }, savedBy: 'Mina', savedAt: at }

  test('nothing is sent until it is decided, and typing is kept', async () => {
    const { draft, sent, copies, autosave } = desk([{ kind: 'stale', theirs }])
    draft.set({ title: 'Mine' })
    await vi.advanceTimersByTimeAsync(1_200)
    expect(autosave.status().state).toEqual({ kind: 'conflict', theirs, base: empty })
    draft.set({ title: 'Mine, longer' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toHaveLength(1)
    expect(copies.at(-1)).toMatchObject({ content: { title: 'Mine, longer' } })
  })

  test('both together go over theirs', async () => {
    const { draft, sent, autosave, kind } = desk([{ kind: 'stale', theirs }])
    draft.set({ title: 'Mine' })
    await vi.advanceTimersByTimeAsync(1_200)
    const resolved = autosave.resolve({ ...theirs.content, title: 'Mine' }, false)
    await vi.advanceTimersByTimeAsync(500)
    expect(await resolved).toBe(true)
    expect(kind()).toBe('saved')
    expect(sent.at(-1)).toMatchObject({ version: 7, autosave: false, content: { title: 'Mine', verdict: 'Fine.' } })
  })

  test('mine that is given up is kept as a revision first', async () => {
    const { draft, sent, autosave } = desk([{ kind: 'stale', theirs }])
    draft.set({ title: 'Mine' })
    await vi.advanceTimersByTimeAsync(1_200)
    const resolved = autosave.resolve(theirs.content, true)
    await vi.advanceTimersByTimeAsync(500)
    expect(await resolved).toBe(true)
    expect(sent.slice(1).map(({ version, content, autosave: isAuto }) => [version, content.title, isAuto])).toEqual([
      [7, 'Mine', false],
      [8, 'Theirs', false],
    ])
    expect(draft.get().title).toBe('Theirs')
  })
})
