import { type Browser, test as base, expect, type Page } from '@playwright/test'

// The desk as its owner sees it. The first worker that needs the owner sets the publication up; the others find it set up.

export const owner = { name: 'Ada Okafor', email: 'ada@example.org', password: 'five small green lamps' }

type State = Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>

export const test = base.extend<{ desk: Page }, { ownerState: State }>({
  ownerState: [
    async ({ browser }, use) => {
      await use(await becomeOwner(browser))
    },
    { scope: 'worker' },
  ],
  /** A page of somebody who is signed in as the owner. */
  desk: async ({ browser, ownerState }, use) => {
    const context = await browser.newContext({ storageState: ownerState })
    await use(await context.newPage())
    await context.close()
  },
})

export { expect }

/** Fills in and sends the page to sign in at; what comes of it is the caller's. */
export async function signIn(page: Page, { email, password } = owner): Promise<void> {
  await page.getByLabel('Mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

async function becomeOwner(browser: Browser): Promise<State> {
  const { BASE_URL, SETUP_LINK } = process.env
  const context = await browser.newContext({ baseURL: BASE_URL })
  const page = await context.newPage()
  await page.goto(SETUP_LINK ?? '/desk/sign-in')
  const form = page.getByRole('button', { name: 'Set up' })
  const isSetUp = page.getByRole('heading', { name: /is set up|Sign in/ })
  await expect(form.or(isSetUp).first()).toBeVisible()
  if (await form.isVisible()) await setUp(page)
  if (!page.url().includes('/desk?')) {
    await page.goto('/desk/sign-in')
    await signIn(page)
  }
  await page.waitForURL(/\/desk(\?|$)/)
  const state = await context.storageState()
  await context.close()
  return state
}

/** Ends on the desk, or with a refusal when another worker was faster. */
async function setUp(page: Page): Promise<void> {
  await page.getByLabel('Name').fill(owner.name)
  await page.getByLabel('Mail address').fill(owner.email)
  await page.getByLabel('Password', { exact: true }).fill(owner.password)
  await page.getByRole('button', { name: 'Set up' }).click()
  await expect(
    page
      .getByRole('alert')
      .filter({ hasText: /./ })
      .or(page.getByRole('navigation', { name: 'Desk' })),
  ).toBeVisible()
}
