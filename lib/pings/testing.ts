import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

export interface Heard {
  /** Milliseconds since 1970. */
  at: number
  path: string
  headers: IncomingHttpHeaders
  body: string
}

/** What a service answers: a status, and a Retry-After where there is one; `hang` never answers, `cut` hangs up. */
export type ServiceAnswer = { status: number; retryAfter?: string; location?: string } | 'hang' | 'cut'

/** A service on this machine that is told of changes: keeps what it hears, and answers in turn what it was told to, then 200. */
export async function startService() {
  const service = { heard: [] as Heard[], answers: [] as ServiceAnswer[], url: '' }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = await request.toArray()
    const { url: path = '', headers } = request
    service.heard.push({ at: Date.now(), path, headers, body: Buffer.concat(chunks).toString() })
    const answer = service.answers.shift() ?? { status: 200 }
    if (answer === 'hang') return
    if (answer === 'cut') return request.socket.destroy()
    const { status, retryAfter, location } = answer
    response.writeHead(status, {
      ...(retryAfter && { 'Retry-After': retryAfter }),
      ...(location && { Location: location }),
    })
    response.end('An answer that nobody reads')
  })
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  service.url = `http://127.0.0.1:${portOf(server.address())}/`
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return service
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address ? address.port : 0
}
