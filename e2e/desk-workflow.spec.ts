import { expect, test } from '@playwright/test'
import { faultsOf } from './axe.ts'

// An idea becomes a review, is given to somebody with a day, goes from step to step without a mouse, and back.
test.setTimeout(120_000)

test('a pitch is given a day, moved on the board and in the calendar, found again, and taken back', async ({
  page,
}) => {
  const mark = Date.now().toString(36)
  const title = `A pitch ${mark}`
  await page.goto('/desk/board')
  await page.getByRole('button', { name: 'Pitch a review' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByLabel('Headline').fill(title)
  await dialog.getByRole('button', { name: 'Pitch it' }).click()
  await expect(dialog.getByText('Say why we should review it: a sentence is enough.')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await dialog.getByLabel('Why we should review it').fill('Nobody else has seen it.')
  await dialog.getByRole('button', { name: 'Pitch it' }).click()
  await page.waitForURL(/\/desk\/reviews\/[0-9a-f-]{36}/)
  await expect(page.getByText('Nobody else has seen it.')).toBeVisible()
  const step = page.getByLabel('Step', { exact: true })
  await expect(step.locator('option:checked')).toHaveText('Pitch')
  await page.getByLabel('Given to').selectOption({ label: 'Ada Marlowe' })
  await expect(page.getByText(`Changed: “${title}”.`)).toBeVisible()
  await expect(page.getByLabel('Due')).toBeEnabled()
  const today = await page.evaluate(() => new Date().toISOString().slice(0, 10))
  await page.getByLabel('Due').fill(today)
  await page.getByLabel('Due').blur()
  await expect(page.getByText('Due today')).toBeVisible()
  // It says so at once, and can be changed again when the server has answered.
  await expect(page.getByLabel('Due')).toBeEnabled()

  // By the card's menu, from the keyboard.
  await page.goto(`/desk/board?q=${mark}`)
  await expect(page.getByRole('grid', { name: /^Pitch/ })).toContainText(title)
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: `Move ${title} to another step` }).press('Enter')
  await page.getByRole('menuitem', { name: 'Move to Edit' }).press('Enter')
  await expect(page.getByRole('grid', { name: /^Edit/ })).toContainText(title)
  await expect(page.getByText(`Changed: “${title}”.`)).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Taken back.')).toBeVisible()
  await expect(page.getByRole('grid', { name: /^Pitch/ })).toContainText(title)

  await page.getByRole('button', { name: 'Keep this view…' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill(`View ${mark}`)
  await page.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click()
  await expect(page.getByRole('link', { name: `View ${mark}` })).toHaveAttribute('aria-current', 'page')
  await page.getByRole('button', { name: `Forget the view “View ${mark}”` }).click()
  await expect(page.getByRole('link', { name: `View ${mark}` })).toHaveCount(0)

  await page.goto('/desk')
  await expect(page.getByRole('region', { name: 'Needs you' })).toBeVisible()
  await page.goto('/desk/calendar?view=week')
  await page.getByRole('button', { name: `Move ${title} to another day` }).press('Enter')
  await page.getByRole('menuitem', { name: 'No day' }).press('Enter')
  await expect(page.getByText(`Changed: “${title}”.`)).toBeVisible()
  await expect(page.getByRole('link', { name: title })).toHaveCount(0)
  expect(await faultsOf(page)).toEqual([])

  await page.goto(`/desk/reviews?q=${mark}`)
  await page.getByLabel(`Choose ${title}`).check()
  await page.getByRole('button', { name: 'Priority…' }).click()
  await page.getByRole('menuitem', { name: 'High' }).click()
  await expect(page.getByText(`Changed: “${title}”.`)).toBeVisible()
  await page.getByLabel(`Choose ${title}`).check()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Trash', exact: true }).click()
  await expect(page.getByText('One review is in the trash.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('link', { name: title })).toBeVisible()
})

test('steps are added, moved and removed, and their reviews go where it is said', async ({ page }) => {
  const name = `Check ${Date.now().toString(36)}`
  await page.goto('/desk/workflow')
  await page.getByRole('button', { name: 'Add a step' }).click()
  await page.getByRole('button', { name: 'Save the steps' }).click()
  await expect(page.getByText('Give every step a name.')).toBeVisible()
  await page.getByRole('textbox').last().fill(name)
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Save the steps' }).click()
  await expect(page.getByText('The steps are saved.')).toBeVisible()
  await page.goto('/desk/board')
  await expect(page.getByRole('grid', { name: new RegExp(name) })).toBeVisible()
  await page.goto('/desk/workflow')
  await page.getByRole('button', { name: `Remove ${name}` }).click()
  await expect(page.getByLabel(new RegExp(`${name} is removed`))).toBeVisible()
  await page.getByRole('button', { name: 'Save the steps' }).click()
  await expect(page.getByText('The steps are saved.')).toBeVisible()
  await expect(page.getByRole('button', { name: `Remove ${name}` })).toHaveCount(0)
})
