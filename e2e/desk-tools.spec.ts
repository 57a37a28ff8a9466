import { gzipSync } from 'node:zlib'
import { expect, type Page, test } from '@playwright/test'
import { faultsOf } from './axe.ts'
import { ownerState } from './owner.ts'

// What helps a critic while writing: what is still to come, finding and replacing, the outline, nothing but the text, and the page beside it.

/** KB in gzip that the document asks for, of which React and Next are 139: with them one can write. */
const firstScript = 350
/** KB as they are sent, with what comes by itself after it (fields, menus, what reads answers) when nothing waits for it. */
const mostScript = 500

const textOf = (page: Page) => page.getByRole('textbox', { name: 'Text of the review' })
const saved = (page: Page) => expect(page.getByRole('banner').getByRole('status')).toHaveText(/^Saved/)
const selected = (page: Page) => page.evaluate(() => String(getSelection()))

async function begin(page: Page, headline: string): Promise<string> {
  await page.goto('/desk')
  await page.getByRole('button', { name: 'New review' }).click()
  await page.waitForURL(/\/desk\/reviews\/[0-9a-f-]{36}/)
  await page.getByLabel('Headline', { exact: true }).fill(`${headline} ${Date.now().toString(36)}`)
  await textOf(page).click()
  return page.url()
}

test('what is still to come is marked, gone to by key, and keeps the review from readers; the language’s own marks come as one types', async ({
  page,
}) => {
  await begin(page, 'To come')
  const { keyboard } = page
  await keyboard.type(`It opened in TK, and it's "a film about 'listening'" -- or so they say... TKO.`)
  await expect(textOf(page)).toHaveText('It opened in TK, and it’s “a film about ‘listening’” – or so they say… TKO.')
  await expect(textOf(page).locator('mark')).toHaveText(['TK'])

  // Backspace right after brings back what was typed; a field has the same marks, in its own undo.
  await keyboard.press('Enter')
  await keyboard.type('Say "')
  await keyboard.press('Backspace')
  await keyboard.type('x')
  await expect(textOf(page).locator('p').nth(1)).toHaveText('Say "x')
  const verdict = page.getByLabel('Verdict', { exact: true })
  await verdict.click()
  await keyboard.type(`The "voice" of TK`)
  await expect(verdict).toHaveValue('The “voice” of TK')

  await expect(page.getByRole('button', { name: /^2 TK/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'TK is left in the text.' })).toBeVisible()
  await keyboard.press('F8')
  await expect.poll(() => selected(page)).toBe('TK')
  await expect(textOf(page)).toBeFocused()
  await keyboard.press('F8')
  await expect(verdict).toBeFocused()
  await keyboard.press('ControlOrMeta+Enter')
  const dialog = page.getByRole('dialog', { name: 'Publish' })
  await expect(dialog.getByRole('button', { name: 'Publish', exact: true })).toBeDisabled()
  await dialog.getByRole('button', { name: 'TK is left in the text.' }).click()
  await expect(textOf(page)).toBeFocused()
  await expect.poll(() => selected(page)).toBe('TK')
  await keyboard.type('2013')
  await expect(page.getByRole('button', { name: 'TK is left in the text.' })).toHaveCount(0)

  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Smart punctuation is on/ }).click()
  await textOf(page).click()
  await keyboard.press('ControlOrMeta+End')
  await keyboard.type(` "plain"`)
  await expect(textOf(page)).toContainText('"plain"')
  await saved(page)
})

