import { expect, test } from '@playwright/test'
import { EditorPage } from './editor-page.ts'

// How a review will look where machines show it, beside the text while it is written.

test('the search result, the cards and the markup follow what is written, and say what to mend', async ({ page }) => {
  test.setTimeout(90_000)
  const stamp = Date.now().toString(36)
  const editor = new EditorPage(page)
  const title = `The Weir ${stamp}`
  await editor.write({
    headline: 'Low water',
    text: 'It begins with a weir. Everybody crosses it, and one by one they go home.',
    verdict: 'Slow, and worth the wait.',
    score: '4',
    work: { title, released: '2014', credits: `Ingrid ${stamp} Vale, director` },
  })
  await page.getByRole('button', { name: 'How it looks elsewhere' }).click()
  const desktop = page.getByRole('region', { name: 'The search result, on a desktop' })

  await test.step('as it is, with what is missing', async () => {
    await expect(desktop).toContainText(`${title} (2014) review: Low water`)
    await expect(desktop).toContainText('Rating: 4/5')
    await expect(page.getByText('There is no standfirst')).toBeVisible()
    await expect(page.getByText('There is no picture')).toBeVisible()
  })

  await test.step('as it is typed, before anything is saved', async () => {
    await page.getByLabel('Title for search engines').fill('Low water, high praise')
    await expect(desktop).toContainText('Low water, high praise')
    await expect(page.getByText('22 of 60 letters.')).toBeVisible()
    await page
      .getByLabel('Title for search engines')
      .fill('Low water, high praise and a great deal more than there is any room for here')
    await expect(page.getByText('so it is cut').first()).toBeVisible()
    await page.getByLabel('Title for search engines').fill('')
    await page.getByRole('button', { name: 'Write a standfirst, or a description for search engines.' }).click()
    await expect(page.getByLabel('Standfirst', { exact: true })).toBeFocused()
    await page.keyboard.type('A film about people who cross a weir, and about the evening on which they stopped.')
    await expect(desktop).toContainText('A film about people who cross a weir')
    await expect(page.getByText('There is no standfirst')).toBeHidden()
  })

  await test.step('and the drawn card and the markup once it is saved', async () => {
    await editor.saved()
    const card = page.getByRole('figure').filter({ hasText: 'The verdict, drawn' }).getByRole('img')
    await expect(card).toHaveJSProperty('naturalWidth', 1200)
    await expect(card).toHaveJSProperty('naturalHeight', 630)
    const src = (await card.getAttribute('src')) ?? ''
    expect((await page.request.get(src)).headers()['cache-control']).toBe('private, no-store')
    await page.getByText('Review “Low water”').click()
    await page.getByText('reviewRating').click()
    await expect(page.getByText('ratingValue')).toBeVisible()
  })

  await test.step('which nobody else sees', async () => {
    const id = /reviews\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
    const signedOut = await page
      .context()
      .browser()
      ?.newContext({ storageState: { cookies: [], origins: [] } })
    for (const what of ['card', 'elsewhere'])
      expect(
        (await signedOut?.request.get(new URL(`/api/desk/reviews/${id}/${what}`, page.url()).href))?.status(),
      ).toBe(401)
    await signedOut?.close()
  })
})
