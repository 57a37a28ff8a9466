import { type BrowserContext, type BrowserContextOptions, expect, type Page, type Route, test } from '@playwright/test'
import { type Prose, plainText } from '../lib/prose/prose.ts'
import { faultsOf } from './axe.ts'
import { OwnServer } from './own-server.ts'
import { owner } from './owner.ts'

// Whatever happens while somebody writes: not one character is lost, and the history has no state twice. Every interruption is one that
// happens to people; the server and the database are these journeys' own, so that they can be killed.

test.describe.configure({ mode: 'serial', timeout: 90_000 })

const tobias = {
  name: 'Tobias Field',
  email: 'tobias@example.org',
  password: 'a second lantern, further off',
  role: 'editor',
}
const savePattern = /\/api\/desk\/reviews\/[0-9a-f-]{36}$/

let server: OwnServer
let signedIn: BrowserContextOptions['storageState']
let context: BrowserContext
let page: Page

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  server = await OwnServer.begin('interruptions')
  const setup = await browser.newContext({ baseURL: server.url, storageState: { cookies: [], origins: [] } })
  const first = await setup.newPage()
  await first.goto(server.setupLink)
  await first.getByLabel('Name').fill(owner.name)
  await first.getByLabel('Mail address').fill(owner.email)
  await first.getByLabel('Password', { exact: true }).fill(owner.password)
  await first.getByRole('button', { name: 'Set up' }).click()
  await expect(first).toHaveURL(/\/desk\?|\/desk$/)
  signedIn = await setup.storageState()
  await setup.close()
  server.makeUser(tobias)
})

test.afterAll(() => server?.close())

test.beforeEach(async ({ browser }) => {
  context = await browser.newContext({
    baseURL: server.url,
    storageState: signedIn,
    viewport: { width: 1280, height: 800 },
  })
  page = await context.newPage()
})

test.afterEach(() => context.close())

const textOf = (at: Page) => at.getByRole('textbox', { name: 'Text of the review' })
const savedLine = (at: Page) => at.getByRole('banner').getByRole('status')
const idOf = (at: Page) => new URL(at.url()).pathname.split('/').at(-1) ?? ''

/** A new review with its first words on the server; returns its id. */
async function begin(words = 'First words. '): Promise<string> {
  await page.goto('/desk')
  await page.getByRole('button', { name: 'New review' }).click()
  await page.waitForURL(/\/desk\/reviews\/[0-9a-f-]{36}/)
  await textOf(page).click()
  await page.keyboard.type(words)
  await expect(savedLine(page)).toHaveText(/^Saved/)
  await expect.poll(() => storedText(idOf(page))).toBe(words)
  return idOf(page)
}

async function open(id: string, at: BrowserContext = context): Promise<Page> {
  const opened = await at.newPage()
  await opened.goto(`/desk/reviews/${id}`)
  await textOf(opened).waitFor()
  return opened
}

/** Goes on at the end of the text. */
async function type(words: string, at: Page = page): Promise<void> {
  // Whoever has just taken the pen waits for the last words of whoever had it.
  await expect(textOf(at)).toHaveAttribute('aria-readonly', 'false', { timeout: 20_000 })
  await textOf(at).click()
  await at.keyboard.press('ControlOrMeta+End')
  await at.keyboard.type(words)
}

/** Everything is on the server, to the character, and the history has every state once. */
async function expectKept(id: string, text: string, at: Page = page, revisions = 2): Promise<void> {
  await expect(savedLine(at)).toHaveText(/^Saved/, { timeout: 40_000 })
  await expect.poll(() => storedText(id), { timeout: 10_000 }).toBe(text)
  const [count] = await server.query<{ all: number; different: number }>(
    'SELECT count(*)::int AS all, count(DISTINCT content)::int AS different FROM revision WHERE review_id = $1',
    'journeys',
    [id],
  )
  expect(count?.different, 'no state is kept twice').toBe(count?.all)
  expect(count?.all, 'a sitting leaves no more than its beginning and its end').toBeLessThanOrEqual(revisions)
}

