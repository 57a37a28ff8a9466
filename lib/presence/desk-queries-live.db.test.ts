import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test, vi } from 'vitest'
import type { Editor } from '#lib/auth/editor.ts'
import { endSession } from '#lib/auth/sessions.ts'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { saveReview } from '#lib/reviews/commands.ts'
import { makeEditor, makeReview } from '#prisma/factories.ts'
import { enterReview, leaveReview } from './commands.ts'
import { endPresenceStreams, type PresenceNews, watchPresence } from './desk-queries-live.ts'

const { pool } = await testDatabase()
afterAll(() => endPresenceStreams())

vi.setConfig({ testTimeout: 20_000 })
const soon = { timeout: 5_000 }

/** A window that reads along, and what it was told. */
async function follow(editor: Editor, reviewId: string) {
  const window = randomUUID()
  await enterReview(editor, { reviewId, window, wantsPen: false })
  const told: PresenceNews[] = []
  const { stop } = watchPresence(editor, { reviewId, window }, news => told.push(news))
  const last = () => {
    const news = told.at(-1)
    return news?.kind === 'presence' ? news.presence : news?.reason
  }
  return { told, last, stop, window }
}

const listeners = () =>
  pool
    .query(
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'out-of-five editing_window'`,
    )
    .then(({ rows }) => rows[0].n)

describe('a stream', () => {
  test('tells at once who comes, who goes and what was saved; all of them by one connection', async () => {
    const chief = await makeEditor()
    const { id, version, content } = await makeReview(chief)
    const [one, two] = [await follow(chief, id), await follow(await makeEditor(), id)]
    await vi.waitFor(() => expect(one.last()).toMatchObject({ version, others: [{}] }), soon)
    await vi.waitFor(async () => expect(await listeners()).toBe(1), soon)

    const window = randomUUID()
    await enterReview(chief, { reviewId: id, window, wantsPen: true })
    await vi.waitFor(
      () => expect(one.last()).toMatchObject({ pen: 'elsewhere', others: [{}, { holdsPen: true }] }),
      soon,
    )
    await saveReview(chief, { id, version, content: { ...content, verdict: 'Anew' } })
    await vi.waitFor(() => expect(two.last()).toMatchObject({ version: version + 1 }), soon)
    await leaveReview(chief, { reviewId: id, window })
    await vi.waitFor(() => expect(two.last()).toMatchObject({ pen: 'free', others: [{}] }), soon)

    one.stop()
    two.stop()
    await vi.waitFor(async () => expect(await listeners()).toBe(0), soon)
  })

  test('ends within five seconds of the session, and with the right to read', async () => {
    const [signedIn, critic] = [await makeEditor(), await makeEditor('critic', { isCritic: true })]
    const { id } = await makeReview(signedIn, { criticIds: [critic.criticId ?? ''] })
    const [ended, lost] = [await follow(signedIn, id), await follow(critic, id)]
    await vi.waitFor(() => expect(lost.told).toHaveLength(1), soon)
    await endSession(signedIn, signedIn.sessionId)
    await db().reviewCritic.deleteMany({ where: { reviewId: id } })
    await vi.waitFor(() => expect([ended.last(), lost.last()]).toEqual(['signed-out', 'not-found']), soon)
  })

  test('ends when the server stops, and none begins after', async () => {
    const editor = await makeEditor()
    const { id } = await makeReview(editor)
    const open = await follow(editor, id)
    await endPresenceStreams()
    expect(open.last()).toBe('closing')
    expect((await follow(editor, id)).last()).toBe('closing')
    expect(await listeners()).toBe(0)
  })
})
