import { expect, type Page, test } from '@playwright/test'
import { faultsOf } from './axe.ts'

// Works at the desk: made in a minute without a mouse, put right, and seen by readers at the next look.

/** For what the server has to answer first. */
const answered = expect.configure({ timeout: 30_000 })

const word = () => Math.random().toString(36).slice(2, 8)
const status = (page: Page) =>
  page
    .locator('form')
    .getByRole('status')
    .filter({ hasText: /Saved\.|Not saved yet\./ })

async function save(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+s')
  await answered(status(page)).toHaveText('Saved.')
}

/** Makes a work by keyboard alone, and ends on its page at the desk. */
async function make(page: Page, title: string, credits: string): Promise<void> {
  await page.goto('/desk/works/new', { waitUntil: 'networkidle' })
  await expect(page.getByLabel('Title')).toBeFocused()
  await page.keyboard.type(title)
  await page.keyboard.press('Tab')
  await page.keyboard.type('2013')
  await page.keyboard.press('Tab')
  await page.keyboard.type(credits)
  await expect(page.getByRole('list', { name: 'Understood' })).not.toContainText('Nothing yet')
  await page.keyboard.press('Tab')
  while (
    !(await page.getByRole('button', { name: 'Make the work' }).evaluate(button => button === document.activeElement))
  )
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/desk\/works\/[0-9a-f-]{36}$/)
  await answered(page.getByRole('heading', { level: 1 })).toHaveText(title)
}

test('a work is made by keyboard, with credits as one writes them down', async ({ page }) => {
  const title = `Lantern ${word()}`
  await make(page, title, `Spike Jonze, writer and director\nZora ${word()} as Theodore\n`)
  const credits = page.getByRole('list', { name: 'Credits in order' }).getByRole('listitem')
  await expect(credits).toHaveCount(3)
  await expect(page.getByLabel('What Spike Jonze did').first()).toHaveValue('writer')
  await expect(credits.nth(2).getByRole('textbox')).toHaveValue('Theodore')
})

test('roles that nobody knows are explained before anything is sent', async ({ page }) => {
  await page.goto('/desk/works/new')
  await page.getByLabel('Who made it, one to a line').fill('Spike Jonze, wizard')
  await expect(page.getByText('“wizard” is no role that is known here.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Make the work' })).toBeDisabled()
  // Pasted rather than typed: browsers take minutes to type so many lines.
  await page.getByLabel('Who made it, one to a line').evaluate((area, text) => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, text)
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }, 'A B, actor\n'.repeat(10_000))
  await expect(page.getByText('These are 10,000 lines.')).toBeVisible()
})

