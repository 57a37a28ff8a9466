import { describe, expect, test } from 'vitest'
import { cleanAddress, isFollowed, typedAddress } from './addresses.ts'

const site = 'https://reviews.example.com'

describe('an address that was pasted', () => {
  test.each([
    ['https://example.org/a?utm_source=x&utm_medium=y&id=7', 'https://example.org/a?id=7'],
    ['https://example.org/a?fbclid=IwAR0&gclid=1#part', 'https://example.org/a#part'],
    ['https://example.org/?q=a%20b&c=d+e', 'https://example.org/?q=a%20b&c=d+e'],
    [
      'https://www.google.com/url?q=https://example.org/b%3Futm_source%3Dz&sa=D&source=editors&ust=1&usg=AOv',
      'https://example.org/b',
    ],
    ['https://www.google.de/url?sa=t&url=https%3A%2F%2Fexample.org%2Fc&ved=2ah', 'https://example.org/c'],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2F%3Ffbclid%3D1&h=AT0', 'https://example.org/'],
    [
      'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Fexample.org%252Fd&data=05',
      'https://example.org/d',
    ],
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&si=abc&t=42', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=42'],
    ['https://example.org/?si=kept', 'https://example.org/?si=kept'],
    ['https://example.org/a#:~:text=some%20words', 'https://example.org/a'],
    ['https://reviews.example.com/reviews/her?utm_source=x#verdict', '/reviews/her#verdict'],
    ['mailto:ada@example.org', 'mailto:ada@example.org'],
    ['tel:+4930123', 'tel:+4930123'],
    ['  https://example.org  ', 'https://example.org/'],
    ['https://www.google.com/url?q=javascript:alert(1)', 'https://www.google.com/url?q=javascript:alert(1)'],
  ])('%s', (address, clean) => expect(cleanAddress(address, site)).toBe(clean))

  test.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    ' jAvAsCrIpT:alert(1)',
    'data:text/html,<script>1</script>',
    'vbscript:x',
    'file:///C:/Users/ada/her.docx',
    '/wiki/Her',
    '../her',
    '#part',
    '//example.org/x',
    'her',
    '',
    `https://example.org/${'x'.repeat(3_000)}`,
    'https://example.org/\u202Egpj.exe',
  ])('that leads nowhere good: %j', address => expect(cleanAddress(address, site)).toBeNull())
})

test('who is followed is told', () => {
  expect(isFollowed('https://example.org/?utm_campaign=x')).toBe(true)
  expect(isFollowed('https://www.google.com/url?q=https://example.org/')).toBe(true)
  expect(isFollowed('https://example.org/?page=2')).toBe(false)
  expect(isFollowed('/reviews/her?utm_source=x')).toBe(false)
})

test.each([
  ['example.org/page', 'https://example.org/page'],
  ['www.example.org', 'https://www.example.org'],
  ['http://example.org', 'http://example.org'],
  ['https://reviews.example.com/works/her', '/works/her'],
  ['reviews.example.com/works/her', '/works/her'],
  ['/reviews/her', '/reviews/her'],
  ['#part', '#part'],
  ['ada@example.org', 'mailto:ada@example.org'],
  ['mailto:ada@example.org', 'mailto:ada@example.org'],
  ['her', null],
  ['Spike Jonze', null],
  ['a.b c', null],
  ['javascript:alert(1)', null],
  ['//example.org', null],
  ['https://', null],
  ['4.5', null],
])('%s as it was typed', (typed, address) => expect(typedAddress(typed, site)).toBe(address))
