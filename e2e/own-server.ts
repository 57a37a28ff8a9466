import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { freePort, startPostgres } from '../lib/db/embedded.ts'

// A server and a database that belong to one file of journeys, which may stop, kill and fill them.

const root = join(import.meta.dirname, '..')
const password = 'of-these-journeys-only'

export class OwnServer {
  readonly url: string
  /** The one-time link that the first start prints. */
  setupLink = ''
  private readonly directory: string
  private readonly ports: { web: number; database: number }
  private postgres: Awaited<ReturnType<typeof startPostgres>> | null = null
  private process: ChildProcess | null = null

  private constructor(name: string, ports: { web: number; database: number }) {
    this.directory = join(root, '.test', name)
    this.ports = ports
    this.url = `http://localhost:${ports.web}`
  }

  /** A server of nothing but an owner to be made. */
  static async begin(name: string): Promise<OwnServer> {
    const own = new OwnServer(name, { web: await freePort(), database: await freePort() })
    rmSync(own.directory, { recursive: true, force: true })
    await own.startDatabase()
    await own.query('CREATE DATABASE journeys', 'postgres')
    await own.start()
    return own
  }

  async startDatabase(): Promise<void> {
    this.postgres = await startPostgres({
      directory: join(this.directory, 'postgres'),
      password,
      port: this.ports.database,
      disposable: true,
    })
  }

  async stopDatabase(): Promise<void> {
    await this.postgres?.stop()
  }

  async start(): Promise<void> {
    const server = spawn(process.execPath, [join(root, 'scripts/start.ts')], {
      cwd: root,
      env: this.environment(),
      stdio: ['ignore', 'pipe', 'inherit'],
      // Whatever it starts ends with it.
      detached: true,
    })
    this.process = server
    const said = await new Promise<string>((resolve, reject) => {
      let text = ''
      server.stdout.on('data', chunk => {
        text += chunk
        const isReady = text.includes('Ready on ')
        if (isReady && (this.setupLink || /Set up your publication: \S+\n/.test(text))) resolve(text)
      })
      server.once('exit', code => reject(new Error(`the server ended with ${code}:\n${text}`)))
    })
    this.setupLink ||= /Set up your publication: (\S+)/.exec(said)?.[1] ?? ''
  }

  /** SIGKILL is a power cut, SIGTERM an orderly end. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const { process: server } = this
    this.process = null
    if (!server?.pid || server.exitCode !== null) return
    const ended = once(server, 'exit')
    process.kill(-server.pid, signal)
    await ended
  }

  async close(): Promise<void> {
    await this.end('SIGKILL')
    await this.stopDatabase()
    rmSync(this.directory, { recursive: true, force: true })
  }

  /** Makes an account, as the operator does. */
  makeUser({
    name,
    email,
    role,
    password: own,
  }: {
    name: string
    email: string
    role: string
    password: string
  }): void {
    const script = join(root, 'scripts/user.ts')
    execFileSync(process.execPath, [script, 'create', '--email', email, '--name', name, '--role', role], {
      cwd: root,
      env: this.environment(),
      input: `${own}\n`,
      stdio: ['pipe', 'ignore', 'inherit'],
    })
  }

  async query<T extends pg.QueryResultRow>(sql: string, database = 'journeys', values: unknown[] = []): Promise<T[]> {
    const client = new pg.Client({ connectionString: this.postgres?.url(database) })
    await client.connect()
    try {
      return (await client.query<T>(sql, values)).rows
    } finally {
      await client.end()
    }
  }

  private environment(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      PORT: String(this.ports.web),
      SITE_URL: this.url,
      DATA_DIR: join(this.directory, 'data'),
      DATABASE_URL: this.postgres?.url('journeys'),
      DEMO: '0',
    }
  }
}
