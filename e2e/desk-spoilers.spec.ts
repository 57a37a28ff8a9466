import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { feedFormats } from '../lib/feeds/feeds.ts'
import { EditorPage } from './editor-page.ts'
import { publicPages } from './public-pages.ts'

// A word that stands in a spoiler is nowhere but in the spoiler, on every page that readers and machines get; and whoever wants to
// read it needs neither a pointer nor a script.

const stamp = Date.now().toString(36)
const covered = `Qzcovered${stamp}`
const inline = `qzinline${stamp}`
const ending = `${covered} leaves the house with the lamp`

/** What machines ask for besides pages, where it is there. */
const machines = [
  '/sitemap.xml',
  ...feedFormats.flatMap(format => [`/feeds/all.${format}`, `/feeds/sections/film.${format}`]),
  '/robots.txt',
  '/llms.txt',
]

test('a word of a spoiler is on no page but in the spoiler itself', async ({ page, request, browser }) => {
  test.setTimeout(240_000)
  const editor = new EditorPage(page)
  await editor.write({
    headline: `The lamp ${stamp} stays lit`,
    text: 'A house on a hill has one lamp in it. ',
    verdict: 'Quiet, patient, and lit from the side.',
    score: '4',
    work: { title: `The Lamp ${stamp}`, released: '2020', credits: `Odile ${stamp} Marsh, director` },
  })
  await writeSpoilers(page)
  await page.getByLabel('Spoilers', { exact: true }).evaluate((field: HTMLSelectElement) => {
    const part = field.closest('details')
    if (part) part.open = true
  })
  await page.getByLabel('Spoilers', { exact: true }).selectOption({ label: 'Gives much away' })

  // Five words of it in the standfirst are remarked upon, and do not stand in the way.
  await page.getByLabel('Standfirst').fill(`In which ${ending}.`)
  await expect(page.getByRole('button', { name: /The standfirst says .* which stands in a spoiler/ })).toBeVisible()
  await page.getByLabel('Standfirst').fill('')
  await expect(page.getByRole('button', { name: /which stands in a spoiler/ })).toHaveCount(0)
  await editor.saved()
  const path = await editor.publish()

  const work = `/works/the-lamp-${stamp}`
  const pages = [path, work, `/people/odile-${stamp}-marsh`, '/archive', ...publicPages.map(([, address]) => address)]
  const { leaks, read } = await crawl(page, request, [...pages, ...machines])
  expect(leaks).toEqual([])
  expect(read).toBeGreaterThanOrEqual(new Set(pages).size)
  const found = await request.get(`/search?q=${covered}`)
  if (found.ok()) expect(await found.text()).not.toContain(`href="${path}"`)

  const reader = await (
    await browser.newContext({ javaScriptEnabled: false, storageState: { cookies: [], origins: [] } })
  ).newPage()
  await reader.goto(path)
  await expect(reader.getByRole('complementary', { name: 'Spoilers' })).toContainText('gives away much of')
  await expect(reader.getByText(covered)).toBeHidden()
  await expect(reader.getByText(inline)).toBeHidden()
  await expect(reader.locator('summary', { hasText: 'The end' })).toBeVisible()
  await reader.locator('summary', { hasText: 'The end' }).press('Enter')
  await expect(reader.getByText(covered)).toBeVisible()
  const cover = reader.getByRole('checkbox', { name: 'Show the spoiler' })
  // On paper a cover stays where it is, and says so.
  await reader.emulateMedia({ media: 'print' })
  await expect(reader.getByText(inline)).toBeHidden()
  await reader.emulateMedia({ media: 'screen' })
  await cover.press('Space')
  await expect(reader.getByText(inline)).toBeVisible()
  await reader.context().close()

  await editor.retract()
})

async function writeSpoilers(page: Page): Promise<void> {
  await page.getByLabel('Text of the review').click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('ControlOrMeta+Shift+X')
  await page.keyboard.type(`It is ${inline} who lit it`)
  await page.keyboard.press('ControlOrMeta+Shift+X')
  await page.keyboard.type(', and that is all I say.')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ControlOrMeta+Shift+H')
  await page.keyboard.type(`${ending} in her arms.`)
  await page.getByLabel('Spoiler about').fill('The end')
}

/** Reads every address; a leak is one where a word stands outside of what covers it. */
async function crawl(page: Page, request: APIRequestContext, paths: string[]) {
  const leaks: string[] = []
  let read = 0
  for (const path of new Set(paths)) {
    const response = await request.get(path)
    if (!response.ok()) continue
    read++
    const left = await page.evaluate(uncovered, await response.text())
    if (left.includes(covered) || left.includes(inline)) leaks.push(path)
  }
  return { leaks, read }
}

/** A document as text, attributes and head included, without what stands in a `data-nosnippet` of a spoiler. */
function uncovered(text: string): string {
  const parsed = new DOMParser().parseFromString(text, 'text/html')
  for (const cover of parsed.querySelectorAll('[data-nosnippet]'))
    if (cover.querySelector('details, input[type="checkbox"]')) cover.remove()
  return parsed.documentElement.outerHTML
}
