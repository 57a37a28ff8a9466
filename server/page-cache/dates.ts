import { LRUCache } from 'lru-cache'

type Known = { digest: string; since: number }

/**
 * When the bytes under a key last changed: what Last-Modified says (RFC 9110 section 8.8.2). A page shows more than any one row dates
 * (who is related, what the publication is called, how this release draws), so its date is the time at which this server first had
 * these bytes. A page that was dropped and came back the same keeps its date. Pages from disk bring theirs along, so a restart
 * changes nothing; what is not known here at all is new, which only costs a client without ETags one more answer.
 */
export class PageDates {
  private readonly known = new LRUCache<string, Known>({ max: 50_000 })

  /** Since when the key has had these bytes, in milliseconds of whole seconds, which is all that the header can say. */
  since(key: string, digest: string, now: number): number {
    const known = this.known.get(key)
    if (known?.digest === digest) return known.since
    // Never the second that the bytes before it had: whoever has only the date could not tell them apart.
    const since = Math.max(Math.floor(now / 1_000) * 1_000, known ? known.since + 1_000 : 0)
    this.known.set(key, { digest, since })
    return since
  }

  /** Takes up what was known before. */
  learn(key: string, digest: string, since: number): void {
    this.known.set(key, { digest, since })
  }
}
