import { expect, test } from '@playwright/test'
import { faultsOf } from './axe.ts'

// One key for everything: what there is by name, every screen, what can be done here, and what there is to know about the screen.

test('a work, a screen and a deed are found by keyboard, and a screen explains itself', async ({ page }) => {
  const typed = page.getByPlaceholder('Find a review, a work, a screen')
  const open = async () => {
    await page.keyboard.press('ControlOrMeta+k')
    await expect(typed).toBeFocused()
  }
  await page.goto('/desk/lists', { waitUntil: 'networkidle' })
  await open()
  await expect(page.getByRole('option', { name: /^New review/ })).toBeVisible()
  await page.keyboard.type('piranesi')
  await expect(page.getByRole('option', { name: /^Piranesi/ }).first()).toHaveAttribute('data-focused', 'true')
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/desk\/works\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Piranesi' })).toBeVisible()

  // By another word than its name, and from the pointer.
  await page.getByRole('button', { name: /^Find or do/ }).click()
  await page.keyboard.type('kanban')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/desk/board')
  await page.getByRole('button', { name: 'Help with this screen' }).click()
  const help = page.getByRole('dialog', { name: 'Board' })
  await expect(help).toContainText('by the step it stands in')
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(help).toHaveCount(0)

  await open()
  await page.keyboard.type('new review')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/desk\/reviews\/[0-9a-f-]{36}$/)
  // In the text the key makes a link, as everywhere; beside it, it opens the palette, with what can be done with the review.
  const text = page.getByRole('textbox', { name: 'Text of the review' })
  await expect(text).toHaveAttribute('contenteditable', 'true')
  await text.click()
  await page.keyboard.press('ControlOrMeta+k')
  const link = page.getByRole('dialog')
  await expect(link).toBeVisible()
  await expect(typed).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(link).toHaveCount(0)
  await page.getByLabel('Headline', { exact: true }).click()
  await open()
  await page.keyboard.type('outl')
  await expect(page.getByRole('option', { name: /^Outline/ })).toHaveAttribute('data-focused', 'true')
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('navigation', { name: 'Outline' }).or(page.getByRole('region', { name: 'Outline' })),
  ).toBeVisible()
})
