import { expect, test } from 'vitest'
import { readTarget } from './malformed.ts'

const read = (target: string) => readTarget(target, 'reviews.example')
const pathOf = (target: string) => {
  const found = read(target)
  return found.ok ? found.path : found.status
}

test.each([
  '/%',
  '/reviews/%ff',
  '/%c0%af',
  '/%ed%a0%80',
  '/%u0041',
  '/a%00b',
  '/a%0ab',
  '/a\\b',
  '/a%5cb',
  '/a%2fb',
  '/a/../desk',
  '/a/%2e%2e/desk',
  '/./a',
  '//evil.example/',
  '/a#b',
  '/caf\u00e9',
  'reviews',
  'http://evil.example/',
  'evil.example:443',
])('%j is refused as malformed', target => {
  expect(pathOf(target)).toBe(400)
})

test('files that begin with a dot are not found, except .well-known', () => {
  expect(pathOf('/.env')).toBe(404)
  expect(pathOf('/.git/config')).toBe(404)
  expect(pathOf('/.well-known/security.txt')).toBe('/.well-known/security.txt')
})

test('the server as a whole is no page', () => {
  expect(pathOf('*')).toBe(405)
})

test('an address too long to be ours is refused as such', () => {
  expect(pathOf(`/${'a'.repeat(2_048)}`)).toBe(414)
  expect(pathOf(`/?${'a'.repeat(5_000)}`)).toBe(414)
})

test('one page has one spelling', () => {
  expect(read('/%64esk')).toMatchObject({ path: '/desk', isCanonical: false })
  expect(read('/caf%c3%a9')).toMatchObject({ path: '/caf%C3%A9', isCanonical: false })
  expect(read('/caf%C3%A9')).toMatchObject({ path: '/caf%C3%A9', isCanonical: true })
  expect(read('/a%40b%3a')).toMatchObject({ path: '/a@b:', isCanonical: false })
  expect(read('/reviews//her')).toMatchObject({ path: '/reviews/her', isCanonical: false })
  expect(read('/reviews/her/?page=2')).toMatchObject({ path: '/reviews/her/', query: 'page=2', isCanonical: true })
})

test('the absolute form of our own authority is an ordinary request', () => {
  expect(pathOf('http://reviews.example/reviews/her')).toBe('/reviews/her')
  expect(pathOf('HTTPS://Reviews.Example')).toBe('/')
})
