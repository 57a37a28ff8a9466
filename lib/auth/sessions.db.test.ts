import { describe, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { changePassword } from '#lib/users/commands.ts'
import { makeEditor } from '#prisma/factories.ts'
import type { Editor } from './editor.ts'
import { hashPassword } from './passwords.ts'
import { editorOfSession, endSession, listSessions, sessionLife, startSession } from './sessions.ts'

await testDatabase()
const password = 'five small green lamps'
const next = 'seven tall orange chairs'

describe('a session', () => {
  test('is somebody, with the role that they have now', async () => {
    const editor = await makeEditor('critic', { isCritic: true, name: 'Mina' })
    await db().user.update({ where: { id: editor.id }, data: { role: 'editor' } })
    expect(await editorOfSession(editor.sessionId)).toEqual({ ...editor, role: 'editor' })
  })

  test('that does not exist is nobody', async () => {
    expect(await editorOfSession('00000000-0000-7000-8000-000000000000')).toBeNull()
  })

  test('ends seven days after it began, however much it is used', async () => {
    const editor = await makeEditor()
    const { createdAt, expiresAt } = await db().session.findUniqueOrThrow({ where: { id: await begin(editor) } })
    expect(expiresAt.getTime() - createdAt.getTime()).toBeCloseTo(sessionLife.absolute, -4)
    await change(editor.sessionId, { expiresAt: new Date(Date.now() - 1) })
    expect(await editorOfSession(editor.sessionId)).toBeNull()
  })

  test('ends after a day without use, and each use is noted', async () => {
    const editor = await makeEditor()
    await change(editor.sessionId, { lastSeenAt: new Date(Date.now() - sessionLife.idle + 60_000) })
    expect(await editorOfSession(editor.sessionId)).not.toBeNull()
    const { lastSeenAt } = await db().session.findUniqueOrThrow({ where: { id: editor.sessionId } })
    expect(Date.now() - lastSeenAt.getTime()).toBeLessThan(60_000)
    await change(editor.sessionId, { lastSeenAt: new Date(Date.now() - sessionLife.idle - 1) })
    expect(await editorOfSession(editor.sessionId)).toBeNull()
  })

  test('keeps no more of the browser’s name than is needed', async () => {
    const editor = await makeEditor()
    const id = await startSession({ id: editor.id, version: 1 }, 'x'.repeat(5_000))
    expect((await db().session.findUniqueOrThrow({ where: { id } })).userAgent).toHaveLength(300)
  })
})

describe('signing out', () => {
  test('ends this session and no other', async () => {
    const editor = await makeEditor()
    const other = await begin(editor)
    expect(await endSession(editor, editor.sessionId)).toBe(true)
    expect(await editorOfSession(editor.sessionId)).toBeNull()
    expect(await editorOfSession(other)).not.toBeNull()
  })

  test('works from another browser, and a second time does nothing', async () => {
    const editor = await makeEditor()
    const other = await begin(editor)
    expect((await listSessions(editor)).map(({ id, isThis }) => [id, isThis])).toEqual(
      expect.arrayContaining([
        [editor.sessionId, true],
        [other, false],
      ]),
    )
    expect(await endSession(editor, other)).toBe(true)
    expect(await endSession(editor, other)).toBe(false)
    expect(await editorOfSession(other)).toBeNull()
    expect((await listSessions(editor)).map(({ id }) => id)).toEqual([editor.sessionId])
  })

  test('never ends a session of somebody else', async () => {
    const [editor, somebody] = [await makeEditor('owner'), await makeEditor('critic')]
    expect(await endSession(editor, somebody.sessionId)).toBe(false)
    expect(await editorOfSession(somebody.sessionId)).not.toBeNull()
  })
})

describe('a new password', () => {
  test('ends every other session, and the present one goes on', async () => {
    const editor = await withPassword()
    const [here, there] = [editor.sessionId, await begin(editor)]
    expect(await changePassword(editor, { current: password, next })).toEqual({ ok: true })
    expect(await editorOfSession(here)).not.toBeNull()
    expect(await editorOfSession(there)).toBeNull()
  })

  test('needs the present one', async () => {
    const editor = await withPassword()
    const there = await begin(editor)
    expect(await changePassword(editor, { current: 'not this one at all', next })).toMatchObject({
      ok: false,
      field: 'current',
    })
    expect(await editorOfSession(there)).not.toBeNull()
  })

  test('has to be a good one, and another one; finding one uses up no attempts', async () => {
    const editor = await withPassword()
    for (const weak of ['short', 'passwordpassword', password, 'aaaaaaaaaaaaa', 'tiny', 'small']) {
      expect(await changePassword(editor, { current: password, next: weak })).toMatchObject({
        ok: false,
        field: 'next',
      })
    }
    expect(await changePassword(editor, { current: password, next })).toEqual({ ok: true })
  })

  test('cannot be had by guessing', async () => {
    const editor = await withPassword()
    for (let guess = 0; guess < 3; guess += 1) await changePassword(editor, { current: `guess number ${guess}`, next })
    expect(await changePassword(editor, { current: password, next })).toMatchObject({
      ok: false,
      field: 'current',
      problem: expect.stringContaining('Too many attempts'),
    })
  })
})

test('a disabled account has no session, and enabling it gives none back', async () => {
  const editor = await makeEditor()
  await db().user.update({ where: { id: editor.id }, data: { disabledAt: new Date(), version: { increment: 1 } } })
  expect(await editorOfSession(editor.sessionId)).toBeNull()
  await db().user.update({ where: { id: editor.id }, data: { disabledAt: null, version: { increment: 1 } } })
  expect(await editorOfSession(editor.sessionId)).toBeNull()
})

async function withPassword(): Promise<Editor> {
  const editor = await makeEditor()
  await db().user.update({ where: { id: editor.id }, data: { passwordHash: await hashPassword(password) } })
  return editor
}

function begin(editor: Editor): Promise<string> {
  return startSession({ id: editor.id, version: 1 }, 'Firefox')
}

function change(id: string, data: { expiresAt?: Date; lastSeenAt?: Date }) {
  return db().session.update({ where: { id }, data })
}
