import { expect, type Page, test } from '@playwright/test'
import { faultsOf } from './axe.ts'

// The owner gives the house a look of its own, moves its menu and its front page, and writes what it knows of its readers.
test.setTimeout(180_000)

test('the house changes its look, seen before it is saved, and goes back', async ({ page, request }) => {
  await page.goto('/desk/settings')
  await expect(page.getByLabel('Name', { exact: true })).toBeVisible()
  await shown(page)
  expect(await faultsOf(page)).toEqual([])

  await page.getByRole('link', { name: 'Look', exact: true }).click()
  const day = page.getByLabel('Colour by day', { exact: true })
  const before = await day.inputValue()
  await day.fill('#ffcc00')
  await expect(page.getByText('Too faint to read by day')).toBeVisible()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(day).toBeFocused()
  await expect(page.getByText('Saved.')).toHaveCount(0)
  await page.getByRole('button', { name: /^Take #/ }).click()
  const taken = await day.inputValue()
  expect(taken).not.toBe('#ffcc00')
  await expect.poll(async () => (await shown(page)).accent).toBe(taken)
  expect(await faultsOf(page)).toEqual([])
  expect(await (await request.get('/')).text()).not.toContain('/theme-')

  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  const [, sheet = ''] = /href="(\/theme-[0-9a-f]{12}\.css)"/.exec(await (await request.get('/')).text()) ?? []
  const answer = await request.get(sheet)
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'text/css; charset=utf-8'])
  expect(await answer.text()).toContain(`--accent:${taken}`)

  await day.fill(before)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  expect(await (await request.get('/')).text()).not.toContain('/theme-')
  expect((await request.get(sheet)).status()).toBe(404)
})

test('its menus, its front page and its texts are what was chosen, by keyboard', async ({ page, request }) => {
  await page.goto('/desk/settings/menus')
  await page.getByRole('button', { name: 'Make it your own' }).first().click()
  const search = page.getByRole('button', { name: /^Move Search/ })
  await search.press('Home')
  await expect(page.getByRole('button', { name: /^Move Search: 1 of/ })).toBeFocused()
  await page.getByRole('button', { name: 'Add an address' }).click()
  await page
    .getByRole('textbox', { name: /^Name in the header/ })
    .last()
    .fill('Nowhere')
  await page
    .getByRole('textbox', { name: /^Address in the header/ })
    .last()
    .fill('/nowhere')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('There is no page at /nowhere.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: /^Address in the header/ }).last()).toBeFocused()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Take away: Nowhere' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  expect(await firstOfMenu(page)).toBe('Search')
  await page.getByRole('button', { name: 'Back to the usual menu' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()

  await page.getByRole('link', { name: 'Front page', exact: true }).click()
  await page.getByRole('button', { name: /^Move The newest lists/ }).press('ArrowUp')
  await expect(page.getByRole('button', { name: 'Move The newest lists: 2 of 3. Use the arrow keys.' })).toBeFocused()
  await page.getByLabel('Add a part').selectOption('kind:book')
  await expect(page.getByRole('listitem').filter({ hasText: 'Kind of work: books' })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Discard changes' }).click()
  await expect(page.getByRole('button', { name: /^Move The newest lists: 3 of 3/ })).toBeVisible()

  await page.getByRole('link', { name: 'Texts', exact: true }).click()
  await page.getByLabel('Privacy').fill('## Logs\n\nKept for **seven** days.')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  const privacy = await request.get('/privacy')
  expect([privacy.status(), await privacy.text()]).toEqual([200, expect.stringContaining('<strong>seven</strong>')])
  expect(await (await request.get('/about')).text()).toContain('href="/privacy"')
  await page.getByLabel('Privacy').fill('')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  expect((await request.get('/privacy')).status()).toBe(410)

  for (const [name, words] of [
    ['Language', 'Time zone'],
    ['Feeds', 'What a feed carries of each review'],
    ['Badges', 'What a review can be distinguished as'],
    ['Pings', 'Address of a WebSub hub'],
  ] as const) {
    await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name }).click()
    await expect(page.getByLabel(words)).toBeVisible()
    expect(await faultsOf(page), name).toEqual([])
  }
})

/** What the preview is drawn with, once it is there. */
async function shown(page: Page) {
  const frame = page.frameLocator('iframe[title="The page as readers would see it"]')
  await expect(frame.getByRole('contentinfo')).toBeVisible()
  return frame
    .locator('html')
    .evaluate(html => ({ accent: getComputedStyle(html).getPropertyValue('--accent').trim() }))
}

async function firstOfMenu(page: Page) {
  const html = await (await page.request.get('/')).text()
  return page.evaluate(
    text => new DOMParser().parseFromString(text, 'text/html').querySelector('header nav a')?.textContent,
    html,
  )
}
