import { expect, test } from '@playwright/test'

// The search and the listing's facets, for each reader: everything has an address, and nothing needs a script.

test('a name that is half typed leads to the person, and to what they were in', async ({ page }) => {
  await page.goto('/search')
  await page.getByRole('searchbox').or(page.getByRole('combobox')).fill('scarl joh')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveURL(/\/search\?q=scarl\+joh$/)
  const names = page.getByRole('region', { name: 'By name' })
  await expect(names.getByRole('link', { name: /Scarlett Johansson/ })).toHaveAttribute(
    'href',
    '/people/scarlett-johansson',
  )
  await expect(page.getByRole('article').first()).toBeVisible()
  expect(await page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex, follow')
})

test('slips are forgiven and said', async ({ page }) => {
  await page.goto('/search?q=joaquin+phoneix')
  await expect(page.getByRole('region', { name: 'By name' }).getByRole('link').first()).toHaveText(/Joaquin Phoenix/)
  await expect(page.getByText(/These have joaquin phoenix/)).toBeVisible()
})

test('what was found is marked, and a spoiler is never shown', async ({ page }) => {
  await page.goto('/search?q=lovers')
  await expect(page.locator('article mark').first()).toBeVisible()
  await page.goto('/search?q=%22Eight+thousand+three+hundred+and+sixteen%22')
  await expect(page.getByRole('heading', { level: 2, name: /^No review has/ })).toBeVisible()
})

test('facets are links with counts, and what is chosen can be taken away', async ({ page }) => {
  await page.goto('/reviews')
  const facets = page.getByRole('navigation', { name: 'Narrow down and sort' })
  await facets.getByText('Kind', { exact: true }).click()
  await facets.getByRole('link', { name: /^Books/ }).click()
  await expect(page).toHaveURL(/\/reviews\?kind=book$/)
  await expect(page.getByRole('main').getByRole('article')).toHaveCount(4)
  expect(await page.locator('meta[name="robots"]').getAttribute('content')).toContain('noindex')
  await facets.getByRole('link', { name: 'Take away kind: Books' }).click()
  await expect(page).toHaveURL(/\/reviews$/)
})

test('whatever is typed is answered with a page', async ({ page }) => {
  for (const typed of ['', '!!!', "' OR 1=1 --", 'a:* & !b', 'مرحبا', '\u202eabc', 'x'.repeat(200), '-her']) {
    const response = await page.goto(`/search?q=${encodeURIComponent(typed)}`)
    expect.soft(response?.status(), typed).toBe(200)
    await expect.soft(page.getByRole('heading', { level: 1 }), typed).toHaveText('Search')
    const overflow = await page.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)
    expect.soft(overflow, typed).toBeLessThanOrEqual(0)
  }
})
