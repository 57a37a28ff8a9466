import AxeBuilder from '@axe-core/playwright'
import { devices, expect, test } from '@playwright/test'
import { publicPages } from './public-pages.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const screens = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } },
}

for (const [screen, use] of Object.entries(screens)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on any public page, ${screen}, ${colorScheme}`, async ({ browser, baseURL }) => {
      test.setTimeout(240_000)
      // axe is an inline script, which the pages' own policy refuses.
      const context = await browser.newContext({ ...use, colorScheme, baseURL, bypassCSP: true })
      const page = await context.newPage()
      for (const [name, path] of publicPages) {
        await page.goto(path)
        const axe = new AxeBuilder({ page })
        // In the dark the same page has other colours, and nothing else.
        const { violations } = await (colorScheme === 'dark'
          ? axe.withRules(['color-contrast'])
          : axe.withTags(rules)
        ).analyze()
        const found = violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html.slice(0, 160)}`)
        expect(found).toEqual([])
      }
      await context.close()
    })
  }
}
