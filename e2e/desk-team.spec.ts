import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { faultsOf } from './axe.ts'
import { owner } from './owner.ts'

// The owner asks somebody to join; they come, write, get another role, and leave their drafts to somebody else.
test.setTimeout(180_000)

test('somebody is invited, joins, is given another role, and leaves', async ({ page, browser, baseURL }) => {
  const mark = Date.now().toString(36)
  const person = { name: `Noor Haddad ${mark}`, email: `noor-${mark}@example.org`, password: 'eleven copper kettles' }
  await page.goto('/desk/team')
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByLabel('Name').fill(person.name)
  await dialog.getByLabel('Mail address').fill('no address')
  await dialog.getByLabel('Role').selectOption('contributor')
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(dialog.getByText('This is not a mail address')).toBeVisible()
  await dialog.getByLabel('Mail address').fill(person.email)
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click()
  const link = await dialog.getByLabel('Link of the invitation').inputValue()
  expect(await faultsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('region', { name: 'Invited' })).toContainText(person.email)

  const theirs = await browser.newContext({ baseURL: baseURL ?? '', storageState: { cookies: [], origins: [] } })
  const other = await theirs.newPage()
  await other.goto(link)
  await expect(other.getByText('You are invited as contributor.')).toBeVisible()
  await other.getByLabel('Password', { exact: true }).fill(person.password)
  await other.getByRole('button', { name: 'Join' }).click()
  await other.waitForURL(/\/desk$/)
  await expect(other.getByRole('banner')).toContainText(`${person.name}Contributor`)
  await other.goto('/desk/team')
  await expect(other.getByText('Your role does not see the team')).toBeVisible()
  await other.goto('/desk')
  await other.getByRole('button', { name: 'New review' }).click()
  await other.waitForURL(/\/desk\/reviews\/[0-9a-f-]{36}/)

  // Asked of the role, it comes before everything else.
  await page.goto('/desk/team/roles')
  await page.getByRole('button', { name: 'Ask a second factor…' }).click()
  await page.getByRole('alertdialog').getByLabel('Contributors').check()
  await answer(page, 'Ask it of them')
  await expect(page.getByText('A second factor is asked of: contributors.')).toBeVisible()
  await other.goto('/desk/reviews')
  await expect(other).toHaveURL(/\/desk\/account/)
  await expect(other.getByText('Your role asks for a second factor')).toBeVisible()
  const code = await turnOnSecondFactor(other)
  await other.goto('/desk/reviews')
  await expect(other.getByRole('heading', { level: 1, name: 'Reviews' })).toBeVisible()
  await page.getByRole('button', { name: 'Ask a second factor…' }).click()
  await page.getByRole('alertdialog').getByLabel('Contributors').uncheck()
  await answer(page, 'Ask it of them')
  await expect(page.getByText('A second factor is asked of nobody.')).toBeVisible()
  await page.goto('/desk/team')
  await other.getByRole('button', { name: 'Sign out', exact: true }).first().click()
  await other.waitForURL(/sign-in/)
  await signIn(other, person)
  await other.getByLabel('Code').fill('000000')
  await other.getByRole('button', { name: 'Sign in' }).click()
  await expect(other.getByText('This code is not the one')).toBeVisible()
  expect(await faultsOf(other)).toEqual([])
  await other.getByLabel('Code').fill(code)
  await other.getByRole('button', { name: 'Sign in' }).click()
  await other.waitForURL(/\/desk$/)

  // The link is used up.
  const late = await theirs.newPage()
  await late.goto(link)
  await expect(late.getByText('This link does nothing any more')).toBeVisible()
  await late.close()

  await page.reload()
  const row = page.getByRole('listitem').filter({ hasText: person.email })
  await expect(row).toContainText('1 draft')
  await row.getByRole('button', { name: `What to do about ${person.name}` }).click()
  await page.getByRole('menuitem', { name: 'Change the role…' }).click()
  await page.getByRole('alertdialog').getByLabel('Role').selectOption('critic')
  await answer(page, 'Change the role')
  await expect(row).toContainText('Critic')
  // The session that they had is over.
  await other.goto('/desk')
  await expect(other).toHaveURL(/sign-in/)

  await row.getByRole('button', { name: `What to do about ${person.name}` }).click()
  await page.getByRole('menuitem', { name: 'Hand over their work…' }).click()
  await page.getByRole('alertdialog').getByLabel('To').selectOption({ label: 'Ada Marlowe' })
  await answer(page, 'Hand over')
  await expect(row).not.toContainText('draft')
  await row.getByRole('button', { name: `What to do about ${person.name}` }).click()
  await page.getByRole('menuitem', { name: 'Close the account…' }).click()
  await answer(page, 'Close the account')
  await expect(row).toContainText('Closed')
  await other.goto('/desk/sign-in')
  await signIn(other, person)
  await expect(other.getByText('do not belong together')).toBeVisible()
  await theirs.close()

  // All of it is in the log, which can be taken along.
  await page.goto('/desk/log?what=user')
  await expect(page.getByRole('listitem').filter({ hasText: person.name }).first()).toContainText(
    'closed the account of',
  )
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Export as CSV' }).click()
  const [file] = await Promise.all([page.waitForEvent('download'), answer(page, 'Export')])
  expect(await readFile(await file.path(), 'utf8')).toContain('user.hand-over')

  await page.goto('/desk/team/roles')
  await expect(page.getByRole('row', { name: /retract reviews/ })).toHaveText(/Yes\s*Yes\s*No\s*No/)
  expect(await faultsOf(page)).toEqual([])
})

/** Answers a grave question, with the password of whoever set the publication up if it was given too long ago. */
async function answer(page: Page, button: string) {
  const dialog = page.getByRole('alertdialog')
  const field = dialog.getByLabel('Your own password', { exact: true })
  await expect(async () => {
    if (await field.isVisible()) await field.fill(owner.password)
    if (await dialog.isVisible()) await dialog.getByRole('button', { name: button, exact: true }).click()
    await expect(dialog).toBeHidden({ timeout: 2_000 })
  }).toPass()
}

/** Sets the second factor up as a telephone would, and returns one of the codes for paper. */
async function turnOnSecondFactor(page: Page): Promise<string> {
  await page.goto('/desk/account')
  await page.getByRole('button', { name: 'Set up a second factor' }).click()
  const picture = page.getByRole('img', { name: /^QR code/ })
  await expect(picture).toBeVisible()
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(20)
  const secret = (await page.getByText(/^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/).textContent()) ?? ''
  const app = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) })
  await page.getByRole('textbox', { name: 'Code' }).fill(app.generate())
  await page.getByRole('button', { name: 'Turn it on' }).click()
  expect(await faultsOf(page)).toEqual([])
  const code = await page
    .getByRole('listitem')
    .filter({ hasText: /^[a-z2-9]{5}-[a-z2-9]{5}$/ })
    .first()
    .textContent()
  await page.getByRole('button', { name: 'I have them' }).click()
  await expect(page.getByText('10 recovery codes are left.')).toBeVisible()
  return code ?? ''
}

async function signIn(page: Page, { email, password }: { email: string; password: string }) {
  await page.getByLabel('Mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}
