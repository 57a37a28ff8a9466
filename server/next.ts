import { readFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import { join } from 'node:path'
import next from 'next'
import { nameBuild } from '#lib/build.ts'
import type { Logger } from '#lib/log.ts'

export type Site = { handler: RequestListener; buildId: string; close: () => Promise<void> }

/** Next's production server, as a function that answers requests. */
export async function startNext(options: { dir: string; distDir: string; log: Logger }): Promise<Site> {
  const { dir, distDir, log } = options
  // Next listens for upgrades on whatever server it first sees. There is nothing to upgrade to, so it is shown another.
  const app = next({ dev: false, dir, httpServer: createServer() })
  await app.prepare()
  const handle = app.getRequestHandler()
  const handler: RequestListener = (request, response) => {
    handle(request, response).catch((error: unknown) => {
      log.error({ err: error, method: request.method }, 'Next could not answer')
      if (!response.headersSent) response.writeHead(500, ['Content-Length', '0'])
      response.end()
    })
  }
  const buildId = (await readFile(join(dir, distDir, 'BUILD_ID'), 'utf8')).trim()
  nameBuild(buildId)
  return { handler, buildId, close: () => app.close() }
}
