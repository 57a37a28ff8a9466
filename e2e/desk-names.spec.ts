import { expect, type Page, test } from '@playwright/test'
import { faultsOf } from './axe.ts'

// The name check: what is nearly a credited name is marked while it is written, and put right with one key.

const textOf = (page: Page) => page.getByRole('textbox', { name: 'Text of the review' })
const marks = (page: Page) => textOf(page).locator('[data-name-doubt]')
const saved = (page: Page) => expect(page.getByRole('banner').getByRole('status')).toHaveText(/^Saved/)

/** A review of the film Her, with the cursor in its text and its names known. */
async function begin(page: Page, headline: string): Promise<string> {
  await page.goto('/desk')
  await page.getByRole('button', { name: 'New review' }).click()
  await page.waitForURL(/\/desk\/reviews\/[0-9a-f-]{36}/)
  await page.getByLabel('Headline', { exact: true }).fill(`${headline} ${Date.now().toString(36)}`)
  await page.getByRole('combobox', { name: 'Work', exact: true }).fill('Her')
  const known = page.waitForResponse(/\/api\/desk\/names\?.*work=/)
  await page.getByRole('option').filter({ hasText: 'Film, 2013, Spike Jonze' }).first().click()
  await known
  await textOf(page).click()
  return page.url()
}

test('a misspelt name is marked, one key puts it right, and undo takes that back', async ({ page }) => {
  await begin(page, 'Marked')
  await page.keyboard.type('It sounds like **Scarlett Johannson**. In Phoneix’s eyes stands love; Amy Adams sees it.')
  await expect(marks(page)).toHaveText(['Johannson', 'Phoneix'])
  await expect(page.getByRole('button', { name: '2 names look misspelt' })).toBeVisible()
  await expect(marks(page).first()).toHaveAttribute('title', 'Looks misspelt: Johansson?')

  // With nothing at the cursor the key goes to the next name; there it puts it right.
  await page.keyboard.press('Alt+Enter')
  const offer = page.getByRole('toolbar', { name: '“Johannson” looks misspelt' })
  await expect(offer.getByRole('button', { name: /^Johansson as in Scarlett Johansson/ })).toBeVisible()
  await page.keyboard.press('Alt+Enter')
  await expect(textOf(page).locator('strong')).toHaveText('Scarlett Johansson')
  await expect(marks(page)).toHaveText(['Phoneix'])
  await expect(page.getByText('Put right: Johansson.')).toBeAttached()

  await page.keyboard.press('ControlOrMeta+z')
  await expect(textOf(page)).toContainText('Scarlett Johannson. In Phoneix’s eyes')
  await expect(marks(page)).toHaveText(['Johannson', 'Phoneix'])
  await page.keyboard.press('ControlOrMeta+Shift+z')

  // By mouse, and the possessive stays.
  await marks(page).first().click()
  await page.getByRole('button', { name: /^Phoenix as in Joaquin Phoenix/ }).click()
  await expect(textOf(page)).toContainText('In Phoenix’s eyes')
  await expect(marks(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: /misspelt$/ })).toHaveCount(0)
})

test('headline and verdict are looked at too, and put right in their place', async ({ page }) => {
  await begin(page, 'What Jonz hears')
  await page.getByLabel('Verdict', { exact: true }).fill('Jonz’s best.')
  await expect(page.getByRole('button', { name: '2 names look misspelt' })).toBeVisible()
  await page.getByLabel('Verdict', { exact: true }).press('Alt+Enter')
  await expect(page.getByLabel('Verdict', { exact: true })).toHaveValue('Jonze’s best.')
  await expect(page.getByRole('button', { name: '1 name looks misspelt' })).toBeVisible()
  await page.getByRole('button', { name: 'Change “Jonz” to “Jonze”' }).click()
  await expect(page.getByLabel('Headline', { exact: true })).toHaveValue(/^What Jonze hears/)
  await expect(page.getByRole('button', { name: /misspelt$/ })).toHaveCount(0)
})

test('the names of the credits become links with one command, and one undo', async ({ page }) => {
  await begin(page, 'Linked')
  await page.keyboard.type('Spike Jonze wrote it. Amy Adams is in it, and Spike Jonze is not.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/link')
  await page.getByRole('option', { name: /^Link the names of the credits/ }).click()
  await expect(textOf(page).locator('[data-mention="person"]')).toHaveText(['Spike Jonze', 'Amy Adams'])
  await page.keyboard.press('ControlOrMeta+z')
  await expect(textOf(page).locator('[data-mention]')).toHaveCount(0)
  await expect(textOf(page)).toContainText('Amy Adams is in it')
})

test('a spelling that is right as it is, is not marked again, until somebody doubts it', async ({ page }) => {
  const url = await begin(page, 'Accepted')
  await page.keyboard.type('They call him Theodor.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('And Rooney Marrra.')
  await expect(marks(page)).toHaveText(['Theodor', 'Marrra'])
  await marks(page).last().click()
  await page.getByRole('button', { name: 'It is right as it is' }).click()
  await expect(marks(page)).toHaveText(['Theodor'])
  await saved(page)
  await page.reload()
  await expect(marks(page)).toHaveText(['Theodor'])

  await page.goto('/desk/names')
  await page.getByRole('button', { name: 'Doubt it again: “Marrra”' }).click()
  await expect(page.getByRole('button', { name: 'Doubt it again: “Marrra”' })).toHaveCount(0)
  await page.goto(url)
  await expect(marks(page)).toHaveText(['Theodor', 'Marrra'])
})

test('the whole archive is looked through, and each doubt leads to its place', async ({ page }) => {
  await begin(page, 'Reported')
  const headline = await page.getByLabel('Headline', { exact: true }).inputValue()
  await page.keyboard.type('Nobody but Hoyte van Hoytemma could have lit it.')
  await expect(marks(page)).toHaveText(['Hoytemma'])
  await saved(page)
  await page.goto('/desk/names')
  await page.getByRole('button', { name: /^Look through/ }).click()
  const review = page.getByRole('region', { name: headline })
  await expect(review).toContainText('Nobody but Hoyte van Hoytemma could have lit it.', { timeout: 60_000 })
  await expect(page.getByText(/^Looked through \d+ reviews?/)).toBeVisible({ timeout: 60_000 })
  expect(await faultsOf(page)).toEqual([])
  await review.getByRole('link', { name: 'Go to it: “Hoytemma”' }).click()
  await expect(page.getByRole('toolbar', { name: '“Hoytemma” looks misspelt' })).toBeVisible()
  await page.keyboard.press('Alt+Enter')
  await saved(page)
  await page.goto('/desk/names')
  await expect(page.getByRole('region', { name: headline })).toHaveCount(0)
})

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('marks and offers have no fault that axe can find', async ({ page }) => {
      await begin(page, 'Axe')
      await page.keyboard.type('Scarlett Johannson breathes.')
      await expect(marks(page)).toHaveCount(1)
      await page.keyboard.press('Alt+Enter')
      await expect(page.getByRole('toolbar', { name: '“Johannson” looks misspelt' })).toBeVisible()
      // What floats over the text stands in no landmark, as a menu does.
      expect(await faultsOf(page, { without: ['region'] })).toEqual([])
    })
  })
