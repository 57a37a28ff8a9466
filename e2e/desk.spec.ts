import { expect, type Page, test } from '@playwright/test'
import { faultsOf } from './axe.ts'
import { owner, ownerState } from './owner.ts'

// The desk's doors and its lists. Whoever is not said to be signed out is the owner.

const signedOut = { cookies: [], origins: [] }

const pages = [
  '/desk',
  '/desk/reviews',
  '/desk/reviews?q=her&state=live',
  '/desk/reviews?q=zzzz',
  '/desk/works',
  '/desk/scales',
  '/desk/scales/new',
  '/desk/scales/five',
  '/desk/scales/letters/1',
  '/desk/scales/glyphs',
  '/desk/team',
  '/desk/team/roles',
  '/desk/log',
  '/desk/jobs',
  '/desk/account',
]
const doors = ['/desk/sign-in', '/desk/setup', '/desk/forgot-password']

test.describe('somebody who is not signed in', () => {
  test.use({ storageState: signedOut })

  test('comes to where they wanted to go, and only within the desk', async ({ page }) => {
    await page.goto('/desk/reviews?state=draft')
    await signIn(page)
    await page.waitForURL('**/desk/reviews?state=draft')
    await page.goto('/desk/sign-in?to=https://evil.example/desk')
    await expect(page).toHaveURL(/\/desk$/)
  })

  test('with a wrong password is told so, keeps the address and stands in the password', async ({ page }) => {
    await page.goto('/desk/sign-in')
    await signIn(page, { ...owner, email: 'nobody@example.org', password: 'wrong wrong wrong' })
    await expect(page.getByRole('alert').filter({ hasText: 'do not belong together' })).toBeVisible()
    await expect(page.getByLabel('Mail address')).toHaveValue('nobody@example.org')
    await expect(page.getByLabel('Password', { exact: true })).toBeFocused()
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('')
  })

  test('has to wait after five attempts, and is told how long', async ({ page }) => {
    await page.goto('/desk/sign-in')
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await signIn(page, { ...owner, email: 'guess@example.org', password: `wrong wrong ${attempt}` })
      await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
      await expect(page.getByLabel('Password', { exact: true })).toHaveValue('')
    }
    await signIn(page, { ...owner, email: 'guess@example.org', password: 'wrong wrong again' })
    await expect(page.getByRole('alert').filter({ hasText: 'Wait 15 minutes' })).toBeVisible()
  })

  test('finds the publication set up once it is', async ({ page }) => {
    await page.goto('/desk/setup#made-up')
    await expect(page.getByRole('heading', { name: 'This publication is set up' })).toBeVisible()
  })
})

test.describe('a session', () => {
  test.use({ storageState: signedOut })

  test('ends with signing out: its cookie is taken away, and a copy of it is worth nothing', async ({
    page,
    context,
  }) => {
    await page.goto('/desk/sign-in')
    await signIn(page)
    await page.waitForURL('**/desk')
    const cookies = (await context.cookies()).filter(({ name }) => name.endsWith('out-of-five'))
    expect(cookies).toMatchObject([{ httpOnly: true, sameSite: 'Lax', path: '/' }])
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByText('You are signed out')).toBeVisible()
    expect((await context.cookies()).filter(({ name }) => name.endsWith('out-of-five'))).toEqual([])
    await context.addCookies(cookies)
    await page.goto('/desk')
    await expect(page).toHaveURL(/sign-in/)
  })

  test('is ended from another browser', async ({ page, browser }) => {
    const userAgent = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0'
    const context = await browser.newContext({ userAgent, storageState: signedOut })
    const other = await context.newPage()
    for (const each of [page, other]) {
      await each.goto('/desk/sign-in')
      await signIn(each)
      await each.waitForURL('**/desk')
    }
    await page.goto('/desk/account')
    await page.getByRole('button', { name: 'End the session in Firefox on a Mac' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'That browser is signed out.' })).toBeVisible()
    await other.goto('/desk')
    await expect(other).toHaveURL(/sign-in/)
    await context.close()
  })
})

test.describe('the lists', () => {
  test('are narrowed by a form that the address remembers', async ({ page }) => {
    await page.goto('/desk/reviews')
    await page.getByRole('searchbox').fill('under the skin')
    await page.getByLabel('Section').selectOption({ label: 'Film' })
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page.getByRole('main').getByText('2 reviews found')).toBeVisible()
    await page.reload()
    await expect(page.getByRole('searchbox')).toHaveValue('under the skin')
    await page.getByRole('link', { name: 'Clear' }).click()
    await expect(page).toHaveURL(/\/desk\/reviews$/)
    await expect(page.getByRole('searchbox')).toHaveValue('')
  })

  test('lead to the next page and back by links', async ({ page }) => {
    await page.goto('/desk/reviews')
    await page.getByRole('link', { name: 'Next' }).click()
    await expect(page).toHaveURL(/page=2/)
    await page.getByRole('link', { name: 'Page 1', exact: true }).click()
    await expect(page).toHaveURL(/\/desk\/reviews$/)
  })

  test('begin a review by keyboard alone', async ({ page }) => {
    await page.goto('/desk')
    await page.getByRole('button', { name: 'New review' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/desk\/reviews\/[0-9a-f-]{36}/)
    await page.goto('/desk')
    await expect(page.getByRole('main').getByText('Without a headline').first()).toBeVisible()
  })
})

test('what one types in the account stays when it is wrong, and the focus is on it', async ({ page }) => {
  await page.goto('/desk/account')
  await page.getByLabel('New password').fill('short')
  await page.getByLabel('Present password').fill(owner.password)
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByText('at least 12 characters; this one has 5')).toBeVisible()
  await expect(page.getByLabel('New password')).toBeFocused()
  await expect(page.getByLabel('New password')).toHaveValue('short')
})

// Several to a test, because a browser's context takes as long to make as a page to look at.
for (const [width, scheme] of [
  [1280, 'light'],
  [390, 'dark'],
] as const)
  for (const [places, paths] of Object.entries({ desk: pages, doors }))
    test(`the ${places} at ${width} in the ${scheme}: every page is whole and accessible`, async ({
      browser,
      baseURL,
    }) => {
      test.setTimeout(120_000)
      const storageState = places === 'doors' ? signedOut : ownerState
      const context = await browser.newContext({
        storageState,
        colorScheme: scheme,
        viewport: { width, height: 800 },
        baseURL,
      })
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('console', message => complaints.push(message.text()))
      page.on('pageerror', error => complaints.push(error.message))
      for (const path of paths) expect(await lookAt(page, path), path).toEqual([])
      // A slow machine's browser also remarks on styles that were fetched ahead for where a link leads.
      expect(complaints.filter(text => !/favicon|preloaded using link preload/.test(text))).toEqual([])
      await context.close()
    })

/** What is wrong with a page of the desk. */
async function lookAt(page: Page, path: string): Promise<string[]> {
  const response = await page.goto(path, { waitUntil: 'networkidle' })
  const headers = response?.headers() ?? {}
  const overflow = await page.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)
  return [
    response?.status() !== 200 && `status ${response?.status()}`,
    !/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/.test(headers['content-security-policy'] ?? '') && 'policy',
    !headers['cache-control']?.includes('no-store') && 'can be kept',
    overflow > 0 && `${overflow} px too wide`,
    ...(await faultsOf(page)),
  ].filter(complaint => complaint !== false)
}

/** Fills in and sends the page to sign in at; what comes of it is the caller's. */
async function signIn(page: Page, { email, password }: { email: string; password: string } = owner): Promise<void> {
  await page.getByLabel('Mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}
