import { expect, type Page, test } from '@playwright/test'

// A list from nothing to readers and back: works are added by search, ordered by keyboard, with a note; the address lives and dies.

const works = ['Paddington 2', 'Arrival', 'Tusk']

async function add(page: Page, title: string) {
  const field = page.getByRole('combobox', { name: 'Add a work' })
  await field.fill(title)
  await page.getByRole('option', { name: title }).first().click()
  await expect(page.getByLabel(`Rank of ${title}, of `)).toBeVisible()
  // While what was found is shown, everything else is hidden from those who listen.
  await field.press('Escape')
  await expect(page.getByRole('listbox')).toBeHidden()
}

const saved = (page: Page) => expect(page.getByText('Everything is saved')).toBeVisible({ timeout: 20_000 })

test('a list is made, ordered by keyboard, shown to readers, changed, and taken back', async ({ page, request }) => {
  test.setTimeout(120_000)
  const title = `Three of a kind ${Date.now().toString(36)}`
  await page.goto('/desk/lists/new')
  await page.getByRole('button', { name: 'Begin an empty list' }).click()
  await page.getByLabel('Title').fill(title)
  for (const work of works) await add(page, work)
  const list = page.getByRole('list').filter({ has: page.getByLabel(/^Rank of Tusk/) })
  await expect(list.getByRole('listitem')).toHaveCount(3)

  // By a button, which keeps the focus; by typing a rank; by Alt and an arrow from inside the note.
  await page.getByRole('button', { name: 'Move Tusk up' }).press('Enter')
  await expect(page.getByRole('status').filter({ hasText: '“Tusk” is now 2 of 3.' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Move Tusk up' })).toBeFocused()
  await page.getByLabel('Rank of Tusk, of 3').fill('1')
  await page.getByLabel('Rank of Tusk, of 3').press('Enter')
  await expect(page.getByRole('status').filter({ hasText: '“Tusk” is now 1 of 3.' })).toBeVisible()
  await page.getByLabel('Note on Arrival').fill('For its patience.')
  await page.getByLabel('Note on Arrival').press('Alt+ArrowUp')
  await expect(page.getByLabel('Note on Arrival')).toBeFocused()
  await expect(page.getByLabel('Rank of Arrival, of 3')).toHaveValue('2')

  await page.getByRole('button', { name: 'Remove Paddington 2' }).click()
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByLabel('Rank of Paddington 2, of 3')).toHaveValue('3')

  await page.getByRole('button', { name: 'Save and show to readers' }).click()
  await expect(page.getByRole('link', { name: 'See it on the site' })).toBeVisible({ timeout: 20_000 })
  const path = (await page.getByRole('link', { name: 'See it on the site' }).getAttribute('href')) ?? ''
  const html = await (await request.get(path)).text()
  expect(html).toContain('For its patience.')
  const [tusk, arrival, paddington] = ['>Tusk<', '>Arrival<', '>Paddington 2<'].map(words => html.indexOf(words))
  expect([tusk, arrival, paddington].every(at => at !== undefined && at > 0)).toBe(true)
  expect([tusk, arrival, paddington]).toEqual([tusk, arrival, paddington].toSorted((a = 0, b = 0) => a - b))
  expect(await (await request.get('/lists')).text()).toContain(title)

  // What is live, readers see at once: the button says so.
  await page.getByLabel('Standfirst').fill('Chosen in a minute.')
  await page.getByRole('button', { name: 'Save and show to readers' }).click()
  await saved(page)
  expect(await (await request.get(path)).text()).toContain('Chosen in a minute.')

  await page.getByRole('button', { name: 'Take back' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take back' }).click()
  await expect(page.getByRole('button', { name: 'Show to readers', exact: true })).toBeVisible({ timeout: 20_000 })
  expect((await request.get(path)).status()).toBe(410)
  expect(await (await request.get('/lists')).text()).not.toContain(title)
})

test('two who save the same list: the second is told, and loses nothing', async ({ page, context }) => {
  test.setTimeout(120_000)
  await page.goto('/desk/lists/new')
  await page.getByRole('button', { name: 'Begin an empty list' }).click()
  const [mine, theirs] = ['Mine', 'Theirs'].map(word => `${word} ${Date.now().toString(36)}`)
  await page.getByLabel('Title').fill(mine ?? '')
  const other = await context.newPage()
  await expect(page).toHaveURL(/\/desk\/lists\/[0-9a-f-]{36}$/)
  await other.goto(page.url())
  await other.getByLabel('Title').fill(theirs ?? '')
  await other.getByRole('button', { name: 'Save draft' }).click()
  await saved(other)

  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page.getByText('has saved this list since you opened it')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByLabel('Title')).toHaveValue(mine ?? '')
  await page.getByRole('button', { name: 'Save mine over it' }).click()
  await saved(page)
  await other.reload()
  await expect(other.getByLabel('Title')).toHaveValue(mine ?? '')
})

test('an entry is dragged by its handle', async ({ page }) => {
  test.setTimeout(120_000)
  // All three rows at once: one that is out of sight cannot be taken hold of.
  await page.setViewportSize({ width: 1280, height: 1400 })
  await page.goto('/desk/lists/new')
  await page.getByRole('button', { name: 'Begin an empty list' }).click()
  for (const work of works) await add(page, work)
  const rows = page
    .getByRole('list')
    .filter({ has: page.getByLabel(/^Rank of Tusk/) })
    .getByRole('listitem')
  const [first, last] = [await rows.nth(0).boundingBox(), await rows.nth(2).boundingBox()]
  if (!first || !last) throw new Error('The rows are not to be seen')
  await page.mouse.move(last.x + 10, last.y + 30)
  await page.mouse.down()
  await page.mouse.move(first.x + 10, first.y + 200, { steps: 5 })
  await page.mouse.move(first.x + 10, first.y + 4, { steps: 10 })
  await page.mouse.up()
  await expect(page.getByLabel('Rank of Tusk, of 3')).toHaveValue('1')
  await expect(page.getByRole('status').filter({ hasText: '“Tusk” is now 1 of 3.' })).toBeVisible()
})

test('the best of a year is begun from the scores; a year without any makes nothing', async ({ page }) => {
  await page.goto('/desk/lists/new')
  await page.getByLabel('In the year').fill('1899')
  await page.getByRole('button', { name: 'Make the draft' }).click()
  await expect(page.getByText('in 1899 and fits has a score')).toBeVisible()
  await page.getByLabel('In the year').fill('2022')
  await page.getByLabel('Works that').selectOption('reviewed')
  await page.getByRole('button', { name: 'Make the draft' }).click()
  await expect(page.getByLabel('Title')).toHaveValue('The best of what we reviewed in 2022', { timeout: 20_000 })
  await expect(page.getByLabel('Rank of Station Eleven, of 4')).toHaveValue('1')
})
