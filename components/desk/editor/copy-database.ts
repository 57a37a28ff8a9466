import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import type { LogChange } from './copy-log.ts'

// The part of this browser's storage that can be written while somebody types: IndexedDB, which copies what it is given and writes it
// elsewhere. What is in here is read back by `safety-copy.ts`.

export type LogEntry = {
  review: string
  /** The window that wrote it. */
  window: string
  /** Counts the changes of a window: of two copies of one window the higher is the newer, whatever the clock says. */
  step: number
} & (
  | { kind: 'base'; editorId: string; version: number; content: ReviewContent; at: string }
  | { kind: 'change'; change: LogChange; at: string }
)

/** Rejects when the browser will not, or cannot. */
export interface CopyStore {
  append(entries: LogEntry[]): Promise<void>
  /** In place of all that is there of this window. */
  replace(window: string, entries: LogEntry[]): Promise<void>
  /** In the order in which they were written. */
  list(review: string): Promise<LogEntry[]>
}

interface Schema extends DBSchema {
  log: { key: number; value: LogEntry; indexes: { window: string; review: string } }
}

const name = 'out-of-five'
const storeName = 'log'

/** The copies in IndexedDB. Opened at the first use, and again when the browser has closed it. */
export function copyDatabase(): CopyStore {
  let opening: Promise<IDBPDatabase<Schema>> | null = null
  const open = () => {
    opening ??= openDB<Schema>(name, 1, {
      upgrade(database) {
        const log = database.createObjectStore(storeName, { autoIncrement: true })
        log.createIndex('window', 'window')
        log.createIndex('review', 'review')
      },
      // A newer version of the desk in another window may change the database only when this one lets go of it.
      blocking: () => void close(),
      terminated: () => {
        opening = null
      },
    })
    opening.catch(() => {
      opening = null
    })
    return opening
  }
  const close = async () => {
    const closing = opening
    opening = null
    ;(await closing)?.close()
  }
  const write = async (work: (log: WriteLog) => Promise<unknown>[], isStrict: boolean) => {
    const database = await open()
    const transaction = database.transaction(storeName, 'readwrite', { durability: isStrict ? 'strict' : 'relaxed' })
    // Of several failures all are awaited, or one of them is reported as nobody's.
    const results = await Promise.allSettled([...work(transaction.store), transaction.done])
    for (const result of results) if (result.status === 'rejected') throw result.reason
  }
  return {
    append: entries => write(log => entries.map(entry => log.add(entry)), false),
    // Once in a while down to the disk itself, for the case that the machine loses its power.
    replace: (window, entries) =>
      write(log => [clear(log, window), ...entries.map(entry => log.add(entry))], entries.length > 0),
    list: async review => (await open()).getAllFromIndex(storeName, 'review', review),
  }
}

type WriteLog = IDBPObjectStore<Schema, ['log'], 'log', 'readwrite'>

async function clear(log: WriteLog, window: string): Promise<void> {
  const keys = await log.index('window').getAllKeys(window)
  await Promise.all(keys.map(key => log.delete(key)))
}
