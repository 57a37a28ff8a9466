import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { saveReview } from '#lib/reviews/commands.ts'
import { makeEditor, makeReview } from '#prisma/factories.ts'
import {
  askForPen,
  declinePen,
  enterReview,
  givePen,
  keepPresence,
  leaveReview,
  type PresenceOutcome,
  settlePen,
  takeOver,
} from './commands.ts'
import { getPresence, listWriting } from './desk-queries.ts'
import type { Presence } from './presence.ts'

const { pool } = await testDatabase()

/** A window of somebody in a review, with the verbs that it has. */
function windowOf(editor: Editor, reviewId: string, window = randomUUID()) {
  const at = { reviewId, window }
  return {
    id: window,
    enter: (wantsPen = true) => enterReview(editor, { ...at, wantsPen }),
    keep: (wrote = false, hadPen = false) => keepPresence(editor, { ...at, wrote, hadPen }),
    leave: () => leaveReview(editor, at),
    ask: () => askForPen(editor, at),
    give: (to: string) => givePen(editor, { ...at, to }),
    decline: (to: string) => declinePen(editor, { ...at, to }),
    takeOver: (word = '') => takeOver(editor, { ...at, word }),
    settle: () => settlePen(editor, at),
    look: () => getPresence(editor, at),
  }
}

/** Two critics with the byline of one review, and a window of each; the first has the pen. */
async function pair() {
  const [ines, ada] = [
    await makeEditor('critic', { isCritic: true, name: 'Ines' }),
    await makeEditor('critic', { isCritic: true, name: 'Ada' }),
  ]
  const chief = await makeEditor('editor')
  const { id } = await makeReview(chief, { criticIds: [ines.criticId ?? '', ada.criticId ?? ''] })
  const [first, second] = [windowOf(ines, id), windowOf(ada, id)]
  await first.enter()
  await second.enter()
  return { id, ines, ada, chief, first, second }
}

function presenceOf(outcome: PresenceOutcome): Presence {
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.presence
}

const refused = (code: string) => ({ ok: false, code })

/** Turns back what the database remembers of a window, as if its clock had gone on. */
const age = (id: string, column: 'seen_at' | 'wrote_at' | 'asked_at', seconds: number) =>
  pool.query(`UPDATE editing_window SET ${column} = clock_timestamp() - make_interval(secs => $2) WHERE id = $1`, [
    id,
    seconds,
  ])

describe('opening a review', () => {
  test('the first window writes, the second reads along, and each knows of the other', async () => {
    const { first, second } = await pair()
    expect(await first.look()).toMatchObject({ pen: 'here', others: [{ name: 'Ada', holdsPen: false }] })
    expect(await second.look()).toMatchObject({ pen: 'elsewhere', others: [{ name: 'Ines', holdsPen: true }] })
  })

  test('two windows of one person are two', async () => {
    const { ines, id, first } = await pair()
    const other = windowOf(ines, id)
    expect(presenceOf(await other.enter())).toMatchObject({ pen: 'elsewhere', takeOver: 'at-once' })
    expect(presenceOf(await other.takeOver())).toMatchObject({ pen: 'here' })
    expect(await first.look()).toMatchObject({ pen: 'elsewhere', lost: { by: 'Ines' } })
  })

  test('whoever may not write reads along, and cannot ask, nor take', async () => {
    const contributor = await makeEditor('contributor', { isCritic: true })
    const chief = await makeEditor('owner')
    const { id } = await makeReview(chief, { criticIds: [contributor.criticId ?? ''] })
    // What was published once is the house's.
    await db().review.update({ where: { id }, data: { publishedAt: new Date(), publishedVersion: 1 } })
    const window = windowOf(contributor, id)
    expect(presenceOf(await window.enter())).toMatchObject({ pen: 'free', takeOver: 'no' })
    expect(await window.ask()).toEqual(refused('not-allowed'))
    expect(await window.takeOver('Mine')).toEqual(refused('not-allowed'))
  })

  test("somebody else's review is not found, by any verb, and nobody hears of who is in it", async () => {
    const { id, first } = await pair()
    const stranger = windowOf(await makeEditor('critic', { isCritic: true }), id)
    const verbs = [
      stranger.enter(),
      stranger.keep(),
      stranger.leave(),
      stranger.ask(),
      stranger.give(first.id),
      stranger.decline(first.id),
      stranger.takeOver('Give it'),
      stranger.settle(),
    ]
    for (const outcome of await Promise.all(verbs)) expect(outcome).toEqual(refused('not-found'))
    expect(await stranger.look()).toBeNull()
    expect((await first.look())?.others).toHaveLength(1)
  })

  test("the name of somebody else's window opens nothing", async () => {
    const { ada, id, first } = await pair()
    const posing = windowOf(ada, id, first.id)
    expect(await posing.enter()).toEqual(refused('not-found'))
    expect(await posing.give(first.id)).toEqual(refused('not-found'))
    expect(await posing.leave()).toMatchObject({ ok: true })
    expect((await first.look())?.pen).toBe('here')
  })
})

