import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { closeDatabase } from '#lib/db/client.ts'
import { migrate } from '#lib/db/migrate.ts'
import { env } from '#lib/env.ts'
import { explain, step, Trouble } from './console.ts'
import { type DataDirectory, isRoot, openDataDirectory, writeAtomically } from './data-directory.ts'
import { setEnvironment, startDatabase, UnreachableDatabase } from './database.ts'
import { loadDemoOnce } from './first-demo.ts'
import { lockDataDirectory } from './lock.ts'
import { listenForSignals, onStop } from './shutdown.ts'

/** False when the database did not answer, and readers are served from the page cache until it does. */
export type Launched = { data: DataDirectory; hasDatabase: boolean }

/**
 * Everything before the server: settings, data folder, database, migrations, demo. What it starts is undone by `stop()`.
 * Cheap refusals come first, so that nobody waits for a build to hear that the port is taken.
 */
export async function launch(command: string): Promise<Launched> {
  listenForSignals()
  const settings = env()
  if (isRoot()) console.log('  ! Running as root. It works, and a user of its own would be safer.')
  const data = openDataDirectory(settings.DATA_DIR)
  const lock = lockDataDirectory(data.path, command)
  onStop(lock.release)
  onStop(() => stopDatabase())
  onStop(closeDatabase)
  await refuseTakenPort(settings.PORT, settings.HOST)
  return { data, hasDatabase: await reachDatabase(data) }
}

let stopDatabase = async () => {}

/** After a start without the database: does what was left out as soon as it answers, and then `work`. */
export function whenDatabaseAnswers(data: DataDirectory, work: () => Promise<void>): void {
  const attempt = async () => {
    try {
      await prepareDatabase(data)
      console.log('The database answers again.')
      await work()
    } catch (error) {
      if (!(error instanceof UnreachableDatabase)) console.error(explain(error))
      setTimeout(attempt, 5_000).unref()
    }
  }
  setTimeout(attempt, 5_000).unref()
}

async function prepareDatabase(data: DataDirectory): Promise<void> {
  const what = env().DATABASE_URL ? 'Database reached' : 'PostgreSQL started'
  const database = await step(what, () => startDatabase(data))
  stopDatabase = database.stop
  setEnvironment(data, database.url)
  const applied = await step('Database up to date', () =>
    migrate(database.url, { progress: line => console.log(`    ${line}`) }),
  )
  if (applied.length > 0) console.log(`    ${applied.length} migration${applied.length === 1 ? '' : 's'} applied`)
  await loadDemoOnce(database.url, data.path)
  writeAtomically(markerOf(data), { startedAt: new Date().toISOString() })
}

/** False when the database does not answer and the publication can go on without it for a while. */
async function reachDatabase(data: DataDirectory): Promise<boolean> {
  try {
    await prepareDatabase(data)
    return true
  } catch (error) {
    const url = env().DATABASE_URL
    // A publication that has run before goes on serving the pages that it has; a first start has nothing to serve.
    if (!(error instanceof UnreachableDatabase) || !url || !existsSync(markerOf(data))) throw error
    console.error(`  ! ${error.message}\n    Starting without it: known pages are served as they were, the desk waits.`)
    setEnvironment(data, url)
    return false
  }
}

const markerOf = ({ path }: DataDirectory) => join(path, 'instance.json')

async function refuseTakenPort(port: number, host: string): Promise<void> {
  const code = await new Promise<string | undefined>(resolve => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    probe.listen(port, host, () => probe.close(() => resolve(undefined)))
  })
  if (code === undefined) return
  if (code === 'EADDRINUSE')
    throw new Trouble(
      `Port ${port} is already in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
    )
  if (code === 'EACCES')
    throw new Trouble(
      `This user may not listen on port ${port}; ports below 1024 need more rights. Try PORT=3000 npm start`,
    )
  throw new Trouble(`The server cannot listen on ${host}:${port} (${code}). Check HOST and PORT.`)
}
