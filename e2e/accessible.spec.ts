import { devices, expect, test } from '@playwright/test'
import { faultsOf } from './axe.ts'
import { publicPages } from './public-pages.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const screens = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } },
}

for (const [screen, use] of Object.entries(screens))
  test(`axe finds nothing on any public page, ${screen}, by day and by night`, async ({ browser, baseURL }) => {
    test.setTimeout(240_000)
    // axe is an inline script, which the pages' own policy refuses.
    const context = await browser.newContext({ ...use, baseURL, bypassCSP: true })
    const page = await context.newPage()
    for (const [name, path] of publicPages) {
      await page.emulateMedia({ colorScheme: 'light' })
      await page.goto(path)
      expect(await faultsOf(page, { tags }), name).toEqual([])
      // In the dark the same page has other colours, and nothing else.
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await faultsOf(page, { rules: ['color-contrast'] }), `${name}, by night`).toEqual([])
    }
    await context.close()
  })
