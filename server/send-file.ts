import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Header } from './page-cache/answer.ts'
import { matchesAny, readDate } from './page-cache/negotiate.ts'

/** Streams a file as it is, to a GET or HEAD; false where there is no such file. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  headers: Header[],
): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) return false
  const modified = new Date(found.mtimeMs)
  const etag = `"${found.size.toString(36)}-${Math.floor(found.mtimeMs).toString(36)}"`
  const all = [...headers.flat(), 'ETag', etag, 'Last-Modified', modified.toUTCString()]
  if (isUnchanged(request, etag, modified)) {
    response.writeHead(304, withoutType(all)).end()
    return true
  }
  all.push('Content-Length', String(found.size))
  if (request.method === 'HEAD' || found.size === 0) {
    response.writeHead(200, all).end()
    return true
  }
  // Opened before anything is said, so that a file which cannot be read is still an honest error.
  const file = await open(path)
  response.writeHead(200, all)
  const body = createReadStream('', { fd: file, end: found.size - 1 })
  // A reader who goes away in the middle is no error of ours.
  await pipeline(body, response).catch(() => response.destroy())
  return true
}

function isUnchanged({ headers }: IncomingMessage, etag: string, modified: Date): boolean {
  const none = headers['if-none-match']
  if (none !== undefined) return matchesAny(none, etag)
  const since = readDate(headers['if-modified-since'] ?? '')
  return since !== null && Math.floor(modified.getTime() / 1_000) * 1_000 <= since
}

function withoutType(headers: string[]): string[] {
  const at = headers.findIndex((name, index) => index % 2 === 0 && name === 'Content-Type')
  return at < 0 ? headers : headers.toSpliced(at, 2)
}
