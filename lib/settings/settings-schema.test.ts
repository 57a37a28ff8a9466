import { expect, test } from 'vitest'
import { domainOf } from './domains.ts'
import { affiliateDomainsSchema, badgesSchema, houseListSchema } from './settings-schema.ts'

test.each([
  ['shop.example', 'shop.example'],
  [' Shop.Example ', 'shop.example'],
  ['https://www.shop.example:8443/books?a=b', 'www.shop.example'],
  ['*.shop.example', 'shop.example'],
  ['.shop.example', 'shop.example'],
  ['shop.example.', 'shop.example'],
  ['bücher.example', 'xn--bcher-kva.example'],
  ['shop.example:443', 'shop.example'],
])('“%s” is the domain %s', (typed, domain) => expect(domainOf(typed)).toBe(domain))

test.each([
  'example',
  'com',
  '127.0.0.1',
  '[::1]',
  'two words.example',
  'shop..example',
  '-shop.example',
  'mailto:a@b.example',
  'javascript:alert(1)',
  '',
  '*',
  `${'a'.repeat(64)}.example`,
  'shop_1.example',
])('“%s” is no domain', typed => expect(domainOf(typed)).toBeNull())

test('domains are kept once, in order, and a wrong one is named', () => {
  expect(affiliateDomainsSchema.parse('shop.example\r\n\n https://books.example/x \nSHOP.example')).toEqual([
    'books.example',
    'shop.example',
  ])
  expect(affiliateDomainsSchema.parse('')).toEqual([])
  const wrong = affiliateDomainsSchema.safeParse('shop.example\nnot a domain')
  expect(wrong.error?.issues[0]?.message).toBe('“not a domain” is no domain. Write one such as shop.example to a line.')
  expect(
    affiliateDomainsSchema.safeParse(Array.from({ length: 501 }, (_, at) => `s${at}.example`).join('\n')).success,
  ).toBe(false)
})

test('badges are names, each once, in the order in which they are given', () => {
  expect(badgesSchema.parse('Essential\n Best   new \n')).toEqual(['Essential', 'Best new'])
  expect(badgesSchema.safeParse('Essential\nessential').success).toBe(false)
  expect(badgesSchema.safeParse('x'.repeat(41)).success).toBe(false)
  expect(badgesSchema.safeParse('Turned\u202e').success).toBe(false)
})

test('only the house’s lists can be changed, and nothing else comes along', () => {
  expect(houseListSchema.safeParse({ key: 'name', value: 'Mine', seen: '' }).success).toBe(false)
  expect(houseListSchema.safeParse({ key: 'badges', value: 'A', seen: '', role: 'owner' }).success).toBe(false)
  expect(houseListSchema.parse({ key: 'badges', value: 'A\nB', seen: 'A' })).toEqual({
    key: 'badges',
    value: ['A', 'B'],
    seen: ['A'],
  })
})
