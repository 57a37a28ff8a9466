import { createServer } from 'node:http'
import { expect, type Page, test } from '@playwright/test'
import { EditorPage } from './editor-page.ts'

// Others are told of changes: turned on in the settings, sent by the queue, seen at the desk, sent again, turned off.

const stamp = Date.now().toString(36)

test('a hub is named, told of a review, and asked again when it was away', async ({ page }) => {
  test.setTimeout(120_000)
  const hub = await startHub()
  const title = `Told at once ${stamp}`
  try {
    await test.step('an address that is none is refused in words', async () => {
      await setHub(page, 'my hub')
      await expect(page.getByText('This is no address.')).toBeVisible()
      await setHub(page, hub.url)
      await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
    })

    await test.step('publishing tells it, seconds later, and a refusal is said', async () => {
      hub.status = 404
      const editor = new EditorPage(page)
      await editor.write({
        headline: title,
        text: 'It begins with a bell. Everybody in the street hears it before it has stopped.',
        verdict: 'Loud, and on time.',
        score: '4',
        work: { title: `The Bell ${stamp}`, released: '2014', credits: `Ines ${stamp} Ringer, director` },
      })
      await editor.publish()
      await expect.poll(() => hub.heard.join(), { timeout: 30_000 }).toContain('hub.mode=publish')
      expect(decodeURIComponent(hub.heard.join())).toContain('/feeds/all.xml')
      // What it heard may be of another journey, a moment before.
      await expect(async () => {
        await page.goto('/desk/pings?state=failed&service=websub')
        const answer = row(page, title).getByText('404 Not Found: there is no hub at this address')
        await expect(answer).toBeVisible({ timeout: 1_000 })
      }).toPass({ timeout: 30_000 })
    })

    await test.step('it is sent again, and the list says so', async () => {
      hub.status = 202
      await row(page, title).getByRole('button', { name: 'Send again' }).click()
      await expect(page.getByRole('status').filter({ hasText: 'It is being sent again.' })).toBeVisible()
      await expect(async () => {
        await page.goto('/desk/pings?state=sent&service=websub')
        await expect(row(page, title).getByText('202 Accepted')).toBeVisible({ timeout: 1_000 })
      }).toPass({ timeout: 30_000 })
      await row(page, title)
        .getByText(/\d+ feeds/)
        .click()
      await expect(row(page, title).getByRole('link', { name: /\/feeds\/all\.json$/ })).toBeVisible()
    })
  } finally {
    await setHub(page, '')
    hub.close()
  }
})

test('IndexNow has a key with a file, another one when it is renewed, and none when it is off', async ({ page }) => {
  await page.goto('/desk/settings/telling')
  const off = page.getByRole('button', { name: 'Turn off' })
  await page.getByRole('button', { name: 'Turn on' }).click()
  const file = page.getByRole('link', { name: /^\/[0-9a-f]{32}\.txt$/ })
  await expect(file).toBeVisible()
  const first = (await file.textContent()) ?? ''
  const answer = await page.request.get(first)
  expect([answer.status(), await answer.text()]).toEqual([200, first.slice(1, -4)])
  expect(answer.headers()['content-type']).toContain('text/plain')
  await page.getByRole('button', { name: 'Make a new key' }).click()
  await expect(page.getByText('There is a new key.')).toBeVisible()
  const second = (await file.textContent()) ?? ''
  expect(second).not.toBe(first)
  expect((await page.request.get(first)).status()).toBe(404)
  expect((await page.request.get(second)).status()).toBe(200)
  await off.click()
  await expect(page.getByRole('button', { name: 'Turn on' })).toBeVisible()
  expect((await page.request.get(second)).status()).toBe(404)
  expect((await page.request.get('/robots.txt')).status()).toBe(200)
})

test('notices are nobody’s who is signed out', async ({ browser }) => {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } })
  const page = await context.newPage()
  await page.goto('/desk/pings')
  await expect(page).toHaveURL(/\/desk\/sign-in/)
  await context.close()
})

function row(page: Page, title: string) {
  return page.getByRole('listitem').filter({ has: page.getByRole('link', { name: title }) })
}

async function setHub(page: Page, address: string): Promise<void> {
  await page.goto('/desk/settings/telling')
  const field = page.getByLabel('Address of a WebSub hub')
  const form = page.locator('form').filter({ has: field })
  await field.fill(address)
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByText(/^Saved|no address/)).toBeVisible()
}

/** A hub on this machine. */
async function startHub() {
  const hub = { url: '', status: 202, heard: [] as string[], close: () => void server.close() }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = await request.toArray()
    hub.heard.push(Buffer.concat(chunks).toString())
    response.writeHead(hub.status).end()
  })
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (typeof address === 'object' && address) hub.url = `http://127.0.0.1:${address.port}/`
  return hub
}
