import { expect, test } from '@playwright/test'

// What a review says beside its text, as readers meet it: in words, in order, and without a script.

test('badges, points, aspects and how it was played are said in words', async ({ page }) => {
  await page.goto('/reviews/outer-wilds')
  const article = page.getByRole('article').first()
  await expect(article.getByRole('list', { name: 'Badges' }).first()).toHaveText('Best new')
  await expect(article.getByText('Spoilers: major').first()).toBeVisible()
  await expect(article.getByText('Played on PC · 24 hours, the last one twice')).toBeVisible()
  const glance = article.getByRole('region', { name: 'At a glance' })
  await expect(glance.getByRole('heading')).toHaveText(['For', 'Against'])
  await expect(glance.getByRole('listitem').first()).toContainText('Every place is open from the first minute')
  const table = glance.getByRole('table', { name: /^By aspect/ })
  await expect(table.getByRole('columnheader')).toHaveText(['Aspect', 'Value', 'Counts'])
  await expect(table.getByRole('row', { name: 'Flying 3.5 once' })).toBeVisible()
  await expect(glance.getByText('Weighted, they come to 4.8 of 5. The score is the critic’s own.')).toBeVisible()
})

test('a content advisory is folded, and opens without a script', async ({ page }) => {
  await page.goto('/reviews/outer-wilds')
  const advisory = page.getByText('Darkness, deep water, open space')
  await expect(advisory).toBeHidden()
  await page.getByText('Content advisory').click()
  await expect(advisory).toBeVisible()
})

test('a review in progress says so before its text, and wherever its score stands', async ({ page }) => {
  await page.goto('/reviews/animal-crossing-new-horizons')
  const article = page.getByRole('article').first()
  await expect(article.getByRole('complementary', { name: 'Review in progress' })).toContainText('may still change')
  await expect(article.getByText('so far', { exact: true })).toHaveCount(2)
  await page.goto('/works/animal-crossing-new-horizons')
  await expect(page.getByText('Review in progress').first()).toBeVisible()
})
