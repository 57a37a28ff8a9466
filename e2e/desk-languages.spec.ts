import { expect, test } from '@playwright/test'
import { EditorPage } from './editor-page.ts'

// A review in two languages: written, refused where it is no translation, published, and both pages lead to each other.

test('a review is translated, and each page leads to the other', async ({ page, request }) => {
  test.setTimeout(120_000)
  const stamp = Date.now().toString(36)
  const work = { title: `Two Tongues ${stamp}`, released: '2014', credits: `Una ${stamp} Lang, director` }
  const editor = new EditorPage(page)
  const text = 'It begins in one language and ends in another. Nobody in it minds.'
  await editor.write({ headline: `Said once ${stamp}`, text, verdict: 'Said well.', score: '4', work })
  const english = await editor.publish()
  const desk = page.url()

  await page.goto('/desk')
  await page.getByRole('button', { name: 'New review' }).click()
  await page.waitForURL(/\/desk\/reviews\/[0-9a-f-]{36}/)
  await editor.setHeadline(`Zweimal gesagt ${stamp}`)
  await page.getByLabel('Text of the review').click()
  await page.keyboard.type('Es beginnt in einer Sprache und endet in einer anderen.')
  await page.getByLabel('Verdict', { exact: true }).fill('Gut gesagt.')
  await page.getByLabel('Section', { exact: true }).selectOption({ label: 'Film' })
  await page.getByRole('combobox', { name: 'Work', exact: true }).fill(work.title)
  await page.getByRole('option', { name: new RegExp(`^${work.title}`) }).click()

  await test.step('one in the language of its original is refused, in words', async () => {
    await page.locator('summary').filter({ hasText: 'Language' }).click()
    // The field comes a moment after the panel: what is typed too early finds nothing.
    await expect(async () => {
      await page.getByRole('combobox', { name: 'Translation of' }).fill('')
      await page.getByRole('combobox', { name: 'Translation of' }).fill('Said once')
      await page.getByRole('option', { name: new RegExp(`^Said once ${stamp}`) }).click({ timeout: 4_000 })
    }).toPass()
    await expect(page.getByText('The original is in British English as well.').first()).toBeVisible()
    await page.getByRole('combobox', { name: 'Written in' }).fill('German')
    await page
      .getByRole('option', { name: /^German/ })
      .first()
      .click()
    await editor.saved()
    await expect(page.getByText('The original is in British English as well.')).toHaveCount(0)
  })

  const german = await editor.publish()
  const headOf = async (path: string) => (await (await request.get(path)).text()).replace(/\s+/g, ' ')
  for (const path of [english, german]) {
    const html = await headOf(path)
    const alternates = [...html.matchAll(/<link rel="alternate" hrefLang="([^"]+)" href="([^"]+)"/gi)]
    expect(alternates.map(([, tag, href = '']) => [tag, new URL(href).pathname])).toEqual([
      ['en-GB', english],
      ['de', german],
      ['x-default', english],
    ])
  }

  await page.goto(german)
  await expect(page.locator('article').first()).toHaveAttribute('lang', 'de')
  await page.getByRole('link', { name: 'Also in English' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Said once ${stamp}`)
  await expect(page.getByRole('link', { name: 'Auch auf Deutsch' })).toHaveAttribute('hreflang', 'de')
  await expect(page.getByText('A second opinion')).toHaveCount(0)

  await test.step('the original takes its translation along', async () => {
    await page.goto(desk)
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: /retract/i }).click()
    const question = page.getByRole('alertdialog')
    await expect(question.getByText('Its translation goes with it.')).toBeVisible()
    await question.getByRole('button', { name: /^retract/i }).click()
    await expect(page.getByRole('banner').first()).toContainText('Retracted')
    for (const path of [english, german]) expect((await request.get(path)).status()).toBe(410)
  })
})

test('the publication’s name is changed, what is wrong is said at its field, and what was typed stays', async ({
  page,
  request,
}) => {
  await page.goto('/desk/settings/language')
  const [language, save] = [page.getByLabel('Language', { exact: true }), page.getByRole('button', { name: 'Save' })]
  await language.fill('klingon')
  await save.click()
  await expect(page.getByText('“klingon” is no language that is known.')).toBeVisible()
  await expect(language).toHaveValue('klingon')
  await expect(language).toBeFocused()

  await page.goto('/desk/settings')
  const tagline = page.getByLabel('Tagline')
  const before = await tagline.inputValue()
  await tagline.fill(`${before}, twice`)
  await save.click()
  await expect(page.getByText('Saved.')).toBeVisible()
  expect(await (await request.get('/about')).text()).toContain(`${before}, twice`)
  await tagline.fill(before)
  await save.click()
  await expect(page.getByText('Saved.')).toBeVisible()
})
