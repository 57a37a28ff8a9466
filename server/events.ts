import pg from 'pg'
import type { Logger } from '#lib/log.ts'
import { type ContentEvent, nameOfDatabase, readEvents } from './content-events.ts'

export type FollowerOptions = {
  connectionString: string
  log: Logger
  /** Called once for each event, in any order; the next ones wait until it resolves. */
  apply: (events: ContentEvent[]) => Promise<void>
  /**
   * Called at the first contact and whenever the database turns out to be another one (restored, failed over), with a
   * name for it. Returns from which position on events are wanted, or null for only those to come.
   */
  meet: (database: string) => Promise<bigint | null>
  pollEvery?: number
}

export type Follower = {
  /** Begins to follow, and resolves after the first contact or the first failure. */
  start: () => Promise<void>
  /** Resolves when everything that was committed before the call has been applied here, or after two seconds. */
  caughtUp: () => Promise<void>
  /** Every event written by an earlier transaction than this has been applied; null before the first contact. */
  position: () => bigint | null
  /** Whether this process knows that it has missed nothing. */
  isCurrent: () => boolean
  /** When that was last so, in milliseconds; 0 for never. */
  lastCurrentAt: () => number
  /** Since when it has been so without a break; null while it is not. */
  currentSince: () => number | null
  stop: () => Promise<void>
}

const CHANNEL = 'content_event'
const PATIENCE = 3_000
const LONGEST_WAIT = 2_000

/**
 * Follows the list of content events on a connection of its own: by LISTEN, and by asking every two seconds in case a
 * notification was lost or a pooler swallows them.
 *
 * Ids are handed out before commit, so "greater than the last id" would miss an event whose transaction took longer
 * than a later one's. The list is therefore read by transaction: everything that an open transaction of the last reading
 * could have written is read again, and what was applied already is known by its id.
 */
export function followEvents(options: FollowerOptions): Follower {
  const follower = new EventFollower(options)
  return {
    start: () => follower.start(),
    caughtUp: () => follower.caughtUp(),
    position: () => follower.position,
    isCurrent: () => follower.currentSince !== null,
    lastCurrentAt: () => (follower.currentSince === null ? follower.lastCurrentAt : Date.now()),
    currentSince: () => follower.currentSince,
    stop: () => follower.stop(),
  }
}

class EventFollower {
  position: bigint | null = null
  currentSince: number | null = null
  lastCurrentAt = 0
  private readonly options: FollowerOptions
  private client: pg.Client | null = null
  private database: string | null = null
  private readonly applied = new Map<bigint, bigint>()
  private reading: Promise<void> | null = null
  private readAgain: Promise<void> | null = null
  private timer: NodeJS.Timeout | null = null
  private failures = 0
  private isStopped = false

  constructor(options: FollowerOptions) {
    this.options = options
  }

  async start(): Promise<void> {
    await this.read().catch(() => {})
  }

  async caughtUp(): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const enough = new Promise<void>(resolve => {
      timer = setTimeout(resolve, LONGEST_WAIT)
    })
    await Promise.race([this.readAfresh().catch(() => {}), enough])
    clearTimeout(timer)
  }

  async stop(): Promise<void> {
    this.isStopped = true
    if (this.timer) clearTimeout(this.timer)
    const { client } = this
    this.client = null
    await client?.end().catch(() => {})
  }

  /** A reading that begins after this call: one under way may have looked before the caller's commit. */
  private readAfresh(): Promise<void> {
    if (!this.reading) return this.read()
    this.readAgain ??= this.reading
      .catch(() => {})
      .then(() => {
        this.readAgain = null
        return this.read()
      })
    return this.readAgain
  }

  private read(): Promise<void> {
    this.reading ??= this.readOnce().finally(() => {
      this.reading = null
      this.schedule()
    })
    return this.reading
  }

  private schedule(): void {
    if (this.isStopped) return
    if (this.timer) clearTimeout(this.timer)
    const pause = this.failures === 0 ? (this.options.pollEvery ?? 2_000) : Math.min(2_000, 100 * 2 ** this.failures)
    this.timer = setTimeout(() => this.read().catch(() => {}), pause)
  }

  private async readOnce(): Promise<void> {
    if (this.isStopped) return
    const began = Date.now()
    try {
      const client = this.client ?? (await this.connect())
      await this.take(client)
      this.lastCurrentAt = began
      if (this.failures > 0) this.options.log.info('following content events again')
      this.failures = 0
      this.currentSince ??= Date.now()
    } catch (error) {
      this.lose(error)
      throw error
    }
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.options.connectionString,
      application_name: 'out-of-five events',
      connectionTimeoutMillis: PATIENCE,
      // On the client's side: a database that hangs does not keep a promise about its own time-outs.
      query_timeout: PATIENCE,
      keepAlive: true,
    })
    client.on('error', error => this.lose(error, client))
    client.on('notification', () => void this.readAfresh().catch(() => {}))
    try {
      await client.connect()
      await this.recognise(client)
      await client.query(`LISTEN ${CHANNEL}`)
    } catch (error) {
      client.end().catch(() => {})
      throw error
    }
    this.client = client
    return client
  }

  /** Positions mean something in one database cluster only; after a restore or a failover they begin anew. */
  private async recognise(client: pg.Client): Promise<void> {
    const database = await nameOfDatabase(client)
    if (database === this.database) return
    // What is rendered from here on until it is settled cannot be placed, so it is not kept.
    this.position = null
    const from = await this.options.meet(database)
    this.database = database
    this.position = from
    this.applied.clear()
  }

  private async take(client: pg.Client): Promise<void> {
    if (this.position === null) return this.beginHere(client)
    const { position, events: found } = await readEvents(client, this.position)
    const events = found.filter(({ id }) => !this.applied.has(id))
    for (const { id, tx } of events) this.applied.set(id, tx)
    for (const [id, tx] of this.applied) if (tx < position) this.applied.delete(id)
    const done = this.options.apply(events)
    this.position = position
    await done
  }

  /** Nothing was kept before the first contact, so what can be seen by now is known to every page to come. */
  private async beginHere(client: pg.Client): Promise<void> {
    const { position } = await readEvents(client, null)
    const { events } = await readEvents(client, position)
    for (const { id, tx } of events) this.applied.set(id, tx)
    this.position = position
  }

  private lose(error: unknown, client: pg.Client | null = this.client): void {
    if (client !== this.client || this.isStopped) return
    this.currentSince = null
    this.client = null
    client?.end().catch(() => {})
    // Once, not at every attempt.
    if (this.failures === 0)
      this.options.log.warn({ err: error }, 'content events cannot be followed; pages may be old')
    this.failures += 1
    if (!this.reading) this.schedule()
  }
}
