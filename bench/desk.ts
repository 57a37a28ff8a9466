import { mkdirSync, rmSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { screens } from '#components/desk/screens/screens.ts'
import { hashPassword } from '#lib/auth/passwords.ts'
import { freePort, startPostgres } from '#lib/db/embedded.ts'
import { migrate, readMigrations } from '#lib/db/migrate.ts'
import { findChromium } from '../scripts/chromium.ts'
import { isRoot } from '../scripts/data-directory.ts'
import { makeArchive } from './archive-data.ts'
import { makeDesk } from './desk-data.ts'
import { writePart } from './document.ts'
import { startServer } from './started.ts'

// npm run bench -- desk: every screen of the desk, with 100,000 reviews and 200 people, asked of the production server as its owner: from the
// request to the last byte of its HTML, which is when everything on it is there. The first answer warms the server up; then five. With --write
// the result goes to docs/benchmarks.md.

const directory = join(import.meta.dirname, '../.test/bench/desk')
const reviews = 100_000
const rounds = 5
/** Milliseconds; what a screen may take. */
const limit = 300
const owner = { email: 'person-1@example.org', password: 'a lantern in the long grass' }
const say = (line: string) => console.log(line)

await measure()

async function measure(): Promise<void> {
  mkdirSync(directory, { recursive: true })
  const postgres = await startPostgres({ directory, password: 'bench', port: await freePort(), disposable: true })
  try {
    const database = await provide(postgres.url)
    const data = join(directory, 'data')
    rmSync(data, { recursive: true, force: true })
    // What is published at its time meanwhile would be measured too.
    const server = await startServer({ DATABASE_URL: database, DATA_DIR: data, DEMO: '0', WORKER: 'off' })
    try {
      await measureAll(server.url, await signIn(server.url), database)
    } finally {
      await server.stop()
    }
  } finally {
    await postgres.stop()
  }
}

/** The archive with its desk, made anew when the migrations are others than it was made with. */
async function provide(urlOf: (name: string) => string): Promise<string> {
  const name = `desk_${readMigrations().at(-1)?.checksum.slice(0, 12) ?? ''}`
  const there = await query(urlOf('postgres'), `SELECT 1 FROM pg_database WHERE datname = '${name}'`)
  if (there.length > 0) return urlOf(name)
  say(`Making ${reviews.toLocaleString('en')} reviews and their desk`)
  await query(urlOf('postgres'), `DROP DATABASE IF EXISTS unfinished WITH (FORCE)`)
  await query(urlOf('postgres'), 'CREATE DATABASE unfinished')
  await migrate(urlOf('unfinished'))
  await makeArchive(urlOf('unfinished'), reviews, say)
  await makeDesk(urlOf('unfinished'), say)
  const hash = await hashPassword(owner.password)
  await query(urlOf('unfinished'), `UPDATE app_user SET password_hash = '${hash}' WHERE email = '${owner.email}'`)
  await query(urlOf('postgres'), `ALTER DATABASE unfinished RENAME TO ${name}`)
  return urlOf(name)
}

/** The cookies of somebody who has signed in, as a header. */
async function signIn(url: string): Promise<string> {
  const { chromium } = await import('@playwright/test')
  const executablePath = findChromium()
  const browser = await chromium.launch({ chromiumSandbox: !isRoot(), ...(executablePath && { executablePath }) })
  try {
    const page = await browser.newPage()
    await page.goto(`${url}/desk/sign-in`)
    await page.getByLabel('Mail address').fill(owner.email)
    await page.getByLabel('Password', { exact: true }).fill(owner.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(/\/desk$/, { timeout: 60_000 })
    return (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  } finally {
    await browser.close()
  }
}

async function measureAll(url: string, cookie: string, database: string): Promise<void> {
  const rows: { path: string; name: string; median: number; longest: number }[] = []
  for (const { name, path } of await asked(database)) {
    const times: number[] = []
    for (let round = 0; round <= rounds; round++) {
      const began = performance.now()
      const response = await fetch(url + path, { headers: { cookie }, redirect: 'manual' })
      await response.text()
      // What gives up was not quick.
      if (response.status !== 200) say(`${path} answered ${response.status}`)
      if (round > 0) times.push(response.status === 200 ? performance.now() - began : Number.POSITIVE_INFINITY)
      if (response.status !== 200) break
    }
    times.sort((a, b) => a - b)
    const never = Number.POSITIVE_INFINITY
    const row = { path, name, median: times[Math.floor(rounds / 2)] ?? never, longest: times.at(-1) ?? never }
    rows.push(row)
    say(`${row.median.toFixed(0).padStart(6)} ms, at most ${row.longest.toFixed(0).padStart(5)}: ${name} (${path})`)
  }
  report(rows)
}

/** Every screen that a thing of the archive can be shown on, and lists with what they are narrowed by. */
async function asked(database: string): Promise<{ name: string; path: string }[]> {
  const id = async (sql: string) => String((await query(database, sql))[0]?.id)
  const ids: Record<string, string> = {
    '/desk/reviews': await id('SELECT id FROM review WHERE published_at IS NULL AND trashed_at IS NULL LIMIT 1'),
    '/desk/works': await id('SELECT work_id AS id FROM publication GROUP BY work_id ORDER BY count(*) DESC LIMIT 1'),
    '/desk/people': await id('SELECT person_id AS id FROM credit GROUP BY person_id ORDER BY count(*) DESC LIMIT 1'),
    '/desk/series': await id('SELECT id FROM work_series LIMIT 1'),
    '/desk/lists': await id('SELECT id FROM list LIMIT 1'),
    '/desk/media': await id(`SELECT id FROM media WHERE title <> '' LIMIT 1`),
  }
  const [word = ''] = String((await query(database, 'SELECT title AS id FROM work ORDER BY id LIMIT 1'))[0]?.id).split(
    ' ',
  )
  const plain = screens.flatMap(({ name, path }) => {
    const folder = path.split('/').slice(0, 3).join('/')
    const filled = path.replace('[id]', ids[folder] ?? '[')
    return filled.includes('[') ? [] : [{ name, path: filled }]
  })
  return [
    ...plain,
    { name: 'Reviews, page 4,000', path: '/desk/reviews?page=4000' },
    { name: 'Reviews by publication', path: '/desk/reviews?sort=published' },
    { name: 'Reviews, a word', path: `/desk/reviews?q=${word}` },
    { name: 'Reviews, a word that most have', path: '/desk/reviews?q=an' },
    { name: 'Reviews of a critic', path: '/desk/reviews?critic=critic-1' },
    { name: 'Reviews, drafts of a section', path: '/desk/reviews?state=draft&section=section-1' },
    { name: 'Board, a word', path: `/desk/board?q=${word}` },
    { name: 'Calendar, a week', path: '/desk/calendar?view=week' },
    { name: 'Works, a word', path: `/desk/works?q=${word}` },
    { name: 'People, a name', path: `/desk/people?q=${word}` },
    { name: 'Pictures, a word', path: '/desk/media?q=something' },
    { name: 'Palette, a word', path: `/api/desk/find?q=${word}` },
  ]
}

async function query(url: string, sql: string): Promise<{ id?: unknown }[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<{ id?: unknown }>(sql)).rows
  } finally {
    await client.end()
  }
}

function report(rows: { name: string; median: number; longest: number }[]): void {
  const over = rows.filter(({ median }) => median > limit)
  say(
    `${rows.length - over.length} of ${rows.length} within ${limit} ms${over.map(({ name }) => `; not ${name}`).join('')}`,
  )
  if (!process.argv.includes('--write')) return
  const lines = rows.map(
    ({ name, median, longest }) =>
      `| ${name} | ${median.toFixed(0)}${median > limit ? ' (missed)' : ''} | ${longest.toFixed(0)} |`,
  )
  writePart(`## The desk with 100,000 reviews

Made by \`npm run bench -- desk --write\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${cpus()[0]?.model.trim()}, server and PostgreSQL on the same cores.
${reviews.toLocaleString('en')} reviews, 200 people, 4,000 drafts; as an owner, from the request to the last byte of its HTML. ${limit} ms are allowed.

| screen | ms, median of five | longest |
|---|---|---|
${lines.join('\n')}
`)
}
