import { expect, type Page, test } from '@playwright/test'
import { faultsOf } from './axe.ts'
import { EditorPage } from './editor-page.ts'

// What a review says beside its text: filled in at the side of the editor, published, read, compared.

const panel = (page: Page) => page.getByRole('region', { name: 'Details of the review' })
const textOf = (page: Page) => page.getByRole('textbox', { name: 'Text of the review' })
const savedLine = (page: Page) => page.getByRole('banner').getByRole('status')

async function openPart(page: Page, title: string): Promise<void> {
  await panel(page).getByRole('heading', { name: title, exact: true }).click()
}

async function written(page: Page): Promise<EditorPage> {
  const editor = new EditorPage(page)
  const unique = Date.now().toString(36)
  await editor.write({
    headline: `Everything beside the text ${unique}`,
    text: 'It begins slowly. The second half is the best hour of the year. Then it stops.',
    verdict: 'Worth its slow beginning.',
    score: '3.5',
    work: { title: `A film with sides ${unique}`, released: '2026', credits: `Director ${unique}, director` },
  })
  return editor
}

test('all that is said beside the text is saved, published and read', async ({ page }) => {
  // Everything that the panel can say, typed as a person types it.
  test.slow()
  const editor = await written(page)

  await openPart(page, 'How it was seen')
  await panel(page).getByLabel('How', { exact: true }).selectOption({ label: 'At a press screening' })
  await panel(page).getByLabel('Edition or version').fill('Director’s cut')
  await panel(page).getByLabel('Where, or in your own words').fill('In the third row')
  await expect(
    panel(page).getByText('Seen at a press screening · Director’s cut · In the third row').last(),
  ).toBeVisible()

  await openPart(page, 'Before they read')
  await panel(page).getByLabel('Spoilers').selectOption({ label: 'Gives away a little' })
  await panel(page).getByLabel('Content advisory').fill('Flashing lights.')

  await openPart(page, 'At a glance')
  await panel(page).getByRole('checkbox', { name: 'Essential' }).check()
  await panel(page).getByRole('button', { name: 'Add a line for it' }).click()
  await page.keyboard.type('The colour')
  await page.keyboard.press('Enter')
  await page.keyboard.type('The second half')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(panel(page).getByLabel('For, line 1')).toHaveValue('The second half')
  await expect(panel(page).getByLabel('For, line 1')).toBeFocused()
  await panel(page).getByRole('button', { name: 'Add a line against it' }).click()
  await page.keyboard.type('The first')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Backspace')
  await expect(panel(page).getByLabel('Against, line 1')).toBeFocused()

  await openPart(page, 'Aspects')
  await panel(page).getByRole('button', { name: 'Add an aspect' }).click()
  await page.keyboard.type('Story')
  await panel(page).getByLabel('Weight of Story').selectOption('3')
  await panel(page).getByLabel('Aspect 1', { exact: true }).press('Enter')
  await page.keyboard.type('Sound')
  await panel(page).getByLabel('Value of Sound').selectOption('5')
  await expect(panel(page).getByText('Weighted from the aspects: 3.9 of 5')).toBeVisible()
  // It says what they come to and leaves the score alone, until it is asked.
  await expect(page.getByLabel('Score in figures')).toHaveValue('3.5')
  await panel(page).getByRole('button', { name: 'Use 4 as the score' }).click()
  await expect(page.getByLabel('Score in figures')).toHaveValue('4')
  await expect(panel(page).getByRole('button', { name: /as the score/ })).toHaveCount(0)

  await openPart(page, 'Pull quote')
  await textOf(page).click()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('ArrowRight')
  await panel(page).getByRole('button', { name: 'Take the selected sentence' }).click()
  await expect(panel(page).getByLabel('Pull quote')).toHaveValue('It begins slowly.')
  await panel(page).getByLabel('Pull quote').fill('The second half is the best hour of the year.')
  await editor.saved()

  await page.reload()
  await expect(panel(page).getByLabel('For, line 2')).toHaveValue('The colour')
  await expect(panel(page).getByLabel('Content advisory')).toHaveValue('Flashing lights.')

  const path = await editor.publish()
  await page.goto(path)
  const article = page.getByRole('article').first()
  await expect(article.getByRole('list', { name: 'Badges' }).first()).toHaveText('Essential')
  await expect(article.getByText('Spoilers: mild').first()).toBeVisible()
  await expect(article.getByText('Flashing lights.')).toBeHidden()
  await article.getByText('Content advisory').click()
  await expect(article.getByText('Flashing lights.')).toBeVisible()
  const glance = article.getByRole('region', { name: 'At a glance' })
  await expect(glance.getByRole('listitem')).toHaveText(['The second half', 'The colour', 'The first'])
  await expect(glance.getByRole('row', { name: /^Story 3.5 3 times$/ })).toBeVisible()
  await expect(glance.getByText('Weighted, they come to 3.9 of 5.')).toBeVisible()
  await expect(article.getByText('Seen at a press screening · Director’s cut · In the third row')).toBeVisible()
  // In the margin, where it is not read out a second time.
  await expect(article.locator('[aria-hidden="true"]', { hasText: /^The second half is the best hour/ })).toBeVisible()
  expect(await faultsOf(page, { tags: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })).toEqual([])
})

