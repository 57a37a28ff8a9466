import { expect, test } from '@playwright/test'
import { faultsOf } from './axe.ts'
import { EditorPage } from './editor-page.ts'
import { join } from './somebody-else.ts'

// What people are told of, how they choose to hear of it, and the mails that are written where there is no mail server.

const stamp = Date.now().toString(36)

test('a critic is told of what was done with their review, and chooses what comes by mail', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000)
  // Somebody to be told: a critic, whose review this is.
  const { page: ines, close } = await join(page, browser, { baseURL, role: 'critic' })
  await new EditorPage(ines).write({
    headline: `Told of it ${stamp}`,
    text: 'Somebody else presses the button.',
    verdict: 'It goes out.',
    score: '3',
    work: { title: `The Button ${stamp}`, released: '2022', credits: `Otto ${stamp} Berg, director` },
  })
  await page.goto(new URL(ines.url()).pathname)
  await new EditorPage(page).publish()

  await ines.goto('/desk/account')
  await ines.getByLabel('A review is given to you').selectOption('never')
  await ines.locator('form', { hasText: 'The mail of the day' }).getByRole('button', { name: 'Save' }).click()
  await expect(ines.getByText('Kept.')).toBeVisible()
  await ines.getByRole('link', { name: 'For you (1)' }).click()
  await expect(ines.getByRole('link', { name: /published “Told of it/ })).toBeVisible()
  expect(await faultsOf(ines)).toEqual([])
  await ines.getByRole('button', { name: 'I have seen all' }).click()
  await expect(ines.getByText('Nothing is new.')).toBeVisible()
  await expect(ines.getByRole('link', { name: 'For you', exact: true })).toBeVisible()
  await close()

  await page.goto('/desk/mail')
  await expect(page.getByText('There is no mail server', { exact: false })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('link', { name: 'What they look like' }).click()
  await expect(page.getByRole('heading', { name: 'The mail of the day' })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
})
