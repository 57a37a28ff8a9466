import { expect, type Page, test } from '@playwright/test'
import { faultsOf } from './axe.ts'
import { EditorPage } from './editor-page.ts'

// What a thing was before, what readers have not seen of it, and what was thrown away.

async function hasNoFault(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([])
}

test('a live review is changed, compared, named, discarded and restored', async ({ page }) => {
  test.setTimeout(120_000)
  const stamp = Date.now().toString(36)
  const editor = new EditorPage(page)
  await editor.write({
    headline: `The lamp ${stamp}`,
    text: 'The lamp is lit every night. Nobody in the street remembers who lit it first.',
    verdict: 'Patient and warm.',
    score: '4',
    work: { title: `The Lamp ${stamp}`, released: '2014', credits: `Mina ${stamp}, director` },
  })
  const url = page.url()
  await editor.publish()

  const text = page.getByLabel('Text of the review')
  await text.click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' It is dawn.')
  await page.getByLabel('Verdict', { exact: true }).fill('Patient, funny and warm.')
  await editor.saved()
  // It is counted after a rest.
  await expect(page.getByRole('link', { name: /3 words.* 1 field/ })).toBeVisible({ timeout: 15_000 })

  await page.keyboard.press('ControlOrMeta+Shift+s')
  const keep = page.getByRole('dialog', { name: 'Keep as a named version' })
  await keep.getByLabel('Name').fill('With the dawn')
  await keep.getByLabel('Name').press('Enter')
  await expect(keep.getByText('Kept as “With the dawn”')).toBeVisible()
  await keep.getByRole('button', { name: 'Go on writing' }).click()

  await page.getByRole('link', { name: 'Live · changes not published' }).click()
  await page.waitForURL(/\/changes$/)
  await expect(page.getByRole('heading', { name: 'What readers have not seen' })).toBeVisible()
  await expect(page.locator('ins').filter({ hasText: 'It is dawn.' })).toBeVisible()
  await page.keyboard.press('F8')
  await expect(page.getByRole('status').filter({ hasText: 'Change 1 of 2' })).toBeVisible()
  await page.keyboard.press('F8')
  await expect(page.locator(':focus')).toContainText('It is dawn.')
  await hasNoFault(page)

  await page.getByRole('button', { name: 'Discard changes…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click()
  await page.waitForURL(url)
  await expect(page.getByLabel('Verdict', { exact: true })).toHaveValue('Patient and warm.')
  await expect(page.getByRole('banner').first().getByText('Live', { exact: true })).toBeVisible()

  await page.goto(`${url}/history`)
  await hasNoFault(page)
  await page.getByRole('link', { name: /^With the dawn/ }).click()
  await page.waitForURL(/\/history\/[0-9a-f-]{36}$/)
  await page.getByLabel('Compare with').selectOption({ label: 'What readers see' })
  await page.getByRole('button', { name: 'Compare' }).click()
  await page.waitForURL(/against=live/)
  await expect(page.locator('del').filter({ hasText: 'It is dawn.' })).toBeVisible()
  await hasNoFault(page)
  await page.getByLabel('Why (for the history)').fill('The dawn belongs there')
  await page.getByRole('button', { name: 'Restore this version' }).click()
  await page.waitForURL(url)
  await expect(text).toContainText('It is dawn.')
})

test('what is deleted goes, comes back whole, and says what still needs it; a list tells what it was', async ({
  page,
}) => {
  test.setTimeout(120_000)
  const stamp = Date.now().toString(36)
  const editor = new EditorPage(page)
  await editor.write({
    headline: `Thrown away ${stamp}`,
    text: 'A draft that nobody wants.',
    verdict: 'No.',
    score: '2',
    work: { title: `The Draft ${stamp}`, released: '2015', credits: `Tobias ${stamp}, director` },
  })
  const url = page.url()

  await page.goto(`/desk/works?q=${stamp}`)
  await page
    .getByRole('link', { name: new RegExp(`The Draft ${stamp}`) })
    .first()
    .click()
  await page.waitForURL(/\/desk\/works\/[0-9a-f-]{36}$/)
  await page.getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'still needs it' })).toContainText(`Thrown away ${stamp}`)

  await page.goto(url)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await page.waitForURL(/\/desk\/reviews$/)
  await expect(page.getByRole('link', { name: `Thrown away ${stamp}` })).toHaveCount(0)

  await page.goto('/desk/trash')
  await hasNoFault(page)
  const row = page.getByRole('listitem').filter({ hasText: `Thrown away ${stamp}` })
  await expect(row).toContainText('30 days left')
  await row.getByRole('button', { name: 'Put back' }).click()
  await expect(row).toHaveCount(0)
  await page.goto(url)
  await expect(page.getByLabel('Text of the review')).toContainText('A draft that nobody wants.')

  await page.goto('/desk/lists/new')
  await page.getByRole('button', { name: /empty list/i }).click()
  await page.waitForURL(/\/desk\/lists\/[0-9a-f-]{36}/)
  const list = page.url()
  await page.getByLabel('Title').fill(`Lamps ${stamp}`)
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page.getByText('Everything is saved')).toBeVisible()
  await page.goto(`${list}/history`)
  await hasNoFault(page)
  await page.getByRole('link', { name: /version 2/ }).click()
  await page.waitForURL(/\/history\/[0-9a-f-]{36}$/)
  await expect(page.locator('ins').filter({ hasText: `Lamps ${stamp}` })).toBeVisible()
  await hasNoFault(page)
  await page.goto(list)
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.waitForURL(/\/desk\/lists$/)
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.waitForURL(list)
  await expect(page.getByLabel('Title')).toHaveValue(`Lamps ${stamp}`)
})
