import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { closeDatabase } from '#lib/db/client.ts'
import { freePort } from '#lib/db/embedded.ts'
import { overrideEnv } from '#lib/env.ts'
import { getPublishedReview } from '#lib/reviews/published.ts'
import type { ReviewArticle } from '#lib/reviews/reviews.ts'
import { withDatabase } from '../scripts/database.ts'
import { megabytesOf } from './started.ts'

const root = join(import.meta.dirname, '..')
const bin = (name: string) => join(root, 'node_modules/.bin', name)

interface Server {
  url: string
  stop: () => Promise<void>
}

/** Our server, made by `npm start` as anybody's is, on a publication of its own. Its processes stay on the first core. */
export async function ourServer(folder: string) {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const dataDir = join(folder, 'data')
  const child = pinned(process.execPath, [join(root, 'scripts/start.ts')], {
    PORT: String(port),
    SITE_URL: url,
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    LOG_LEVEL: 'warn',
  })
  await said(child, 'Ready on')
  overrideEnv({ DATA_DIR: dataDir, DATABASE_URL: undefined })
  const { databaseUrl, article } = await withDatabase('the benchmark', async url => ({
    databaseUrl: url,
    article: await getPublishedReview('her'),
  }))
  await closeDatabase()
  if (!article) throw new Error('The demo is not loaded')
  return {
    url,
    article,
    memoryMegabytes: () => megabytesOf(child.pid),
    purge: () => purge(databaseUrl),
    stop: () => ended(child),
  }
}

/** The same components around the same review, prerendered by `next build` and served by `next start`. */
export async function prerenderedServer(folder: string, article: ReviewArticle): Promise<Server> {
  const app = join(folder, 'prerendered')
  rmSync(app, { recursive: true, force: true })
  mkdirSync(join(app, 'app'), { recursive: true })
  writeFileSync(join(app, 'app/review.json'), JSON.stringify(article))
  writeFileSync(
    join(app, 'next.config.js'),
    `export default { turbopack: { root: ${JSON.stringify(root)} }, typescript: { ignoreBuildErrors: true } }\n`,
  )
  writeFileSync(
    join(app, 'app/layout.tsx'),
    `import '#app/(site)/site.css'
import frame from '#components/site/frame.module.css'
import { SiteFooter } from '#components/site/site-footer.tsx'
import { SiteHeader } from '#components/site/site-header.tsx'
export default function Layout({ children }: { children: React.ReactNode }) {
  return <html lang="en-GB"><body><SiteHeader name="Out of Five" sections={[]} /><main className={frame.page} id="main">{children}</main><SiteFooter name="Out of Five" tagline="" sections={[]} /></body></html>
}\n`,
  )
  writeFileSync(
    join(app, 'app/page.tsx'),
    `import { ReviewArticle } from '#components/review/article.tsx'
import { AfterReview } from '#app/(site)/reviews/[slug]/_components/after-review.tsx'
import review from './review.json'
export const dynamic = 'force-static'
const place = { language: 'en-GB', timeZone: 'Europe/London' }
export default function Page() {
  return <ReviewArticle review={review as never} place={place}><AfterReview review={review as never} place={place} /></ReviewArticle>
}\n`,
  )
  const build = spawnSync(bin('next'), ['build', app], {
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (build.status !== 0) throw new Error(`next build failed:\n${build.stdout}${build.stderr}`)
  const port = await freePort()
  const child = pinned(bin('next'), ['start', app, '-p', String(port)], {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  })
  await said(child, 'Ready in')
  return { url: `http://localhost:${port}/`, stop: () => ended(child) }
}

/** nginx with one worker and the gzipped bytes as a file. */
export async function nginxServer(folder: string, gzip: Buffer): Promise<Server> {
  const port = await freePort()
  const home = join(folder, 'nginx')
  mkdirSync(join(home, 'www'), { recursive: true })
  writeFileSync(join(home, 'www/page.html.gz'), gzip)
  writeFileSync(join(home, 'www/page.html'), '')
  writeFileSync(
    join(home, 'nginx.conf'),
    `worker_processes 1; daemon off; pid ${home}/pid; error_log ${home}/error.log;
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 512; }
http { access_log off; client_body_temp_path ${home}/t1; proxy_temp_path ${home}/t2; fastcgi_temp_path ${home}/t3; uwsgi_temp_path ${home}/t4; scgi_temp_path ${home}/t5;
  keepalive_requests 10000000; sendfile on; tcp_nopush on; open_file_cache max=10; types { text/html html; }
  server { listen 127.0.0.1:${port}; root ${home}/www; gzip_static always; } }\n`,
  )
  const child = pinned('nginx', ['-p', home, '-c', join(home, 'nginx.conf')], {})
  await answers(`http://127.0.0.1:${port}/page.html`)
  return { url: `http://127.0.0.1:${port}/page.html`, stop: () => ended(child) }
}

/** A process on the first core; the load comes from the second. */
function pinned(command: string, args: string[], variables: Record<string, string>): ChildProcess {
  return spawn('taskset', ['-c', '0', command, ...args], {
    cwd: root,
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

function said(child: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', chunk => {
      process.stdout.write(chunk)
      text += chunk
      if (text.includes(words)) resolve()
    })
    child.once('exit', code => reject(new Error(`ended with ${code} before it said “${words}”`)))
  })
}

async function answers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt++) {
    if (
      await fetch(url).then(
        response => response.ok,
        () => false,
      )
    )
      return
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error(`${url} does not answer`)
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

async function purge(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query("INSERT INTO content_event (kind, purge) VALUES ('bench', true)")
  await client.end()
  await new Promise(resolve => setTimeout(resolve, 150))
}
