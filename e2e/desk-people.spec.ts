import { expect, type Page, test } from '@playwright/test'

// People and series at the desk. What is merged here is parted again, so that the demo stays what it is.

const gone = 'Portia Doubleday'
const kept = 'Olivia Wilde'

test('two people are merged: the old address leads on in one hop, and undoing puts everything back', async ({
  page,
}) => {
  test.slow()
  await openPerson(page, gone)
  const goneUrl = page.url()
  await page.getByRole('link', { name: 'Merge with another one…' }).click()
  await page.getByRole('combobox', { name: 'The name that is the same person or group' }).fill('Olivia Wild')
  await page.getByRole('option', { name: kept }).click()
  await expect(page.getByRole('heading', { name: `What moves from “${gone}” to “${kept}”` })).toBeVisible({
    timeout: 20_000,
  })
  await expect(page.getByText('Her, actor (Isabella)')).toBeVisible()
  await page.getByRole('button', { name: `Merge into “${kept}”` }).click()
  await expect(page.getByText(`“${gone}” was merged into this one.`).first()).toBeVisible({ timeout: 20_000 })
  await expect(page.getByLabel('Also known as')).toHaveValue(gone)

  const moved = await page.request.get('/people/portia-doubleday', { maxRedirects: 0 })
  expect(moved.status()).toBe(308)
  expect(new URL(moved.headers().location ?? '', 'http://x').pathname).toBe('/people/olivia-wilde')
  await page.goto(goneUrl)
  await expect(page.getByText(`“${gone}” was merged into this one. This is where it leads now.`)).toBeVisible()

  await page.getByRole('button', { name: /^Undo: “Portia Doubleday” was merged/ }).click()
  await expect(page.getByText('Undone: everything is where it was.')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('heading', { name: gone, level: 1 })).toBeVisible()
  expect((await page.request.get('/people/portia-doubleday', { maxRedirects: 0 })).status()).toBe(200)
  expect((await page.request.get('/people/olivia-wilde', { maxRedirects: 0 })).status()).toBe(200)
})

test('somebody is found with a slip and without an accent', async ({ page }) => {
  await page.goto('/desk/people')
  for (const [typed, name] of [
    ['Joaquin Phenix', 'Joaquin Phoenix'],
    ['bjork', 'Björk'],
  ] as const) {
    await page.getByRole('searchbox').fill(typed)
    await page.getByRole('button', { name: 'Search' }).click()
    await page.waitForURL(/[?&]q=/)
    await expect(page.getByRole('main').getByRole('link', { name, exact: true })).toBeVisible({ timeout: 15_000 })
  }
})

test('a series is made, put in order by keyboard, and shown to readers', async ({ page }) => {
  test.slow()
  const name = `Futures ${Date.now()}`
  await page.goto('/desk/series/new')
  await page.getByLabel('Name').fill(name)
  for (const title of ['Arrival', 'Outer Wilds']) {
    await page.getByRole('combobox', { name: 'Add a work' }).fill(title)
    await page.getByRole('option', { name: title }).first().click()
    await page.keyboard.press('Escape')
  }
  await page.getByRole('button', { name: 'Move Outer Wilds: 2 of 2. Use the arrow keys.' }).focus()
  await page.keyboard.press('ArrowUp')
  await page.getByRole('button', { name: 'Make the series' }).click()
  await page.waitForURL(/\/desk\/series\/[0-9a-f-]{36}$/)
  await page.getByRole('link', { name: 'See its page' }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  await expect(page.getByText('Two works, all reviewed here.')).toBeVisible()
  await expect(page.getByRole('list', { name: 'In order' }).locator('> li').first()).toContainText('Outer Wilds')
  await page.goto('/works/arrival')
  await expect(page.getByRole('link', { name }).first()).toBeVisible()
  // Nothing is left for readers: the demo has series of its own.
  await page.goto('/desk/series')
  await page.getByRole('link', { name }).click()
  for (const title of ['Arrival', 'Outer Wilds']) await page.getByRole('button', { name: `Take away ${title}` }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
})

async function openPerson(page: Page, name: string): Promise<void> {
  await page.goto(`/desk/people?q=${encodeURIComponent(name)}`)
  await page.getByRole('main').getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}