test('what is here already is offered while the title is typed, slips and accents aside', async ({ page }) => {
  await page.goto('/desk/works/new')
  await page.getByLabel('Title').fill('Potrait of a lady on fier')
  await page
    .getByRole('button', { name: 'Use this one: Portrait of a Lady on Fire, Film, 2019, Céline Sciamma' })
    .click()
  await page.waitForURL(/\/desk\/works\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Portrait of a Lady on Fire')
})

test('credits change places by arrow keys, ids are pasted as addresses, and dates that are not are refused', async ({
  page,
}) => {
  await make(page, `Order ${word()}`, 'Spike Jonze, director\nAmy Adams, actor')
  const credits = page.getByRole('list', { name: 'Credits in order' }).getByRole('listitem')
  await page.getByRole('button', { name: /^Move Amy Adams, actor: 2 of 2/ }).focus()
  await page.keyboard.press('ArrowUp')
  await expect(credits.first()).toContainText('Amy Adams')
  await expect(page.getByRole('button', { name: /^Move Amy Adams, actor: 1 of 2/ })).toBeFocused()

  const number = String(Math.floor(Math.random() * 1e8)).padStart(8, '0')
  await page.getByLabel('Add an id').fill(`https://www.imdb.com/title/tt${number}/?ref_=nv`)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Ids elsewhere' })).toContainText(`IMDb tt${number}`)
  await save(page)
  await page.getByLabel('Add an id').fill('tt1798709')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Ids elsewhere' })).toContainText('IMDb tt1798709')
  await expect(page.getByText('Not saved yet.')).toBeVisible()
  await page.getByLabel('Came out').first().fill('2013-02-30')
  await page.keyboard.press('ControlOrMeta+s')
  await answered(page.getByRole('alert').filter({ hasText: 'There is no 30 February 2013.' })).toBeVisible()
  await answered(page.getByLabel('Came out').first()).toBeFocused()
  await page.getByLabel('Came out').first().fill('2013-12-18')
  await page.keyboard.press('ControlOrMeta+s')
  await answered(page.getByRole('alert').filter({ hasText: 'IMDb tt1798709 belongs to another work.' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Her (2013)' })).toBeVisible()
  await page.getByRole('button', { name: 'Take away IMDb tt1798709' }).click()
  await save(page)
  await page.reload()
  await expect(credits.first()).toContainText('Amy Adams')
  await expect(page.getByLabel('Came out').first()).toHaveValue('2013-12-18')
})

test('two windows on one work: what only one has changed is kept of both', async ({ page, context }) => {
  await make(page, `Twice ${word()}`, 'Spike Jonze, director')
  const other = await context.newPage()
  await other.goto(page.url())
  await other.getByLabel('Genres').fill('Drama, Romance')
  await other.getByLabel('Summary').fill('Theirs.')
  await save(other)
  await page.getByLabel('Summary').fill('Mine.')
  await page.keyboard.press('ControlOrMeta+s')
  const told = page.getByRole('alert').filter({ hasText: 'saved this work while you had it open' })
  await answered(told).toContainText('What they changed is in the form now: the genres.')
  await expect(told).toContainText('You have both changed the summary: yours stands.')
  await expect(page.getByLabel('Genres')).toHaveValue('Drama, Romance')
  await expect(page.getByLabel('Summary')).toHaveValue('Mine.')
  await save(page)
  await page.reload()
  await expect(page.getByLabel('Genres')).toHaveValue('Drama, Romance')
  await expect(page.getByLabel('Summary')).toHaveValue('Mine.')
})

test('an album gets its tracks without leaving the keyboard', async ({ page }) => {
  await make(page, `Songs ${word()}`, 'Joanna Newsom, performer')
  await page.getByLabel('Kind').selectOption('album')
  await save(page)
  await answered(page.getByRole('heading', { name: 'Tracks' })).toBeVisible()
  const adder = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Tracks' }) })
  await adder.getByLabel('Title').focus()
  for (const [index, title] of ['First', 'Second', 'Third'].entries()) {
    await answered(adder.getByLabel('Number')).toHaveValue(String(index + 1))
    await answered(adder.getByLabel('Title')).toBeFocused()
    await page.keyboard.type(title)
    await page.keyboard.press('Enter')
    await answered(adder.getByRole('link', { name: title })).toBeVisible()
  }
})

test('what is changed at the desk is on the reader’s page at the next look, and its old address leads there', async ({
  page,
  request,
}) => {
  await page.goto('/desk/works?q=S-Town')
  await page.getByRole('main').getByRole('link', { name: 'S-Town' }).click()
  await page.waitForURL(/\/desk\/works\/[0-9a-f-]{36}$/)
  const slug = await page.getByLabel('Address').inputValue()
  const summary = await page.getByLabel('Summary').inputValue()
  const moved = `s-town-${word()}`
  await page.getByLabel('Summary').fill(`A clock is mended. ${moved}`)
  await page.getByLabel('Address').fill(moved)
  await expect(page.getByText(`/works/${slug} leads here.`)).toBeVisible()
  await save(page)
  expect(await (await request.get(`/works/${moved}`)).text()).toContain(`A clock is mended. ${moved}`)
  const old = await request.get(`/works/${slug}`, { maxRedirects: 0 })
  expect([old.status(), new URL(old.headers().location ?? '', 'http://x').pathname]).toEqual([308, `/works/${moved}`])
  await page.getByLabel('Summary').fill(summary)
  await page.getByLabel('Address').fill(slug)
  await save(page)
  expect(await (await request.get(`/works/${slug}`)).text()).not.toContain(moved)
})

test('the list is narrowed to a kind and to what was never reviewed', async ({ page }) => {
  const title = `Unseen ${word()}`
  await make(page, title, 'Spike Jonze, director')
  await page.goto('/desk/works')
  await page.getByRole('searchbox').fill(title)
  await page.getByLabel('Kind').selectOption('film')
  await page.getByLabel('Never reviewed').check()
  await page.getByRole('button', { name: 'Show' }).click()
  await answered(page.getByText('1 work found.')).toBeVisible()
  await page.getByLabel('Kind').selectOption('book')
  await page.getByRole('button', { name: 'Show' }).click()
  await page.getByRole('link', { name: 'Make a new one' }).click()
  await expect(page.getByLabel('Title')).toHaveValue(title)
})

for (const [width, colorScheme] of [
  [1280, 'light'],
  [320, 'dark'],
] as const)
  test.describe(`at ${width} in the ${colorScheme}`, () => {
    test.use({ viewport: { width, height: 800 }, colorScheme })

    test('the pages of works have no fault that axe can find, and nothing is cut off', async ({ page }) => {
      await page.goto('/desk/works?q=Her')
      const work = await page.getByRole('main').getByRole('link', { name: 'Her', exact: true }).getAttribute('href')
      for (const path of ['/desk/works', '/desk/works/new', work ?? '']) {
        await page.goto(path, { waitUntil: 'networkidle' })
        expect(await faultsOf(page)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      }
    })
  })