async function storedText(id: string): Promise<string> {
  const [row] = await server.query<{ body: Prose }>('SELECT body FROM review WHERE id = $1', 'journeys', [id])
  return row ? plainText(row.body) : ''
}

/** The PUTs of a page, one by one, to be done something bad to. */
async function onSave(at: Page, handle: (route: Route) => Promise<void>): Promise<void> {
  await at.route(savePattern, route => (route.request().method() === 'PUT' ? handle(route) : route.fallback()))
}

const release = (at: Page) => at.unrouteAll({ behavior: 'ignoreErrors' })

test.describe('the network', () => {
  test('goes off in the middle of a save, and comes back', async () => {
    const id = await begin()
    let cut = 0
    await onSave(page, async route => {
      cut += 1
      await context.setOffline(true)
      await route.abort('internetdisconnected')
    })
    await type('Cut in the middle. ')
    await expect(savedLine(page)).toHaveText('Not saved: no connection. Kept in this browser.')
    expect(cut).toBeGreaterThan(0)
    await type('And on.')
    await release(page)
    await context.setOffline(false)
    await expectKept(id, 'First words. Cut in the middle. And on.')
  })

  test('is away for a while', async () => {
    const id = await begin()
    await context.setOffline(true)
    await type('In a tunnel. ')
    await expect(savedLine(page)).toHaveText(/no connection/)
    await expect(page.locator('[data-save-said]')).toHaveText(/no connection/)
    await page.keyboard.press('Enter')
    await page.keyboard.type('A paragraph of the tunnel.')
    await context.setOffline(false)
    await expectKept(id, 'First words. In a tunnel. \nA paragraph of the tunnel.')
  })

  test('loses the answer after the server has saved, and more was typed since', async () => {
    const id = await begin()
    let lost = 0
    await onSave(page, async route => {
      if (lost++ > 0) return route.continue()
      await route.fetch()
      await type('Typed before the answer was lost. ')
      await route.abort('connectionreset')
    })
    await type('Saved without a word. ')
    await expectKept(id, 'First words. Saved without a word. Typed before the answer was lost. ')
    await expect(page.getByRole('alertdialog')).toHaveCount(0)
  })

  test('is so slow that an answer takes a quarter of a minute', async () => {
    const id = await begin()
    await onSave(page, async route => {
      const response = await route.fetch()
      await new Promise(resolve => setTimeout(resolve, 15_000))
      await route.fulfill({ response }).catch(() => {})
    })
    await type('Sent slowly. ')
    await expect(savedLine(page)).toHaveText('Saving…')
    await type('Typed meanwhile.')
    await expect.poll(() => storedText(id), { timeout: 30_000 }).toBe('First words. Sent slowly. ')
    await release(page)
    await expectKept(id, 'First words. Sent slowly. Typed meanwhile.')
  })
})

