import AxeBuilder from '@axe-core/playwright'
import { expect, owner, signIn, test } from './desk-fixtures.ts'

// The desk's doors and its lists, against the production server.

const pages = [
  '/desk',
  '/desk/reviews',
  '/desk/reviews?q=her&state=live',
  '/desk/reviews?q=zzzz',
  '/desk/works',
  '/desk/account',
]
const doors = ['/desk/sign-in', '/desk/setup', '/desk/forgot-password']

test.describe('somebody who is not signed in', () => {
  for (const path of [...pages, '/desk/reviews/0199c0de-0000-7000-8000-000000000001', '/desk/nowhere'])
    test(`is sent from ${path} to sign in, and nobody keeps that answer`, async ({ request }) => {
      const response = await request.get(path, { maxRedirects: 0 })
      expect(response.status()).toBe(307)
      const to = path === '/desk' ? '' : `?to=${encodeURIComponent(path)}`
      expect(new URL(response.headers().location ?? '', 'http://x').pathname).toBe('/desk/sign-in')
      expect(response.headers().location).toContain(`/desk/sign-in${to}`)
      expect(response.headers()['cache-control']).toContain('no-store')
    })

  test('comes to where they wanted to go, and only within the desk', async ({ page, ownerState }) => {
    expect(ownerState.cookies.length).toBeGreaterThan(0)
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

  test('finds the publication set up once it is', async ({ page, ownerState }) => {
    expect(ownerState.cookies.length).toBeGreaterThan(0)
    await page.goto('/desk/setup#made-up')
    await expect(page.getByRole('heading', { name: 'This publication is set up' })).toBeVisible()
  })

  for (const path of ['session', 'signout', 'signin', 'error', 'callback/credentials', 'nothing'])
    test(`finds no GET /api/auth/${path}`, async ({ request }) => {
      expect((await request.get(`/api/auth/${path}`, { maxRedirects: 0 })).status()).toBe(404)
    })
})

test.describe('a session', () => {
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

  test('is ended from another browser', async ({ page, desk }) => {
    await page.goto('/desk/sign-in')
    await signIn(page)
    await page.waitForURL('**/desk')
    await desk.goto('/desk/account')
    await desk
      .getByRole('button', { name: /^End the session/ })
      .first()
      .click()
    await expect(desk.getByRole('status').filter({ hasText: 'That browser is signed out.' })).toBeVisible()
  })
})

test.describe('the lists', () => {
  test('are narrowed by a form that the address remembers', async ({ desk }) => {
    await desk.goto('/desk/reviews')
    await desk.getByRole('searchbox').fill('under the skin')
    await desk.getByLabel('Section').selectOption({ label: 'Film' })
    await desk.getByRole('button', { name: 'Show' }).click()
    await expect(desk.getByRole('main').getByText('2 reviews found')).toBeVisible()
    await desk.reload()
    await expect(desk.getByRole('searchbox')).toHaveValue('under the skin')
    await desk.getByRole('link', { name: 'Clear' }).click()
    await expect(desk).toHaveURL(/\/desk\/reviews$/)
    await expect(desk.getByRole('searchbox')).toHaveValue('')
  })

  test('lead to the next page and back by links', async ({ desk }) => {
    await desk.goto('/desk/reviews')
    await desk.getByRole('link', { name: 'Next' }).click()
    await expect(desk).toHaveURL(/page=2/)
    await desk.getByRole('link', { name: 'Page 1', exact: true }).click()
    await expect(desk).toHaveURL(/\/desk\/reviews$/)
  })

  test('begin a review by keyboard alone', async ({ desk }) => {
    await desk.goto('/desk')
    await desk.getByRole('button', { name: 'New review' }).focus()
    await desk.keyboard.press('Enter')
    await desk.waitForURL(/\/desk\/reviews\/[0-9a-f-]{36}/)
    await desk.goto('/desk')
    await expect(desk.getByRole('main').getByText('Without a headline').first()).toBeVisible()
  })
})

test('what one types in the account stays when it is wrong, and the focus is on it', async ({ desk }) => {
  await desk.goto('/desk/account')
  await desk.getByLabel('New password').fill('short')
  await desk.getByLabel('Present password').fill(owner.password)
  await desk.getByRole('button', { name: 'Change the password' }).click()
  await expect(desk.getByText('at least 12 characters; this one has 5')).toBeVisible()
  await expect(desk.getByLabel('New password')).toBeFocused()
  await expect(desk.getByLabel('New password')).toHaveValue('short')
})

for (const [width, scheme] of [
  [1280, 'light'],
  [390, 'dark'],
] as const)
  for (const path of [...pages, ...doors])
    test(`${path} is whole and accessible at ${width} in the ${scheme}`, async ({ browser, ownerState }) => {
      const storageState = doors.includes(path) ? { cookies: [], origins: [] } : ownerState
      const context = await browser.newContext({ storageState, colorScheme: scheme, viewport: { width, height: 800 } })
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('console', message => complaints.push(message.text()))
      page.on('pageerror', error => complaints.push(error.message))
      const response = await page.goto(path, { waitUntil: 'networkidle' })
      expect(response?.status()).toBe(200)
      const policy = response?.headers()['content-security-policy'] ?? ''
      expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/)
      expect(response?.headers()['cache-control']).toContain('no-store')
      const overflow = await page.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)
      expect(overflow).toBeLessThanOrEqual(0)
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
      expect(complaints.filter(text => !text.includes('favicon'))).toEqual([])
      await context.close()
    })
