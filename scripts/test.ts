import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '#lib/db/embedded.ts'
import { ensureChromium } from './chromium.ts'
import { main, seconds, Trouble } from './console.ts'
import { listenForSignals, onStop } from './shutdown.ts'
import { add, type Count, countPlaywright, countReport, countVitest, sentence } from './test-report.ts'

// npm test [-- types|lint|unit|db|e2e …]: everything that has to be true, with one count at the end.

const root = join(import.meta.dirname, '..')
const reports = join(root, '.test/reports')
const tool = (name: string) => join(root, 'node_modules/.bin', name)

const parts = new Map<string, () => Promise<Count>>([
  ['types', types],
  ['lint', () => once('biome', ['ci', '.'])],
  ['unit', () => vitest('unit')],
  ['db', () => vitest('db')],
  ['e2e', e2e],
])

main(async () => {
  Object.assign(process.env, { NEXT_TELEMETRY_DISABLED: '1' })
  const wanted = process.argv.slice(2)
  const unknown = wanted.find(name => !parts.has(name))
  if (unknown) throw new Trouble(`There is no part "${unknown}"; the parts are ${[...parts.keys()].join(', ')}.`)
  listenForSignals()
  mkdirSync(reports, { recursive: true })
  const counts: Count[] = []
  const lines: string[] = []
  for (const [name, part] of parts) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    console.log(`\n── ${name} ${'─'.repeat(70 - name.length)}`)
    const started = performance.now()
    const count = await part().catch(crashed)
    counts.push(count)
    lines.push(`${name.padEnd(8)} ${sentence(count)}  (${seconds(performance.now() - started)})`)
  }
  const total = add(counts)
  console.log(`\n${lines.join('\n')}\n\n${sentence(total)}`)
  return total.failed > 0 || total.passed === 0 ? 1 : 0
})

function crashed(error: unknown): Count {
  console.error(error instanceof Error ? error.message : error)
  return { passed: 0, failed: 1, skipped: 0 }
}

/** What a page may be given follows from the folders, and is written down by Next before the compiler can know it. */
async function types(): Promise<Count> {
  const code = await finished(run('next', ['typegen']))
  return code === 0 ? once('tsc', ['--noEmit']) : { passed: 0, failed: 1, skipped: 0 }
}

/** A tool that either passes or fails as a whole. */
async function once(name: string, args: string[]): Promise<Count> {
  const code = await finished(run(name, args))
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

async function vitest(project: 'unit' | 'db'): Promise<Count> {
  const file = freshReport(project)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await finished(run('vitest', ['run', '--project', project, ...reporters]))
  return countReport(file, code, countVitest)
}

/** Playwright against the production server, on a publication of its own that is made by `npm start` as anybody's is. */
async function e2e(): Promise<Count> {
  const chromium = ensureChromium(tool('playwright'))
  const { url, setupLink, dataDir, server } = await startServer()
  const file = freshReport('e2e')
  const variables = {
    BASE_URL: url,
    SETUP_LINK: setupLink,
    E2E_DATA_DIR: dataDir,
    PLAYWRIGHT_CHROMIUM: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  }
  const playwright = run('playwright', ['test', '--reporter=line,json'], variables)
  let isOver = false
  server.once('exit', () => {
    if (isOver) return
    console.error('\nThe server ended before the tests did; see .test/e2e-server.log')
    playwright.kill()
  })
  const code = await finished(playwright)
  isOver = true
  server.kill('SIGTERM')
  const end = await finished(server)
  if (end !== 0) console.error(`The server ended with code ${end}; see .test/e2e-server.log`)
  // A server that does not stop as it should is a failure of the product.
  return countReport(file, code || end, countPlaywright)
}

type Started = { url: string; setupLink: string; dataDir: string; server: ChildProcess }

async function startServer(): Promise<Started> {
  const dataDir = join(root, '.test/e2e')
  rmSync(dataDir, { recursive: true, force: true })
  const log = join(root, '.test/e2e-server.log')
  const port = await freePort()
  const url = `http://localhost:${port}`
  const variables = {
    PORT: String(port),
    SITE_URL: url,
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    SMTP_URL: '',
    DEMO: '1',
    // Notices of changes stay on this machine.
    ALLOW_PRIVATE_HOSTS: '1',
    INDEXNOW_ENDPOINT: 'http://127.0.0.1:9/indexnow',
  }
  const server = spawn(process.execPath, [join(root, 'scripts/start.ts')], {
    cwd: root,
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onStop(() => void server.kill())
  const output = createWriteStream(log)
  server.stdout.pipe(output, { end: false })
  server.stderr.pipe(output, { end: false })
  console.log('Building and starting the server on the demo publication')
  const said = await untilReady(server)
  if (said === null) throw new Error(`The server did not start:\n${existsSync(log) ? readFileSync(log, 'utf8') : ''}`)
  return { url, setupLink: /Set up your publication: (\S+)/.exec(said)?.[1] ?? '', dataDir, server }
}

/** What the server said until it was ready, the setup link included; null when it ended before. */
function untilReady(server: ChildProcess): Promise<string | null> {
  return new Promise(resolve => {
    let said = ''
    server.stdout?.on('data', chunk => {
      said += chunk
      if (said.includes('Ready on ') && /Set up your publication: \S+\n/.test(said)) resolve(said)
    })
    server.once('close', () => resolve(null))
  })
}

function freshReport(name: string): string {
  const file = join(reports, `${name}.json`)
  rmSync(file, { force: true })
  return file
}

function run(name: string, args: string[], variables: Record<string, string> = {}): ChildProcess {
  const child = spawn(process.execPath, [tool(name), ...args], {
    cwd: root,
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  onStop(() => void child.kill())
  return child
}

function finished(child: ChildProcess): Promise<number> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode ?? 1)
  return new Promise((resolve, reject) => child.once('error', reject).once('close', code => resolve(code ?? 1)))
}
