import { expect, test } from 'vitest'
import { decorator } from './pages.ts'

const decorate = decorator('https://reviews.example')
const headersOf = (tags: string[], type = 'text/css; charset=utf-8', status = 200) =>
  new Map(decorate({ status, headers: [['Content-Type', type]], tags }))

test('what never changes under its name is kept for ever, and nothing else is', () => {
  expect(headersOf(['versioned']).get('Cache-Control')).toBe('public, max-age=31536000, immutable')
  expect(headersOf(['versioned'], 'text/plain', 404).get('Cache-Control')).not.toContain('immutable')
  expect(headersOf(['home'], 'text/html').get('Cache-Control')).toContain('max-age=0')
})

test('only documents are told what to fetch ahead, and only what is embedded may be framed', () => {
  expect(headersOf([], 'text/html').has('Speculation-Rules')).toBe(true)
  expect(headersOf(['versioned']).has('Speculation-Rules')).toBe(false)
  expect(headersOf(['versioned']).has('Permissions-Policy')).toBe(false)
  expect(headersOf([], 'text/html').has('Permissions-Policy')).toBe(true)
  expect(headersOf(['embed'], 'text/html').get('Content-Security-Policy')).toContain('frame-ancestors *')
  expect(headersOf(['home'], 'text/html').get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
})
