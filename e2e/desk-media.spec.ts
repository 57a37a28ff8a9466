import { expect, type Locator, type Page, type Request, test } from '@playwright/test'
import sharp from 'sharp'
import { faultsOf } from './axe.ts'
import { EditorPage } from './editor-page.ts'

// The library of pictures: many added at once with everything that can go wrong, one described, cropped, replaced everywhere, thrown away.

/** For what the server has to answer first. */
const answered = expect.configure({ timeout: 30_000 })

const word = () => Math.random().toString(36).slice(2, 8)
const row = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: 'Uploads' }).getByRole('listitem').filter({ hasText: name })

test('many pictures are added at once: paused, broken off by a reload, refused and found twice, each by itself', async ({
  page,
}) => {
  test.setTimeout(150_000)
  const stamp = word()
  await page.goto('/desk/media')
  const hold = await holdSecondPieces(page)
  const large = await noise()
  const small = await plain()
  const heard = await listen(page)
  await choose(page, [
    { name: `large ${stamp}.png`, buffer: large },
    { name: `small ${stamp}.png`, buffer: small },
    { name: `page ${stamp}.png`, buffer: Buffer.from('<!doctype html><script>alert(1)</script>'.repeat(9)) },
    { name: `notes ${stamp}.pdf`, buffer: Buffer.from('%PDF-1.7'), mimeType: 'application/pdf' },
  ])

  await test.step('what is refused says why, and stops nothing', async () => {
    await expect(row(page, 'notes')).toContainText('This is not a picture.')
    await answered(row(page, 'page')).toContainText('This is not a JPEG, PNG, WebP or GIF picture.')
    await answered(row(page, 'small')).toContainText('In the library')
    await expect.poll(heard).toContain('was not taken')
  })

  await test.step('one is paused and goes on from where it was', async () => {
    await hold.reached
    await row(page, 'large')
      .getByRole('button', { name: /^Pause/ })
      .press('Enter')
    await expect(row(page, 'large')).toContainText(/Paused at \d+ %/)
    await expectClean(page)
    await hold.release()
    const asked = page.waitForRequest(isAsking)
    await row(page, 'large')
      .getByRole('button', { name: /^Go on/ })
      .press('Enter')
    await asked
    await answered(row(page, 'large')).toContainText('In the library')
    await expect(page.getByTestId('uploads-whole')).toHaveText('2 pictures in the library, 2 not taken')
  })

  await test.step('the page asks before it is left, and goes on with what is left of it after a reload', async () => {
    const again = await holdSecondPieces(page)
    await choose(page, [{ name: `later ${stamp}.png`, buffer: await noise() }])
    await again.reached
    page.once('dialog', dialog => {
      expect(dialog.type()).toBe('beforeunload')
      void dialog.accept()
    })
    await page.reload()
    await again.release()
    await answered(row(page, 'later')).toContainText('In the library')
  })

  await test.step('the same picture again is offered as the one that is there', async () => {
    await choose(page, [{ name: `copy ${stamp}.png`, buffer: small }])
    await answered(row(page, 'copy')).toContainText('You have this picture already.')
    await expect(row(page, 'copy').getByRole('button', { name: /^Add it all the same/ })).toBeVisible()
    await row(page, 'copy')
      .getByRole('link', { name: /^Use it/ })
      .click()
    await answered(page.getByRole('heading', { level: 1 })).toHaveText(`small ${stamp}`)
  })

  await test.step('what nothing uses is thrown away, taken back, and thrown away again', async () => {
    const throwAway = page.getByRole('button', { name: 'Delete' })
    await throwAway.click()
    await page.waitForURL(/\/desk\/media$/)
    await expect(page.getByText('In the trash.')).toBeVisible()
    await expect(page.getByRole('link', { name: new RegExp(`^small ${stamp}`) })).toBeHidden()
    await page.getByRole('button', { name: 'Undo' }).click()
    await answered(page.getByRole('heading', { level: 1 })).toHaveText(`small ${stamp}`)
    await throwAway.click()
    await page.waitForURL(/\/desk\/media$/)
  })

  await test.step('it is found by its words, with an address of its own', async () => {
    await page.getByLabel('Search names, descriptions, captions and credits').fill(`later ${stamp}`)
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await page.waitForURL(/q=later/)
    await expect(page.getByRole('link', { name: new RegExp(`^later ${stamp}`) })).toHaveCount(1)
    await page.goto('/desk/media?q=nothing-has-such-a-word')
    await expect(page.getByText('No picture has “nothing-has-such-a-word” in its words')).toBeVisible()
    await expectClean(page)
  })
})

