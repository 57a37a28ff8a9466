import { createServer } from 'node:http'
import { expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { docs } from '#lib/prose/pasted/testing/docs.ts'
import { web } from '#lib/prose/pasted/testing/web.ts'
import { word } from '#lib/prose/pasted/testing/word.ts'
import { faultsOf } from './axe.ts'

// What comes into the text from outside: pasted, dropped, linked. The clipboard is the browser's own event, with what programs put on it.

const textOf = (page: Page) => page.getByRole('textbox', { name: 'Text of the review' })
const savedLine = (page: Page) => page.getByRole('banner').getByRole('status')
const wordsOf = async (page: Page) =>
  (await textOf(page).locator('p, h2, h3').allTextContents()).join(' ').replace(/\s+/g, ' ').trim()

test('texts of other programs are cleaned, taken back in one step, and can be had as plain words', async ({ page }) => {
  test.setTimeout(90_000)
  await begin(page, 'Pasted')
  const text = textOf(page)
  await page.keyboard.type('Before.')
  await page.keyboard.press('Enter')

  await test.step('from Word: lists, footnotes, and a line that says what was left out', async () => {
    await paste(page, { html: word['comments and tracked changes']?.html, text: 'It is very good.' })
    await expect(page.getByRole('status').filter({ hasText: 'Pasted from Word.' })).toHaveText(
      'Pasted from Word. Left out: deleted words, a comment.',
    )
    await page.keyboard.press('Enter')
    await expect(page.getByText('Pasted from Word.')).toBeHidden()
    await paste(page, { html: word['lists of several levels, with bullets and numbers']?.html, text: 'Acting' })
    await expect(text.locator('ul ul li')).toHaveText(['Phoenix', 'Johansson, unseen'])
    await expect(text.locator('ol').first()).toHaveAttribute('start', '3')
  })

  await test.step('undo takes all of a paste back, and nothing else; redo brings it', async () => {
    const before = await wordsOf(page)
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await paste(page, {
      html: `${docs['lists within lists']?.html}${web['tables: of facts, of a page’s layout, uneven ones']?.html}`,
      text: 'One',
    })
    await expect(text.locator('table')).toHaveCount(2)
    await page.keyboard.press('ControlOrMeta+z')
    await expect(text.locator('table')).toHaveCount(0)
    expect(await wordsOf(page)).toBe(before)
    await page.keyboard.press('ControlOrMeta+Shift+z')
    await expect(text.locator('table')).toHaveCount(2)
    await page.keyboard.press('ControlOrMeta+z')
  })

  await test.step('as plain words afterwards, or at once', async () => {
    const headings = { html: '<h2>A heading</h2><p>And <b>bold</b></p>', text: 'A heading\nAnd bold' }
    await paste(page, headings)
    await expect(text.getByRole('heading', { name: 'A heading' })).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Paste as plain text' }).click()
    await expect(text.getByRole('heading')).toHaveCount(0)
    expect(await wordsOf(page)).toContain('A heading And bold')
    await page.keyboard.down('ControlOrMeta')
    await page.keyboard.down('Shift')
    await page.keyboard.down('v')
    await paste(page, { html: '<h2>Another</h2>', text: ' ## Another' })
    await page.keyboard.up('v')
    await page.keyboard.up('Shift')
    await page.keyboard.up('ControlOrMeta')
    await expect(text).toContainText('## Another')
    await expect(text.getByRole('heading')).toHaveCount(0)
  })

  await test.step('Markdown becomes what it says; what means harm becomes nothing', async () => {
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.press('Enter')
    await paste(page, {
      text: '## The voice\n\nIt is *quiet*, and [long](https://example.org/her?utm_source=x).\n\n- One\n- Two',
    })
    await expect(text.getByRole('heading', { name: 'The voice' })).toBeVisible()
    await expect(text.locator('a')).toHaveAttribute('href', 'https://example.org/her')
    await paste(page, {
      html: '<p>Harm<img src=x onerror="document.title=1"><a href="javascript:alert(1)">less</a><svg onload="document.title=1"></svg></p>',
      text: 'Harmless',
    })
    await expect(text).toContainText('Harmless')
    await expect(text.locator('svg, a[href^="javascript"]')).toHaveCount(0)
  })

  await expect(savedLine(page)).toHaveText(/^Saved/, { timeout: 15_000 })
  const written = await wordsOf(page)
  await page.reload()
  await expect(text.getByRole('heading', { name: 'The voice' })).toBeVisible()
  expect(await wordsOf(page)).toBe(written)
})

test('pictures of pages are taken in, links find our pages, and broken ones are told', async ({ page }) => {
  test.setTimeout(120_000)
  const outside = await startOutside()
  try {
    await begin(page, 'Linked')
    const text = textOf(page)

    await test.step('pictures of a pasted page become ours; one that is not there leaves the text', async () => {
      await paste(page, {
        html: `<p>Before.</p><figure><img src="${outside.url}/her.png" alt="A red field"><figcaption>At night</figcaption></figure><p>After.</p><img src="${outside.url}/none.png" alt="Nothing"><p>End.</p>`,
        text: 'Before. After. End.',
      })
      await expect(text.getByRole('img', { name: 'A red field' })).toBeVisible({ timeout: 20_000 })
      await expect(page.getByRole('alert').filter({ hasText: 'it answers 404' })).toBeVisible()
      expect(await wordsOf(page)).toContain('After. End.')
      await page.keyboard.press('ControlOrMeta+z')
      await expect(text.getByRole('img')).toHaveCount(0)
      await page.keyboard.press('ControlOrMeta+Shift+z')
      await expect(text.getByRole('img', { name: 'A red field' })).toBeVisible()
    })

    await test.step('several files are dropped at once', async () => {
      await drop(page, await picture('#2e6bd8'), ['one.png', 'two.png'])
      // Without a description yet, so they are no images to a screen reader.
      await expect(text.locator('figure img')).toHaveCount(3, { timeout: 20_000 })
    })

    await test.step('words find one of our pages, by keyboard alone', async () => {
      await page.keyboard.press('ControlOrMeta+End')
      await page.keyboard.press('Enter')
      await page.keyboard.type('See ')
      await page.keyboard.press('ControlOrMeta+k')
      const dialog = page.getByRole('dialog', { name: 'Link' })
      await dialog.getByRole('combobox').fill('Lost in Trans')
      await expect(page.getByRole('option', { name: /^Lost in Translation/ }).first()).toBeVisible()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await expect(dialog.getByRole('combobox')).toHaveValue(/^\/(works|reviews)\//)
      await expect(dialog.getByRole('textbox', { name: 'Words' })).not.toHaveValue('')
      expect(await faultsOf(page)).toEqual([])
      await page.keyboard.press('Enter')
      await expect(text.locator('a[href^="/"]')).toBeVisible()
    })

    await test.step('an address outside is named, and what follows readers is taken out', async () => {
      await page.keyboard.type(' and ')
      await page.keyboard.press('ControlOrMeta+k')
      const dialog = page.getByRole('dialog', { name: 'Link' })
      await dialog.getByRole('combobox').fill(`${outside.url}/page?utm_source=x`)
      await dialog.getByRole('button', { name: 'Take that out' }).click()
      await expect(dialog.getByRole('combobox')).toHaveValue(`${outside.url}/page`)
      await expect(dialog.getByRole('textbox', { name: 'Words' })).toHaveValue('A page of theirs', { timeout: 10_000 })
      await dialog.getByRole('button', { name: 'Link', exact: true }).click()
      await expect(text.getByText('A page of theirs')).toBeVisible()
    })

    await test.step('an address that is pasted over words links them', async () => {
      await page.keyboard.type(' or gone')
      await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft')
      await paste(page, { text: `${outside.url}/gone` })
      await expect(text.getByText('gone', { exact: true })).toHaveAttribute('href', `${outside.url}/gone`)
      await page.keyboard.type(' and ')
      await paste(page, { text: `${new URL(page.url()).origin}/reviews/none-of-these` })
    })

    await test.step('the checklist says which lead nowhere, and goes there', async () => {
      const list = page.getByRole('list', { name: 'Links worth a look' })
      await expect(list).toContainText('It leads nowhere: 410 Gone.', { timeout: 20_000 })
      await expect(list).toContainText('There is no such page here.')
      expect(await faultsOf(page)).toEqual([])
      await list.getByRole('button', { name: 'Go there: gone' }).click()
      await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('gone')
    })
  } finally {
    outside.close()
  }
})

async function begin(page: Page, headline: string): Promise<void> {
  await page.goto('/desk')
  await page.getByRole('button', { name: 'New review' }).click()
  await page.waitForURL(/\/desk\/reviews\/[0-9a-f-]{36}/)
  await page.getByLabel('Headline', { exact: true }).fill(`${headline} ${Date.now().toString(36)}`)
  await textOf(page).click()
}

/** The event that a browser makes of Ctrl+V, with this on the clipboard. */
async function paste(page: Page, { html = '', text = '' }: { html?: string; text?: string }): Promise<void> {
  await textOf(page).evaluate(
    (field, [asHtml = '', asText = '']) => {
      const clipboardData = new DataTransfer()
      if (asHtml) clipboardData.setData('text/html', asHtml)
      clipboardData.setData('text/plain', asText)
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    [html, text],
  )
}

/** Pictures dropped on the first paragraph. */
async function drop(page: Page, bytes: Buffer, names: string[]): Promise<void> {
  await textOf(page).evaluate(
    (field, [base64, files]) => {
      const dataTransfer = new DataTransfer()
      const data = Uint8Array.from(atob(base64), char => char.charCodeAt(0))
      // Another byte each, or they are one picture.
      for (const [index, name] of files.entries())
        dataTransfer.items.add(new File([data, new Uint8Array(index + 1)], name, { type: 'image/png' }))
      const { left, top } = field.getElementsByTagName('p')[0]?.getBoundingClientRect() ?? { left: 0, top: 0 }
      const place = { clientX: left + 4, clientY: top + 8, bubbles: true, cancelable: true }
      field.dispatchEvent(new DragEvent('drop', { dataTransfer, ...place }))
    },
    [bytes.toString('base64'), names] as const,
  )
}

function picture(background: string): Promise<Buffer> {
  return sharp({ create: { width: 640, height: 360, channels: 3, background } })
    .png()
    .toBuffer()
}

/** The outside world: a page, a picture, and what is gone. */
async function startOutside() {
  const png = await picture('#d8452e')
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0]
    if (path === '/her.png') response.writeHead(200, { 'Content-Type': 'image/png' }).end(png)
    else if (path === '/page')
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>A page of theirs</title>')
    else response.writeHead(path === '/gone' ? 410 : 404).end()
  })
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
