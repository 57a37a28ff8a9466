import { expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { faultsOf } from './axe.ts'
import { EditorPage } from './editor-page.ts'

// The blocks of a review: each is made and written by keyboard, saved, and stands on the page as it was written.

const stamp = Date.now().toString(36)
const textOf = (page: Page) => page.getByRole('textbox', { name: 'Text of the review' })

test('a review with every block, made by keyboard, is what its readers see', async ({ page, browser }) => {
  test.setTimeout(180_000)
  const editor = new EditorPage(page)
  await editor.write({
    headline: `The blocks ${stamp} stand`,
    text: 'The flat is bright, and empty',
    verdict: 'Built of parts that hold.',
    score: '4',
    work: { title: `The Blocks ${stamp}`, released: '2021', credits: `Ines ${stamp} Mason, director` },
  })
  const text = textOf(page)
  await text.click()
  await page.keyboard.press('ControlOrMeta+End')
  await writeNotes(page)
  await writeCallout(page)
  await writeTable(page)
  await page.keyboard.type('https://vimeo.com/76979871')
  await page.keyboard.press('Enter')
  await expect(text.getByRole('group', { name: 'From Vimeo' })).toBeVisible()
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await page.keyboard.type('A line between.')
  await page.keyboard.press('Alt+Shift+ArrowDown')
  await writeGallery(page)
  await moveBlocks(page)

  expect(await faultsOf(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await faultsOf(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await page.setViewportSize({ width: 1280, height: 720 })
  await editor.saved()
  await page.reload()
  await expect(text.getByLabel('Title of the callout')).toHaveValue('Where to watch it')
  const path = await editor.publish()

  const reader = await (
    await browser.newContext({ javaScriptEnabled: false, storageState: { cookies: [], origins: [] } })
  ).newPage()
  await reader.goto(path)
  const article = reader.getByRole('article')
  await expect(article.getByRole('note', { name: 'Where to watch it' })).toHaveText(/In cinemas\.$/)
  await expect(article.getByRole('columnheader')).toHaveText(['Year', 'Film'])
  await expect(article.getByRole('row', { name: '2013 Her' })).toBeVisible()
  await expect(article.getByRole('table', { name: 'What he made' })).toBeVisible()
  await expect(article.getByRole('link', { name: /A trailer\s*Watch on Vimeo/ })).toHaveAttribute(
    'href',
    'https://vimeo.com/76979871',
  )
  await expect(article.getByRole('img', { name: 'A green still' })).toBeVisible()
  await expect(article.getByText('Stills of the flat')).toBeVisible()
  const notes = article.getByRole('region', { name: 'Notes' }).or(article.locator('[role="doc-endnotes"]'))
  await expect(notes.getByRole('listitem')).toHaveText([/^As the script says/, /^Or so it seems/])
  await reader.context().close()
  await editor.retract()
})

test('what is typed as Markdown becomes what it means, and is undone as it was typed', async ({ page }) => {
  await page.goto('/desk')
  await page.getByRole('button', { name: 'New review' }).click()
  await page.waitForURL(/\/desk\/reviews\/[0-9a-f-]{36}/)
  const text = textOf(page)
  await text.click()
  const choices = page.getByRole('listbox', { name: 'Blocks' })
  await page.keyboard.type('/')
  await expect(choices).toBeVisible()
  // The list comes to the cursor, and the page stays where it is.
  expect(await page.evaluate(() => scrollY)).toBe(0)
  await page.keyboard.press('Backspace')
  await page.keyboard.type('# A part')
  await expect(text.locator('h2')).toHaveText('A part')
  await page.keyboard.press('Enter')
  await page.keyboard.type('It is ||hers|| now')
  await expect(text.locator('[data-spoiler]')).toHaveText('hers')
  await page.keyboard.press('Enter')
  await page.keyboard.type(':::spoiler The end')
  await page.keyboard.press('Enter')
  await page.keyboard.type('She leaves.')
  await expect(text.getByLabel('Spoiler about')).toHaveValue('The end')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('|||')
  await expect(text.locator('table tr')).toHaveCount(3)
  // What cannot stand in a cell is not offered.
  await page.keyboard.type('/head')
  await expect(page.getByText('No block is called that.')).toBeVisible()
  for (const _ of 'head') await page.keyboard.press('Backspace')
  await page.keyboard.type('footn')
  await expect(choices.getByRole('option')).toHaveText([/^Footnote/])
  for (const _ of '/footn') await page.keyboard.press('Backspace')
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.keyboard.type('Behind it.')
  await expect(text.locator('p').last()).toHaveText('Behind it.')

  // An address that nothing is known of is refused in words, and one that is known stands there.
  await page.keyboard.press('Enter')
  await page.keyboard.type('/youtube')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Film, song or post' })
  await dialog.getByLabel('Its address').fill('https://example.org/film')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(/^This is no address of a film/)).toBeVisible()
  await dialog.getByLabel('Its address').fill('youtu.be/dzVDVWhwU4Q')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(text.getByRole('group', { name: 'From YouTube' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(text.getByRole('group', { name: 'From YouTube' })).toHaveCount(0)
})

async function writeNotes(page: Page): Promise<void> {
  const { keyboard } = page
  await keyboard.press('ControlOrMeta+Alt+f')
  const words = page.getByRole('textbox', { name: 'Words of footnote 1' })
  await expect(words).toBeFocused()
  await keyboard.type('As the script says.')
  await keyboard.press('Escape')
  await keyboard.type('. It goes on[^')
  // A note without words goes when it is left.
  await expect(page.getByRole('textbox', { name: 'Words of footnote 2' })).toBeFocused()
  await keyboard.press('Escape')
  await expect(textOf(page).locator('[data-footnote]')).toHaveCount(1)
  await expect(textOf(page)).toBeFocused()
  await keyboard.type('^[')
  await expect(page.getByRole('textbox', { name: 'Words of footnote 2' })).toBeFocused()
  await keyboard.type('Or so it seems.')
  await keyboard.press('Enter')
  await keyboard.press('F2')
  const second = page.getByRole('textbox', { name: 'Words of footnote 2' })
  await expect(second).toHaveText('Or so it seems.')
  await expect(second).toBeFocused()
  await keyboard.press('Escape')
  await expect(textOf(page)).toBeFocused()
  await keyboard.type('.')
  await keyboard.press('Enter')
}

async function writeCallout(page: Page): Promise<void> {
  const { keyboard } = page
  await keyboard.type('/callout')
  await keyboard.press('Enter')
  await expect(textOf(page).getByLabel('Title of the callout')).toBeVisible()
  await keyboard.press('F2')
  await expect(textOf(page).getByLabel('Title of the callout')).toBeFocused()
  await keyboard.type('Where to watch it')
  await keyboard.press('Enter')
  await keyboard.type('In cinemas.')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
}

async function writeTable(page: Page): Promise<void> {
  const { keyboard } = page
  const text = textOf(page)
  await keyboard.type('| Year | Film |')
  await keyboard.press('Enter')
  await expect(text.locator('th')).toHaveText(['Year', 'Film'])
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await keyboard.type('2013')
  await keyboard.press('Tab')
  await keyboard.type('Her')
  await keyboard.press('Tab')
  await expect(text.locator('tr')).toHaveCount(3)
  const tools = page.getByRole('toolbar', { name: 'Table' })
  await tools.waitFor()
  await keyboard.press('F2')
  await expect(tools.getByRole('button', { name: 'Row above' })).toBeFocused()
  await keyboard.press('ArrowRight')
  await keyboard.press('ArrowRight')
  await keyboard.press('Enter')
  await expect(text.locator('tr')).toHaveCount(2)
  await keyboard.press('Tab')
  await expect(text.getByLabel('Caption of the table')).toBeFocused()
  await keyboard.type('What he made')
  await keyboard.press('Enter')
}

async function writeGallery(page: Page): Promise<void> {
  const { keyboard } = page
  const text = textOf(page)
  await text.getByLabel('Title', { exact: true }).fill('A trailer')
  await keyboard.press('Enter')
  await page.getByLabel('Choose pictures of a gallery').setInputFiles([await still('#2f6b4f'), await still('#5b3a8a')])
  await expect(text.getByRole('group', { name: 'Gallery of 2' })).toBeVisible({ timeout: 40_000 })
  // The first is selected: its words, and then its place.
  await keyboard.press('F2')
  await keyboard.type('A green still')
  await keyboard.press('Escape')
  await keyboard.press('Alt+Shift+ArrowDown')
  await expect(text.locator('figure img').last()).toHaveAttribute('alt', 'A green still')
  await keyboard.press('ArrowLeft')
  await keyboard.press('F2')
  await keyboard.type('A plum still')
  await text.getByLabel('Caption of the gallery').fill('Stills of the flat')
  await keyboard.press('Enter')
}

async function moveBlocks(page: Page): Promise<void> {
  const { keyboard } = page
  const text = textOf(page)
  await keyboard.type('Twice.')
  await keyboard.press('Alt+Shift+d')
  await expect(text.getByText('Twice.', { exact: true })).toHaveCount(2)
  await keyboard.press('Alt+Shift+Backspace')
  await expect(text.getByText('Twice.', { exact: true })).toHaveCount(1)
  await keyboard.press('ControlOrMeta+z')
  await keyboard.press('ControlOrMeta+z')
  await expect(text.getByText('Twice.', { exact: true })).toHaveCount(1)
  // A mouse has a handle, with the same.
  await text.getByText('Twice.', { exact: true }).hover()
  await text.getByText('Twice.', { exact: true }).hover({ position: { x: 4, y: 4 } })
  await page.getByRole('button', { name: 'Move the block' }).click()
  await page.getByRole('menuitem', { name: 'Delete the block' }).click()
  await expect(text.getByText('Twice.', { exact: true })).toHaveCount(0)
}

async function still(colour: string) {
  const buffer = await sharp({ create: { width: 900, height: 600, channels: 3, background: colour } })
    .png()
    .toBuffer()
  return { name: `Still ${colour.slice(1)}.png`, mimeType: 'image/png', buffer }
}
