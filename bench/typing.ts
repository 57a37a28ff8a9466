import { mkdirSync, rmSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Browser, chromium, type Page } from '@playwright/test'
import { findChromium } from '../scripts/chromium.ts'
import { isRoot } from '../scripts/data-directory.ts'
import { writePart } from './document.ts'
import { startServer } from './started.ts'
import { makeLongReview } from './typing-review.ts'

// npm run bench -- typing: 200 keys into a review of 10,000 words with 30 pictures, in a real browser. For each key, how long from its
// event to the end of the frame that shows it. The screen's clock is switched off, so that what is measured is work and not waiting for
// the next tick: what takes less than 16.7 ms is there in the next frame of any screen. With --write the result goes to
// docs/benchmarks.md; --url and --state measure a server that runs already, as whoever is signed in in that file.

const directory = join(import.meta.dirname, '../.test/bench/typing')
const keys = 200
/** A fast typist: 15 keys a second. */
const between = 65
const { values } = parseArgs({
  allowPositionals: true,
  options: { url: { type: 'string' }, state: { type: 'string' }, write: { type: 'boolean' } },
})

const server = values.url ? { url: values.url, link: null, stop: async () => {} } : await ownServer()
const browser = await launch()
try {
  const page = await signedIn(browser)
  const review = await makeLongReview(page)
  const places = []
  for (const place of ['beginning', 'middle', 'end'] as const) places.push({ place, ...(await typeAt(page, place)) })
  report(review, places)
} finally {
  await browser.close()
  await server.stop()
}

async function ownServer() {
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { recursive: true })
  const { url, said, stop } = await startServer({ DATABASE_URL: '', DATA_DIR: join(directory, 'data'), DEMO: '0' })
  return { url, link: () => /\S+\/desk\/setup#\S+/.exec(said())?.[0] ?? '', stop }
}

function launch(): Promise<Browser> {
  const executablePath = findChromium()
  return chromium.launch({
    chromiumSandbox: !isRoot(),
    ...(executablePath && { executablePath }),
    args: ['--disable-gpu', '--disable-gpu-vsync', '--disable-frame-rate-limit'],
  })
}

async function signedIn(own: Browser): Promise<Page> {
  const context = await own.newContext({
    baseURL: server.url,
    viewport: { width: 1280, height: 800 },
    ...(values.state && { storageState: values.state }),
  })
  const page = await context.newPage()
  if (!server.link) return page
  await page.goto(server.link())
  await page.getByLabel('Name').fill('Ada Marlowe')
  await page.getByLabel('Mail address').fill('ada@example.org')
  await page.getByLabel('Password', { exact: true }).fill('a lantern in the long grass')
  await page.getByRole('button', { name: 'Set up' }).click()
  await page.waitForURL(/\/desk(?!\/setup)/)
  return page
}

/** Types into a paragraph of the text, and returns how long each key took, in milliseconds, in order of length. */
async function typeAt(page: Page, place: 'beginning' | 'middle' | 'end') {
  const paragraphs = page.locator('#field-body > p')
  const count = await paragraphs.count()
  const index = { beginning: 0, middle: Math.floor(count / 2), end: count - 2 }[place]
  await paragraphs.nth(index).click()
  await page.keyboard.press('End')
  // What the page does when it is opened is done.
  await page.waitForTimeout(3_000)
  await page.evaluate(watchKeys)
  const words = 'and so it goes, she said: "it\'s the voice that isn\'t there" - which nobody hears... TK, then. '
  for (let key = 0; key < keys; key++) {
    const character = words[key % words.length] ?? ' '
    if (key % words.length === words.length - 1) await page.keyboard.press('Enter')
    else await page.keyboard.type(character)
    await page.waitForTimeout(between)
  }
  const times = await page.evaluate(() => Reflect.get(window, 'keyTimes'))
  const sorted: number[] = (Array.isArray(times) ? times : []).map(Number).sort((a, b) => a - b)
  if (sorted.length < keys * 0.95) throw new Error(`Only ${sorted.length} of ${keys} keys were seen`)
  return { times: sorted }
}

/** In the page: from the event of a key to the end of the frame that comes after it, which is when a message is handled that it has sent. */
function watchKeys(): void {
  const times: number[] = []
  Reflect.set(window, 'keyTimes', times)
  window.addEventListener(
    'keydown',
    event => {
      if (event.key === 'Shift') return
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => times.push(performance.now() - event.timeStamp)
        port2.postMessage(null)
      })
    },
    { capture: true },
  )
}

function report(review: { words: number; pictures: number }, places: { place: string; times: number[] }[]): void {
  const at = (times: number[], part: number) =>
    `${(times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0).toFixed(1)} ms`
  const rows = places.map(
    ({ place, times }) => `| ${place} | ${at(times, 0.5)} | ${at(times, 0.95)} | ${at(times, 1)} |`,
  )
  const text = `## A key in a long review

Made by \`npm run bench -- typing --write\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${cpus()[0]?.model.trim()}, server and browser
side by side. ${review.words.toLocaleString('en')} words with ${review.pictures} pictures, ${keys} keys at each place, 15 a second; from a key's event to the end of the frame that
shows it, with the screen's clock switched off. 16 ms are allowed.

| typed at the | p50 | p95 | slowest |
|---|---|---|---|
${rows.join('\n')}
`
  console.log(`\n${text}`)
  if (values.write) writePart(text)
}
