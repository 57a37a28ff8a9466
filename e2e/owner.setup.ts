import { expect, test as setup } from '@playwright/test'
import { owner, ownerState } from './owner.ts'

// The one-time link that the first start prints makes the owner, once, in a browser; the journeys at the desk begin signed in as them.
setup('the set-up link makes the owner, and works once', async ({ page }) => {
  const link = process.env.SETUP_LINK ?? ''
  expect(link, 'the server prints a set-up link while there is no owner').toContain('/desk/setup#')
  await page.goto(link)
  await page.getByLabel('Name').fill(owner.name)
  await page.getByLabel('Mail address').fill(owner.email)
  await page.getByLabel('Password', { exact: true }).fill('short')
  await page.getByRole('button', { name: 'Set up' }).click()
  await expect(page.getByText(/at least 12 characters/i).first()).toBeVisible()
  await page.getByLabel('Password', { exact: true }).fill(owner.password)
  await page.getByRole('button', { name: 'Set up' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(owner.name.split(' ')[0] ?? '')
  await page.context().storageState({ path: ownerState })

  const stranger = await page.context().browser()?.newContext()
  const second = await stranger?.newPage()
  await second?.goto(link)
  await expect(second?.getByLabel('Mail address') ?? page.locator('nothing')).toHaveCount(0)
  await stranger?.close()
})