test.describe('the window', () => {
  test('crashes while its words are nowhere else', async () => {
    const id = await begin()
    await onSave(page, route => route.abort())
    await type('The last words before the crash.')
    const session = await context.newCDPSession(page)
    await settled(page)
    const crashed = page.waitForEvent('crash')
    // Nobody is left to answer it.
    session.send('Page.crash').catch(() => {})
    await crashed
    const again = await open(id)
    await expectBack(again, id, 'First words. The last words before the crash.')
  })

  test('is closed without a question, without a network', async () => {
    const id = await begin()
    await context.setOffline(true)
    await type('And then the lid fell.')
    await page.close({ runBeforeUnload: false })
    await context.setOffline(false)
    const again = await open(id)
    await expectBack(again, id, 'First words. And then the lid fell.')
    await again.getByRole('button', { name: 'Undo: go back to what was saved' }).click()
    await expect(textOf(again)).toHaveText('First words. ')
    await expectKept(id, 'First words. ', again, 4)
    const kept = await server.query<{ content: { body: Prose } }>(
      'SELECT content FROM revision WHERE review_id = $1',
      'journeys',
      [id],
    )
    expect(kept.map(({ content }) => plainText(content.body))).toContain('First words. And then the lid fell.')
  })

  test('is reloaded while it saves', async () => {
    const id = await begin()
    page.on('dialog', dialog => dialog.accept())
    await onSave(page, async route => {
      await route.fetch().catch(() => {})
      await route.abort().catch(() => {})
    })
    await type('Reloaded at once.')
    await settled(page)
    await release(page)
    await page.reload()
    await textOf(page).waitFor()
    await expectKept(id, 'First words. Reloaded at once.')
    await expect(textOf(page)).toHaveText('First words. Reloaded at once.')
  })

  test('is left and come back to with everything still unsaved', async () => {
    const id = await begin()
    await type('Left in a hurry. ')
    await page.getByRole('link', { name: 'Back to the reviews' }).click()
    await page.waitForURL(/\/desk\/reviews$/)
    await page.goBack()
    await expect(textOf(page)).toHaveText('First words. Left in a hurry. ')
    await type('And back.')
    await expectKept(id, 'First words. Left in a hurry. And back.')
    await expect(page.getByRole('alertdialog')).toHaveCount(0)
  })
})

test.describe('the session', () => {
  test('runs out: signed in again in place, and saving goes on', async () => {
    const id = await begin()
    await server.query(`UPDATE session SET expires_at = now() - interval '1 hour'`)
    await type('Written when the session was over. ')
    await expect(savedLine(page)).toHaveText('Not saved: you are signed out. Kept in this browser.')
    await signInAgain(owner)
    await type('And signed in.')
    await expectKept(id, 'First words. Written when the session was over. And signed in.')
    signedIn = await context.storageState()
  })

  test('is ended elsewhere, and somebody else signs in: nothing is saved under their name', async () => {
    const id = await begin()
    await server.query('UPDATE session SET ended_at = now()')
    await type('By me. ')
    await expect(savedLine(page)).toHaveText(/signed out/)
    await signInAgain(tobias)
    await expect(page.getByRole('dialog').or(page.getByRole('alertdialog'))).toContainText('That is another account')
    expect(await storedText(id)).toBe('First words. ')
    await page.keyboard.press('Escape')
    await expect(savedLine(page)).toHaveText(
      'Not saved: Tobias Field has signed in in this browser. Kept in this browser.',
    )
    await signInAgain(owner)
    await expectKept(id, 'First words. By me. ')
    const authors = await server.query(
      'SELECT DISTINCT app_user.name FROM revision JOIN app_user ON app_user.id = author_id WHERE review_id = $1',
      'journeys',
      [id],
    )
    expect(authors).toEqual([{ name: owner.name }])
    signedIn = await context.storageState()
  })
})

