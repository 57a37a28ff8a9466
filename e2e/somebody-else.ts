import type { Browser, Page } from '@playwright/test'

export interface SomebodyElse {
  /** In the name, the address and whatever else has to be told apart. */
  mark: string
  name: string
  page: Page
  close: () => Promise<void>
}

/** Somebody who is invited by whoever `page` is signed in as, and has joined, in a browser of their own. */
export async function join(
  page: Page,
  browser: Browser,
  { baseURL = '', role }: { baseURL: string | undefined; role: 'editor' | 'critic' },
): Promise<SomebodyElse> {
  const mark = Date.now().toString(36)
  const name = `Noor Haddad ${mark}`
  await page.goto('/desk/team')
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByLabel('Mail address').fill(`noor-${mark}@example.org`)
  await dialog.getByLabel('Role').selectOption(role)
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click()
  const link = await dialog.getByLabel('Link of the invitation').inputValue()
  const context = await browser.newContext({ baseURL, storageState: { cookies: [], origins: [] } })
  const theirs = await context.newPage()
  await theirs.goto(link)
  await theirs.getByLabel('Password', { exact: true }).fill('eleven copper kettles')
  await theirs.getByRole('button', { name: 'Join' }).click()
  await theirs.waitForURL(/\/desk$/)
  return { mark, name, page: theirs, close: () => context.close() }
}
