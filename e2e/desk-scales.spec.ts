import { expect, type Page, test } from '@playwright/test'
import { EditorPage } from './editor-page.ts'

// The house's scales: made, chosen by a section, changed to another version, and read anew, while an old review stays what it was.

const year = new Date().getFullYear()

test('a scale is made, used, changed and read anew, and an old score stays what it was', async ({ page, request }) => {
  test.setTimeout(120_000)
  const stamp = Date.now().toString(36)
  const name = `Moons ${stamp}`
  await makeScale(page, name)

  await test.step('the section has it as its house scale', async () => {
    await chooseForGames(page, name)
    await page.getByRole('button', { name: 'New review' }).click()
    await page.waitForURL(/\/desk\/reviews\/[0-9a-f-]{36}/)
    await page.getByLabel('Section', { exact: true }).selectOption({ label: 'Games' })
    await expect(page.getByLabel('Scale', { exact: true }).locator('option:checked')).toHaveText(
      `${name}: 0–5 moons (of this section)`,
    )
    await chooseForGames(page, 'Five')
  })

  const editor = new EditorPage(page)
  await editor.write({
    headline: `The tide ${stamp} comes in`,
    text: 'It begins with a tide. Everybody watches it, and one by one they go home.',
    verdict: 'Slow, and worth the wait.',
    score: '4',
    work: { title: `The Tide ${stamp}`, released: `${year}`, credits: `Ingrid ${stamp} Vale, director` },
  })
  await page.getByLabel('Scale', { exact: true }).selectOption({ label: `${name}: 0–5 moons` })
  await page.getByLabel('Score in figures').fill('3.5')
  await page.getByLabel('Score in figures').press('Enter')
  await editor.saved()
  const path = await editor.publish()
  const reviewUrl = page.url()
  const said = async () =>
    /<main[\s\S]*<\/main>/
      .exec(await (await request.get(path)).text())?.[0]
      .match(/<svg[^>]*>[\s\S]*?moons out of five/g)
  const before = await said()
  expect(before).not.toBeNull()

  await test.step('another version is for what comes, and the old review reads as before', async () => {
    await openScale(page, name)
    await page.getByLabel('In steps of').fill('0.3')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText('choose one that divides the way there').first()).toBeVisible()
    await page.getByLabel('In steps of').fill('¼')
    await expect(page.getByText('The live review of the present one stays as it is.')).toBeVisible()
    await page.getByRole('button', { name: 'Save as version 2' }).click()
    await expect(page.getByText('Saved as version 2.')).toBeVisible()
    await expect(page.getByText(/Version 1 · .*1 live review/)).toBeVisible()
    expect(await said()).toEqual(before)
    await page.goto(reviewUrl)
    await expect(page.getByText(`Scored on version 1 of “${name}”, which is now at version 2.`)).toBeVisible()
    await page.getByRole('button', { name: 'Move 3.5 to version 2' }).click()
    await expect(page.getByText('Scored on version 1')).toBeHidden()
  })

  await test.step('readers are told what it means, and how it used to be', async () => {
    const html = await (await request.get('/scoring')).text()
    expect(html).toContain(name)
    expect(html).toMatch(/Until [A-Z][a-z]+ \d{4}/)
    expect(html).toContain(`The Tide ${stamp}`)
  })

  await test.step('reading it anew moves it in the lists, after it was shown what would move', async () => {
    const among = async () => (await (await request.get('/reviews?rating=80')).text()).includes(`The Tide ${stamp}`)
    expect(await among()).toBe(false)
    await openScale(page, name)
    await page.getByRole('link', { name: 'What version 1 means' }).click()
    await page.getByText('In a straight line').click()
    await page.getByRole('button', { name: 'Add a point between' }).click()
    const row = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Take away the point' }) })
    await row.getByLabel('Score').selectOption({ label: '3.5' })
    await row.getByLabel('Counts as').fill('101')
    await expect(page.getByText('3.5 counts as something from 0 to 100.')).toBeVisible()
    await row.getByLabel('Counts as').fill('90')
    await expect(page.getByText('3.5 now counts as 90, was 70')).toBeVisible()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText('Saved. One score counts anew.')).toBeVisible()
    expect(await among()).toBe(true)
    expect(await said()).toEqual(before)
  })

  await page.goto(reviewUrl)
  await editor.retract()
  await openScale(page, name)
  await retire(page)
})

