import { LRUCache } from 'lru-cache'
import type { Answer, Header } from './answer.ts'

/** A page as it is kept. */
export type Entry = {
  key: string
  status: number
  /** The page's own headers (type, language, Last-Modified…), from which the answer was laid out. */
  headers: Header[]
  tags: string[]
  /** Made up by a visitor, or not there at all: kept apart, and in memory only. */
  isPassing: boolean
  /** Where the list of content events stood when its rendering began; null where nobody could say. */
  asOf: bigint | null
  storedAt: number
  /** After this it is rendered again in the background: the safety net under the events. */
  refreshAt: number
  answer: Answer
}

/**
 * The pages in memory: those of the publication, those that visitors can make up (an eighth of the room, so that a scan
 * for addresses pushes out only its own kind), and, set aside, the last good copy of pages that an edit has dropped.
 */
export class Store {
  private readonly pages: LRUCache<string, Entry>
  private readonly passing: LRUCache<string, Entry>
  private readonly aside: LRUCache<string, Entry>

  /** `onEvicted` hears of pages that had to go for room. */
  constructor(megabytes: number, onEvicted: (entry: Entry) => void) {
    const bytes = megabytes * 1_048_576
    const sizeCalculation = (entry: Entry) => entry.answer.size
    this.pages = new LRUCache({
      maxSize: Math.ceil((bytes * 5) / 8),
      sizeCalculation,
      dispose: (entry, _key, reason) => {
        if (reason === 'evict') onEvicted(entry)
      },
    })
    this.passing = new LRUCache({ maxSize: Math.ceil(bytes / 8), sizeCalculation })
    this.aside = new LRUCache({ maxSize: Math.ceil(bytes / 4), sizeCalculation })
  }

  get(key: string): Entry | undefined {
    return this.pages.get(key) ?? this.passing.get(key)
  }

  /** Is this very entry the one that is served? */
  holds(entry: Entry): boolean {
    return this.pages.peek(entry.key) === entry
  }

  /** Keeps an entry; true when it took the place of a page of the other kind, such as one that is no longer there. */
  set(entry: Entry): boolean {
    const [into, other] = entry.isPassing ? [this.passing, this.pages] : [this.pages, this.passing]
    const hasReplaced = other.delete(entry.key)
    into.set(entry.key, entry)
    return hasReplaced
  }

  *entries(): Generator<Entry> {
    yield* this.pages.values()
    yield* this.passing.values()
  }

  /** Takes out what `isMeant`, keeping good copies aside, and returns the keys. */
  drop(isMeant: (entry: Entry) => boolean): string[] {
    const keys: string[] = []
    for (const kept of [this.pages, this.passing])
      for (const [key, entry] of [...kept.entries()]) {
        if (!isMeant(entry)) continue
        kept.delete(key)
        keys.push(key)
        if (entry.status === 200 && !entry.isPassing) this.aside.set(key, entry)
      }
    return keys
  }

  /** Takes out everything, the copies set aside first of all: one of them may have been retracted. */
  clear(): void {
    this.aside.clear()
    this.pages.clear()
    this.passing.clear()
  }

  lastGood(key: string): Entry | undefined {
    return this.aside.get(key)
  }

  forgetLastGood(key: string): void {
    this.aside.delete(key)
  }

  summary(): { pages: number; passing: number; aside: number; bytes: number } {
    return {
      pages: this.pages.size,
      passing: this.passing.size,
      aside: this.aside.size,
      bytes: this.pages.calculatedSize + this.passing.calculatedSize + this.aside.calculatedSize,
    }
  }
}
