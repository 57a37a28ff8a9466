import { expect, test } from '@playwright/test'
import { faultsOf } from './axe.ts'
import { EditorPage } from './editor-page.ts'

// When readers get a review, not before when, and who may see it already.

const stamp = Date.now().toString(36)
/** A time on the clocks of the editor's zone (that of the demo), as its field takes it. */
const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000)
    .toLocaleString('sv-SE', { timeZone: 'Europe/London' })
    .slice(0, 16)
    .replace(' ', 'T')

test('a review is scheduled, held by an embargo, read by a link outside, and published against it with a reason', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000)
  const editor = new EditorPage(page)
  const headline = `At its hour ${stamp}`
  await editor.write({
    headline,
    text: 'It is not for readers yet.',
    verdict: 'Worth the wait.',
    score: '4',
    work: { title: `The Hour ${stamp}`, released: '2024', credits: `Ines ${stamp} Mason, director` },
  })
  const part = page.locator('#field-timing')
  await part.locator('summary').click()

  await part.getByLabel('Publish at a time').fill(inDays(2))
  await part.getByRole('button', { name: 'Schedule', exact: true }).click()
  await expect(part.getByText(/^It is published, with what is saved then, on/)).toBeVisible()
  await expect(part.getByText('as Ada Marlowe has it', { exact: false })).toBeVisible()

  // In the calendar it goes to another day by keyboard, and back.
  const address = page.url()
  await page.goto(`/desk/calendar?view=week&day=${inDays(2).slice(0, 10)}`)
  const entry = page.getByRole('article').filter({ hasText: headline })
  await expect(entry).toContainText('Goes out at')
  await page.getByRole('button', { name: `Move ${headline} to another day` }).press('Enter')
  await page.getByRole('menuitem', { name: 'A week later' }).press('Enter')
  await expect(page.getByText(`Moved: “${headline}”.`)).toBeVisible()
  await expect(entry).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(page.getByText('Taken back.')).toBeVisible()
  await expect(entry).toContainText('Goes out at')
  await page.goto(`/desk/board?q=${stamp}`)
  await expect(page.getByRole('list', { name: 'Scheduled' })).toContainText(headline)
  await page.goto(address)
  await part.locator('summary').click()
  await part.getByLabel('Publish at another time').fill(inDays(-1))
  await part.getByRole('button', { name: 'Change the time' }).click()
  await expect(part.getByText('That time is over. Choose a later one.')).toBeVisible()
  await part.getByLabel('Embargo until').fill(inDays(5))
  await part.getByLabel('On whose wish').fill('The studio')
  await part.getByRole('button', { name: 'Set the embargo' }).click()
  await expect(part.getByText('It is scheduled to be published before that.', { exact: false })).toBeVisible()
  await part.getByRole('button', { name: 'Take it off the schedule' }).click()
  await expect(part.getByRole('button', { name: 'Schedule', exact: true })).toBeVisible()
  await part.getByRole('button', { name: 'Set the embargo' }).click()
  await expect(part.getByText(/^Under embargo until/)).toContainText('The studio')

  await part.getByLabel('A preview link for').fill('Marguerite Okafor')
  await part.getByRole('button', { name: 'Make a link' }).click()
  const link = await part.getByRole('textbox', { name: 'The link' }).inputValue()
  expect(link).toMatch(/\/preview\/[\w-]{43}$/)
  expect(await faultsOf(page)).toEqual([])

  // Somebody outside, who is not signed in.
  const outside = await browser.newContext({ baseURL: baseURL ?? '', storageState: { cookies: [], origins: [] } })
  const reader = await outside.newPage()
  const answer = await reader.goto(link)
  expect(answer?.status()).toBe(200)
  expect(answer?.headers()).toMatchObject({
    'cache-control': expect.stringContaining('no-store'),
    'x-robots-tag': expect.stringContaining('noindex'),
  })
  await expect(reader.getByRole('heading', { name: headline })).toBeVisible()
  await expect(reader.getByRole('note')).toContainText('Made for Marguerite Okafor')
  await expect(reader.getByRole('note')).toContainText('Under embargo until')
  expect(await faultsOf(reader)).toEqual([])
  await part.getByRole('button', { name: 'End the link for Marguerite Okafor' }).click()
  await expect(part.getByRole('button', { name: 'End the link for Marguerite Okafor' })).toHaveCount(0)
  expect((await reader.goto(link))?.status()).toBe(410)
  await expect(reader.getByRole('heading', { name: 'This link has ended' })).toBeVisible()
  await outside.close()

  await page.keyboard.press('ControlOrMeta+Enter')
  const dialog = page.getByRole('dialog', { name: 'Publish' })
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(dialog.getByText('It is under embargo, so nothing was done.')).toBeVisible()
  const against = dialog.getByRole('button', { name: 'Publish against the embargo' })
  await expect(against).toBeDisabled()
  await dialog.getByLabel('Why it does not count').fill('The studio has agreed to it by telephone.')
  expect(await faultsOf(page)).toEqual([])
  await against.click()
  await expect(dialog.getByText('It is live, on every page that shows it.')).toBeVisible()
  await page.goto('/desk/log')
  await expect(page.getByText('published against its embargo').first()).toBeVisible()
})
