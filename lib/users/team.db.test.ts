import { beforeEach, describe, expect, test } from 'vitest'
import { confirmEditor } from '#lib/auth/confirmation.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { hashPassword } from '#lib/auth/passwords.ts'
import { editorOfSession } from '#lib/auth/sessions.ts'
import { signIn } from '#lib/auth/sign-in.ts'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { overrideEnv } from '#lib/env.ts'
import { makeCritic, makeEditor, makeReview, unique } from '#prisma/factories.ts'
import { getInvitee, invitePerson, joinTeam, renewInvitation, revokeInvitation } from './commands-invitation.ts'
import { changeRole, disableAccount, enableAccount, handOverWork, transferOwnership } from './commands-team.ts'
import { getTeam } from './desk-queries-team.ts'

const { pool } = await testDatabase()
const password = 'five small green lamps'
const passwordHash = await hashPassword(password)

beforeEach(async () => {
  await pool.query('TRUNCATE rate_limit')
  overrideEnv({ SITE_URL: 'https://reviews.example.org', SMTP_URL: undefined })
})

describe('an invitation', () => {
  test('makes an account with the role and the byline that were offered, and the person can sign in', async () => {
    const owner = await makeEditor('owner')
    const critic = await makeCritic({ name: 'Mina Park' })
    const person = invitee({ role: 'critic', criticId: critic.id })
    const secret = secretOf(await invitePerson(owner, person))
    expect(await getInvitee(secret)).toEqual({ name: person.name, email: person.email, role: 'critic' })
    expect(await join(secret)).toEqual({ ok: true, email: person.email })
    const user = await db().user.findUniqueOrThrow({ where: { email: person.email }, include: { critic: true } })
    expect(user).toMatchObject({ name: 'Mina', role: 'critic', critic: { id: critic.id } })
    expect(await signIn({ email: person.email, password, address: '' })).toMatchObject({ ok: true })
  })

  test('makes one account, also when twenty post it at once', async () => {
    const secret = secretOf(await invitePerson(await makeEditor('owner'), invitee()))
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => join(secret)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter(outcome => !outcome.ok && outcome.code === 'link')).toHaveLength(19)
  })

  test('of one address is one, also when twenty are made at once: only the last link works', async () => {
    const owner = await makeEditor('owner')
    const person = invitee()
    const made = await Promise.all(Array.from({ length: 20 }, () => invitePerson(owner, person)))
    expect(made.every(({ ok }) => ok)).toBe(true)
    const found = await Promise.all(made.map(each => getInvitee(secretOf(each))))
    expect(found.filter(each => each !== null)).toHaveLength(1)
  })

  test('ends when it is taken back, renewed, used and after seven days, and its page says nothing then', async () => {
    const owner = await makeEditor('owner')
    const revoked = await invited(owner)
    expect(await revokeInvitation(owner, revoked.id)).toEqual({ ok: true })
    const renewed = await invited(owner)
    const again = secretOf(await renewInvitation(owner, renewed.id))
    const old = await invited(owner)
    await db().invitation.update({ where: { id: old.id }, data: { expiresAt: new Date(Date.now() - 1) } })
    for (const { secret } of [revoked, renewed, old, { secret: 'made up' }]) {
      expect(await getInvitee(secret)).toBeNull()
      expect(await join(secret)).toMatchObject({ ok: false, code: 'link' })
    }
    expect(await join(again)).toMatchObject({ ok: true })
    expect(await join(again)).toMatchObject({ code: 'link' })
    expect(await revokeInvitation(owner, revoked.id)).toEqual({ ok: false, code: 'not-found' })
  })

  test('survives a weak password', async () => {
    const { secret } = await invited(await makeEditor('owner'))
    expect(await join(secret, 'short')).toMatchObject({ ok: false, code: 'password' })
    expect(await join(secret)).toMatchObject({ ok: true })
  })

  test('is refused for an address with an account and a byline that is somebody’s', async () => {
    const owner = await makeEditor('owner')
    const other = await makeEditor('critic', { isCritic: true })
    expect(await invitePerson(owner, invitee({ email: other.email.toUpperCase() }))).toMatchObject({ code: 'known' })
    expect(await invitePerson(owner, invitee({ criticId: other.criticId }))).toMatchObject({ code: 'byline' })
  })

  test('is mailed with its link where there is a mail server, and the secret is kept nowhere', async () => {
    overrideEnv({ SMTP_URL: 'smtp://127.0.0.1:1' })
    const person = invitee({ name: 'Mina\r\nBcc: everybody@example.org' })
    const made = await invitePerson(await makeEditor('owner', { name: 'Ada' }), person)
    expect(made).toMatchObject({ ok: true, isMailed: true })
    const { rows } = await pool.query(`SELECT payload FROM graphile_worker._private_jobs ORDER BY id DESC LIMIT 1`)
    expect(rows[0].payload).toMatchObject({ to: person.email, subject: expect.stringMatching(/^Ada asks you to join/) })
    expect(rows[0].payload.text).toContain(`https://reviews.example.org/desk/join#${secretOf(made)}`)
    const kept = await pool.query(`SELECT row_to_json(i)::text AS row FROM invitation i WHERE email = $1`, [
      person.email,
    ])
    expect(kept.rows[0].row).not.toContain(secretOf(made))
  })
})

