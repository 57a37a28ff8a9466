import type { ContentEvent } from '../content-events.ts'
import { type Entry, Store } from './store.ts'

export type PageCacheOptions = {
  megabytes: number
  /** Renders a page, and throws where the site could not answer: that is never kept. */
  render: (key: string) => Promise<Rendered>
  /** Where the list of content events stands in this process; null before it was ever read. */
  position: () => bigint | null
  disk: PageDisk
  /** Hears of failed renderings. */
  onFailure: (key: string, error: unknown) => void
  now?: () => number
}

export type Rendered = Pick<Entry, 'status' | 'headers' | 'tags' | 'answer'> & { mayBeKept: boolean }

/** The copy on disk, as the cache sees it. `isCurrent` is asked just before a file becomes visible. */
export type PageDisk = {
  write: (entry: Entry, isCurrent: () => boolean) => void
  remove: (keys: string[]) => Promise<void>
  clear: () => Promise<void>
}

/** `once` is an answer for whoever asked and nobody else: not kept here, so nobody behind us may keep it either. */
export type Outcome = { note: 'hit' | 'miss' | 'once' | 'stale'; entry: Entry } | { note: 'failed'; error: unknown }

type Flight = { outcome: Promise<Outcome>; isOvertaken: boolean }

// Events keep pages right. What depends on nothing but time (a feed of the last two days) is caught by this.
const REFRESH_AFTER = 3_600_000
const RETRY_AFTER = 5_000

/**
 * The finished pages of readers. Each is rendered once however many ask, kept until a content event names something that
 * it shows, and served from its last good copy while the site cannot render it.
 */
export class PageCache {
  readonly store: Store
  private readonly options: PageCacheOptions
  private readonly now: () => number
  private readonly flights = new Map<string, Flight>()
  private readonly failedAt = new Map<string, number>()

  constructor(options: PageCacheOptions) {
    this.options = options
    this.now = options.now ?? Date.now
    this.store = new Store(options.megabytes, evicted => void options.disk.remove([evicted.key]))
  }

  /** The page under this key, if it is here. This is the whole work of a hit. */
  find(key: string): Entry | undefined {
    const entry = this.store.get(key)
    if (entry !== undefined && entry.refreshAt < this.now()) this.refresh(entry)
    return entry
  }

  /** The page under this key, rendered where it is not here. */
  async fetch(key: string, isPassing: boolean): Promise<Outcome> {
    const entry = this.find(key)
    if (entry) return { note: 'hit', entry }
    const lastGood = this.store.lastGood(key)
    const failed = this.failedAt.get(key) ?? 0
    // While the database is away nobody waits for the same failure again and again.
    if (lastGood && this.now() - failed < RETRY_AFTER) return { note: 'stale', entry: lastGood }
    return (this.flights.get(key) ?? this.begin(key, isPassing)).outcome
  }

  /**
   * Applies content events. Pages that show what changed go, from memory at once and from disk before this resolves.
   * Renderings under way may have read the database before the change: whoever asked before gets them, nobody else does,
   * and they are not kept.
   */
  async apply(events: ContentEvent[]): Promise<void> {
    if (events.length === 0) return
    this.overtake()
    if (events.some(event => event.purge)) return this.clear()
    const isStale = staleness(events)
    await this.options.disk.remove(this.store.drop(isStale))
  }

  /** Drops everything, in memory and on disk, last good copies too. */
  async clear(): Promise<void> {
    this.overtake()
    this.store.clear()
    await this.options.disk.clear()
  }

  /** Takes up what an earlier process left on disk. */
  restore(entries: Entry[]): void {
    for (const entry of entries) this.store.set(entry)
  }

  /** From which position on events may concern what is kept; null where nothing is. */
  oldestPosition(): bigint | null {
    let oldest: bigint | null = null
    for (const { asOf } of this.store.entries()) if (asOf !== null && (oldest === null || asOf < oldest)) oldest = asOf
    return oldest
  }

  private overtake(): void {
    for (const flight of this.flights.values()) flight.isOvertaken = true
    this.flights.clear()
  }

  private begin(key: string, isPassing: boolean): Flight {
    const flight: Flight = { isOvertaken: false, outcome: Promise.resolve({ note: 'failed', error: null }) }
    flight.outcome = this.fly(key, isPassing, flight)
    this.flights.set(key, flight)
    return flight
  }

  private async fly(key: string, isPassing: boolean, flight: Flight): Promise<Outcome> {
    const asOf = this.options.position()
    try {
      const { mayBeKept, ...rendered } = await this.options.render(key)
      const storedAt = this.now()
      const refreshAt = storedAt + REFRESH_AFTER
      const entry: Entry = {
        key,
        ...rendered,
        isPassing: isPassing || rendered.status === 404,
        asOf,
        storedAt,
        refreshAt,
      }
      if (!mayBeKept || asOf === null || flight.isOvertaken) return { note: 'once', entry }
      this.keep(entry)
      return { note: 'miss', entry }
    } catch (error) {
      return this.fallBack(key, flight, error)
    } finally {
      if (this.flights.get(key) === flight) this.flights.delete(key)
    }
  }

  private keep(entry: Entry): void {
    const { key } = entry
    this.failedAt.delete(key)
    this.store.forgetLastGood(key)
    const hasReplaced = this.store.set(entry)
    if (!entry.isPassing) this.options.disk.write(entry, () => this.store.holds(entry))
    else if (hasReplaced) void this.options.disk.remove([key])
  }

  private fallBack(key: string, flight: Flight, error: unknown): Outcome {
    this.options.onFailure(key, error)
    const entry = this.store.get(key) ?? this.store.lastGood(key)
    if (!entry) return { note: 'failed', error }
    if (!flight.isOvertaken) this.rememberFailure(key)
    return { note: 'stale', entry }
  }

  private rememberFailure(key: string): void {
    if (this.failedAt.size > 10_000) this.failedAt.clear()
    this.failedAt.set(key, this.now())
  }

  private refresh(entry: Entry): void {
    // Also what keeps a failing refresh from being tried at every request.
    entry.refreshAt = this.now() + RETRY_AFTER
    if (!this.flights.has(entry.key)) this.begin(entry.key, entry.isPassing)
  }
}

/** Which entries these events make wrong. */
function staleness(events: ContentEvent[]): (entry: Entry) => boolean {
  const changed = new Map<string, bigint>()
  let latest = 0n
  for (const { tags, tx } of events) {
    if (tx > latest) latest = tx
    for (const tag of tags) if (tx > (changed.get(tag) ?? -1n)) changed.set(tag, tx)
  }
  return entry => {
    const { asOf, status, tags } = entry
    if (asOf === null) return true
    // What is missing, gone or moved may be back, and a page without tags may show anything: any event drops them.
    if (status !== 200 || tags.length === 0) return latest >= asOf
    return tags.some(tag => (changed.get(tag) ?? -1n) >= asOf)
  }
}
