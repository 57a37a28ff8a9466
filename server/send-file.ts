import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Header } from './page-cache/answer.ts'
import { matchesAny, readDate } from './page-cache/negotiate.ts'

/**
 * Streams a file as it is, or the part of it that was asked for, to a GET or HEAD; false where there is no such file. `etag` is for files that are
 * known by their name; otherwise size and date make one.
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  headers: Header[],
  named?: string,
): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) return false
  const modified = new Date(found.mtimeMs)
  const etag = named ?? `"${found.size.toString(36)}-${Math.floor(found.mtimeMs).toString(36)}"`
  const all = [...headers.flat(), 'Accept-Ranges', 'bytes', 'ETag', etag, 'Last-Modified', modified.toUTCString()]
  if (isUnchanged(request, etag, modified)) {
    response.writeHead(304, withoutType(all)).end()
    return true
  }
  const range = rangeOf(request, etag, found.size)
  if (range === 'outside') {
    response
      .writeHead(416, [...withoutType(all), 'Content-Range', `bytes */${found.size}`, 'Content-Length', '0'])
      .end()
    return true
  }
  const { start, end } = range ?? { start: 0, end: found.size - 1 }
  if (range) all.push('Content-Range', `bytes ${start}-${end}/${found.size}`)
  all.push('Content-Length', String(end - start + 1))
  const status = range ? 206 : 200
  if (request.method === 'HEAD' || found.size === 0) {
    response.writeHead(status, all).end()
    return true
  }
  // Opened before anything is said, so that a file which cannot be read is still an honest error.
  const file = await open(path)
  response.writeHead(status, all)
  const body = createReadStream('', { fd: file, start, end })
  // A reader who goes away in the middle is no error of ours.
  await pipeline(body, response).catch(() => response.destroy())
  return true
}

/**
 * The one part of the file that is asked for; null is all of it, which is also the answer to several parts at once, to nonsense, and to who has the
 * beginning of another file (RFC 9110 sections 13.1.5 and 14.2).
 */
function rangeOf(
  { method, headers }: IncomingMessage,
  etag: string,
  size: number,
): { start: number; end: number } | 'outside' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? '') ?? []
  if (method !== 'GET' || (first === '' && last === '')) return null
  const condition = headers['if-range']
  if (condition !== undefined && condition !== etag) return null
  if (first === '') {
    const length = Number(last)
    return length === 0 || size === 0 ? 'outside' : { start: Math.max(0, size - length), end: size - 1 }
  }
  const [start, end] = [Number(first), last === '' ? size - 1 : Math.min(Number(last), size - 1)]
  if (last !== '' && Number(last) < start) return null
  return start >= size ? 'outside' : { start, end }
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