test('words are found and replaced by keyboard, the outline leads through the text, and the page stands beside it', async ({
  page,
}) => {
  test.setTimeout(90_000)
  await begin(page, 'Found')
  const { keyboard } = page
  await keyboard.type('Agnès hears her, and her alone.')
  await keyboard.press('Enter')
  await keyboard.type('## The voice')
  await keyboard.press('Enter')
  await keyboard.type('Others hear Agnes. Where?')

  await keyboard.press('ControlOrMeta+f')
  const bar = page.getByRole('search', { name: 'In the text' })
  await expect(bar.getByLabel('Find in the text')).toBeFocused()
  await keyboard.type('her')
  await expect(bar.getByRole('status')).toHaveText('1 of 4')
  await bar.getByRole('button', { name: 'Whole words' }).click()
  await expect(bar.getByRole('status')).toHaveText('1 of 2')
  await bar.getByLabel('Find in the text').press('Enter')
  await expect(bar.getByRole('status')).toHaveText('2 of 2')
  expect(await faultsOf(page)).toEqual([])
  await keyboard.press('Escape')
  await expect(bar).toHaveCount(0)
  // Back where one was writing.
  await keyboard.type('!')
  await expect(textOf(page)).toContainText('Where?!')

  await keyboard.press('ControlOrMeta+Shift+f')
  await bar.getByLabel('Find in the text').fill('agnes')
  await expect(bar.getByRole('status')).toHaveText(/of 2$/)
  await bar.getByLabel('Put in its place').fill('Samantha')
  await bar.getByRole('button', { name: 'Replace all' }).click()
  await expect(bar.getByRole('status')).toHaveText('Replaced 2 places.')
  await keyboard.press('Escape')
  await expect(textOf(page)).toContainText('Samantha hears')
  await keyboard.press('ControlOrMeta+z')
  await expect(textOf(page)).toContainText('Agnès hears')
  await expect(textOf(page)).toContainText('hear Agnes')

  await keyboard.press('ControlOrMeta+End')
  await keyboard.press('ControlOrMeta+Shift+o')
  const outline = page.getByRole('navigation', { name: 'Outline of the text' })
  await expect(outline.getByRole('button', { name: /^The voice/ })).toBeFocused()
  await keyboard.press('ArrowUp')
  await keyboard.press('Enter')
  await expect(textOf(page)).toBeFocused()
  await expect(outline.locator('[aria-current]')).toContainText('Beginning')
  expect(await faultsOf(page)).toEqual([])

  await keyboard.press('F9')
  await expect(page.getByRole('toolbar', { name: 'Focus' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Details of the review' })).toBeHidden()
  expect(await faultsOf(page)).toEqual([])
  await page.reload()
  await expect(page.getByRole('toolbar', { name: 'Focus' })).toBeVisible()
  await keyboard.press('F9')
  await expect(page.getByRole('toolbar', { name: 'Focus' })).toHaveCount(0)

  await keyboard.press('ControlOrMeta+Alt+p')
  const preview = page.getByRole('region', { name: 'Preview' })
  const shown = preview.frameLocator('iframe:not([aria-hidden])')
  await expect(shown.getByText('Others hear Agnes.')).toBeVisible({ timeout: 15_000 })
  await textOf(page).click()
  await keyboard.press('ControlOrMeta+End')
  await keyboard.type(' And so on.')
  await expect(shown.getByText('And so on.')).toBeVisible({ timeout: 15_000 })
  await expect(preview.locator('iframe')).toHaveCount(1)
  await preview.getByRole('button', { name: 'Desktop' }).click()
  expect(await faultsOf(page)).toEqual([])
})

test('the editor’s page asks for no more script than its budget, and what comes after it is bounded too', async ({
  page,
  browser,
  baseURL,
}) => {
  const url = await begin(page, 'Light')
  await saved(page)
  const html = await (await page.request.get(url)).text()
  // What every browser of today loads: `nomodule` is for those of before.
  const asked = [...html.matchAll(/<script[^>]* src="([^"?]+\.js)[^>]*>/g)].filter(([tag]) => !/nomodule/i.test(tag))
  const bodies = await Promise.all(asked.map(async ([, src = '']) => (await page.request.get(src)).body()))
  const first = bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0)
  expect(asked.length).toBeGreaterThan(5)
  expect(Math.round(first / 1024)).toBeLessThanOrEqual(firstScript)

  // A browser that has nothing of it yet.
  const fresh = await browser.newContext({ baseURL: baseURL ?? '', storageState: ownerState })
  const other = await fresh.newPage()
  await other.goto(url)
  await textOf(other).click()
  const bytes = await other.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(entry => entry instanceof PerformanceResourceTiming && /\.js$/.test(new URL(entry.name).pathname))
      .reduce((sum, entry) => sum + (entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : 0), 0),
  )
  expect(bytes).toBeGreaterThan(first / 2)
  expect(Math.round(bytes / 1024)).toBeLessThanOrEqual(mostScript)
  await fresh.close()
})