test.describe('the server', () => {
  test('is killed and started again', async () => {
    const id = await begin()
    await type('Before the kill. ')
    await server.end('SIGKILL')
    await type('While it is dead. ')
    await expect(savedLine(page)).toHaveText(/^Not saved: no connection/)
    await server.start()
    await type('And after.')
    await expectKept(id, 'First words. Before the kill. While it is dead. And after.')
  })

  test('is restarted in good order', async () => {
    const id = await begin()
    await type('Before. ')
    const ending = server.end('SIGTERM')
    await type('In between. ')
    await ending
    await server.start()
    await type('After.')
    await expectKept(id, 'First words. Before. In between. After.')
  })

  test('has no database for a while', async () => {
    const id = await begin()
    await server.stopDatabase()
    await type('Without a database. ')
    await expect(savedLine(page)).toHaveText('Not saved: the server cannot reach its database. Kept in this browser.', {
      timeout: 20_000,
    })
    await server.startDatabase()
    await type('And with it.')
    await expectKept(id, 'First words. Without a database. And with it.')
  })

  test('has a full disk', async () => {
    const id = await begin()
    // A disk cannot be filled without the rights to mount one. This is what PostgreSQL answers on one that is full: the same error, of the
    // same class, at the same statement; all that hears of it is real.
    await server.query(`
      CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'could not extend file "base/5/16384": No space left on device' USING ERRCODE = 'disk_full'; END $$;
      CREATE TRIGGER no_room BEFORE INSERT ON revision EXECUTE FUNCTION no_room();`)
    await type('On a full disk. ')
    await expect(savedLine(page)).toHaveText('Not saved: the server’s disk is full. Kept in this browser.')
    await server.query('DROP TRIGGER no_room ON revision; DROP FUNCTION no_room')
    await type('And with room.')
    await expectKept(id, 'First words. On a full disk. And with room.')
  })

  test('runs a newer build, and the scripts of the page are gone', async () => {
    const id = await begin()
    await page.route('**/_next/static/**', route => route.fulfill({ status: 404, body: '' }))
    await onSave(page, async route => {
      const response = await route.fetch()
      await route.fulfill({ response, headers: { ...response.headers(), 'x-out-of-five-build': 'the-next-one' } })
    })
    await type('Across an update. ')
    await expect(page.getByText('There is a newer version of the desk')).toBeVisible()
    await type('And on. ')
    await release(page)
    await page.getByRole('button', { name: 'Save and reload' }).click()
    await expect(page.getByText('There is a newer version of the desk')).toHaveCount(0)
    await textOf(page).waitFor()
    await expectKept(id, 'First words. Across an update. And on. ', page, 3)
  })
})

test.describe('the clock', () => {
  test('is set back by a day, and forward by two', async () => {
    await page.clock.install()
    const id = await begin()
    await page.clock.setSystemTime(Date.now() - 86_400_000)
    await type('Yesterday. ')
    await expectKept(id, 'First words. Yesterday. ')
    await page.clock.setSystemTime(Date.now() + 86_400_000)
    await type('Tomorrow.')
    await expectKept(id, 'First words. Yesterday. Tomorrow.')
  })

  test('stands still while the laptop is closed, and timers are late', async () => {
    await page.clock.install()
    const id = await begin()
    await type('And closed. ')
    await page.clock.fastForward('09:00:00')
    await type('And opened.')
    await expectKept(id, 'First words. And closed. And opened.')
  })
})

test.describe('the storage of the browser', () => {
  test('has no room left: it is said, and the server has it at once', async () => {
    await page.goto('/desk')
    const session = await context.newCDPSession(page)
    await session.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize: 1 })
    await page.evaluate(() => {
      for (let size = 4_000_000; size > 0; size = Math.floor(size / 2))
        try {
          while (size > 0) localStorage.setItem(`full-${size}-${localStorage.length}`, 'x'.repeat(size))
        } catch {}
    })
    const id = await begin()
    await type('Nowhere but on the server. ')
    await expect(savedLine(page)).toHaveText(/This browser keeps no copy: it has no room left/)
    await type('At once.')
    await expectKept(id, 'First words. Nowhere but on the server. At once.')
    await session.send('Storage.overrideQuotaForOrigin', { origin: server.url })
  })

  test('is switched off: it is said, and writing goes on', async () => {
    await context.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('refused', 'SecurityError')
      }
      Object.defineProperty(window, 'localStorage', { get: refuse })
      Object.defineProperty(window, 'indexedDB', { value: { open: refuse } })
    })
    const id = await begin()
    await type('Kept by the server.')
    await expect(savedLine(page)).toHaveText(/^Saved .*This browser keeps no copy: its storage is switched off/)
    await expectKept(id, 'First words. Kept by the server.')
  })

  test('has a copy of an older build, and a database of a newer one', async () => {
    const id = await begin()
    await page.goto('/desk')
    const [row] = await server.query<{ version: number }>('SELECT version FROM review WHERE id = $1', 'journeys', [id])
    await page.evaluate(
      async ({ id, version }) => {
        const { content } = await (await fetch(`/api/desk/reviews/${id}`)).json()
        const { pullQuote, language, translationOfId, ...older } = content
        older.body.content.push({ type: 'paragraph', content: [{ type: 'text', text: 'Of an older build.' }] })
        const copy = { version, content: older, at: '2020-01-01T00:00:00.000Z' }
        localStorage.setItem(`out-of-five:review:${id}:old`, JSON.stringify(copy))
        indexedDB.deleteDatabase('out-of-five')
        await new Promise(resolve => {
          indexedDB.open('out-of-five', 99).onsuccess = resolve
        })
      },
      { id, version: row?.version },
    )
    await page.goto(`/desk/reviews/${id}`)
    await page.getByRole('button', { name: 'Bring it back' }).click()
    await expectKept(id, 'First words. \nOf an older build.', page, 3)
    await type(' And of this one.')
    await expectKept(id, 'First words. \nOf an older build. And of this one.', page, 3)
    await expect(page.getByRole('button', { name: 'Bring it back' })).toHaveCount(0)
  })
})