describe('a window that is not seen', () => {
  test('is gone by the clock of the database, and its pen may be picked up', async () => {
    const { first, second } = await pair()
    await age(first.id, 'seen_at', 19)
    expect(await second.look()).toMatchObject({ pen: 'elsewhere' })
    await age(first.id, 'seen_at', 20)
    expect(await second.look()).toMatchObject({ pen: 'free', others: [], takeOver: 'at-once' })
    expect(presenceOf(await second.ask())).toMatchObject({ pen: 'here', isSettling: false })
    // Who comes back reads along.
    expect(presenceOf(await first.keep(true, true))).toMatchObject({ pen: 'elsewhere' })
  })

  test('that comes back before anybody took the pen goes on writing', async () => {
    const { first } = await pair()
    await age(first.id, 'seen_at', 300)
    expect(presenceOf(await first.keep())).toMatchObject({ pen: 'here' })
  })

  test('is entered anew when the table was emptied, with the pen that it had', async () => {
    const { first, second } = await pair()
    await pool.query('DELETE FROM editing_window')
    expect(presenceOf(await second.keep(false, false))).toMatchObject({ pen: 'free' })
    expect(presenceOf(await first.keep(false, true))).toMatchObject({ pen: 'here' })
  })

  test('for a day is forgotten', async () => {
    const { first, ines, id } = await pair()
    await age(first.id, 'seen_at', 86_401)
    await windowOf(ines, id).enter()
    expect(await db().editingWindow.count({ where: { id: first.id } })).toBe(0)
  })
})

describe('asking for the pen', () => {
  test('the holder hears of it, and gives it', async () => {
    const { first, second } = await pair()
    expect(presenceOf(await second.ask())).toMatchObject({ asking: 'waiting', takeOver: 'no' })
    expect((await first.look())?.others).toMatchObject([{ id: second.id, isAsking: true }])
    expect(presenceOf(await first.give(second.id))).toMatchObject({ pen: 'elsewhere', lost: null })
    expect(await second.look()).toMatchObject({ pen: 'here', asking: 'no', isSettling: false })
  })

  test('or does not, and it can be asked for again', async () => {
    const { first, second } = await pair()
    await second.ask()
    await first.decline(second.id)
    expect(await second.look()).toMatchObject({ asking: 'declined', takeOver: 'no' })
    expect(presenceOf(await second.ask())).toMatchObject({ asking: 'waiting' })
  })

  test('only the holder answers, and only to who asks', async () => {
    const { first, second } = await pair()
    expect(await second.give(first.id)).toEqual(refused('no-pen'))
    expect(await second.decline(first.id)).toEqual(refused('no-pen'))
    expect(await first.give(second.id)).toEqual(refused('not-found'))
    expect(await first.give(randomUUID())).toEqual(refused('not-found'))
  })

  test('whoever has waited longest gets it when it is put down', async () => {
    const { first, second, chief, id } = await pair()
    const third = windowOf(chief, id)
    await third.enter()
    await second.ask()
    await third.ask()
    await first.leave()
    expect(await second.look()).toMatchObject({ pen: 'here' })
    expect(await third.look()).toMatchObject({ asking: 'waiting' })
  })

  test('twenty at once: one gets it, and the others wait', async () => {
    const { chief, id, first } = await pair()
    const windows = Array.from({ length: 20 }, () => windowOf(chief, id))
    await Promise.all(windows.map(window => window.enter(false)))
    await first.leave()
    const asked = (await Promise.all(windows.map(window => window.ask()))).map(presenceOf)
    expect(asked.filter(({ pen }) => pen === 'here')).toHaveLength(1)
    expect(asked.filter(({ asking }) => asking === 'waiting')).toHaveLength(19)
    expect(await db().editingWindow.count({ where: { reviewId: id, holdsPen: true } })).toBe(1)
  })

  test('a second pen is refused by the database itself', async () => {
    const { second } = await pair()
    await expect(pool.query('UPDATE editing_window SET holds_pen = true WHERE id = $1', [second.id])).rejects.toThrow(
      'editing_window_one_pen',
    )
  })
})

