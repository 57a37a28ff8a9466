import { expect, test } from 'vitest'
import { readerHeaders } from './headers.ts'

const policy = (isEmbed: boolean) =>
  new Map(readerHeaders('https://reviews.example', { isEmbed })).get('Content-Security-Policy')

test('what is made to be embedded may be framed by anybody, and is otherwise as strict as every page', () => {
  expect(policy(true)).toContain('frame-ancestors *')
  expect(policy(false)).toContain("frame-ancestors 'none'")
  expect(policy(true)?.replace('frame-ancestors *', "frame-ancestors 'none'")).toBe(policy(false))
})
