import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { faultsOf } from './axe.ts'

// Writing at the desk: that nothing typed is lost, that two people do not undo each other, and that hands can stay on the keyboard.

test.setTimeout(60_000)

const textOf = (page: Page) => page.getByRole('textbox', { name: 'Text of the review' })
const savedLine = (page: Page) => page.getByRole('banner').getByRole('status')
const slider = (page: Page) => page.getByRole('slider', { name: 'Score' })

async function begin(page: Page, headline: string): Promise<string> {
  await page.goto('/desk')
  await page.getByRole('button', { name: 'New review' }).click()
  await page.waitForURL(/\/desk\/reviews\/[0-9a-f-]{36}/)
  await page.getByLabel('Headline', { exact: true }).fill(`${headline} ${Date.now().toString(36)}`)
  await textOf(page).click()
  return page.url()
}

async function open(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(url)
  await textOf(page).waitFor()
  return page
}

test('without a network, with the laptop closed, what was typed is there again', async ({ page, context }) => {
  const url = await begin(page, 'Offline')
  await page.keyboard.type('First words.')
  await expect(savedLine(page)).toHaveText(/^Saved/)

  await context.setOffline(true)
  await page.keyboard.type(' Written in a tunnel.')
  await expect(savedLine(page)).toHaveText(/^Not saved: no connection. Kept in this browser/)
  await context.setOffline(false)
  await expect(savedLine(page)).toHaveText(/^Saved/, { timeout: 15_000 })

  await context.setOffline(true)
  await page.keyboard.type(' And then the lid fell.')
  await page.close({ runBeforeUnload: false })
  await context.setOffline(false)

  const again = await open(context, url)
  await expect(again.getByText('It is back in its place')).toBeVisible({ timeout: 45_000 })
  await expect(textOf(again)).toContainText('Written in a tunnel. And then the lid fell.')
  await expect(savedLine(again)).toHaveText(/^Saved/)
  await again.reload()
  await expect(textOf(again)).toContainText('And then the lid fell.')
})

test('two windows on one review: both versions are shown, and neither is lost', async ({ page, context }) => {
  // As when nobody can say who has the pen: otherwise the second window would read along.
  await context.route('**/presence*', route => route.abort())
  const url = await begin(page, 'Twice')
  await page.keyboard.type('Words.')
  await expect(savedLine(page)).toHaveText(/^Saved/)
  const other = await open(context, url)
  await other.getByLabel('Standfirst').fill('Theirs')
  await other.getByLabel('Verdict', { exact: true }).fill('A verdict of the other window.')
  await other.keyboard.press('ControlOrMeta+s')
  await expect(savedLine(other)).toHaveText(/^Saved/)

  await page.getByLabel('Standfirst').fill('Mine')
  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toContainText('in another window')
  // What only one of the two has changed is taken from them; what both have, is mine until I say otherwise.
  await expect(dialog.getByRole('group', { name: 'Standfirst' }).getByLabel('Keep mine')).toBeChecked()
  await expect(dialog.getByRole('group', { name: 'Verdict' }).getByLabel('Take theirs')).toBeChecked()
  await dialog.getByRole('button', { name: 'Go on with this' }).click()
  await expect(savedLine(page)).toHaveText(/^Saved/)
  await expect(page.getByLabel('Standfirst')).toHaveValue('Mine')
  await expect(page.getByLabel('Verdict', { exact: true })).toHaveValue('A verdict of the other window.')

  await page.goto(`${url}/history`)
  await page
    .getByRole('link', { name: /version \d/ })
    .first()
    .click()
  await page.waitForURL(/\/history\/[0-9a-f-]{36}$/)
  await expect(page.locator('ins').first()).toContainText(/Mine|A verdict of the other window/)
  await page.goto(url)
  await expect(page.getByLabel('Standfirst')).toHaveValue('Mine')
})

test('a score is turned and typed, and its sentence follows', async ({ page }) => {
  await begin(page, 'Scored')
  await page.getByLabel('Section', { exact: true }).selectOption({ label: 'Film' })
  await expect(slider(page)).toHaveAttribute('aria-valuetext', 'No score yet')
  await slider(page).focus()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await expect(slider(page)).toHaveAttribute('aria-valuetext', 'Rating: four and a half stars out of five (4.5 of 5)')
  await page.getByLabel('Score in figures').fill('4.3')
  await expect(page.getByText('The nearest scores are 4 and 4.5.')).toBeVisible()
  await page.getByLabel('Score in figures').fill('5/5')
  await page.getByRole('button', { name: 'Count something else than stars' }).click()
  await page.getByLabel('One', { exact: true }).fill('OS')
  await expect(page.getByLabel('Several', { exact: true })).toHaveValue("OS's")
  await page.getByLabel('Orb').check({ force: true })
  await expect(page.getByText("Five OS's out of five")).toBeVisible()
  await expect(savedLine(page)).toHaveText(/^Saved/)
  await page.reload()
  await expect(page.getByText("Five OS's out of five")).toBeVisible()
})