describe('taking over', () => {
  test('is refused while the request is young, and goes when nobody answered', async () => {
    const { first, second } = await pair()
    expect(await second.takeOver('Now')).toEqual(refused('not-yet'))
    await second.ask()
    await age(second.id, 'asked_at', 29)
    expect(await second.takeOver()).toEqual(refused('not-yet'))
    await age(second.id, 'asked_at', 30)
    expect(presenceOf(await second.takeOver('The desk closes'))).toMatchObject({ pen: 'here', isSettling: true })
    expect(await first.look()).toMatchObject({ pen: 'elsewhere', lost: { by: 'Ada', word: 'The desk closes' } })
  })

  test('waits for the last words, at most three seconds', async () => {
    const { first, second } = await pair()
    await age(first.id, 'wrote_at', 180)
    expect(presenceOf(await second.takeOver())).toMatchObject({ pen: 'here', isSettling: true })
    // Nobody but the window that it was taken from can say that.
    await second.settle()
    expect((await second.look())?.isSettling).toBe(true)
    await first.settle()
    expect((await second.look())?.isSettling).toBe(false)
  })

  test('an editor may at any time, and says why; it leaves a trace', async () => {
    const { chief, id, first } = await pair()
    const window = windowOf(chief, id)
    await window.enter()
    expect(await window.takeOver()).toEqual(refused('word-needed'))
    expect(presenceOf(await window.takeOver('It goes out at noon'))).toMatchObject({ pen: 'here' })
    expect((await first.look())?.lost).toEqual({ by: 'Somebody', word: 'It goes out at noon' })
    expect(await db().auditEntry.count({ where: { action: 'review.take-over', subject: id } })).toBe(1)
  })

  test('what was said is forgotten once the pen is asked for again, or had', async () => {
    const { first, second } = await pair()
    await age(first.id, 'wrote_at', 180)
    await second.takeOver('Mine now')
    expect(presenceOf(await first.ask())).toMatchObject({ lost: null, asking: 'waiting' })
  })
})

describe('what is so at the desk', () => {
  test('saves go on without the pen: it is a lock for people, not for texts', async () => {
    const { ada, chief } = await pair()
    const { id, version, content } = await makeReview(chief, { criticIds: [ada.criticId ?? ''] })
    await windowOf(chief, id).enter()
    await windowOf(ada, id).enter()
    expect(await saveReview(ada, { id, version, content: { ...content, verdict: 'Ada’s' } })).toMatchObject({
      ok: true,
    })
  })

  test('lists say who is writing, to those who may read it', async () => {
    const { id, ines, ada, first } = await pair()
    expect(await listWriting(ada, [id])).toEqual({ [id]: 'Ines' })
    expect(await listWriting(ines, [id])).toEqual({ [id]: 'You' })
    expect(await listWriting(await makeEditor('critic'), [id])).toEqual({})
    expect(await listWriting(ada, [])).toEqual({})
    await age(first.id, 'wrote_at', 200)
    expect(await listWriting(ada, [id])).toEqual({})
  })

  test('windows go with their review, and with their person', async () => {
    const { id, ada, second } = await pair()
    await db().user.delete({ where: { id: ada.id } })
    expect(await db().editingWindow.count({ where: { id: second.id } })).toBe(0)
    expect(await db().editingWindow.count({ where: { reviewId: id } })).toBe(1)
  })
})
