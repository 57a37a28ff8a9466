import type { AddressInfo } from 'node:net'
import { Logger, runOnce } from 'graphile-worker'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { isPassword } from '#lib/auth/passwords.ts'
import { editorOfSession, startSession } from '#lib/auth/sessions.ts'
import { signIn } from '#lib/auth/sign-in.ts'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { overrideEnv } from '#lib/env.ts'
import { tasks } from '#lib/jobs/tasks.ts'
import { requestPasswordReset, resetPassword } from '#lib/users/commands-reset.ts'
import { unique } from '#prisma/factories.ts'
import { writeMail } from './commands.ts'

const { pool, url } = await testDatabase()
const password = 'five small green lamps'
const post = await startPostOffice()

beforeEach(async () => {
  post.mails.length = 0
  post.seen.length = 0
  post.refusals = 0
  await pool.query('TRUNCATE graphile_worker._private_jobs, rate_limit')
  overrideEnv({ SITE_URL: 'https://reviews.example.org', SMTP_URL: post.url, MAIL_FROM: undefined })
})

describe('a mail', () => {
  test('arrives with what it says, a link to the configured site, and no answer asked of machines', async () => {
    const user = await account()
    await ask(` ${user.email.toUpperCase()} `)
    await work()
    expect(post.mails).toHaveLength(1)
    const [mail] = post.mails
    expect(mail?.to).toEqual([user.email])
    expect(mail?.text).toMatch(/^Subject: A new password for the desk\r$/m)
    expect(mail?.text).toMatch(/^From: Out of Five <desk@reviews\.example\.org>\r$/m)
    expect(mail?.text).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(mail?.text).toContain(`Hello ${user.name},`)
    expect(mail?.text).toMatch(/^https:\/\/reviews\.example\.org\/desk\/new-password#[\w-]{43}\r$/m)
  })

  test('that is refused for now is tried again, as the same mail', async () => {
    post.refusals = 1
    await ask((await account()).email)
    await work()
    expect(post.mails).toHaveLength(0)
    expect(await jobs()).toMatchObject([{ attempts: 1, last_error: expect.stringContaining('451') }])
    await pool.query('UPDATE graphile_worker._private_jobs SET run_at = now()')
    await work()
    expect(post.mails).toHaveLength(1)
    expect(post.seen).toHaveLength(2)
    expect(post.seen[0]).toMatch(/^<[\w-]{36}@reviews\.example\.org>$/)
    expect(post.seen[1]).toBe(post.seen[0])
    expect(await jobs()).toEqual([])
  })

  test('waits while the mail server is down, and whoever asked is told nothing else', async () => {
    const user = await account()
    overrideEnv({ SMTP_URL: 'smtp://127.0.0.1:1' })
    await expect(ask(user.email)).resolves.toBeUndefined()
    await work()
    // The queue writes down why it failed a moment after it says that it has.
    await vi.waitFor(async () =>
      expect(await jobs()).toMatchObject([
        { attempts: 1, max_attempts: 12, last_error: expect.stringContaining('ECONN') },
      ]),
    )
  })

  test('is not queued by a change that did not happen', async () => {
    const undone = db().$transaction(async tx => {
      await writeMail(tx, { to: 'a@example.org', subject: 'Undone', text: 'Nothing', html: '' })
      throw new Error('no')
    })
    await expect(undone).rejects.toThrow('no')
    expect(await jobs()).toEqual([])
  })
})

describe('asking for a link', () => {
  test('has one answer, after the same while, whether there is an open account or not', async () => {
    const disabled = await account({ disabledAt: new Date() })
    for (const email of [(await account()).email, disabled.email, 'nobody@example.org', 'a\0b@example.org', '']) {
      const began = performance.now()
      await expect(ask(email)).resolves.toBeUndefined()
      expect(performance.now() - began).toBeGreaterThan(290)
    }
    expect(await jobs()).toHaveLength(1)
  })

  test('sends three an hour to an account, and passes over the fourth in silence', async () => {
    const { email } = await account()
    for (let time = 0; time < 4; time += 1) await expect(ask(email)).resolves.toBeUndefined()
    await work()
    expect(post.mails).toHaveLength(3)
  })

  test('is counted per client address over all accounts', async () => {
    const address = '203.0.113.9'
    await Promise.all(Array.from({ length: 20 }, () => ask(`${unique('nobody')}@example.org`, address)))
    await ask((await account()).email, address)
    expect(await jobs()).toEqual([])
  })

  test('queues nothing without a mail server', async () => {
    overrideEnv({ SMTP_URL: undefined })
    const user = await account()
    await ask(user.email)
    expect(await jobs()).toEqual([])
    expect(await db().token.count({ where: { userId: user.id } })).toBe(0)
  })
})

describe('the link', () => {
  test('sets the password once, also when twenty use it at the same time', async () => {
    const user = await account()
    const secret = await mailedSecret(user.email)
    const passwords = Array.from({ length: 20 }, (_, index) => `small green lamps at ${index} o'clock`)
    const outcomes = await Promise.all(passwords.map(next => resetPassword({ secret, password: next, address: '' })))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    const { passwordHash, version } = await db().user.findUniqueOrThrow({ where: { id: user.id } })
    expect(version).toBe(2)
    expect(await isPassword(passwords[outcomes.findIndex(({ ok }) => ok)] ?? '', passwordHash)).toBe(true)
    expect(await resetPassword({ secret, password, address: '' })).toMatchObject({ ok: false, code: 'link' })
    expect(await db().auditEntry.count({ where: { action: 'user.password', subject: user.id } })).toBe(1)
  })

  test('ends after 15 minutes, with the next one, and when the account is closed', async () => {
    const user = await account()
    const refused = { ok: false, code: 'link' }
    const first = await mailedSecret(user.email)
    const second = await mailedSecret(user.email)
    expect(await resetPassword({ secret: first, password, address: '' })).toMatchObject(refused)
    const { expiresAt } = await db().token.findFirstOrThrow({ where: { userId: user.id, usedAt: null } })
    expect(expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(15 * 60_000)
    await db().token.updateMany({ where: { userId: user.id }, data: { expiresAt: new Date(Date.now() - 1) } })
    expect(await resetPassword({ secret: second, password, address: '' })).toMatchObject(refused)
    const third = await mailedSecret(user.email)
    await db().user.update({ where: { id: user.id }, data: { disabledAt: new Date() } })
    expect(await resetPassword({ secret: third, password, address: '' })).toMatchObject(refused)
    expect(await resetPassword({ secret: 'made up', password, address: '' })).toMatchObject(refused)
  })

  test('ends every session, and the wait after wrong passwords', async () => {
    const user = await account()
    const session = await startSession(user, 'a browser')
    expect(await editorOfSession(session)).not.toBeNull()
    for (let attempt = 0; attempt < 6; attempt += 1) await signIn({ email: user.email, password: 'wrong', address: '' })
    const secret = await mailedSecret(user.email)
    expect(await resetPassword({ secret, password, address: '' })).toEqual({ ok: true })
    expect(await editorOfSession(session)).toBeNull()
    expect(await signIn({ email: user.email, password, address: '' })).toMatchObject({ ok: true })
  })

  test('survives a password that is weak or mostly the own name', async () => {
    const user = await account()
    const secret = await mailedSecret(user.email)
    for (const weak of ['short', `${user.name} 12`])
      expect(await resetPassword({ secret, password: weak, address: '' })).toMatchObject({ code: 'password' })
    expect(await resetPassword({ secret, password, address: '' })).toEqual({ ok: true })
  })

  test('cannot be guessed at more than twenty times an hour', async () => {
    const guess = () => resetPassword({ secret: 'made up', password, address: '203.0.113.10' })
    for (let time = 0; time < 20; time += 1) expect(await guess()).toMatchObject({ code: 'link' })
    expect(await guess()).toMatchObject({ code: 'wait' })
  })
})

const ask = (email: string, address = '') => requestPasswordReset({ email, address })

function account(data: { disabledAt?: Date } = {}) {
  const email = `${unique('user')}@example.org`
  return db().user.create({ data: { email, name: 'Marguerite Okafor', role: 'critic', ...data } })
}

/** Does the jobs that are due. */
function work(): Promise<void> {
  const logger = new Logger(() => () => {})
  return runOnce({ connectionString: url, taskList: tasks, noHandleSignals: true, logger })
}

async function jobs(): Promise<unknown[]> {
  return (await pool.query('SELECT attempts, max_attempts, last_error FROM graphile_worker.jobs')).rows
}

async function mailedSecret(email: string): Promise<string> {
  await ask(email)
  await work()
  return /#([\w-]{43})/.exec(post.mails.at(-1)?.text ?? '')?.[1] ?? ''
}

/** A mail server on this machine that keeps what it is given. */
async function startPostOffice() {
  const office = { mails: [] as { to: string[]; text: string }[], seen: [] as string[], refusals: 0, url: '' }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: async (stream, session, answer) => {
      const chunks = await stream.toArray()
      const text = readable(Buffer.concat(chunks).toString())
      office.seen.push(/^Message-ID: (.*)\r$/m.exec(text)?.[1] ?? '')
      if (office.refusals > 0) {
        office.refusals -= 1
        return answer(Object.assign(new Error('come again later'), { responseCode: 451 }))
      }
      office.mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), text })
      answer()
    },
  })
  const address = await new Promise<AddressInfo | string | null>(resolve => {
    server.listen(0, '127.0.0.1', () => resolve(server.server.address()))
  })
  if (typeof address === 'object' && address) office.url = `smtp://127.0.0.1:${address.port}`
  afterAll(() => new Promise<void>(resolve => server.close(() => resolve())))
  return office
}

/** Without the breaks and codes of quoted-printable, which wraps a link for the journey. */
function readable(text: string): string {
  return text
    .replace(/=\r\n/g, '')
    .replace(/=([\dA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
