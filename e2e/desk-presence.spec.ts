import { expect, type Page, test } from '@playwright/test'
import { faultsOf } from './axe.ts'
import { join } from './somebody-else.ts'

// Two people, and two windows of one person, in one review: who writes, who reads along, and how the pen goes from one to the other.
test.setTimeout(120_000)

const textOf = (page: Page) => page.getByRole('textbox', { name: 'Text of the review' })
const penLine = (page: Page) => page.getByRole('region', { name: 'Who is writing' })
const mayWrite = (page: Page) => expect(textOf(page)).toHaveAttribute('contenteditable', 'true')
const readsAlong = (page: Page) => expect(textOf(page)).toHaveAttribute('contenteditable', 'false')

test('the second person reads along, asks, is answered, and is relieved again', async ({ page, browser, baseURL }) => {
  const noor = await join(page, browser, { baseURL, role: 'editor' })
  const url = await begin(page)
  await page.keyboard.type('The first sentence is hers.')
  await noor.page.goto(url)
  await expect(penLine(noor.page)).toContainText('Ada Marlowe is writing. You are reading along.')
  await readsAlong(noor.page)
  await expect(noor.page.getByLabel('Headline', { exact: true })).not.toBeEditable()
  await expect(noor.page.getByRole('button', { name: 'Also here: Ada Marlowe' })).toBeVisible()
  await expect(page.getByRole('button', { name: `Also here: ${noor.name}` })).toBeVisible()
  await expect(textOf(noor.page)).toContainText('The first sentence is hers.')
  await page.keyboard.type(' So is the second.')
  await page.getByLabel('Standfirst').fill('Read along')
  await expect(textOf(noor.page)).toContainText('So is the second.')
  await expect(noor.page.getByLabel('Standfirst')).toHaveValue('Read along')
  expect(await faultsOf(noor.page)).toEqual([])

  await penLine(noor.page).getByRole('button', { name: 'Ask for the pen' }).click()
  const question = page.getByRole('region', { name: `${noor.name} asks to write` })
  await expect(question).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await question.getByRole('button', { name: 'Not now' }).click()
  await expect(question).toBeHidden()
  await expect(penLine(noor.page)).toContainText('would like to go on for now')
  await penLine(noor.page).getByRole('button', { name: 'Ask again' }).click()
  await textOf(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' And the last.')
  await question.getByRole('button', { name: 'Give it' }).click()

  // What was written a moment before is there when she begins.
  await mayWrite(noor.page)
  await expect(textOf(noor.page)).toContainText('And the last.')
  await expect(textOf(noor.page)).toBeFocused()
  await noor.page.keyboard.press('ControlOrMeta+End')
  await noor.page.keyboard.type(' This one is mine.')
  await expect(penLine(page)).toContainText(`${noor.name} is writing`)
  await expect(textOf(page)).toContainText('This one is mine.')

  await noor.page.keyboard.type(' It has no end')
  await penLine(page).getByRole('button', { name: 'Take over…' }).click()
  const dialog = page.getByRole('alertdialog', { name: `Take over from ${noor.name}?` })
  await expect(dialog).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Take over' }).click()
  await expect(dialog.getByText('Say in a word why you take over.')).toBeVisible()
  await dialog.getByLabel(/^Why, in a word/).fill('It goes out at noon')
  await dialog.getByRole('button', { name: 'Take over' }).click()
  await mayWrite(page)
  await expect(textOf(page)).toContainText('It has no end')
  await expect(penLine(noor.page)).toContainText(
    'Ada Marlowe took the pen: “It goes out at noon”. Everything that you wrote here is saved.',
  )
  await readsAlong(noor.page)
  expect(await faultsOf(noor.page)).toEqual([])

  // Whoever closes the window puts the pen down; it is picked up by hand, not by chance.
  await page.goto('/desk/reviews')
  await expect(penLine(noor.page)).toContainText('Nobody is writing.')
  await penLine(noor.page).getByRole('button', { name: 'Write' }).click()
  await mayWrite(noor.page)
  await page.reload()
  await expect(page.getByText(`${noor.name} is writing now`).first()).toBeVisible()

  // Nothing of it for who may not read the review, nor for who is signed out.
  const stranger = await browser.newContext({ storageState: { cookies: [], origins: [] } })
  const id = new URL(url).pathname.split('/').at(-1)
  const stream = await stranger.request.get(`/api/desk/reviews/${id}/presence?window=${id}`)
  expect(stream.status()).toBe(401)
  await stranger.close()
  await noor.close()
})

test('two windows of one person are two, and each lets the other go on', async ({ page, context }) => {
  const url = await begin(page)
  await page.keyboard.type('From the first window.')
  await expect(page.getByRole('banner').getByRole('status')).toHaveText(/^Saved/)
  const other = await context.newPage()
  await other.goto(url)
  await expect(penLine(other)).toContainText('You are writing in another window.')
  await readsAlong(other)
  await penLine(other).getByRole('button', { name: 'Write here' }).click()
  await mayWrite(other)
  await expect(penLine(page)).toContainText('You went on in another window.')
  await readsAlong(page)
  await expect(textOf(other)).toBeFocused()
  await other.keyboard.press('ControlOrMeta+End')
  await other.keyboard.type(' From the second.')
  await expect(textOf(page)).toContainText('From the second.')

  // The one that is left writes again by itself.
  await other.close({ runBeforeUnload: true })
  await mayWrite(page)
  await expect(penLine(page)).toBeHidden()

  // Without the server nobody is kept from writing.
  const offline = await context.newPage()
  await offline.route('**/presence*', route => route.abort())
  await offline.goto(url)
  await mayWrite(offline)
})

/** Begins a review, and stands in its text. */
async function begin(page: Page): Promise<string> {
  await page.goto('/desk')
  await page.getByRole('button', { name: 'New review' }).click()
  await page.waitForURL(/\/desk\/reviews\/[0-9a-f-]{36}/)
  await page.getByLabel('Headline', { exact: true }).fill(`Presence ${Date.now().toString(36)}`)
  await textOf(page).click()
  return page.url()
}