test('blocks, mentions and marks without a mouse', async ({ page }) => {
  await begin(page, 'Keyboard')
  await page.keyboard.type('## A part')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/pull')
  await expect(page.getByRole('option', { name: /^Pull quote/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Said twice.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Like **nothing** in @Lost in Trans')
  await expect(page.getByRole('option', { name: /^Lost in Translation/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('or ')
  await page.keyboard.press('ControlOrMeta+Shift+x')
  await page.keyboard.type('the end')
  await page.keyboard.press('ControlOrMeta+Shift+x')
  await page.keyboard.type('.')
  const text = textOf(page)
  await expect(text.locator('h2')).toHaveText('A part')
  await expect(text.locator('aside')).toHaveText('Said twice.')
  await expect(text.locator('strong')).toHaveText('nothing')
  await expect(text.locator('[data-mention="work"]')).toHaveText('Lost in Translation')
  await expect(text.locator('[data-spoiler]')).toHaveText('the end')

  // The toolbar is one stop of the Tab key, before the text; arrows go along it.
  await page.keyboard.press('Shift+Tab')
  const toolbar = page.getByRole('toolbar', { name: 'Text' })
  await expect(toolbar.locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await expect(toolbar.locator(':focus')).toHaveCount(1)
  await page.keyboard.press('ControlOrMeta+/')
  await expect(page.getByRole('dialog', { name: 'Writing by keyboard' })).toBeVisible()
})

test('a picture is taken, shown, and has to be described', async ({ page }) => {
  const file = { name: 'Orb at dusk.png', mimeType: 'image/png', buffer: await drawing() }
  await begin(page, 'Pictures')
  await page.keyboard.type('Words.')
  await page.getByLabel('Choose pictures', { exact: true }).setInputFiles(file)
  await expect(textOf(page).locator('figure img')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('button', { name: /^Describe every picture/ })).toBeVisible()
  await textOf(page)
    .getByLabel(/^Description/)
    .fill('A pale orb on tomato red')
  await expect(page.getByRole('button', { name: /^Describe every picture/ })).toHaveCount(0)
  await page
    .getByLabel('Choose pictures', { exact: true })
    .setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('<svg/>'.repeat(9)) })
  await expect(page.getByText('This is not a JPEG, PNG, WebP or GIF picture.')).toBeVisible()
  await expect(savedLine(page)).toHaveText(/^Saved/)
  await page.reload()
  await expect(textOf(page).locator('figure img')).toHaveAttribute('alt', 'A pale orb on tomato red')
})

test('what is to do leads to its field; the preview is the page', async ({ page }) => {
  const url = await begin(page, 'To do')
  await page.keyboard.type('Previewed words.')
  await page.getByRole('button', { name: /^Write the verdict/ }).click()
  await expect(page.getByLabel('Verdict', { exact: true })).toBeFocused()
  await page.getByRole('button', { name: 'Choose a section.' }).click()
  await expect(page.getByLabel('Section', { exact: true })).toBeFocused()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true })).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(savedLine(page)).toHaveText(/^Saved/)
  const response = await page.goto(`${url}/preview`)
  expect(response?.headers()['x-robots-tag']).toContain('noindex')
  await expect(page.getByRole('article')).toContainText('Previewed words.')
})

for (const [name, options] of [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['a phone', { viewport: { width: 390, height: 844 } }],
] as const)
  test.describe(`on ${name}`, () => {
    test.use(options)

    test('the editor has no fault that axe can find, and nothing is cut off', async ({ page }) => {
      await begin(page, 'Axe')
      await page.keyboard.type('Words.')
      expect(await faultsOf(page)).toEqual([])
      await page.getByRole('button', { name: 'Details' }).click()
      expect(await faultsOf(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    })
  })

function drawing(): Promise<Buffer> {
  return sharp({ create: { width: 900, height: 600, channels: 3, background: '#d8452e' } })
    .png()
    .toBuffer()
}
