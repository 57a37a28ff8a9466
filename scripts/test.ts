import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { freePort } from '#lib/db/embedded.ts'
import { ensureChromium } from './chromium.ts'
import { main, seconds, Trouble } from './console.ts'
import { listenForSignals, onStop } from './shutdown.ts'

// npm test [-- types|lint|unit|db|e2e …]: everything that has to be true, with one count at the end.

const root = join(import.meta.dirname, '..')
const reports = join(root, '.test/reports')
const tool = (name: string) => join(root, 'node_modules/.bin', name)

type Count = { passed: number; failed: number; skipped: number }
type Part = () => Promise<Count>

const parts = new Map<string, Part>([
  ['types', () => once('tsc', ['--noEmit'])],
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
  const total: Count = { passed: 0, failed: 0, skipped: 0 }
  const lines: string[] = []
  for (const [name, part] of parts) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    console.log(`\n── ${name} ${'─'.repeat(70 - name.length)}`)
    const started = performance.now()
    const count = await part().catch(crashed)
    for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += count[key]
    lines.push(`${name.padEnd(8)} ${sentence(count)}  (${seconds(performance.now() - started)})`)
  }
  console.log(`\n${lines.join('\n')}\n\n${sentence(total)}`)
  return total.failed > 0 || total.passed === 0 ? 1 : 0
})

function sentence({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** A runner that falls over before it can count is one failure. */
function crashed(error: unknown): Count {
  console.error(error instanceof Error ? error.message : error)
  return { passed: 0, failed: 1, skipped: 0 }
}

/** A tool that either passes or fails as a whole. */
async function once(name: string, args: string[]): Promise<Count> {
  const code = await finished(run(name, args))
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})

async function vitest(project: 'unit' | 'db'): Promise<Count> {
  const file = freshReport(project)
  const code = await finished(
    run('vitest', ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]),
  )
  const report = vitestReport.parse(JSON.parse(readFileSync(file, 'utf8')))
  // A file that cannot even be read has no tests to count.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length
  const count = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  }
  return withExitCode(count, code)
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
})

/** Playwright against the production server, on a publication of its own that is made by `npm start` as anybody's is. */
async function e2e(): Promise<Count> {
  const chromium = ensureChromium(tool('playwright'))
  const { url, setupLink, dataDir, server } = await startServer()
  try {
    const file = freshReport('e2e')
    const variables = {
      BASE_URL: url,
      SETUP_LINK: setupLink,
      E2E_DATA_DIR: dataDir,
      PLAYWRIGHT_CHROMIUM: chromium,
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    }
    const code = await finished(run('playwright', ['test', '--reporter=line,json'], variables))
    const { expected, unexpected, flaky, skipped } = playwrightReport.parse(
      JSON.parse(readFileSync(file, 'utf8')),
    ).stats
    return withExitCode({ passed: expected, failed: unexpected + flaky, skipped }, code)
  } finally {
    server.kill('SIGTERM')
    const code = await finished(server)
    if (code !== 0) console.error(`The server ended with code ${code}; see .test/e2e-server.log`)
  }
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
    LOG_LEVEL: 'info',
  }
  const server = spawn(process.execPath, [join(root, 'scripts/start.ts')], {
    cwd: root,
    env: { ...process.env, ...variables },
    stdio: 'pipe',
  })
  onStop(() => void server.kill())
  server.stdout.pipe(createWriteStream(log))
  server.stderr.pipe(createWriteStream(log, { flags: 'a' }))
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
    server.once('exit', () => resolve(null))
  })
}

/** An exit code that contradicts the counts (an unhandled error, a teardown that failed) is one failure more. */
function withExitCode(count: Count, code: number): Count {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
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
  if (child.exitCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve, reject) => child.once('error', reject).once('close', code => resolve(code ?? 1)))
}