test('a quote that the text has lost, and aspects that the scale has not, keep a review from its readers', async ({
  page,
}) => {
  await written(page)
  await openPart(page, 'Pull quote')
  await panel(page).getByLabel('Pull quote').fill('Nobody wrote this.')
  await expect(panel(page).getByText('These words do not stand in the text any more.')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Publish', exact: true })).toBeDisabled()
  await dialog.getByRole('button', { name: /^The pull quote does not stand in the text/ }).click()
  await expect(panel(page).getByLabel('Pull quote')).toBeFocused()
  await panel(page).getByLabel('Pull quote').fill('')

  await openPart(page, 'Aspects')
  await panel(page).getByRole('button', { name: 'Add an aspect' }).click()
  await expect(panel(page).getByRole('button', { name: 'Give every aspect a name, or remove it.' })).toBeVisible()
  await panel(page).getByLabel('Aspect 1', { exact: true }).fill('Story')
  await expect(panel(page).getByText('Everything is there.')).toBeVisible()
  await page.getByRole('button', { name: 'Take the score away' }).click()
  await expect(
    panel(page).getByRole('button', { name: /^The aspects are valued on the review’s own scale/ }),
  ).toBeVisible()
  await expect(savedLine(page)).toHaveText(/^Saved/)
})

test('a review in progress says so, and its history says in words what was changed', async ({ page }) => {
  const editor = await written(page)
  const url = page.url()
  await panel(page).getByLabel('Kind').selectOption({ label: 'Review in progress' })
  await openPart(page, 'At a glance')
  await panel(page).getByRole('checkbox', { name: 'Best new' }).check()
  await openPart(page, 'Aspects')
  await panel(page).getByRole('button', { name: 'Add an aspect' }).click()
  await page.keyboard.type('Story')
  await editor.saved()
  await page.goto(`${url}/preview`)
  const article = page.getByRole('article').first()
  await expect(article.getByRole('complementary', { name: 'Review in progress' })).toContainText('may still change')
  await expect(article.getByText('so far').first()).toBeVisible()

  await page.goto(`${url}/history`)
  await page.getByRole('link', { name: 'version 1', exact: false }).last().click()
  await page.getByLabel('Compare with').selectOption({ label: 'What stands now' })
  await page.getByRole('button', { name: 'Compare' }).click()
  const added = page.locator('ins')
  await expect(added.filter({ hasText: 'Best new' })).toBeVisible()
  await expect(added.filter({ hasText: 'Review in progress' })).toBeVisible()
  await expect(added.filter({ hasText: 'Story: Three and a half stars out of five, weight 1' })).toBeVisible()
})

for (const [name, options] of [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['a phone', { viewport: { width: 390, height: 844 } }],
] as const) {
  test.describe(`the fields beside the text, ${name}`, () => {
    test.use(options)
    test('have no fault that axe can find', async ({ page }) => {
      await page.goto('/desk')
      await page.getByRole('button', { name: 'New review' }).click()
      await page.waitForURL(/\/desk\/reviews\/[0-9a-f-]{36}/)
      await textOf(page).waitFor()
      if (!(await panel(page).isVisible()))
        await page
          .getByRole('button', { name: /details/i })
          .first()
          .click()
      for (const part of ['How it was seen', 'Before they read', 'At a glance', 'Aspects', 'Pull quote'])
        await openPart(page, part)
      await panel(page).getByRole('button', { name: 'Add a line for it' }).click()
      expect(await faultsOf(page, { tags: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })).toEqual([])
    })
  })
}
