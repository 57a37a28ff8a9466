// node scripts/run.mjs <name> [arguments]: installs what is missing and runs scripts/<name>.ts under a current Node.
// Plain JavaScript without dependencies, because on a fresh clone there is nothing but npm and some Node >= 20.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..')
const bin = join(root, 'node_modules/.bin')
const [name = '', ...args] = process.argv.slice(2)
const script = join(root, 'scripts', `${name}.ts`)
// What a command prints may go into a pipe; what prepares it may not.
const PREPARATION = ['ignore', 2, 2]

if (!existsSync(script)) fail(`There is no scripts/${name}.ts. "npm run" lists the commands.`, 2)
if (major(process.versions.node) < 20) fail(`Node ${process.versions.node} is too old: 20 or newer is needed.`)
if (!isInstalled()) install()
const node = currentNode()
// The Prisma client is imported by nearly everything and is not in the repository.
if (spawnSync(node, [join(root, 'scripts/generate.ts')], { cwd: root, stdio: PREPARATION }).status !== 0)
  process.exit(1)
hand()

/** Everything that the lockfile wants is there, in that version. Packages for other platforms may be missing. */
function isInstalled() {
  try {
    const wanted = packages('package-lock.json')
    const present = packages('node_modules/.package-lock.json')
    return Object.entries(wanted).every(
      ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
    )
  } catch {
    return false
  }
}

function packages(file) {
  return JSON.parse(readFileSync(join(root, file), 'utf8')).packages
}

function install() {
  const started = Date.now()
  console.error('Installing packages (npm ci); the first time takes a minute or two')
  npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
  console.error(`Installed in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}

/** The Node from the `node` package; this one when that is missing and this is new enough to run TypeScript. */
function currentNode() {
  const own = join(bin, process.platform === 'win32' ? 'node.cmd' : 'node')
  if (works(own)) return own
  const [, minor] = process.versions.node.split('.').map(Number)
  if (major(process.versions.node) > 22 || (major(process.versions.node) === 22 && minor >= 18)) return process.execPath
  // The package's install step was skipped (`--ignore-scripts`, or a policy): do its work now.
  npm(['rebuild', 'node', '--loglevel=error'])
  if (works(own)) return own
  return fail(
    `This needs Node 22.18 or newer to run, and the "node" package could not bring one. Install Node 24 or newer, then try again.`,
  )
}

function works(node) {
  return existsSync(node) && spawnSync(node, ['--version']).status === 0
}

function npm(options) {
  // The npm that called us, so that its version and settings stay the same.
  const cli = process.env.npm_execpath
  const [command, first] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []]
  const { status } = spawnSync(command, [...first, ...options], { cwd: root, stdio: PREPARATION })
  if (status !== 0)
    fail(
      `npm ${options[0]} failed. Its own message is above: usually the network, a full disk, or a folder that is not yours.`,
    )
}

/** Runs the script and ends as it ends. Signals go to it, so that it can stop the server before the database. */
function hand() {
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` }
  const child = spawn(node, [script, ...args], { cwd: root, env, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', error => fail(`${node} could not be started: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}

function major(version) {
  return Number(version.split('.')[0])
}

function fail(message, code = 1) {
  console.error(message)
  process.exit(code)
}
