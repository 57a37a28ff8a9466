import { globSync, readFileSync } from 'node:fs'
import { join as joinPath } from 'node:path'
import { type APIRequestContext, expect, test } from '@playwright/test'
import { isFor, screens } from '#components/desk/screens/screens.ts'
import { join } from './somebody-else.ts'

// Who gets in: every screen and every address of the desk, asked by nobody, by a cookie that is none, and by somebody whom it is not for. No page is
// drawn for it, so the whole desk is walked in some seconds.

const root = joinPath(import.meta.dirname, '..')
const nothing = '0199c0de-0000-7000-8000-000000000001'
const fill = (path: string) =>
  path.replaceAll('[id]', nothing).replace('[revisionId]', nothing).replace('[key]', 'five').replace('[version]', '1')
const paths = screens.map(({ path }) => fill(path))
const addresses = globSync('app/api/desk/**/route.ts', { cwd: root }).map(file => ({
  path: fill(`/${file.replace('/route.ts', '').replace('app/', '')}`),
  methods: [
    ...readFileSync(joinPath(root, file), 'utf8').matchAll(/export async function (GET|POST|PUT|PATCH|DELETE|HEAD)/g),
  ].map(([, method = '']) => method),
}))
const changes = addresses.flatMap(({ path, methods }) =>
  methods.filter(method => method !== 'GET' && method !== 'HEAD').map(method => ({ path, method })),
)
const isKept = (headers: Record<string, string>) => !headers['cache-control']?.includes('no-store')

test.describe('whoever is not signed in', () => {
  for (const [who, cookie] of [
    ['nobody', ''],
    ['a cookie that is none', 'out-of-five=eyJhbGciOiJkaXIifQ..AAAA.AAAA.AAAA'],
  ])
    test(`${who} is sent to sign in by every screen, and told nothing by any address`, async ({
      playwright,
      baseURL,
    }) => {
      test.setTimeout(90_000)
      const request = await playwright.request.newContext({
        baseURL: baseURL ?? '',
        storageState: { cookies: [], origins: [] },
        extraHTTPHeaders: { Origin: new URL(baseURL ?? '').origin, ...(cookie && { Cookie: cookie }) },
      })
      for (const path of [...paths, '/desk/nowhere', '/desk/reviews?q=her&state=live']) {
        const response = await request.get(path, { maxRedirects: 0 })
        const to = path === '/desk' ? '' : `?to=${encodeURIComponent(path)}`
        expect([path, response.status(), isKept(response.headers())]).toEqual([path, 307, false])
        expect(response.headers().location).toContain(`/desk/sign-in${to}`)
      }
      for (const { path, methods } of addresses)
        for (const method of methods) {
          const response = await request.fetch(path, {
            method,
            maxRedirects: 0,
            data: method === 'GET' ? undefined : {},
          })
          const asked = `${method} ${path}`
          expect([asked, response.status(), isKept(response.headers())]).toEqual([asked, 401, false])
        }
      for (const path of [
        'session',
        'signout',
        'signin',
        'error',
        'callback/credentials',
        'callback/passkey',
        'nothing',
      ])
        expect([path, (await request.get(`/api/auth/${path}`, { maxRedirects: 0 })).status()]).toEqual([path, 404])
      await request.dispose()
    })
})

test('nothing is changed for another site, or for whoever does not say from where', async ({
  playwright,
  request,
  baseURL,
}) => {
  test.setTimeout(90_000)
  const { cookies } = await request.storageState()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  for (const origin of [undefined, 'https://evil.example', 'null']) {
    const other = await playwright.request.newContext({
      baseURL: baseURL ?? '',
      extraHTTPHeaders: { Cookie: cookie, 'X-Forwarded-Host': 'evil.example', ...(origin && { Origin: origin }) },
    })
    for (const { path, method } of [
      ...changes,
      { path: '/desk/account', method: 'POST' },
      { path: '/api/passkey', method: 'POST' },
    ]) {
      const response = await other.fetch(path, { method, data: {}, maxRedirects: 0 })
      expect([method, path, origin, response.status()]).toEqual([method, path, origin, 403])
    }
    await other.dispose()
  }
})

test('a critic is shown what is for critics, and no address falls over', async ({ page, browser, baseURL }) => {
  test.setTimeout(120_000)
  const critic = await join(page, browser, { baseURL, role: 'critic' })
  const { request } = critic.page.context()
  const own = screens.filter(({ path }) => !path.includes('['))
  for (const screen of own) {
    const response = await request.get(screen.path)
    // Where they are led there is something for them; elsewhere there is nothing, or a screen that says so.
    const fitting = isFor('critic', screen) ? [200] : [200, 404]
    expect(fitting, screen.path).toContain(response.status())
    expect(isKept(response.headers()), screen.path).toBe(false)
    if (!isFor('critic', screen)) expect(await response.text(), screen.path).not.toContain('ada@example.org')
  }
  await walkAddresses(request)
  await critic.close()
})

/** Every address that is read, of a thing that there is not: an answer in words, kept by nobody. */
async function walkAddresses(request: APIRequestContext): Promise<void> {
  for (const { path } of addresses.filter(({ methods }) => methods.includes('GET'))) {
    const response = await request.get(path)
    expect([path, response.status() < 500, isKept(response.headers())]).toEqual([path, true, false])
  }
}
