import { expect, test } from '@playwright/test'
import { faultsOf } from './axe.ts'
import { join } from './somebody-else.ts'

// A key of one's own device in place of password and code, with Chromium's authenticator: added, used alone, and taken away.

test('somebody adds a passkey, signs in with it alone, and takes it away', async ({ page, browser, baseURL }) => {
  test.setTimeout(120_000)
  const { page: theirs, name, close } = await join(page, browser, { baseURL, role: 'critic' })
  const cdp = await theirs.context().newCDPSession(theirs)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  })
  await theirs.goto('/desk/account')
  const part = theirs.getByRole('region', { name: 'Passkeys' })
  await part.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(part.getByText('Give it a name, such as that of the device.')).toBeVisible()
  await part.getByLabel('Name of the passkey').fill('Kitchen laptop')
  await part.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(part.getByRole('listitem')).toHaveCount(10)
  const [code = ''] = await part.getByRole('listitem').allTextContents()
  await part.getByRole('button', { name: 'I have them' }).click()
  await expect(part.getByRole('listitem')).toContainText('Kitchen laptop')
  expect(await faultsOf(theirs)).toEqual([])

  await theirs.getByRole('button', { name: 'Sign out here' }).click()
  await theirs.waitForURL(/sign-in/)
  await theirs.getByRole('button', { name: 'Use a passkey' }).click()
  await theirs.waitForURL(/\/desk$/)
  await expect(theirs.getByText(name).first()).toBeVisible()

  // The password alone is not enough any more; a code from paper is what is left when the device is not.
  await theirs.goto('/desk/account')
  await theirs.getByRole('button', { name: 'Sign out here' }).click()
  await theirs.waitForURL(/sign-in/)
  await theirs.getByLabel('Mail address').fill(`noor-${name.split(' ').at(-1)}@example.org`)
  await theirs.getByLabel('Password', { exact: true }).fill('eleven copper kettles')
  await theirs.getByRole('button', { name: 'Sign in', exact: true }).click()
  await theirs.getByRole('textbox', { name: 'Code' }).fill(code)
  expect(await faultsOf(theirs)).toEqual([])
  await theirs.getByRole('button', { name: 'Sign in', exact: true }).click()
  await theirs.waitForURL(/\/desk$/)

  await theirs.goto('/desk/account')
  await part.getByRole('button', { name: 'Take away Kitchen laptop' }).click()
  await theirs.getByRole('alertdialog').getByRole('button', { name: 'Take it away' }).click()
  await expect(part.getByRole('listitem')).toHaveCount(0)
  await close()
})
