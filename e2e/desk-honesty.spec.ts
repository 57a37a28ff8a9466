import { expect, type Page, test } from '@playwright/test'
import { EditorPage } from './editor-page.ts'

// What a publication owes its readers: that mistakes are owned up to with a date, and that money is spoken of before the link.

const shopList = (page: Page) => page.getByLabel('Domains whose links earn money, one to a line')

async function write(page: Page, name: string, text: string): Promise<EditorPage> {
  const stamp = Date.now().toString(36)
  const editor = new EditorPage(page)
  await editor.write({
    headline: `${name} ${stamp}`,
    text,
    verdict: 'Short, plain, and to the point.',
    score: '3',
    work: { title: `${name} ${stamp}`, released: '2019', credits: `Pia ${stamp} Lund, director` },
  })
  return editor
}

test('a correction is public with its date, here and on the page of all, and can be withdrawn', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000)
  const editor = await write(page, 'The misspelt name', 'Johannson is very good in it.')
  const desk = page.url()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await expect(page.getByRole('menuitem', { name: /^Corrections/ })).toHaveCount(0)
  await page.keyboard.press('Escape')
  const path = await editor.publish()
  await page.reload()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Corrections/ }).click()
  await page.waitForURL(`${desk}/corrections`)

  const field = page.getByLabel('What was wrong, and what is right')
  await page.getByRole('button', { name: 'Publish the correction' }).click()
  await expect(page.getByText('Say what was wrong and what is right.')).toBeVisible()
  const words = `The name is Johansson, not Johannson (${Date.now()}).`
  await field.fill(words)
  await page.getByRole('button', { name: 'Publish the correction' }).click()
  await expect(page.getByText('The correction is public.')).toBeVisible()
  await expect(field).toHaveValue('')
  // The same words again are refused, and stay where they were typed.
  await field.fill(words)
  await page.getByRole('button', { name: 'Publish the correction' }).click()
  await expect(page.getByText('stands there already')).toBeVisible()
  await expect(field).toHaveValue(words)

  const year = new Date().getFullYear()
  const site = await page.context().newPage()
  await site.goto(path)
  await expect(site.getByRole('complementary', { name: 'Correction' })).toContainText(
    new RegExp(`Correction, \\d+ \\w+ ${year}: The name is Johansson`),
  )
  await expect(site.getByText(/^Updated/)).toHaveCount(0)
  await site.getByRole('link', { name: /^Corrected/ }).click()
  await expect(site.getByRole('complementary', { name: 'Correction' })).toBeInViewport()
  await site.goto('/corrections')
  const entry = site.getByRole('listitem').filter({ hasText: words })
  await expect(entry.getByRole('link')).toHaveAttribute('href', path)

  await page.getByRole('button', { name: `Withdraw: ${words}` }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click()
  await expect(page.getByText('None has been made so far.')).toBeVisible()
  expect(await (await request.get(path)).text()).not.toContain(words)
  expect(await (await request.get('/corrections')).text()).not.toContain(words)
  await page.goto(desk)
  await editor.retract()
})

test('a link that earns money is disclosed before it stands there, and marked for search engines', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000)
  const shop = `shop-${Date.now().toString(36)}.example`
  await page.goto('/desk/settings/money')
  const before = await shopList(page).inputValue()
  await shopList(page).fill(`${before}\nno domain`)
  await page.getByRole('region', { name: 'Affiliate links' }).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('“no domain” is no domain.')).toBeVisible()
  await shopList(page).fill(`${before}\nhttps://www.${shop.toUpperCase()}/books`)
  await page.getByRole('region', { name: 'Affiliate links' }).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect(shopList(page)).toHaveValue(new RegExp(`www\\.${shop}`))

  const editor = await write(page, 'The shop', 'It can be had. ')
  const desk = page.url()
  await page.getByLabel('Text of the review').click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+k')
  const dialog = page.getByRole('dialog', { name: /link/i })
  await dialog.getByRole('combobox').fill(`https://a.www.${shop}:8443/it`)
  await dialog.getByRole('combobox').press('Enter')
  await editor.saved()
  const todo = page.getByRole('button', { name: /disclose affiliate links/ })
  await todo.first().click()
  await page.getByRole('checkbox', { name: 'Affiliate links' }).check()
  await expect(todo).toHaveCount(0)
  await editor.saved()
  const path = await editor.publish()
  const html = await (await request.get(path)).text()
  const link = html.indexOf(`href="https://a.www.${shop}:8443/it"`)
  expect(html.slice(link, link + 200)).toContain('rel="sponsored"')
  const said = html.indexOf('We may earn something when you buy through a link on this page.')
  expect(said).toBeGreaterThan(0)
  expect(said).toBeLessThan(link)

  await page.goto('/desk/settings/money')
  await shopList(page).fill(before)
  await page.getByRole('region', { name: 'Affiliate links' }).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect.poll(async () => (await request.get(path)).text()).not.toContain('rel="sponsored"')
  await page.goto(desk)
  await editor.retract()
})
