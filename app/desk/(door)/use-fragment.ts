import { useSyncExternalStore } from 'react'

/** What stands after # in the address; null on the server, which is never told. */
export function useFragment(): string | null {
  return useSyncExternalStore(
    onChange => {
      window.addEventListener('hashchange', onChange)
      return () => window.removeEventListener('hashchange', onChange)
    },
    () => window.location.hash.slice(1),
    () => null,
  )
}
