import { readdir, readFile, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, relative, sep } from 'node:path'
import { assetHeaders, IMMUTABLE, SPECULATION_RULES_PATH, speculationRules } from './headers.ts'
import { readTarget } from './malformed.ts'
import { type Answer, compress, type Header, makeAnswer } from './page-cache/answer.ts'
import { sendFile } from './send-file.ts'

/** `file` holds the content, or, where that is given, the code that writes it: either way it dates it. */
type Asset = { file: string; content: string | null; type: string; cacheControl: string }

export type Assets = {
  /** A finished answer by the address as it was asked for; undefined before the first time. */
  ready: (url: string | undefined) => Answer | undefined
  has: (path: string) => boolean
  /** Answers a GET or HEAD of an asset, finishing it on the first time. */
  serve: (
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    send: (answer: Answer) => void,
  ) => Promise<void>
}

// Larger ones are streamed as they are: what is worth compressing is never that large.
const LARGEST_KEPT = 4 * 1_048_576

/**
 * The files of the build and of public/, compressed once and kept: together a few megabytes. They are listed at the
 * start, so nothing that a request says is ever joined to a path.
 */
export async function openAssets(options: { dir: string; distDir: string; siteUrl: string }): Promise<Assets> {
  const assets = new Map<string, Asset>()
  const built = join(options.dir, options.distDir, 'static')
  await list(join(options.dir, 'public'), '', assets, publicFreshness)
  await list(built, '/_next/static', assets, () => IMMUTABLE)
  assets.set(SPECULATION_RULES_PATH, {
    file: join(import.meta.dirname, 'headers.ts'),
    content: speculationRules,
    type: 'application/speculationrules+json',
    cacheControl: 'public, max-age=86400',
  })
  const finished = new Map<string, Answer>()
  const making = new Map<string, Promise<Answer>>()

  const finish = async (path: string, asset: Asset): Promise<Answer> => {
    const body = asset.content === null ? await readFile(asset.file) : Buffer.from(asset.content)
    const { mtime } = await stat(asset.file)
    const headers: Header[] = [
      ['Content-Type', asset.type],
      ['Last-Modified', mtime.toUTCString()],
      ...assetHeaders(options.siteUrl, asset.cacheControl),
    ]
    const answer = makeAnswer(200, headers, await compress(body, asset.type))
    finished.set(path, answer)
    return answer
  }

  return {
    ready: url => finished.get(url ?? ''),
    has: path => assets.has(path),
    serve: async (request, response, path, send) => {
      const asset = assets.get(path)
      if (!asset) return
      if (asset.content === null && (await stat(asset.file)).size > LARGEST_KEPT) {
        const headers = assetHeaders(options.siteUrl, asset.cacheControl)
        await sendFile(request, response, asset.file, [['Content-Type', asset.type], ...headers])
        return
      }
      const made = making.get(path) ?? finish(path, asset).finally(() => making.delete(path))
      making.set(path, made)
      send(finished.get(path) ?? (await made))
    },
  }
}

async function list(
  folder: string,
  prefix: string,
  into: Map<string, Asset>,
  freshness: (name: string) => string,
): Promise<void> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of found) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    const name = relative(folder, file).split(sep).map(encodeURIComponent).join('/')
    // The same spelling as in requests; files with a dot in front are refused there. Source maps are nobody's business.
    const target = readTarget(`${prefix}/${name}`, '')
    if (!target.ok || entry.name.endsWith('.map')) continue
    into.set(target.path, { file, content: null, type: typeOf(entry.name), cacheControl: freshness(entry.name) })
  }
}

/** A name with a hash in it never means something else; the rest may change with a release. */
function publicFreshness(name: string): string {
  if (/[.-](?=[\da-z]*\d)[\da-z]{8,}\.\w+$/i.test(name)) return IMMUTABLE
  return name.endsWith('.woff2') ? 'public, max-age=2592000' : 'public, max-age=3600, stale-while-revalidate=86400'
}

const TYPES = new Map([
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json'],
  ['.webmanifest', 'application/manifest+json'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.xml', 'application/xml'],
  ['.html', 'text/html; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.webp', 'image/webp'],
  ['.ico', 'image/x-icon'],
  ['.gif', 'image/gif'],
  ['.woff2', 'font/woff2'],
  ['.woff', 'font/woff'],
  ['.ttf', 'font/ttf'],
  ['.wasm', 'application/wasm'],
])

function typeOf(name: string): string {
  return TYPES.get(extname(name).toLowerCase()) ?? 'application/octet-stream'
}
