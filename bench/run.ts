import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { writePart } from './document.ts'
import { nginxServer, ourServer, prerenderedServer } from './servers.ts'
import { type Load, load } from './wrk.ts'

// npm run bench: our server, `next start` with the same page prerendered, and nginx with the same bytes, one after the other on one core each
// time, with the load on the other. Only the ratios travel from machine to machine. With --write the result goes to docs/benchmarks.md.

const root = join(import.meta.dirname, '..')
const folder = join(root, '.test/bench')
const page = '/reviews/her'

for (const [program, name] of [
  ['wrk', 'wrk'],
  ['nginx', 'nginx-light'],
  ['taskset', 'util-linux'],
] as const) {
  if (spawnSync('which', [program]).status !== 0) {
    console.error(`The benchmark needs ${program}: apt-get install -y ${name}`)
    process.exit(1)
  }
}
mkdirSync(folder, { recursive: true })

const ours = await ourServer(folder)
const cold = await coldRenders(ours.url, ours.purge)
const gzip = Buffer.from(await (await fetchGzip(ours.url + page)).arrayBuffer())
const weights = await weigh(ours.url)
const cached = load(ours.url + page)
const memory = ours.memoryMegabytes()
const article = ours.article
await ours.stop()

const next = await prerenderedServer(folder, article)
const prerendered = load(next.url)
await next.stop()

const nginx = await nginxServer(folder, gzip)
const file = load(nginx.url)
await nginx.stop()

report()

/** Milliseconds from request to last byte for a page that nothing has kept, twenty times. */
async function coldRenders(url: string, purge: () => Promise<void>): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < 21; round++) {
    await purge()
    const started = performance.now()
    await (await fetch(url + page)).text()
    times.push(performance.now() - started)
  }
  // The first one compiles.
  return times.slice(1).sort((a, b) => a - b)
}

async function weigh(url: string): Promise<[string, number][]> {
  const pages = [
    '/',
    page,
    '/works/her',
    '/people/scarlett-johansson',
    '/critics/rosalind-petrakis',
    '/sections/film',
    '/reviews',
    '/archive/2014',
  ]
  return Promise.all(
    pages.map(
      async (path): Promise<[string, number]> => [
        path,
        Number((await fetchGzip(url + path)).headers.get('content-length')),
      ],
    ),
  )
}

/** As it is on the wire: undici would unpack it. */
function fetchGzip(url: string): Promise<Response> {
  const { stdout } = spawnSync('curl', ['-s', '-i', '-H', 'Accept-Encoding: gzip', url], {
    maxBuffer: 64 * 1024 * 1024,
  })
  const split = stdout.indexOf('\r\n\r\n')
  const length = /content-length: (\d+)/i.exec(stdout.subarray(0, split).toString())?.[1] ?? '0'
  return Promise.resolve(new Response(stdout.subarray(split + 4), { headers: { 'content-length': length } }))
}

function report(): void {
  const row = (name: string, { perSecond, p50, p99 }: Load) =>
    `| ${name} | ${Math.round(perSecond).toLocaleString('en')} | ${p50.toFixed(1)} ms | ${p99.toFixed(1)} ms | ${(perSecond / prerendered.perSecond).toFixed(1)} | ${(perSecond / file.perSecond).toFixed(2)} |`
  const median = cold[Math.floor(cold.length / 2)] ?? 0
  const text = `# Benchmarks

Made by \`npm run bench -- --write\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}. Each
server in turn on one core, \`wrk\` with 32 connections on another, 10 seconds, \`Accept-Encoding: gzip\`, the review of *Her* of the demo. Only
ratios travel between machines.

| server | requests per second | median | p99 | × \`next start\` | × nginx |
|---|---|---|---|---|---|
${row('Out of Five, page in memory', cached)}
${row('`next start`, same components prerendered', prerendered)}
${row('nginx, one worker, the same bytes as a gzipped file', file)}

- Cold: a page that nothing has kept takes ${median.toFixed(0)} ms (median of 20 after a purge; slowest ${(cold.at(-1) ?? 0).toFixed(0)} ms), rendering, rewriting and compressing included.
- Memory of the server process after the run, with Next, the worker and the page cache in it: ${memory} MB.
- Documents as gzip: ${weights.map(([path, bytes]) => `\`${path}\` ${(bytes / 1024).toFixed(1)} KB`).join(', ')}. \`e2e/readers.spec.ts\` holds a whole review, with stylesheets, fonts and script,
  below 70 KB.
`
  console.log(`\n${text}`)
  if (process.argv.includes('--write')) writePart(text)
  writeFileSync(join(folder, 'last.json'), JSON.stringify({ cached, prerendered, file, cold, memory }, null, 2))
}
