import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

export type Page = (request: IncomingMessage, response: ServerResponse) => void

/** The outside world on this machine: a server whose pages a test writes, by path; everything else is 404. Remembers what was asked. */
export async function startOutside(pages: Record<string, Page>) {
  const asked: { method: string; path: string; headers: IncomingMessage['headers'] }[] = []
  const server = createServer((request, response) => {
    const { method = '', url: path = '', headers } = request
    asked.push({ method, path, headers })
    const page = pages[path.split('?')[0] ?? '']
    if (page) page(request, response)
    else response.writeHead(404).end('Nothing here')
  })
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${portOf(server.address())}`, asked }
}

/** A page that says this. */
export function says(body: string | Buffer, type = 'text/html; charset=utf-8', status = 200): Page {
  return (_, response) => response.writeHead(status, { 'Content-Type': type }).end(body)
}

/** A page that has gone there. */
export function leadsTo(location: string, status = 301): Page {
  return (_, response) => response.writeHead(status, { Location: location }).end()
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address ? address.port : 0
}
