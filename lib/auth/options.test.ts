import { afterEach, expect, test } from 'vitest'
import { env, overrideEnv } from '#lib/env.ts'
import { authOptions, sessionCookie } from './options.ts'

const { SITE_URL } = env()

afterEach(() => overrideEnv({ SITE_URL }))

test('on https the cookie is one that browsers take from this host alone', () => {
  overrideEnv({ SITE_URL: 'https://reviews.example.org' })
  expect(sessionCookie()).toEqual({
    name: '__Host-out-of-five',
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: true,
  })
  expect(authOptions().useSecureCookies).toBe(true)
})

test('on http, as on one’s own machine, the same cookie works without', () => {
  overrideEnv({ SITE_URL: 'http://localhost:3000' })
  expect(sessionCookie()).toMatchObject({ name: 'out-of-five', httpOnly: true, sameSite: 'lax', secure: false })
})

test('next-auth sets the cookie that signing out takes away', () => {
  overrideEnv({ SITE_URL: 'https://reviews.example.org' })
  const { name, ...options } = sessionCookie()
  expect(authOptions().cookies?.sessionToken).toEqual({ name, options })
})

test('nothing leads off the site', async () => {
  const redirect = authOptions().callbacks?.redirect
  const lead = (url: string) => redirect?.({ url, baseUrl: 'https://reviews.example.org' })
  expect(await lead('/desk/reviews')).toBe('https://reviews.example.org/desk/reviews')
  for (const url of ['https://evil.example', '//evil.example', 'javascript:alert(1)'])
    expect(await lead(url)).toBe('https://reviews.example.org')
})
