import { expect, type Page, test } from '@playwright/test'
import { faultsOf } from './axe.ts'
import { join } from './somebody-else.ts'

// What two people say to each other beside a text: a comment, a suggestion, another score; and that readers get none of it.
test.setTimeout(120_000)

const textOf = (page: Page) => page.getByRole('textbox', { name: 'Text of the review' })
const notesOf = (page: Page) => page.getByRole('region', { name: 'Notes', exact: true })

test('an editor comments, suggests and proposes a score; the critic answers, accepts and agrees', async ({
  page,
  browser,
  baseURL,
}) => {
  const noor = await join(page, browser, { baseURL, role: 'critic' })
  const critic = noor.page
  await critic.getByRole('button', { name: 'New review' }).click()
  await critic.waitForURL(/\/desk\/reviews\/[0-9a-f-]{36}/)
  const url = critic.url()
  await critic.getByLabel('Headline', { exact: true }).fill(`Notes ${noor.mark}`)
  await textOf(critic).click()
  await critic.keyboard.type('The lamp is lit every night.')
  await critic.getByLabel('Score in figures').fill('3.5')
  await critic.getByLabel('Score in figures').press('Enter')
  await saved(critic)

  // The critic has the pen: beside the text the editor needs none.
  await page.goto(url)
  await page.getByRole('button', { name: 'Notes', exact: true }).click()
  await expect(notesOf(page).getByRole('button', { name: 'Comment', exact: true })).toBeVisible()
  await textOf(page)
    .getByText('The lamp')
    .dblclick({ position: { x: 50, y: 8 } })
  await page.keyboard.press('ControlOrMeta+Alt+m')
  const composer = page.getByRole('region', { name: 'New comment' })
  await expect(composer.getByLabel('Comment', { exact: true })).toBeFocused()
  await page.keyboard.type('Whose is it, @Noor')
  await expect(page.getByRole('option', { name: noor.name })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(notesOf(page).getByRole('article', { name: 'Comment by Ada Marlowe' })).toContainText(`@${noor.name}`)
  expect(await faultsOf(page)).toEqual([])

  await page.keyboard.press('ControlOrMeta+Alt+e')
  const bar = page.getByRole('region', { name: 'Suggesting' })
  await expect(bar).toBeVisible()
  await expect(textOf(page)).toHaveAttribute('contenteditable', 'true')
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('Enter')
  await expect(page.getByText('A suggestion changes words within one paragraph.')).toBeVisible()
  await page.keyboard.type(' Nobody knows why.')
  await expect(bar).toContainText('Changes in one paragraph.')
  expect(await faultsOf(page)).toEqual([])
  await bar.getByRole('button', { name: 'Suggest this' }).click()
  const suggestion = notesOf(page).getByRole('article', { name: 'Suggestion by Ada Marlowe' })
  await expect(suggestion).toContainText('Nobody knows why.')
  await expect(textOf(page)).toHaveAttribute('contenteditable', 'false')

  await critic.reload()
  await expect(critic.getByRole('button', { name: 'Notes 2 open' })).toBeVisible()
  await critic.keyboard.press('F4')
  await expect(critic.getByText('Comment by Ada Marlowe, 1 of 2')).toBeVisible()
  await critic.keyboard.press('ControlOrMeta+Alt+m')
  const comment = notesOf(critic).getByRole('article', { name: 'Comment by Ada Marlowe' })
  await comment.getByRole('button', { name: 'Reply' }).click()
  await critic.keyboard.type('The old woman’s.')
  await critic.keyboard.press('ControlOrMeta+Enter')
  await expect(comment).toContainText('The old woman’s.')
  await comment.getByRole('button', { name: 'Settle' }).click()
  await expect(comment).toBeHidden()
  await notesOf(critic).getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(critic.getByText('One suggestion accepted.')).toBeVisible()
  await expect(textOf(critic)).toHaveText('The lamp is lit every night. Nobody knows why.')
  await critic.getByRole('button', { name: 'Settled (2)' }).click()
  await expect(notesOf(critic)).toContainText(`Accepted by ${noor.name}`)
  expect(await faultsOf(critic)).toEqual([])
  await saved(critic)
  await critic.goto('/desk/reviews')

  await page.reload()
  await expect(textOf(page)).toHaveAttribute('contenteditable', 'true')
  await page.getByLabel('Score in figures').fill('4.5')
  await page.getByLabel('Score in figures').press('Enter')
  await expect(page.getByText(`The score is ${noor.name}’s.`)).toBeVisible()
  await page.getByLabel(`Why, for ${noor.name}`).fill('You hummed all the way home')
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Propose this score' }).click()
  await expect(page.getByText(`It waits for ${noor.name}.`)).toBeVisible()
  await expect(page.getByLabel('Score in figures')).toHaveValue('3.5')
  await page.goto('/desk/reviews')

  await critic.goto(url)
  await expect(critic.getByText('Ada Marlowe proposes another score')).toBeVisible()
  expect(await faultsOf(critic)).toEqual([])
  await critic.getByRole('button', { name: 'Agree' }).click()
  await expect(critic.getByLabel('Score in figures')).toHaveValue('4.5')
  await critic.goto(`${url}/history`)
  const history = critic.getByRole('region', { name: 'Beside the text' })
  await expect(history).toContainText(`accepted by ${noor.name}`)
  await expect(history).toContainText(`agreed by ${noor.name}`)
  expect(await faultsOf(critic)).toEqual([])
  await noor.close()
})

async function saved(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible()
}
