import type { Locks } from '../safety-copy.ts'

// A window names itself when it opens a review. The name is kept in this browser under a lock that ends with the window, so that after a crash
// the next window can say for it that it is gone, rather than wait until the server notices.

export interface WindowName {
  id: string
  /** Windows of this browser that ended without a word. */
  abandoned: string[]
  /** The window closes, and has said so. */
  release: () => void
}

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

export async function nameWindow(
  reviewId: string,
  storage: Storage | null,
  locks: Locks | null,
  id = randomId(),
): Promise<WindowName> {
  const prefix = `out-of-five:window:${reviewId}:`
  const own = prefix + id
  let unlock = () => {}
  const isOpen = new Promise<void>(resolve => {
    unlock = resolve
  })
  void locks?.request(own, () => isOpen)
  const held = await locks?.query().catch(() => null)
  const open = new Set(held?.held?.map(({ name }) => name))
  const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '')
  // Without locks nobody can tell a window that is gone from one that is open.
  const gone = held ? keys.filter(key => key.startsWith(prefix) && key !== own && !open.has(key)) : []
  for (const key of gone) storage?.removeItem(key)
  keep(storage, own)
  return {
    id,
    abandoned: gone.map(key => key.slice(prefix.length)),
    release: () => {
      storage?.removeItem(own)
      unlock()
    },
  }
}

function keep(storage: Storage | null, key: string): void {
  try {
    storage?.setItem(key, '1')
  } catch {
    // No room: after a crash the server notices by itself, within half a minute.
  }
}

/** A random UUID, also where `crypto.randomUUID` is missing: on a desk in a local network without https. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
