import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import { freshness, readerHeaders } from './headers.ts'
import { etagOf, type Header, precondition, withoutBody } from './page-cache/answer.ts'
import { askSite, takeHeaders } from './page-cache/fill.ts'
import { type Coding, chooseCoding, codings, readDate } from './page-cache/negotiate.ts'

export type StreamerOptions = {
  handler: RequestListener
  siteUrl: string
  /** How long the site may take until it begins to answer, in milliseconds; asked each time. */
  patience: () => number
}

// What the site may be ahead of a client who reads slowly.
const AHEAD = 65_536

/**
 * Answers a GET or HEAD with what the site writes, at the pace at which the client takes it: for what is too large to be kept, and cheap
 * to be written again. The site says its ETag and Last-Modified before it has made anything, so that whoever has it already is
 * answered at the cost of those. Resolves to the status of an answer that was not passed on: there is no such thing (404), or the
 * site could not begin (5xx).
 */
export function createStreamer(options: StreamerOptions) {
  const inner = createServer(options.handler)
  return async (request: IncomingMessage, response: ServerResponse, path: string): Promise<number | null> => {
    const source = await begin(() => askSite(inner, path, options.siteUrl, AHEAD), options.patience())
    if (source === null) return 504
    try {
      if (source.statusCode !== 200) return source.statusCode ?? 500
      await answer(request, response, source, options.siteUrl)
      return null
    } finally {
      // Also what tells the site that nobody reads on.
      source.socket.destroy()
    }
  }
}

function begin(ask: () => ReturnType<typeof askSite>, patience: number): Promise<IncomingMessage | null> {
  return new Promise(resolve => {
    const asking = ask()
    const timer = setTimeout(() => asking.destroy(new Error('The site has not begun to answer')), patience)
    const settle = (source: IncomingMessage | null) => {
      clearTimeout(timer)
      resolve(source)
    }
    asking.on('response', settle)
    asking.on('error', () => settle(null))
  })
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  source: IncomingMessage,
  siteUrl: string,
): Promise<void> {
  const { headers } = request
  const coding = chooseCoding(headers['accept-encoding'], true)
  if (coding === null) {
    response.writeHead(406, REFUSED).end()
    return
  }
  const { etag: opaque = '', 'last-modified': modified } = source.headers
  const digest = opaque.replace(/^"|"$/g, '')
  const etag = etagOf(digest, coding)
  const known = {
    etag,
    etags: codings.map(each => etagOf(digest, each)),
    lastModified: modified ? readDate(modified) : null,
  }
  const status = precondition(headers, known)
  const all: Header[] = [
    ...takeHeaders(source.headers),
    ...readerHeaders(siteUrl).filter(([name]) => name !== 'Speculation-Rules'),
    ...freshness(200),
    ['Vary', 'Accept-Encoding'],
    ['ETag', etag],
    ...(modified ? [['Last-Modified', modified] as const] : []),
    ...(coding === 'identity' ? [] : [['Content-Encoding', coding] as const]),
  ]
  if (status === 412) response.writeHead(412, REFUSED).end()
  else if (status === 304) response.writeHead(304, withoutBody(all).flat()).end()
  else if (request.method === 'HEAD') response.writeHead(200, all.flat()).end()
  else {
    response.writeHead(200, all.flat())
    // A reader who goes away in the middle is no error of ours; a site that breaks off must not look like an end.
    await pipeline([source, ...compressor(coding), response]).catch(() => response.destroy())
  }
}

const REFUSED = ['Content-Length', '0', 'Cache-Control', 'no-store']

/** Written each time anew, so at a quality that keeps up with the site rather than at the best. */
function compressor(coding: Coding): Transform[] {
  if (coding === 'gzip') return [createGzip({ level: 6 })]
  if (coding === 'br') return [createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })]
  return []
}
