import { expect, test } from 'vitest'
import { makeLog } from './log.ts'

function written(write: (log: ReturnType<typeof makeLog>) => void): string {
  const lines: string[] = []
  write(makeLog('info', line => lines.push(line)))
  return lines.join('')
}

test('an event is one line, whatever it quotes', () => {
  const text = written(log => log.info({ path: '/a\r\n{"level":"error"}' }, 'two\nlines'))
  expect(text.trimEnd()).not.toMatch(/[\r\n]/)
  expect(JSON.parse(text)).toMatchObject({ level: 'info', msg: 'two\nlines' })
})

test('what is named like a secret is not written, at any of the usual depths', () => {
  const text = written(log =>
    log.info(
      { password: 'p1', form: { token: 'p2' }, request: { headers: { cookie: 'p3', authorization: 'p4' } } },
      'x',
    ),
  )
  expect(text).not.toMatch(/p[1-4]/)
})

test('an error keeps its code and loses the password of the database', () => {
  const error = Object.assign(new Error('cannot reach postgresql://desk:hunter2@db:5432/x'), {
    code: 'ECONNREFUSED',
    detail: 'Key (email)=(someone@example.org)',
  })
  const text = written(log => log.error({ err: error }, 'x'))
  expect(text).toContain('ECONNREFUSED')
  expect(text).toContain('postgresql://desk:[redacted]@db')
  expect(text).not.toMatch(/hunter2|someone@/)
})