describe.each(['editor', 'critic', 'contributor'] as const)('%s', role => {
  test('changes nobody, invites nobody and takes nothing back', async () => {
    const [owner, editor, member] = [await makeEditor('owner'), await makeEditor(role), await makeEditor('critic')]
    const { id: invitationId } = await invited(owner)
    const before = await everything()
    const refused = { ok: false, code: 'not-allowed' }
    const input = { id: member.id, confirmation: null }
    expect(await invitePerson(editor, invitee())).toEqual(refused)
    expect(await renewInvitation(editor, invitationId)).toEqual(refused)
    expect(await revokeInvitation(editor, invitationId)).toEqual(refused)
    expect(await changeRole(editor, { ...input, role: 'editor' })).toEqual(refused)
    expect(await disableAccount(editor, input)).toEqual(refused)
    expect(await enableAccount(editor, input)).toEqual(refused)
    expect(await handOverWork(editor, { ...input, toId: editor.id })).toEqual(refused)
    expect(await transferOwnership(editor, { ...input, id: editor.id })).toEqual(refused)
    expect(await everything()).toEqual(before)
    expect(await getTeam(editor)).toEqual(
      role === 'editor' ? expect.objectContaining({ may: { manage: false } }) : null,
    )
  })
})

describe('a role', () => {
  test('takes effect with the next request: the session before it is over', async () => {
    const [owner, member] = [await makeEditor('owner'), await makeEditor('critic')]
    expect(await changeRole(owner, { id: member.id, role: 'editor', confirmation: null })).toEqual({ ok: true })
    expect(await editorOfSession(member.sessionId)).toBeNull()
    expect(await db().user.findUnique({ where: { id: member.id } })).toMatchObject({ role: 'editor' })
    const entry = await db().auditEntry.findFirst({ where: { action: 'user.role', subject: member.id } })
    expect(entry).toMatchObject({ actorId: owner.id, detail: { from: 'critic', to: 'editor' } })
  })

  test('of the owner and one’s own stays; somebody who is not there is not found', async () => {
    const [owner, other] = [await makeEditor('owner'), await makeEditor('owner')]
    const ask = (id: string) => changeRole(owner, { id, role: 'critic', confirmation: null })
    expect(await ask(owner.id)).toEqual({ ok: false, code: 'self' })
    expect(await ask(other.id)).toEqual({ ok: false, code: 'owner' })
    expect(await ask('00000000-0000-7000-8000-000000000000')).toEqual({ ok: false, code: 'not-found' })
  })
})

describe('a closed account', () => {
  test('is signed out, cannot sign in, and can be opened again', async () => {
    const [owner, member] = [await makeEditor('owner'), await withPassword(await makeEditor('critic'))]
    const input = { id: member.id, confirmation: null }
    expect(await disableAccount(owner, input)).toEqual({ ok: true })
    expect(await editorOfSession(member.sessionId)).toBeNull()
    expect(await signIn({ email: member.email, password, address: '' })).toEqual({ ok: false, code: 'refused' })
    expect(await disableAccount(owner, input)).toEqual({ ok: false, code: 'nothing' })
    expect(await enableAccount(owner, input)).toEqual({ ok: true })
    expect(await signIn({ email: member.email, password, address: '' })).toMatchObject({ ok: true })
    expect(await editorOfSession(member.sessionId)).toBeNull()
  })
})

