import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { EditorPage } from './editor-page.ts'

// What is sent to aggregators: looked at, made into a file, remembered, and told again when it has changed or is gone. Other journeys
// publish at the same time, so only what is said of this one's review is looked at.

const stamp = Date.now().toString(36)
const recipient = `The Gatherer ${stamp}`

test('a review is sent, changed, sent again, retracted, and said to be gone', async ({ page }) => {
  test.setTimeout(120_000)
  const editor = new EditorPage(page)
  const title = `The Kiln ${stamp}`
  const headline = `Fired twice ${stamp}`
  await editor.write({
    headline,
    text: 'It begins with a kiln. Everybody stands around it, and it takes its time.',
    verdict: 'Slow, and worth the warmth.',
    score: '4',
    work: { title, released: '2014', credits: `Ingrid ${stamp} Vale, director` },
  })
  await editor.publish()
  const reviewUrl = page.url()
  const row = page.getByRole('row').filter({ hasText: title })

  await test.step('a look says what is wrong with it, leads to where that is mended, and remembers nothing', async () => {
    await open(page, { limit: '40' })
    await expect(row.getByText('Four stars out of five')).toBeVisible()
    await expect(row.getByText('Fresh', { exact: true })).toBeVisible()
    await expect(row.getByText('Not sent')).toBeVisible()
    await row.getByRole('link', { name: 'Choose a sentence of the review' }).click()
    await page.waitForURL(/field-pullQuote/)
    await page.getByRole('textbox', { name: 'Pull quote' }).fill('Everybody stands around it, and it takes its time.')
    await editor.saved()
    await editor.publish()
    await open(page, { limit: '40' })
    await expect(row.getByText('50 characters, 10 more than the 40 that are taken.')).toBeVisible()
  })

  await test.step('a file is made, and remembered', async () => {
    await open(page, {})
    const text = await make(page, 'Download CSV')
    expect(text).toMatch(new RegExp(`${title},2014,.*Everybody stands around it.*Four stars out of five,4,5,80,Fresh,`))
    await expect(row.getByText(`Sent to ${recipient}`)).toBeVisible()
    await open(page, { only: 'new' })
    await expect(row).toHaveCount(0)
  })

  await test.step('a change of what was sent is told apart, and alone', async () => {
    await page.goto(reviewUrl)
    await page.getByLabel('Score in figures').fill('2')
    await page.getByLabel('Score in figures').press('Enter')
    await editor.saved()
    await editor.publish()
    await open(page, { only: 'new' })
    await expect(row.getByText('Changed since')).toBeVisible()
    await expect(row.getByText('Rotten', { exact: true })).toBeVisible()
    const told: unknown = JSON.parse(await make(page, 'Download JSON'))
    const score = expect.objectContaining({ freshness: 'rotten' })
    const changed = expect.objectContaining({ headline, state: 'changed', score })
    expect(told).toMatchObject({ recipient, reviews: expect.arrayContaining([changed]) })
  })

  await test.step('and so is its being retracted', async () => {
    await page.goto(reviewUrl)
    await editor.retract()
    await open(page, { only: 'new' })
    await expect(row.getByText('Retracted since')).toBeVisible()
    const told: unknown = JSON.parse(await make(page, 'Download JSON'))
    expect(told).toMatchObject({ withdrawn: expect.arrayContaining([expect.objectContaining({ headline })]) })
    await expect(row).toHaveCount(0)
  })

  await test.step('a file that was a mistake is forgotten', async () => {
    await page.getByRole('button', { name: 'Forget' }).first().click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Forget' }).click()
    await expect(row.getByText('Retracted since')).toBeVisible()
  })
})

test('the desk of aggregators is nobody’s who is signed out', async ({ browser }) => {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } })
  const page = await context.newPage()
  await page.goto('/desk/aggregators')
  await expect(page).toHaveURL(/sign-in/)
  const origin = new URL(page.url()).origin
  const answer = await page.request.post('/api/desk/aggregators', { data: {}, headers: { Origin: origin } })
  expect(answer.status()).toBe(401)
  await context.close()
})

/** What was published today, for the recipient of this journey. */
async function open(page: Page, more: Record<string, string>): Promise<void> {
  await page.goto(`/desk/aggregators?${new URLSearchParams({ for: recipient, ...more })}`, { waitUntil: 'networkidle' })
  await expect(page.getByRole('heading', { level: 2, name: recipient }).first()).toBeVisible()
}

async function make(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent('download', { timeout: 40_000 })
  await page.getByRole('button', { name: button }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^[a-z0-9-]+\.(csv|json)$/)
  return readFile(await file.path(), 'utf8')
}
