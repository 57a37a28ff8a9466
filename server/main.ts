import { createServer, type Server } from 'node:http'
import { dirname, resolve } from 'node:path'
import { env } from '#lib/env.ts'
import { crontab, tasks } from '#lib/jobs/tasks.ts'
import { type Logger, log as processLog } from '#lib/log.ts'
import { endPresenceStreams } from '#lib/presence/desk-queries-live.ts'
import { storage } from '#lib/storage/open.ts'
import { MeasuredRequest } from './body.ts'
import { type Follower, followEvents } from './events.ts'
import { createForwarder } from './forward.ts'
import { createHealth } from './health.ts'
import { createListener } from './http.ts'
import { createMedia } from './media.ts'
import { startNext } from './next.ts'
import { openPages, type Pages } from './page-cache/pages.ts'
import { drain, grace } from './shutdown.ts'
import { answerBrokenRequests } from './sockets.ts'
import { openAssets } from './static.ts'
import { createStreamer } from './stream.ts'
import { hostWorker, type WorkerHost } from './worker.ts'

export type ServeOptions = {
  /** Root of the project, and the folder of its build inside. */
  dir: string
  distDir: string
  host: string
  port: number
  siteUrl: string
  databaseUrl: string
  dataDir: string
  trustProxy: number
  pageCacheMegabytes: number
  worker: 'here' | 'elsewhere'
  log: Logger
}

export type Serving = { url: string; close: () => Promise<void> }

/**
 * Starts the server: Next behind the page cache, the follower of content events, and the worker. Resolves when it
 * listens, which it also does while the database is away.
 */
export async function serve(options: ServeOptions = optionsFromEnv()): Promise<Serving> {
  const { dir, distDir, siteUrl, log } = options
  const site = await startNext({ dir, distDir, log })
  const pages = await openPages({ ...options, handler: site.handler, buildId: site.buildId, follow: followEvents })
  const assets = await openAssets({ dir, distDir, siteUrl })
  // What this process missed while it was not there is made up for before the first reader is let in.
  await pages.follower.start()
  const worker = options.worker === 'here' ? startWorker(options) : null

  let isDraining = false
  const { follower } = pages
  const health = createHealth({
    connectionString: options.databaseUrl,
    dir,
    isWorking: () => worker?.isRunning() ?? null,
    isFollowing: follower.isCurrent,
    isDraining: () => isDraining,
  })
  const listener = createListener({
    siteUrl,
    pages: pages.cache,
    assets,
    follower,
    forward: createForwarder({ handler: site.handler, siteUrl, trustProxy: options.trustProxy, log }),
    media: createMedia({ storage: storage({ ...env(), DATA_DIR: options.dataDir }), siteUrl }),
    stream: createStreamer({ handler: site.handler, siteUrl, patience: pages.patience }),
    health,
    isDraining: () => isDraining,
    log,
  })
  const server = createServer({ IncomingMessage: MeasuredRequest, ...TIMEOUTS }, listener)
  server.on('checkContinue', listener)
  answerBrokenRequests(server)
  const port = await listen(server, options.port, options.host)
  const close = async (): Promise<void> => {
    isDraining = true
    await grace()
    // They never end by themselves.
    await endPresenceStreams()
    await drain(server)
    await closeAll(worker, follower, pages)
    await site.close()
  }
  return { url: `http://${options.host}:${port}`, close }
}

const TIMEOUTS = {
  // Longer than the minute that load balancers keep an idle connection: the one who closes last resets nobody.
  keepAliveTimeout: 65_000,
  headersTimeout: 20_000,
  // 25 MB over a slow line.
  requestTimeout: 300_000,
  connectionsCheckingInterval: 5_000,
}

function optionsFromEnv(): ServeOptions {
  const settings = env()
  if (!settings.DATABASE_URL) throw new Error('The server needs to know its database before it starts.')
  return {
    dir: resolve(dirname(import.meta.dirname)),
    distDir: settings.NEXT_DIST_DIR,
    host: settings.HOST,
    port: settings.PORT,
    siteUrl: settings.SITE_URL,
    databaseUrl: settings.DATABASE_URL,
    dataDir: resolve(settings.DATA_DIR),
    trustProxy: settings.TRUSTED_PROXY_HOPS,
    pageCacheMegabytes: settings.PAGE_CACHE_MB,
    worker: settings.WORKER === 'inline' ? 'here' : 'elsewhere',
    log: processLog(),
  }
}

/** The worker alone, for `npm run worker`. */
export function serveWorker(options: ServeOptions = optionsFromEnv()): { close: () => Promise<void> } {
  const worker = startWorker(options)
  return { close: worker.stop }
}

function startWorker({ databaseUrl, log }: ServeOptions): WorkerHost {
  return hostWorker({ connectionString: databaseUrl, tasks, crontab, log })
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host, backlog: 1_024 }, () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

async function closeAll(worker: WorkerHost | null, follower: Follower, pages: Pages): Promise<void> {
  await worker?.stop()
  await follower.stop()
  await pages.close()
}