describe('handing over', () => {
  test('moves drafts and lists, leaves bylines, dates and what was published', async () => {
    const [owner, member, heir] = [await makeEditor('owner'), await makeEditor('critic'), await makeEditor('critic')]
    const draft = await makeReview(member)
    const published = await makeReview(member)
    await db().review.update({ where: { id: published.id }, data: { publishedAt: new Date(), publishedVersion: 1 } })
    const before = await db().review.findUniqueOrThrow({ where: { id: draft.id }, include: { critics: true } })
    expect(await handOverWork(owner, { id: member.id, toId: heir.id, confirmation: null })).toEqual({
      ok: true,
      drafts: 1,
      lists: 0,
    })
    const after = await db().review.findUniqueOrThrow({ where: { id: draft.id }, include: { critics: true } })
    expect(after).toEqual({ ...before, createdById: heir.id })
    expect(await db().review.findUnique({ where: { id: published.id } })).toMatchObject({ createdById: member.id })
  })

  test('goes to nobody who is closed, unknown or the same', async () => {
    const [owner, member, closed] = [await makeEditor('owner'), await makeEditor('critic'), await makeEditor('critic')]
    await disableAccount(owner, { id: closed.id, confirmation: null })
    for (const toId of [closed.id, member.id, '00000000-0000-7000-8000-000000000000'])
      expect(await handOverWork(owner, { id: member.id, toId, confirmation: null })).toMatchObject({
        code: 'not-found',
      })
  })
})

test('there is an owner after twenty hand the publication over at once', async () => {
  await db().user.updateMany({ data: { role: 'critic' } })
  const owner = await makeEditor('owner')
  const heirs = await Promise.all(Array.from({ length: 20 }, () => makeEditor('editor')))
  const outcomes = await Promise.all(heirs.map(({ id }) => transferOwnership(owner, { id, confirmation: null })))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db().user.count({ where: { role: 'owner' } })).toBe(1)
  expect(await db().user.findUnique({ where: { id: owner.id } })).toMatchObject({ role: 'editor' })
  expect(await editorOfSession(owner.sessionId)).toBeNull()
})

describe('what is grave', () => {
  test('asks for the own password when it was given too long ago, and believes it for a while', async () => {
    const [owner, member] = [await withPassword(await makeEditor('owner')), await makeEditor('critic')]
    await db()
      .$executeRaw`UPDATE session SET confirmed_at = now() - interval '11 minutes' WHERE id = ${owner.sessionId}::uuid`
    const ask = (confirmation: string | null) => changeRole(owner, { id: member.id, role: 'editor', confirmation })
    expect(await ask(null)).toMatchObject({ code: 'confirm' })
    expect(await ask('not it at all')).toMatchObject({ code: 'confirm', problem: 'This is not your password.' })
    expect(await db().user.findUnique({ where: { id: member.id } })).toMatchObject({ role: 'critic' })
    expect(await ask(password)).toEqual({ ok: true })
    expect(await confirmEditor(owner, null)).toEqual({ ok: true })
  })

  test('lets nobody guess', async () => {
    const owner = await withPassword(await makeEditor('owner'))
    await db()
      .$executeRaw`UPDATE session SET confirmed_at = now() - interval '1 day' WHERE id = ${owner.sessionId}::uuid`
    for (let attempt = 0; attempt < 5; attempt++) await confirmEditor(owner, `guess number ${attempt}`)
    expect(await confirmEditor(owner, password)).toMatchObject({ problem: expect.stringMatching(/^Too many attempts/) })
  })
})

type Made = Awaited<ReturnType<typeof invitePerson>>

function invitee(change: Partial<Parameters<typeof invitePerson>[1]> = {}) {
  return { name: 'Mina', email: `${unique('mina')}@example.org`, role: 'critic' as const, criticId: null, ...change }
}

async function invited(owner: Editor) {
  const person = invitee()
  const secret = secretOf(await invitePerson(owner, person))
  const { id } = await db().invitation.findFirstOrThrow({ where: { email: person.email, revokedAt: null } })
  return { id, secret }
}

function secretOf(made: Made): string {
  if (!made.ok) throw new Error(made.code)
  return new URL(made.link).hash.slice(1)
}

function join(secret: string, chosen = password) {
  return joinTeam({ secret, name: 'Mina', password: chosen, address: '' })
}

async function withPassword(editor: Editor): Promise<Editor> {
  await db().user.update({ where: { id: editor.id }, data: { passwordHash } })
  return editor
}

function everything() {
  return Promise.all([
    db().user.findMany({ orderBy: { id: 'asc' } }),
    db().invitation.findMany({ orderBy: { id: 'asc' } }),
    db().auditEntry.count(),
  ])
}
