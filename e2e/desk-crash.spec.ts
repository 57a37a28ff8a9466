import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { freePort } from '../lib/db/embedded.ts'
import { EditorPage } from './editor-page.ts'
import { owner } from './owner.ts'

// What is withdrawn stays withdrawn, also when the process dies before anybody has read.

const root = join(import.meta.dirname, '..')
const dataDir = join(root, '.test/crash')

async function start(
  port: number,
  { hasOwner }: { hasOwner: boolean },
): Promise<{ server: ChildProcess; setupLink: string }> {
  const server = spawn(process.execPath, [join(root, 'scripts/start.ts')], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      SITE_URL: `http://localhost:${port}`,
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      DEMO: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said = await new Promise<string>((resolve, reject) => {
    let text = ''
    server.stdout.on('data', chunk => {
      text += chunk
      if (text.includes('Ready on ') && (hasOwner || /Set up your publication: \S+\n/.test(text))) resolve(text)
    })
    server.once('exit', code => reject(new Error(`the server ended with ${code}:\n${text}`)))
  })
  return { server, setupLink: /Set up your publication: (\S+)/.exec(said)?.[1] ?? '' }
}

test('retract, kill, start: the first read is right', async ({ browser }) => {
  test.setTimeout(240_000)
  rmSync(dataDir, { recursive: true, force: true })
  const port = await freePort()
  const first = await start(port, { hasOwner: false })
  const context = await browser.newContext({
    baseURL: `http://localhost:${port}`,
    storageState: { cookies: [], origins: [] },
  })
  const page = await context.newPage()
  await page.goto(first.setupLink)
  await page.getByLabel('Name').fill(owner.name)
  await page.getByLabel('Mail address').fill(owner.email)
  await page.getByLabel('Password', { exact: true }).fill(owner.password)
  await page.getByRole('button', { name: 'Set up' }).click()
  await expect(page).toHaveURL(/\/desk\?|\/desk$/)

  const editor = new EditorPage(page)
  const headline = 'What the lamp remembers'
  await editor.write({
    headline,
    text: 'A lamp is switched off at the beginning, and we wait.',
    verdict: 'Worth the dark.',
    score: '3',
    work: { title: 'Lamp', released: '2024', credits: 'Ola Finch, director' },
  })
  const path = await editor.publish()
  for (const each of [path, '/', '/works/lamp'])
    expect(await (await context.request.get(each)).text()).toContain(headline)

  await editor.retract()
  first.server.kill('SIGKILL')
  await new Promise(resolve => first.server.once('exit', resolve))
  const second = await start(port, { hasOwner: true })
  try {
    expect((await context.request.get(path)).status()).toBe(410)
    expect((await context.request.get('/works/lamp')).status()).toBe(410)
    for (const each of ['/', '/reviews', path])
      expect(await (await context.request.get(each)).text()).not.toContain(headline)
  } finally {
    await context.close()
    second.server.kill('SIGTERM')
    const code = await new Promise(resolve => second.server.once('exit', resolve))
    expect(code, 'SIGTERM ends the server cleanly').toBe(0)
  }
})
