import { statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import pg from 'pg'
import { z } from 'zod'
import { migrationStatus } from '#lib/db/migrate.ts'
import { describeEnv, env } from '#lib/env.ts'
import { storage } from '#lib/storage/open.ts'
import { main } from './console.ts'
import { checkServer, withDatabase } from './database.ts'
import { brokenInvariants } from './invariants.ts'
import { lockHolder } from './lock.ts'
import { signalled } from './shutdown.ts'
import { isBuilt } from './site-build.ts'

// npm run doctor         looks at everything and says what to do; code 1 when something is wrong
// npm run doctor -- env  prints the table of environment variables for the README
// npm run doctor -- database  prints the database's address, password included, for pg_dump and psql; when no server runs
//                             it starts the embedded database and keeps it up until Ctrl-C

type Finding = { ok: boolean; says: string }
const well = (says: string): Finding => ({ ok: true, says })
const wrong = (says: string): Finding => ({ ok: false, says })

main(async () => {
  if (process.argv[2] === 'env') return printEnvironment()
  if (process.argv[2] === 'database') return printDatabase()
  const settings = env()
  console.log(`Node ${process.versions.node}, data in ${settings.DATA_DIR}, site at ${settings.SITE_URL}`)
  const before = await Promise.all([node(), disk(), secrets(), server(), build(), mail(), pictures()])
  const database = await withDatabase('npm run doctor', examineDatabase, { migrated: false }).catch(error => [
    wrong(error instanceof Error ? error.message : String(error)),
  ])
  const findings = [...before, ...database]
  for (const { ok, says } of findings) console.log(`  ${ok ? '✓' : '✗'} ${says}`)
  const problems = findings.filter(({ ok }) => !ok).length
  console.log(problems === 0 ? '\nAll is well.' : `\n${problems} to look at; docs/runbook.md has the steps.`)
  return problems === 0 ? 0 : 1
})

async function node(): Promise<Finding> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return well(`Node ${process.versions.node}`)
  return wrong(
    `Node ${process.versions.node} is too old for the server: 22.18 is needed. Run it through npm, which brings its own.`,
  )
}

async function disk(): Promise<Finding> {
  const { bavail, bsize } = statfsSync('.')
  const free = Math.round((bavail * bsize) / 1024 ** 2)
  return free > 1_000
    ? well(`${Math.round(free / 1024)} GB free`)
    : wrong(`Only ${free} MB are free. Make room before uploads and the database fail.`)
}

async function secrets(): Promise<Finding> {
  const file = join(env().DATA_DIR, 'secrets.json')
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found) return well('No secrets yet; the first start makes them')
  const mode = (found.mode & 0o777).toString(8)
  return mode === '600'
    ? well('Secrets are readable by their owner only')
    : wrong(`${file} has mode ${mode}: chmod 600 ${file}`)
}

async function server(): Promise<Finding> {
  const holder = lockHolder(env().DATA_DIR)
  if (!holder) return well('No server is running on this data folder')
  const url = `http://localhost:${env().PORT}/ready`
  const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => null)
  if (answer?.ok) return well(`The server runs (process ${holder.pid}) and is ready`)
  const says = answer ? await answer.text() : 'no answer'
  return wrong(`"${holder.command}" runs (process ${holder.pid}), and ${url} says: ${says}`)
}

async function build(): Promise<Finding> {
  return isBuilt()
    ? well('The build is of these sources')
    : wrong('The sources changed since the last build; npm start builds them')
}

async function mail(): Promise<Finding> {
  const { SMTP_URL } = env()
  if (!SMTP_URL) return well('No mail server (SMTP_URL); a forgotten password is set with npm run user -- password')
  const transport = nodemailer.createTransport({ url: SMTP_URL, connectionTimeout: 10_000 })
  try {
    await transport.verify()
    return well(`The mail server ${new URL(SMTP_URL).hostname} takes our mail`)
  } catch (error) {
    return wrong(
      `The mail server ${new URL(SMTP_URL).hostname} does not: ${error instanceof Error ? error.message : error}. Check SMTP_URL.`,
    )
  } finally {
    transport.close()
  }
}

/** Whether the place where pictures lie answers; that everything is there is said by the invariants. */
async function pictures(): Promise<Finding> {
  const { place, stat } = storage()
  try {
    await stat('media/doctor-400.webp')
    return well(`Pictures lie in ${place}`)
  } catch (error) {
    return wrong(`${error instanceof Error ? error.message : error}. Check the S3_ variables and the bucket.`)
  }
}

async function examineDatabase(url: string): Promise<Finding[]> {
  const { version } = await checkServer(url)
  const findings = [well(`PostgreSQL ${Math.floor(version / 10_000)}`), await migrations(url)]
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  try {
    findings.push(await clock(pool))
    const broken = findings.some(({ ok, says }) => !ok && says.startsWith('Migrations'))
      ? []
      : await brokenInvariants(pool, env().DATA_DIR).catch(error => [String(error)])
    return [...findings, ...(broken.length === 0 ? [well('The publication agrees with itself')] : broken.map(wrong))]
  } finally {
    await pool.end()
  }
}

async function migrations(url: string): Promise<Finding> {
  const { applied, ...open } = await migrationStatus(url)
  const told = Object.entries(open).flatMap(([state, names]) => names.map(name => `${name} is ${state}`))
  return told.length === 0
    ? well(`${applied.length} migrations applied`)
    : wrong(`Migrations: ${told.join(', ')}. Run npm run migrate.`)
}

/** Schedules run by the database's clock; a wrong one here only confuses logs and people. */
async function clock(pool: pg.Pool): Promise<Finding> {
  const { rows } = await pool.query('SELECT extract(epoch FROM clock_timestamp())::float8 AS now')
  const skew = Date.now() / 1000 - z.object({ now: z.number() }).parse(rows[0]).now
  const told = `${Math.abs(skew).toFixed(1)} s ${skew > 0 ? 'ahead of' : 'behind'} the database's`
  return Math.abs(skew) < 5
    ? well('The clock agrees with the database')
    : wrong(`This machine's clock is ${told}. Switch on time synchronisation.`)
}

async function printDatabase(): Promise<number> {
  const isUp = Boolean(env().DATABASE_URL) || lockHolder(env().DATA_DIR) !== null
  const hold = async (url: string) => {
    console.log(url)
    if (isUp) return
    console.error('The embedded database is up for you. Ctrl-C stops it.')
    await signalled()
  }
  await withDatabase('npm run doctor', hold, { migrated: false })
  return 0
}

function printEnvironment(): number {
  console.log('| Variable | Default | |\n|---|---|---|')
  for (const { name, initial, description } of describeEnv())
    console.log(`| \`${name}\` | ${initial && `\`${initial}\``} | ${description} |`)
  return 0
}