test('a picture is described, cropped by keyboard, and replaced on a live page', async ({ page, request }) => {
  test.setTimeout(150_000)
  const stamp = word()
  const editor = new EditorPage(page)
  await editor.write({
    headline: `The lamp ${stamp} is lit`,
    text: 'It begins with a lamp. Everybody watches it, and one by one they go home.',
    verdict: 'Slow, and worth the wait.',
    score: '4',
    work: { title: `The Lamp ${stamp}`, released: '2024', credits: `Ingrid ${stamp} Vale, director` },
  })
  await chooseFromLibrary(page, stamp)
  await page.locator('#field-imageAlt').getByLabel('Description').fill('A lamp')
  await editor.saved()
  const path = await editor.publish()
  const shown = async () =>
    /\/media\/(lamp-[a-z0-9-]+?-[0-9a-f]{12})-/.exec(await (await request.get(path)).text())?.[1]
  const before = await shown()
  expect(before).toContain(`lamp-${stamp}`)
  await page.goto('/desk/media?filter=mine')
  await page.getByRole('link', { name: new RegExp(`lamp ${stamp}`) }).click()
  await answered(page.getByRole('heading', { name: 'How it is cropped' })).toBeVisible()
  const url = page.url()
  await expect(page.getByText('It can be thrown away once nothing uses it')).toBeVisible()

  await test.step('it is described, and who was slower keeps what was typed', async () => {
    const other = await page.context().newPage()
    await other.goto(url)
    await page.getByLabel('Description').fill('A lamp in a window')
    await page.getByLabel('Licence', { exact: true }).selectOption({ label: 'CC BY-SA 4.0' })
    await expect(page.getByLabel('Address of the licence')).toHaveValue(
      'https://creativecommons.org/licenses/by-sa/4.0/',
    )
    await page.getByRole('button', { name: 'Save the words' }).click()
    await answered(page.getByText('Saved.', { exact: true })).toBeVisible()
    await other.getByLabel('Credit').fill('Ada')
    await other.getByRole('button', { name: 'Save the words' }).click()
    await answered(other.getByText('Somebody changed this picture while you wrote.')).toBeVisible()
    await expect(other.getByText('Description: “A lamp in a window”')).toBeVisible()
    await expect(other.getByLabel('Credit')).toHaveValue('Ada')
    await expect(other.getByLabel('Description')).toHaveValue('A lamp in a window')
    await other.getByRole('button', { name: 'Save the words' }).click()
    await answered(other.getByText('Saved.', { exact: true })).toBeVisible()
    await other.close()
  })

  await test.step('a part of its own for posters is made with the keyboard', async () => {
    await page.reload()
    await page.getByRole('radio', { name: '2:3' }).check()
    const part = page.getByRole('button', { name: /^Part at 2:3/ })
    await expect(page.getByLabel('Follow the focal point')).toBeChecked()
    await part.focus()
    for (const key of ['Shift+ArrowLeft', 'Shift+ArrowLeft', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key)
    await expect(page.getByLabel('Follow the focal point')).not.toBeChecked()
    await expect(page.getByRole('status').filter({ hasText: /^2:3: \d+ % of the width/ })).toBeAttached()
    await expectClean(page)
    await page.getByRole('button', { name: 'Save how it is cropped' }).press('Enter')
    await answered(page.getByText('Saved. It is shown like this everywhere.')).toBeVisible()
    await page.reload()
    await expect(page.getByRole('radio', { name: '2:3 own part' })).toBeAttached()
  })

  await test.step('another file takes its place, also for readers', async () => {
    await page.getByRole('button', { name: 'Replace everywhere…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Replace everywhere' })
    await expect(dialog.getByText('Readers see the new one at once in one place.')).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Replace it for readers now' })).toBeDisabled()
    await dialog
      .getByLabel('Choose the file that replaces this one')
      .setInputFiles({ name: `lamp-${stamp}-better.png`, mimeType: 'image/png', buffer: await plain() })
    await expect(dialog.getByAltText('What it will be')).toBeVisible()
    await expectClean(page)
    await dialog.getByRole('button', { name: 'Replace it for readers now' }).click()
    await answered(dialog).toBeHidden()
    await expect.poll(shown).not.toBe(before)
    expect(await shown()).toContain('better')
    await expect(page.getByLabel('Description')).toHaveValue('A lamp in a window')
  })
})

/** Adds a picture from within the dialog of the editor, then chooses it there again with the arrows. */
async function chooseFromLibrary(page: Page, stamp: string): Promise<void> {
  const field = page.locator('#field-imageId')
  const dialog = page.getByRole('dialog', { name: 'Pictures' })
  await field.getByRole('button', { name: 'Choose', exact: true }).click()
  await answered(dialog.getByRole('listbox', { name: 'Pictures' })).toBeVisible()
  await expectClean(page)
  await dialog
    .getByLabel('Add pictures from this device')
    .setInputFiles({ name: `lamp ${stamp}.png`, mimeType: 'image/png', buffer: await plain() })
  await answered(dialog).toBeHidden()
  await field.getByRole('button', { name: 'Remove' }).click()
  await field.getByRole('button', { name: 'Choose', exact: true }).click()
  await dialog.getByLabel('Search names, descriptions and credits').fill(`lamp ${stamp}`)
  const found = dialog.getByRole('listbox', { name: 'Pictures' }).getByRole('option')
  await answered(found).toHaveCount(1)
  await found.focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
}

/** Chooses files for the library as a person does, by its button. */
async function choose(page: Page, files: { name: string; buffer: Buffer; mimeType?: string }[]): Promise<void> {
  await page
    .getByLabel('Choose pictures for the library')
    .setInputFiles(files.map(file => ({ mimeType: 'image/png', ...file })))
}

/** Holds every piece of an upload after its first, until they are let go; what was held is answered with nothing. */
async function holdSecondPieces(page: Page) {
  const where = '**/api/desk/media/uploads/*'
  let reach = () => {}
  const reached = new Promise<void>(resolve => {
    reach = resolve
  })
  await page.route(where, async route => {
    const request = route.request()
    if (request.method() !== 'PATCH' || request.headers()['upload-offset'] === '0') await route.fallback()
    else reach()
  })
  return { reached, release: () => page.unroute(where) }
}

function isAsking(request: Request): boolean {
  return request.method() === 'HEAD' && request.url().includes('/media/uploads/')
}

async function expectClean(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([])
}

/** Of more than one piece: nothing is as hard to make small as noise. */
function noise(): Promise<Buffer> {
  const noisy = { type: 'gaussian', mean: 128, sigma: 60 } as const
  return sharp({ create: { width: 1_000, height: 700, channels: 3, background: '#888', noise: noisy } })
    .png()
    .toBuffer()
}

/** Unlike any other: its bytes are what duplicates are found by. */
function plain(): Promise<Buffer> {
  const background = `#${Math.floor(Math.random() * 0xffffff)
    .toString(16)
    .padStart(6, '0')}`
  return sharp({ create: { width: 1_300, height: 800, channels: 3, background } })
    .png()
    .toBuffer()
}

/** Everything that the page says to a screen reader from now on: the next thing that is said takes the place of the one before. */
async function listen(page: Page): Promise<() => Promise<string>> {
  const all = await page.evaluateHandle(() => {
    const said: string[] = []
    const note = () => {
      for (const status of document.querySelectorAll('[role="status"]')) said.push(status.textContent ?? '')
    }
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true })
    return said
  })
  return () => all.evaluate(said => said.join('\n'))
}
