import { type Role, roleTitle } from '#lib/auth/policy.ts'
import { env } from '#lib/env.ts'
import { escapeAttribute } from '#lib/xml/xml.ts'
import type { Letter } from './mail.ts'

// Every mail that is sent, in words: as plain text, and as the same in HTML for programs that show that. No pictures, nothing to be counted.

interface Parts {
  subject: string
  /** Whom it greets. */
  name: string
  /** In order; a link stands on a line of its own. */
  parts: (string | { href: string; label: string })[]
  /** Who it is from. */
  publication: string
}

/** What happened, at once or of a day. */
export function noticeMail(said: {
  name: string
  publication: string
  notices: { sentence: string; path: string }[]
}): Letter {
  const [first] = said.notices
  const isOne = said.notices.length === 1
  const links = said.notices.flatMap(({ sentence, path }) => [
    sentence,
    { href: address(path), label: 'See it at the desk' },
  ])
  return letter({
    ...said,
    subject: isOne ? (first?.sentence ?? '') : `${said.notices.length} things at the desk of ${said.publication}`,
    parts: [...links, { href: address('/desk/account#notices'), label: 'Choose what you hear of by mail' }],
  })
}

/** The link to set a new password. In the fragment, so that the secret reaches neither a log nor a Referer. */
export function passwordMail({
  name,
  publication,
  secret,
}: {
  name: string
  publication: string
  secret: string
}): Letter {
  return letter({
    ...{ name, publication },
    subject: 'A new password for the desk',
    parts: [
      'somebody, we hope you, asked for a new password. This link works once, within 15 minutes of asking:',
      { href: `${address('/desk/new-password')}#${secret}`, label: 'Set a new password' },
      'If it was not you, do nothing: your password stays as it is.',
    ],
  })
}

/** The link by which somebody joins. */
export function invitationMail(said: {
  name: string
  role: Role
  from: string
  publication: string
  link: string
}): Letter {
  const role = roleTitle(said.role).toLowerCase()
  return letter({
    ...said,
    subject: `${said.from} asks you to join ${said.publication}`.slice(0, 200),
    parts: [
      `${said.from} asks you to join the desk of ${said.publication} as ${said.role === 'editor' ? 'an' : 'a'} ${role}. This link makes your account. It works once, within seven days:`,
      { href: said.link, label: 'Join the desk' },
      'If you do not know what this is about, do nothing.',
    ],
  })
}

export function testMail(said: { name: string; publication: string }): Letter {
  return letter({
    ...said,
    subject: `Mails of ${said.publication} arrive`,
    parts: ['you asked the desk to send you this. If you read it, mails arrive.'],
  })
}

/** One of each kind, with made-up people, for the desk to show. */
export function sampleLetters(publication: string): { name: string; letter: Letter }[] {
  const [name, secret] = ['Marguerite Okafor', 'a-secret-that-works-once']
  const given = { sentence: 'Noor Haddad gave you “A Voice Through the Floor”: by Friday.', path: '/desk/reviews' }
  const published = { sentence: 'Noor Haddad published “The Sum of Small Lamps”.', path: '/desk/reviews' }
  return [
    {
      name: 'An invitation',
      letter: invitationMail({
        name,
        role: 'critic',
        from: 'Ada Marlowe',
        publication,
        link: `${address('/desk/join')}#${secret}`,
      }),
    },
    { name: 'A new password', letter: passwordMail({ name, publication, secret }) },
    { name: 'Told at once', letter: noticeMail({ name, publication, notices: [given] }) },
    { name: 'The mail of the day', letter: noticeMail({ name, publication, notices: [given, published] }) },
    { name: 'A test', letter: testMail({ name, publication }) },
  ]
}

function letter({ subject, name, parts, publication }: Parts): Letter {
  const lines = parts.map(part => (typeof part === 'string' ? part : part.href))
  const text = `Hello ${name},\n\n${lines.join('\n\n')}\n\n${publication}\n`
  const blocks = parts.map(part =>
    typeof part === 'string'
      ? `<p style="margin:0 0 16px">${escapeAttribute(part)}</p>`
      : `<p style="margin:0 0 16px"><a href="${escapeAttribute(part.href)}">${escapeAttribute(part.label)}</a></p>`,
  )
  const html = `<!doctype html><html><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escapeAttribute(subject)}</title></head><body style="margin:0;padding:24px;font:16px/1.5 Georgia,serif"><div style="max-width:34em;margin:0 auto"><p style="margin:0 0 16px">Hello ${escapeAttribute(name)},</p>${blocks.join('')}<p style="margin:24px 0 0">${escapeAttribute(publication)}</p></div></body></html>`
  return { subject, text, html }
}

function address(path: string): string {
  return env().SITE_URL + path
}