test('of two editors who change a scale at once, the second is told and keeps what they typed', async ({
  page,
  context,
}) => {
  const name = `Suns ${Date.now().toString(36)}`
  await makeScale(page, name)
  const url = page.url()
  const other = await context.newPage()
  await other.goto(url)
  await page.getByLabel('Highest').fill('10')
  await page.getByRole('button', { name: 'Save as version 2' }).click()
  await expect(page.getByText('Saved as version 2.')).toBeVisible()
  await other.getByLabel('Note').fill('For the far side.')
  await other.getByLabel('Highest').fill('4')
  await other.getByRole('button', { name: /^Save/ }).click()
  await expect(other.getByRole('alert').filter({ hasText: 'Somebody else saved' })).toBeVisible()
  await expect(other.getByLabel('Note')).toHaveValue('For the far side.')
  await expect(other.getByLabel('Highest')).toHaveValue('4')
  await expect(other.getByRole('heading', { name: '2 versions' })).toBeVisible()
  await page.goto(url)
  await retire(page)
})

test('a picture becomes a glyph, is counted in, and stays while it is', async ({ page }) => {
  const name = `Sail ${Date.now().toString(36)}`
  await open(page, '/desk/scales/glyphs')
  await page.getByLabel('Choose the picture of the glyph').setInputFiles({
    name: 'sail.png',
    mimeType: 'image/png',
    buffer: await drawSail(page),
  })
  await expect(page.getByAltText('What the glyph will be made of')).toBeVisible()
  await page.getByLabel('Name').last().fill(name)
  await page.getByRole('button', { name: 'Make the glyph' }).click()
  await expect(page.getByText(`“${name}” is made.`)).toBeVisible()
  const file = await page
    .locator('li', { has: page.getByRole('button', { name: `Remove ${name}` }) })
    .locator('image')
    .first()
    .getAttribute('href')
  expect((await page.request.get(file ?? '')).headers()['content-type']).toBe('image/png')

  await makeScale(page, name, name)
  await open(page, '/desk/scales/glyphs')
  await page.getByRole('button', { name: `Remove ${name}` }).click()
  await expect(page.getByText(`because something is drawn with it: the scale “${name}”`)).toBeVisible()
  await openScale(page, name)
  await retire(page)
})

/** Again until it is done: what is chosen before the page's code is there is forgotten. */
async function chooseForGames(page: Page, scale: string): Promise<void> {
  await expect(async () => {
    await open(page, '/desk/scales')
    await page.getByRole('combobox', { name: 'Games', exact: true }).selectOption({ label: scale })
    await page.getByRole('button', { name: 'Save the house scales' }).click()
    await expect(page.getByText('Saved.')).toBeVisible()
  }).toPass()
}

/** Opens a page of forms and waits until its code is there: what is chosen before that would be forgotten. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' })
}

async function makeScale(page: Page, name: string, glyph = 'Moon'): Promise<void> {
  await open(page, '/desk/scales/new?from=stars')
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('What is counted').fill('moon')
  await expect(page.getByLabel('Several of them')).toHaveValue('moons')
  await page.getByRole('radio', { name: glyph, exact: true }).check({ force: true })
  await expect(page.getByText('Three and a half moons out of five').first()).toBeVisible()
  await page.getByRole('button', { name: 'Make the scale' }).click()
  await page.waitForURL(/\/desk\/scales\/(?!new)[a-z0-9-]+$/)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

async function openScale(page: Page, name: string): Promise<void> {
  await open(page, '/desk/scales')
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** Other journeys are offered the scales of the demo only. */
async function retire(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Retire the scale' }).click()
  await expect(page.getByRole('heading', { name: 'Offer it again' })).toBeVisible()
}

/** A sail on nothing, as somebody would upload it. */
async function drawSail(page: Page): Promise<Buffer> {
  const url = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 300
    canvas.height = 300
    const pen = canvas.getContext('2d')
    pen?.beginPath()
    pen?.moveTo(150, 20)
    pen?.lineTo(270, 270)
    pen?.lineTo(30, 270)
    pen?.fill()
    return canvas.toDataURL('image/png')
  })
  return Buffer.from(url.split(',')[1] ?? '', 'base64')
}
