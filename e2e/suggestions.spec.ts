import { expect, test } from '@playwright/test'

// An enhancement of the search field, so only where there is JavaScript: that the form works without is among the readers' journeys.
test('suggestions open under the field and are chosen with the arrows', async ({ page }) => {
  await page.goto('/search')
  const field = page.getByRole('combobox')
  await field.pressSequentially('jonz')
  await expect(page.getByRole('option', { name: /Spike Jonze/ })).toBeVisible()
  await field.press('ArrowDown')
  await expect(page.getByRole('option', { name: /Spike Jonze/ })).toHaveAttribute('aria-selected', 'true')
  await field.press('Enter')
  await expect(page).toHaveURL(/\/people\/spike-jonze$/)
})
