import { describe, expect, test } from 'vitest'
import { noticeMail, sampleLetters } from './letters.ts'
import { addressSchema, mailSchema } from './mail.ts'

describe('an address', () => {
  test.each(['a@example.org', 'first.last+desk@sub.example.co.uk', "o'neill@example.org"])(
    '%s is one mailbox',
    address => {
      expect(addressSchema.safeParse(address).success).toBe(true)
    },
  )

  test.each([
    'a@example.org, b@example.org',
    'a@example.org; b@example.org',
    'Ada <a@example.org>',
    '<a@example.org>',
    'a@example.org\r\nBcc: b@example.org',
    'a@example.org\nBcc: b@example.org',
    'a@example.org\0',
    'a@example.org (a comment)',
    '"a b"@example.org',
    'a@[127.0.0.1]',
    'a@localhost',
    '@example.org',
    'a@',
    'a b@example.org',
    'group: a@example.org;',
    'a@exa\u202emple.org',
    `${'a'.repeat(250)}@example.org`,
    '',
  ])('%j is refused', address => {
    expect(addressSchema.safeParse(address).success).toBe(false)
  })
})

test('a subject is one line, whatever a headline holds', () => {
  const { subject } = mailSchema.parse({
    ...{ id: '01890000-0000-7000-8000-000000000000', to: 'a@example.org', text: '', html: '' },
    subject: 'Her\r\nBcc: b@example.org\u2028\0',
  })
  expect(subject).toBe('Her Bcc: b@example.org ')
})

test('what is said in a letter is no markup in its HTML', () => {
  const { text, html } = noticeMail({
    name: 'Ada <b>',
    publication: 'Out & Five',
    notices: [{ sentence: 'Noor published “<img src=x onerror=alert(1)>”.', path: '/desk/reviews' }],
  })
  expect(text).toContain('“<img src=x onerror=alert(1)>”')
  expect(html).not.toMatch(/<img|<b>/)
  expect(html).toContain('Out &#38; Five')
})

test('every letter says the same as text and as HTML, links included', () => {
  for (const { name, letter } of sampleLetters('Out of Five')) {
    const links = [...letter.text.matchAll(/^https?:\S+$/gm)].map(([link]) => link)
    expect(
      [...letter.html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href?.replaceAll('&#38;', '&')),
      name,
    ).toEqual(links)
    expect(letter.html).not.toMatch(/<img|<script|https?:\/\/(?!localhost|127)[^"]*\.(png|gif|jpe?g)/)
  }
})
