import { expect, test } from 'vitest'
import type { Locks } from '../safety-copy.ts'
import { nameWindow } from './window-name.ts'

function memory() {
  const kept = new Map<string, string>()
  return {
    kept,
    storage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
      key: (index: number) => [...kept.keys()][index] ?? null,
      get length() {
        return kept.size
      },
    },
  }
}

/** The locks of a browser; a window that crashed holds none. */
function browser() {
  const held = new Set<string>()
  const locks: Locks = {
    async request(name, callback) {
      held.add(name)
      await callback()
      held.delete(name)
    },
    query: async () => ({ held: [...held].map(name => ({ name })) }),
  }
  return { held, locks }
}

test('windows that ended without a word are known; those that are open, or of another review, are not taken for one', async () => {
  const { storage } = memory()
  const { held, locks } = browser()
  await nameWindow('her', storage, locks, 'crashed')
  await nameWindow('her', storage, locks, 'open')
  await nameWindow('tar', storage, locks, 'other')
  held.delete('out-of-five:window:her:crashed')
  expect((await nameWindow('her', storage, locks, 'mine')).abandoned).toEqual(['crashed'])
  expect((await nameWindow('her', storage, locks, 'next')).abandoned).toEqual([])
})

test('one that was released leaves nothing', async () => {
  const { storage, kept } = memory()
  const { held, locks } = browser()
  const name = await nameWindow('her', storage, locks)
  expect(name.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  name.release()
  await Promise.resolve()
  expect(kept.size).toBe(0)
  expect(held.size).toBe(0)
})

test('without locks, or without storage, nobody is spoken for', async () => {
  const { storage } = memory()
  await nameWindow('her', storage, null, 'a')
  expect((await nameWindow('her', storage, null, 'b')).abandoned).toEqual([])
  expect((await nameWindow('her', null, browser().locks, 'c')).abandoned).toEqual([])
})
