import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { env } from '#lib/env.ts'
import { step, Trouble } from './console.ts'
import { onStop } from './shutdown.ts'

const root = join(import.meta.dirname, '..')

/** Next's production build, when its sources changed. Needs no database. */
export async function build({ force = false } = {}): Promise<void> {
  if (isBuilt() && !force) return
  const sources = hashOfSources()
  await step(
    'Site built',
    async () => {
      // A build that is interrupted must not pass for the one before it.
      rmSync(stampFile(), { force: true })
      await run('next', ['build'], { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' })
      writeFileSync(stampFile(), sources)
    },
    'Building the site; about a minute the first time',
  )
}

/** Whether the build that is there was made of the sources that are there. */
export function isBuilt(): boolean {
  return existsSync(join(root, env().NEXT_DIST_DIR, 'BUILD_ID')) && read(stampFile()) === hashOfSources()
}

const stampFile = () => join(root, env().NEXT_DIST_DIR, 'out-of-five-sources')

function hashOfSources(): string {
  const files = ['proxy.ts', 'instrumentation.ts', 'next.config.js', 'package-lock.json']
  return hashOf(['app', 'components', 'lib', 'public', 'prisma/schema', ...files])
}

/** lib/db/generated, from prisma/schema, when that changed. */
export async function generateClient(): Promise<void> {
  const stamp = join(root, 'lib/db/generated/out-of-five-schema')
  const schema = hashOf(['prisma/schema', 'package-lock.json'])
  if (read(stamp) === schema) return
  await step('Database client made', async () => {
    // `generate` does not use the schema engine but insists on finding one; any existing file keeps it from downloading.
    await run('prisma', ['generate'], {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    })
    writeFileSync(stamp, schema)
  })
}

/** One hash of the contents of files and folders; tests and what is generated do not count. */
function hashOf(paths: string[]): string {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(path => filesOf(join(root, path))).sort())
    hash.update(`${relative(root, file)}\0`).update(readFileSync(file))
  return hash.digest('hex')
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) return []
  if (path.endsWith('generated') || /\.test\.tsx?$/.test(path)) return []
  try {
    return readdirSync(path).flatMap(name => filesOf(join(path, name)))
  } catch {
    return [path]
  }
}

function read(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** Runs a tool of node_modules/.bin quietly; what it said is shown when it fails. */
async function run(tool: string, args: string[], variables: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'node_modules/.bin', tool), ...args], {
    cwd: root,
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onStop(() => void child.kill())
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      said += chunk
    })
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  if (code === 0) return
  const advice = /ENOSPC|no space left/i.test(said) ? ' The disk is full: free some space and start again.' : ''
  throw new Trouble(`${said.trim()}\n\n"${tool} ${args.join(' ')}" failed.${advice}`)
}
