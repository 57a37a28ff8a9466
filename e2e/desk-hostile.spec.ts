import { expect, test } from '@playwright/test'
import { hostileDocuments } from '../test/hostile-documents.ts'

// Eighty requests, one after the other.
test.setTimeout(90_000)

test('no text that is made by hand gets past the address that the desk saves to', async ({
  page,
  request,
  baseURL,
}) => {
  await page.goto('/desk')
  await page.getByRole('button', { name: 'New review' }).click()
  await page.waitForURL(/\/desk\/reviews\/[0-9a-f-]{36}/)
  const api = `/api/desk/reviews/${page.url().split('/').at(-1)}`
  const headers = { Origin: new URL(baseURL ?? '').origin }
  const read = async () => (await request.get(api)).json()

  const before = await read()
  const put = (body: unknown, version: number) =>
    request.put(api, { headers, data: { version, content: { ...before.content, body }, autosave: true } })

  for (const { name, document } of hostileDocuments.filter(({ isHarmless }) => !isHarmless)) {
    const answer = await put(document, before.version)
    const told = await answer.json()
    if (answer.status() === 413) expect([name, told.code]).toEqual([name, 'too-large'])
    else expect([name, answer.status(), told.code, told.field]).toEqual([name, 422, 'invalid', 'body'])
  }
  expect(await read()).toEqual(before)

  let { version } = before
  for (const { name, document } of hostileDocuments.filter(({ isHarmless }) => isHarmless)) {
    const answer = await put(document, version)
    expect([name, answer.status()]).toEqual([name, 200])
    version = (await answer.json()).version
  }

  // What was let through does nothing, to the desk and to whoever reads it.
  const asked: string[] = []
  page.on('request', sent => asked.push(sent.url()))
  page.on('dialog', () => asked.push('dialog'))
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Text of the review' })).toBeVisible()
  expect(asked.filter(url => !url.startsWith(baseURL ?? ''))).toEqual([])
})
