import { mkdirSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { freePort, startPostgres } from '#lib/db/embedded.ts'
import { migrate } from '#lib/db/migrate.ts'
import { writePart } from './document.ts'
import { makeAddresses } from './sitemaps-data.ts'
import { startServer } from './started.ts'

// npm run bench -- sitemaps: the production server over a million live addresses, and a crawler that fetches all its sitemaps. Time, what
// the files are, and what the server's process takes up meanwhile. With --write the result goes to docs/benchmarks.md.

const directory = join(import.meta.dirname, '../.test/bench/sitemaps')
const limits = { urls: 50_000, bytes: 50_000_000 }
const say = (line: string) => console.log(line)

rmSync(directory, { recursive: true, force: true })
mkdirSync(directory, { recursive: true })
const postgres = await startPostgres({ directory, password: 'bench', port: await freePort(), disposable: true })
const database = postgres.url('postgres')
await migrate(database)
say('Making a million addresses')
await makeAddresses(database)
const server = await startServer({ DATABASE_URL: database, DATA_DIR: join(directory, 'data'), DEMO: '0' })
try {
  await measure()
} finally {
  await server.stop()
  await postgres.stop()
}

interface Fetched {
  status: number
  etag: string
  text: string
  wire: number
  ms: number
}

/** One request as crawlers make them: gzip, nothing kept. */
function request(path: string, headers: Record<string, string> = {}): Promise<Fetched> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    get(server.url + path, { headers: { 'accept-encoding': 'gzip', ...headers } }, response => {
      let wire = 0
      const chunks: Buffer[] = []
      const isZipped = response.headers['content-encoding'] === 'gzip'
      response.on('data', (chunk: Buffer) => {
        wire += chunk.length
      })
      const plain = isZipped ? response.pipe(createGunzip()) : response
      plain.on('data', (chunk: Buffer) => chunks.push(chunk))
      plain.on('error', reject)
      plain.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        const etag = response.headers.etag ?? ''
        resolve({ status: response.statusCode ?? 0, etag, text, wire, ms: performance.now() - began })
      })
    }).on('error', reject)
  })
}

async function measure(): Promise<void> {
  // What every server has done before the first crawler comes.
  for (const path of ['/', '/robots.txt', '/sitemaps/news.xml']) await request(path)
  const before = server.megabytes()
  const index = await request('/sitemap.xml')
  const paths = locations(index.text).map(url => url.slice(server.url.length))
  const oneByOne = await crawl(paths, 1)
  const afterOne = server.megabytes()
  const eight = await crawl(paths, 8)
  await check(oneByOne.files)
  const last = oneByOne.files.get('/sitemaps/pages-1.xml')
  const again = await request('/sitemaps/pages-1.xml', { 'if-none-match': last?.etag ?? '' })
  if (again.status !== 304) throw new Error(`A file that is known was answered ${again.status}`)
  const times = [...oneByOne.files.values()].map(({ ms }) => ms).sort((a, b) => a - b)
  const urls = [...oneByOne.files.values()].map(({ text }) => count(text))
  const bytes = [...oneByOne.files.values()].map(({ text }) => Buffer.byteLength(text))
  const seconds = (ms: number) => (ms / 1_000).toFixed(1)
  const of = (kind: string) => paths.filter(path => path.startsWith(`/sitemaps/${kind}`)).length
  report(`- 1,000,000 live addresses in ${of('pages')} files of pages, ${of('images')} of pictures and one of news; every address in exactly one file of pages.
  The fullest file has ${Math.max(...urls).toLocaleString('en')} addresses (${limits.urls.toLocaleString('en')} are allowed), the largest ${(Math.max(...bytes) / 1e6).toFixed(1)} MB (50 are allowed).
- All of them one after the other, as gzip: ${seconds(oneByOne.ms)} s; a file ${Math.round(times[Math.floor(times.length / 2)] ?? 0)} ms (median; slowest ${Math.round(times.at(-1) ?? 0)} ms). Eight at once: ${seconds(eight.ms)} s.
- The index, when nothing about it is known: ${Math.round(index.ms)} ms. A file that the crawler has already (304): ${Math.round(again.ms)} ms.
- Memory of the server process: ${before} MB before, at most ${oneByOne.peak} MB while all were fetched one after the other (${oneByOne.halves.join(' MB in the first half, ')} MB in the
  second), ${afterOne} MB after that, at most ${eight.peak} MB with eight at once (${eight.halves.join(' and ')} MB).`)
}

/** Fetches all files, so many at once, and watches the server's memory. `halves` are the peaks of the first and the second half. */
async function crawl(paths: string[], atOnce: number) {
  const files = new Map<string, Fetched>()
  const halves: [number, number] = [0, 0]
  const watch = setInterval(() => {
    const half = files.size < paths.length / 2 ? 0 : 1
    halves[half] = Math.max(halves[half], server.megabytes())
  }, 50)
  const began = performance.now()
  const queue = [...paths]
  const worker = async () => {
    for (let path = queue.shift(); path; path = queue.shift()) {
      const fetched = await request(path)
      if (fetched.status !== 200) throw new Error(`${path} was answered ${fetched.status}`)
      files.set(path, fetched)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  clearInterval(watch)
  return { files, ms: performance.now() - began, halves, peak: Math.max(...halves) }
}

/** The promises of the files, against the database itself. */
async function check(files: Map<string, Fetched>): Promise<void> {
  const listed = new Set<string>()
  let entries = 0
  for (const [path, { text }] of files) {
    if (count(text) > limits.urls || Buffer.byteLength(text) > limits.bytes) throw new Error(`${path} is too large`)
    if (!path.includes('/pages-')) continue
    for (const url of locations(text)) listed.add(url.slice(server.url.length))
    entries += count(text)
  }
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  const { rows } = await client.query<{ path: string }>(
    `SELECT path FROM address WHERE state = 'live' AND path NOT LIKE '/search%'`,
  )
  await client.end()
  const missing = rows.filter(({ path }) => !listed.has(path))
  if (missing.length > 0 || entries !== rows.length)
    throw new Error(
      `${entries} entries for ${rows.length} addresses; missing: ${missing.slice(0, 3).map(row => row.path)}`,
    )
}

function locations(xml: string): string[] {
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, location = '']) => location)
}

function count(xml: string): number {
  return xml.match(/<url>/g)?.length ?? 0
}

function report(lines: string): void {
  const text = `## Sitemaps of a million pages

Made by \`npm run bench -- sitemaps --write\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${cpus()[0]?.model.trim()}, server, PostgreSQL 18 and crawler side by side;
\`bench/sitemaps-data.ts\` makes the addresses.

${lines}
`
  say(`\n${text}`)
  if (process.argv.includes('--write')) writePart(text)
}
