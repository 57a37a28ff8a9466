import { expect, test } from 'vitest'
import { returnPath, signInPath } from './return-path.ts'

test.each([
  '/desk',
  '/desk/reviews',
  '/desk/reviews?state=draft&page=2',
  '/desk/reviews/0199c0de-0000-7000-8000-000000000001',
])('after signing in, %s is where one wanted to go', path => {
  expect(returnPath(path)).toBe(path)
})

test.each([
  'https://evil.example/desk',
  '//evil.example/desk',
  '/\\evil.example/desk',
  '\\\\evil.example/desk',
  'javascript:alert(1)',
  '/deskx',
  '/reviews/her',
  '/desk/../reviews',
  '/desk/sign-in?to=/desk',
  '/desk/setup',
  ' /\t/evil.example/desk',
  '',
  undefined,
  ['/desk/reviews'],
])('but %j leads to the desk itself', wanted => {
  expect(returnPath(wanted)).toBe('/desk')
})

test('the page to sign in at remembers the way, unless it is the desk itself', () => {
  expect(signInPath('/desk/reviews?state=draft')).toBe('/desk/sign-in?to=%2Fdesk%2Freviews%3Fstate%3Ddraft')
  expect(signInPath('/desk')).toBe('/desk/sign-in')
  expect(signInPath(null)).toBe('/desk/sign-in')
})
