import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { emptyProse } from '#lib/prose/prose.ts'
import { noDetails } from '#lib/reviews/details.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import { type AutosaveOptions, createAutosave } from './autosave.ts'
import { createDraftStore } from './draft-store.ts'
import type { SaveOutcome, SaveRequest } from './save-client.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const empty: ReviewContent = {
  slug: 'her',
  kind: 'full',
  title: '',
  standfirst: '',
  body: emptyProse,
  verdict: '',
  seen: '',
  spoilers: 'none',
  workId: null,
  sectionId: null,
  criticIds: [],
  topicIds: [],
  rating: null,
  imageId: null,
  imageAlt: '',
  imageCaption: '',
  imageCredit: '',
  searchTitle: '',
  searchDescription: '',
  rereviewOfId: null,
  language: null,
  translationOfId: null,
  ...noDetails,
}
const at = '2026-01-01T12:00:00.000Z'

/** A server that answers as it is told, or saves. */
function desk(answers: (SaveOutcome | null)[] = [], options: Partial<AutosaveOptions> = {}) {
  const draft = createDraftStore(empty)
  const sent: SaveRequest[] = []
  const copies: ({ version: number; content: ReviewContent } | null)[] = []
  let version = 1
  const autosave = createAutosave({
    draft,
    version,
    savedAt: at,
    keepCopy: copy => copies.push(copy) > 0,
    send: async request => {
      sent.push(request)
      await new Promise(resolve => setTimeout(resolve, 100))
      return answers.shift() ?? { kind: 'saved', version: ++version, savedAt: at }
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
      [1, false],
      [2, false],
    ])
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
    const { draft, sent, copies, kind } = desk([{ kind: 'offline' }, { kind: 'offline' }])
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
      [2, 'Theirs', false],
    ])
    expect(draft.get().title).toBe('Theirs')
  })
})
