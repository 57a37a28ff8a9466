import { expect, type Locator, type Page, test } from '@playwright/test'
import sharp from 'sharp'

// A whole review without a mouse: written, illustrated, rated, checked and published. Nothing is clicked and nothing filled in but by keys.

const stamp = Date.now().toString(36)

/** Goes on with Tab until it stands there. */
async function tabTo(page: Page, place: Locator): Promise<void> {
  await place.waitFor()
  for (let tries = 0; tries < 150; tries++) {
    if (await place.evaluate(element => element === document.activeElement || element.contains(document.activeElement)))
      return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never comes to ${place}`)
}

test('a review is written, illustrated, rated, checked and published by keyboard alone', async ({ page }) => {
  test.setTimeout(120_000)
  const { keyboard } = page
  await page.goto('/desk')
  await tabTo(page, page.getByRole('button', { name: 'New review' }))
  await keyboard.press('Enter')
  await page.waitForURL(/\/desk\/reviews\/[0-9a-f-]{36}/)

  await tabTo(page, page.getByLabel('Headline', { exact: true }))
  await keyboard.type(`By keys alone ${stamp}`)
  const text = page.getByRole('textbox', { name: 'Text of the review' })
  await tabTo(page, text)
  await keyboard.type('It is a quiet film, and TK minutes long.')
  await keyboard.press('Enter')
  const choosing = page.waitForEvent('filechooser')
  await keyboard.type('/picture')
  await expect(page.getByRole('listbox', { name: 'Blocks' }).getByRole('option').first()).toBeVisible()
  await keyboard.press('Enter')
  const chooser = await choosing
  const picture = sharp({ create: { width: 1600, height: 900, channels: 3, background: '#2f6b4f' } })
  await chooser.setFiles({ name: `green-${stamp}.png`, mimeType: 'image/png', buffer: await picture.png().toBuffer() })
  const description = text.getByLabel(/^Description/).first()
  await description.waitFor({ timeout: 30_000 })
  await tabTo(page, description)
  await keyboard.type('A green field, empty')

  const score = page.getByLabel('Score in figures')
  await tabTo(page, page.getByLabel('Verdict', { exact: true }))
  await keyboard.type('Small, and exact.')
  await tabTo(page, score)
  await keyboard.type('4.5')
  await keyboard.press('Enter')
  await expect(page.getByText('Four and a half stars out of five').first()).toBeVisible()

  const work = page.getByRole('combobox', { name: 'Work', exact: true })
  await tabTo(page, work)
  await keyboard.type(`The Keys ${stamp}`)
  await expect(page.getByRole('option', { name: `Add “The Keys ${stamp}”` })).toBeVisible()
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'A new work' })
  await tabTo(page, dialog.getByLabel('Came out'))
  await keyboard.type('2021')
  await tabTo(page, dialog.getByLabel('Who made it, one to a line'))
  await keyboard.type(`Ines ${stamp} Mason, director`)
  await tabTo(page, dialog.getByRole('button', { name: 'Make the work' }))
  await keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  const section = page.getByLabel('Section', { exact: true })
  await tabTo(page, section)
  await keyboard.type('Film')
  await expect(section.locator('option:checked')).toHaveText('Film')

  // What is still to come keeps it back, and leads to its place.
  await keyboard.press('ControlOrMeta+Enter')
  const publishing = page.getByRole('dialog', { name: 'Publish' })
  const left = publishing.getByRole('button', { name: 'TK is left in the text.' })
  await tabTo(page, left)
  await keyboard.press('Enter')
  await expect(text).toBeFocused()
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('TK')
  await keyboard.type('ninety')
  await expect(text).toContainText('and ninety minutes long')
  await keyboard.press('ControlOrMeta+Enter')
  const publish = publishing.getByRole('button', { name: 'Publish', exact: true })
  await expect(publish).toBeEnabled()
  await tabTo(page, publish)
  await keyboard.press('Enter')
  await expect(publishing.getByText('It is live, on every page that shows it.')).toBeVisible()
})
