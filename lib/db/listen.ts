import pg from 'pg'

/** Hears of NOTIFY on one channel. `onGap` is called when some may have been missed, which is whenever the connection begins anew. */
export interface Listening {
  stop: () => Promise<void>
}

const longestPause = 10_000

/**
 * Listens to a channel on a connection of its own, and goes on when it breaks. Not one of the pool: those are given back, and a statement of
 * theirs may not last. Behind a pooler that hands out connections by transaction nothing is heard, so nobody may rely on it alone.
 */
export function listen(
  options: { connectionString: string; channel: string },
  hear: { onNotice: (payload: string) => void; onGap: () => void },
): Listening {
  let client: pg.Client | null = null
  let timer: NodeJS.Timeout | undefined
  let failures = 0
  let isStopped = false

  const lose = (lost: pg.Client) => {
    if (lost !== client) return
    client = null
    lost.end().catch(() => {})
    if (isStopped) return
    timer = setTimeout(() => void begin(), Math.min(200 * 2 ** failures++, longestPause))
    timer.unref()
  }

  async function begin(): Promise<void> {
    const next = new pg.Client({
      connectionString: options.connectionString,
      application_name: `out-of-five ${options.channel}`,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    })
    client = next
    next.on('error', () => lose(next))
    next.on('end', () => lose(next))
    next.on('notification', ({ payload = '' }) => hear.onNotice(payload))
    try {
      await next.connect()
      await next.query(`LISTEN ${pg.escapeIdentifier(options.channel)}`)
      failures = 0
      hear.onGap()
    } catch {
      lose(next)
    }
  }

  void begin()
  return {
    async stop() {
      isStopped = true
      clearTimeout(timer)
      const open = client
      client = null
      await open?.end().catch(() => {})
    },
  }
}