test.describe('somebody else', () => {
  test('is oneself in another window: both versions side by side, put together part by part', async () => {
    const id = await begin('One. ')
    // This window is cut off, and the other takes the pen.
    await page.route('**/api/desk/**', route => route.abort())
    await type('Here. ')
    await page.getByLabel('Verdict', { exact: true }).fill('A verdict of this window.')
    const other = await open(id)
    await other.getByRole('button', { name: 'Write here' }).click()
    await type('There. ', other)
    await other.getByLabel('Standfirst').fill('A standfirst of the other.')
    await expect(savedLine(other)).toHaveText(/^Saved/)
    await release(page)
    const dialog = page.getByRole('alertdialog')
    await expect(dialog).toContainText('You saved this review in another window', { timeout: 40_000 })
    for (const size of [
      { width: 390, height: 844 },
      { width: 1280, height: 800 },
    ]) {
      await page.setViewportSize(size)
      expect(await faultsOf(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    }
    // Whatever only one of the two has changed is chosen already; what both have, stands twice until somebody says.
    await expect(dialog.getByRole('group', { name: 'Standfirst' }).getByLabel('Take theirs')).toBeChecked()
    await expect(dialog.getByRole('group', { name: 'Verdict' }).getByLabel('Keep mine')).toBeChecked()
    const part = dialog.getByRole('group', { name: 'Difference 1 of 1, changed in both' })
    await expect(part.getByLabel('Both')).toBeChecked()
    await part.getByLabel('Both').focus()
    await page.keyboard.press('ArrowRight')
    await expect(part.getByLabel('Mine', { exact: true })).toBeChecked()
    await page.keyboard.press('ArrowLeft')
    await dialog.getByRole('button', { name: 'Go on with this' }).click()
    await expectKept(id, 'One. Here. \nOne. There. ', page, 4)
    await expect(page.getByLabel('Standfirst')).toHaveValue('A standfirst of the other.')
    await expect(page.getByLabel('Verdict', { exact: true })).toHaveValue('A verdict of this window.')
  })

  test('is somebody else, who writes at the same time: mine is taken, and theirs is in the history', async ({
    browser,
  }) => {
    const id = await begin('One. ')
    const elsewhere = await browser.newContext({ baseURL: server.url, storageState: { cookies: [], origins: [] } })
    const other = await elsewhere.newPage()
    await other.goto('/desk/sign-in')
    await other.getByLabel('Mail address').fill(tobias.email)
    await other.getByLabel('Password', { exact: true }).fill(tobias.password)
    await other.getByRole('button', { name: 'Sign in' }).click()
    await other.waitForURL(/\/desk$/)
    // Neither hears whose turn it is, so both may write.
    for (const each of [page, other]) await each.route('**/presence**', route => route.abort())
    await other.goto(`/desk/reviews/${id}`)
    await textOf(other).waitFor()
    await page.reload()
    await textOf(page).waitFor()
    await Promise.all([type('Of Ada. ', page), type('Of Tobias. ', other)])
    const losers: Page[] = []
    for (const each of [page, other]) {
      const dialog = each.getByRole('alertdialog')
      await expect(
        savedLine(each)
          .filter({ hasText: /^Saved/ })
          .or(dialog),
      ).toBeVisible({ timeout: 20_000 })
      if (await dialog.isVisible()) losers.push(each)
    }
    expect(losers, 'one of two wins').toHaveLength(1)
    for (const loser of losers) {
      await loser.getByRole('button', { name: 'Mine for all' }).click()
      await loser.getByRole('button', { name: 'Go on with this' }).click()
      const mine = loser === page ? 'One. Of Ada. ' : 'One. Of Tobias. '
      await expectKept(id, mine, loser, 4)
    }
    const kept = await server.query<{ content: { body: Prose } }>(
      'SELECT content FROM revision WHERE review_id = $1 ORDER BY version',
      'journeys',
      [id],
    )
    const texts = kept.map(({ content }) => plainText(content.body))
    expect(texts).toEqual(expect.arrayContaining(['One. Of Ada. ', 'One. Of Tobias. ']))
    await elsewhere.close()
  })

  test('is fifty at once over one version: one wins, the others are told both texts; and what is no save is refused', async () => {
    const id = await begin('One. ')
    const path = `/api/desk/reviews/${id}`
    const { version, content } = await (await context.request.get(path)).json()
    const put = (data: unknown) => context.request.put(path, { data, headers: { Origin: server.url } })
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => put({ version, content: { ...content, title: `Try ${index}` } })),
    )
    const statuses = answers.map(answer => answer.status())
    expect(statuses.filter(status => status === 200)).toHaveLength(1)
    expect(statuses.filter(status => status === 409)).toHaveLength(49)
    const winner = statuses.indexOf(200)
    for (const [index, answer] of answers.entries()) {
      if (index === winner) continue
      const { current, yours } = await answer.json()
      expect([current.version, current.content.title, yours.title]).toEqual([
        version + 1,
        `Try ${winner}`,
        `Try ${index}`,
      ])
    }
    // The winner's answer was lost: sent again it is the same save, and no other.
    const again = await Promise.all(
      Array.from({ length: 10 }, () => put({ version, content: { ...content, title: `Try ${winner}` } })),
    )
    for (const answer of again) expect(await answer.json()).toMatchObject({ ok: true, version: version + 1 })
    const other = '00000000-0000-7000-8000-000000000000'
    for (const [data, status] of [
      [{ version, content: { ...content, title: 'Stale' } }, 409],
      [{ version: version + 1, content, editorId: other }, 403],
      [{ version: version + 1, content: { ...content, body: { type: 'doc', content: [{ type: 'script' }] } } }, 422],
      [{ version: version + 1, content: { ...content, publishedAt: '2020-01-01' } }, 422],
      [{ version: 'one', content }, 422],
      [{ content }, 422],
      [[], 422],
      ['x'.repeat(2_000_000), 413],
    ] as const)
      expect((await put(data)).status(), JSON.stringify(data).slice(0, 80)).toBe(status)
    await expectKept(id, 'One. ', page, 3)
  })
})

async function expectBack(again: Page, id: string, text: string): Promise<void> {
  await expect(again.getByText('It is back in its place')).toBeVisible({ timeout: 45_000 })
  await expectKept(id, text, again)
}

/** Until what was typed last is kept in the browser: a frame or so. */
async function settled(at: Page): Promise<void> {
  await at.evaluate(() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve, 50))))
}

async function signInAgain({ email, password }: { email: string; password: string }): Promise<void> {
  await page.getByRole('button', { name: /^Sign in (again|as)/ }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByLabel('Mail address').fill(email)
  await dialog.getByLabel('Password', { exact: true }).fill(password)
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
}
