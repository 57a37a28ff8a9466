import { beforeEach, describe, expect, test } from 'vitest'
import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { endPreview, sharePreview } from '#lib/previews/commands.ts'
import { openPreview } from '#lib/previews/desk-queries.ts'
import { publishReview, publishWorkingCopy, retractReview } from '#lib/reviews/commands-publish.ts'
import { workingCopyInclude } from '#lib/reviews/working-copy.ts'
import { makeEditor, makeReview } from '#prisma/factories.ts'
import { moveSchedule, scheduleReview, setEmbargo, unscheduleReview } from './commands.ts'
import { keepSchedule } from './commands-keep.ts'
import { getTiming, listNotKept, listScheduled } from './desk-queries.ts'
import { wallOf } from './schedule.ts'

const { pool } = await testDatabase()
const zone = 'Europe/London'
const hour = 3_600_000
const inHours = (hours: number) => wallOf(new Date(Date.now() + hours * hour).toISOString(), zone)
const isLive = async (id: string) => (await db().publication.count({ where: { reviewId: id, isCurrent: true } })) > 0
/** The time comes: what is waiting is due now. */
const comes = (id: string, ago = '1 second') =>
  pool.query(`UPDATE schedule SET at = now() - $2::interval WHERE review_id = $1 AND state = 'waiting'`, [id, ago])
const schedulesOf = (id: string) => db().schedule.findMany({ where: { reviewId: id }, orderBy: { setAt: 'asc' } })
const eventsOf = (id: string) => db().contentEvent.count({ where: { tags: { has: `review:${id}` } } })

let editor: Editor
beforeEach(async () => {
  editor = await makeEditor('editor', { name: 'Noor Haddad' })
})

describe('a review that is scheduled', () => {
  test('is published when its time has come, once, with what was saved last, and says who did it', async () => {
    const { id } = await makeReview(editor)
    expect(await scheduleReview(editor, { id, what: 'publish', wall: inHours(2) })).toMatchObject({ ok: true })
    await keepSchedule()
    expect(await isLive(id)).toBe(false)
    await comes(id)
    // Three workers at once.
    await Promise.all([keepSchedule(), keepSchedule(), keepSchedule()])
    expect(await isLive(id)).toBe(true)
    expect(await eventsOf(id)).toBe(1)
    expect(await schedulesOf(id)).toMatchObject([{ state: 'done', problem: '' }])
    expect(await db().auditEntry.count({ where: { subject: id, action: 'review.publish', actorId: editor.id } })).toBe(
      1,
    )
    await keepSchedule()
    expect(await eventsOf(id)).toBe(1)
  })

  test('is late when no worker was there, and in order with the others', async () => {
    const later = await makeReview(editor)
    const sooner = await makeReview(editor)
    for (const { id } of [later, sooner]) await scheduleReview(editor, { id, what: 'publish', wall: inHours(1) })
    await comes(later.id, '10 minutes')
    await comes(sooner.id, '3 hours')
    await keepSchedule()
    const { rows } = await pool.query<{ review_id: string }>(
      'SELECT review_id FROM publication WHERE review_id = ANY ($1) ORDER BY published_at, id',
      [[later.id, sooner.id]],
    )
    expect(rows.map(row => row.review_id)).toEqual([sooner.id, later.id])
  })

  test('keeps one time: the next takes its place, and its taking back leaves none', async () => {
    const { id } = await makeReview(editor)
    for (const hours of [2, 3]) await scheduleReview(editor, { id, what: 'publish', wall: inHours(hours) })
    expect(await schedulesOf(id)).toMatchObject([{ wall: inHours(3), zone, state: 'waiting' }])
    const [from, to] = [new Date().toISOString(), new Date(Date.now() + 9 * hour).toISOString()]
    expect((await listScheduled(editor, from, to)).map(({ reviewId }) => reviewId)).toContain(id)
    expect(await unscheduleReview(editor, { id, what: 'publish' })).toEqual({ ok: true })
    expect(await unscheduleReview(editor, { id, what: 'publish' })).toEqual({ ok: true })
    await comes(id)
    await keepSchedule()
    expect(await isLive(id)).toBe(false)
    expect((await getTiming(editor, id))?.waiting).toEqual({})
  })

  test('moves to another day at its hour, and back; not into what is over, under an embargo, or of others', async () => {
    const { id } = await makeReview(editor)
    const inDays = (days: number) => inHours(24 * days)
    const day = (days: number) => inDays(days).slice(0, 10)
    await scheduleReview(editor, { id, what: 'publish', wall: inDays(3) })
    const to = { id, what: 'publish' as const }
    expect(await moveSchedule(editor, { ...to, day: day(5) })).toMatchObject({ ok: true, from: day(3) })
    expect(await schedulesOf(id)).toMatchObject([{ wall: inDays(3).replace(day(3), day(5)), state: 'waiting', zone }])
    expect(await moveSchedule(editor, { ...to, day: day(5) })).toMatchObject({ ok: true, from: day(5) })
    expect(await moveSchedule(editor, { ...to, day: day(3) })).toMatchObject({ ok: true, from: day(5) })
    expect(await moveSchedule(editor, { ...to, day: day(-2) })).toMatchObject({ ok: false, code: 'when' })
    expect(await moveSchedule(editor, { ...to, what: 'retract', day: day(4) })).toMatchObject({
      ok: false,
      problem: 'It is not scheduled any more. Reload the page.',
    })
    expect(await moveSchedule(await makeEditor('contributor'), { ...to, day: day(4) })).toMatchObject({
      code: 'not-found',
    })
    await db().review.update({ where: { id }, data: { embargoAt: new Date(Date.now() + 48 * hour) } })
    expect(await moveSchedule(editor, { ...to, day: day(1) })).toMatchObject({ ok: false, code: 'embargo' })
    expect(await schedulesOf(id)).toMatchObject([{ wall: inDays(3), state: 'waiting' }])
  })

  test('of twenty who schedule it at once, has one time', async () => {
    const { id } = await makeReview(editor)
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        scheduleReview(editor, { id, what: 'publish', wall: inHours(index + 2) }),
      ),
    )
    expect((await schedulesOf(id)).filter(({ state }) => state === 'waiting')).toHaveLength(1)
  })

  test('by the database’s clock: one whose own is two hours off changes nothing', async () => {
    const { id } = await makeReview(editor)
    const real = Date.now
    Date.now = () => real() + 2 * hour
    try {
      await scheduleReview(editor, { id, what: 'publish', wall: wallOf(new Date(real() + hour).toISOString(), zone) })
      await keepSchedule()
      expect(await isLive(id)).toBe(false)
      expect(
        await scheduleReview(editor, {
          id,
          what: 'publish',
          wall: wallOf(new Date(real() - hour).toISOString(), zone),
        }),
      ).toMatchObject({
        ok: false,
        code: 'when',
      })
    } finally {
      Date.now = real
    }
  })

  test('is taken away from readers at a time too, and what is done by hand ends what was waiting', async () => {
    const { id, version } = await makeReview(editor)
    expect(await scheduleReview(editor, { id, what: 'retract', wall: inHours(2) })).toMatchObject({ code: 'when' })
    await scheduleReview(editor, { id, what: 'publish', wall: inHours(2) })
    await publishReview(editor, { id, version })
    expect(await schedulesOf(id)).toMatchObject([{ state: 'cancelled' }])
    await scheduleReview(editor, { id, what: 'retract', wall: inHours(2) })
    await comes(id)
    await keepSchedule()
    expect(await isLive(id)).toBe(false)
    const again = await db().review.findUniqueOrThrow({ where: { id } })
    await publishReview(editor, { id, version: again.version })
    await scheduleReview(editor, { id, what: 'retract', wall: inHours(3) })
    await retractReview(editor, { id, version: again.version })
    await comes(id)
    await keepSchedule()
    expect((await schedulesOf(id)).map(({ state }) => state)).toEqual(['cancelled', 'done', 'cancelled'])
  })

  test('that is not complete is refused; that came to lack something, or whose editor has gone, fails and says why', async () => {
    const bare = await makeReview(editor, { verdict: '' })
    expect(await scheduleReview(editor, { id: bare.id, what: 'publish', wall: inHours(2) })).toMatchObject({
      code: 'incomplete',
    })
    const { id } = await makeReview(editor)
    await scheduleReview(editor, { id, what: 'publish', wall: inHours(2) })
    await db().review.update({ where: { id }, data: { verdict: '', version: { increment: 1 } } })
    await comes(id)
    await keepSchedule()
    expect(await isLive(id)).toBe(false)
    expect(await getTiming(editor, id)).toMatchObject({
      failed: { verb: 'publish', problem: expect.stringContaining('verdict') },
    })
    expect((await listNotKept(editor)).map(({ reviewId }) => reviewId)).toContain(id)

    const other = await makeReview(editor)
    await scheduleReview(editor, { id: other.id, what: 'publish', wall: inHours(2) })
    await db().user.update({ where: { id: editor.id }, data: { disabledAt: new Date() } })
    await comes(other.id)
    await keepSchedule()
    expect(await schedulesOf(other.id)).toMatchObject([
      { state: 'failed', problem: 'The account that scheduled it is closed.' },
    ])
  })

  test('is refused to whoever may not publish it, and at times that cannot be', async () => {
    const { id } = await makeReview(editor)
    const critic = await makeEditor('critic', { isCritic: true })
    expect(await scheduleReview(critic, { id, what: 'publish', wall: inHours(2) })).toEqual({
      ok: false,
      code: 'not-found',
    })
    const contributor = await makeEditor('contributor', { isCritic: true })
    const own = await makeReview(editor, { criticIds: [contributor.criticId ?? ''] })
    expect(await scheduleReview(contributor, { id: own.id, what: 'publish', wall: inHours(2) })).toEqual({
      ok: false,
      code: 'not-allowed',
    })
    for (const wall of [inHours(-2), '2099-01-01T09:00', '2026-02-31T09:00'])
      expect(await scheduleReview(editor, { id, what: 'publish', wall })).toMatchObject({ code: 'when' })
    expect(await schedulesOf(id)).toEqual([])
  })
})

describe('an embargo', () => {
  test('holds every way to readers: publishing, an earlier time, a script; until it is over', async () => {
    const { id, version } = await makeReview(editor)
    expect(await setEmbargo(editor, { id, wall: inHours(5), note: 'A24' })).toEqual({ ok: true })
    expect(await publishReview(editor, { id, version })).toMatchObject({ code: 'embargo', note: 'A24', mayLift: true })
    expect(await publishReview(editor, { id, version, lifting: 'Because' })).toMatchObject({ code: 'embargo' })
    expect(await scheduleReview(editor, { id, what: 'publish', wall: inHours(2) })).toMatchObject({ code: 'embargo' })
    const copy = await db().review.findUniqueOrThrow({ where: { id }, include: workingCopyInclude })
    await expect(db().$transaction(tx => publishWorkingCopy(tx, null, copy, null))).rejects.toThrow(/under embargo/)
    expect(await scheduleReview(editor, { id, what: 'publish', wall: inHours(6) })).toMatchObject({ ok: true })
    // A time that was moved behind the desk's back still meets it.
    await comes(id)
    await keepSchedule()
    expect(await schedulesOf(id)).toMatchObject([{ state: 'failed', problem: 'It was under embargo.' }])
    expect(await isLive(id)).toBe(false)
    await pool.query(`UPDATE review SET embargo_at = now() - interval '1 second' WHERE id = $1`, [id])
    expect(await publishReview(editor, { id, version })).toMatchObject({ ok: true })
  })

  test('is lifted by an editor who says why, which stays written down, and by nobody else', async () => {
    const critic = await makeEditor('critic', { isCritic: true })
    const { id, version } = await makeReview(editor, { criticIds: [critic.criticId ?? ''] })
    expect(await setEmbargo(critic, { id, wall: inHours(5), note: '' })).toEqual({ ok: true })
    expect(await setEmbargo(critic, { id, wall: null, note: '' })).toEqual({ ok: false, code: 'not-allowed' })
    expect(await setEmbargo(editor, { id, wall: null, note: '' })).toMatchObject({ code: 'embargo' })
    expect(await setEmbargo(editor, { id, wall: inHours(3), note: '', reason: 'short' })).toMatchObject({
      code: 'embargo',
    })
    const lifting = 'The studio has agreed to it by telephone.'
    expect(await publishReview(critic, { id, version, lifting })).toMatchObject({ code: 'embargo', mayLift: false })
    expect(await publishReview(editor, { id, version, lifting })).toMatchObject({ ok: true })
    expect(await db().auditEntry.findFirst({ where: { subject: id, action: 'review.lift-embargo' } })).toMatchObject({
      actorId: editor.id,
      detail: { reason: lifting },
    })
  })

  test('is not set on what readers have, nor after the time at which it is to be published', async () => {
    const { id, version } = await makeReview(editor)
    await scheduleReview(editor, { id, what: 'publish', wall: inHours(2) })
    expect(await setEmbargo(editor, { id, wall: inHours(4), note: '' })).toMatchObject({ code: 'embargo' })
    await publishReview(editor, { id, version })
    expect(await setEmbargo(editor, { id, wall: inHours(4), note: '' })).toMatchObject({ code: 'when' })
  })
})

describe('a preview link', () => {
  const secretOf = (link: string) => link.split('/').at(-1) ?? ''

  test('shows the review as it stands to whoever holds it, until it is ended', async () => {
    const { id } = await makeReview(editor)
    const made = await sharePreview(editor, { id, name: 'Marguerite at the studio', days: 3 })
    if (!made.ok) throw new Error(made.code)
    expect(await openPreview(secretOf(made.link))).toMatchObject({
      name: 'Marguerite at the studio',
      embargoUntil: null,
    })
    expect(JSON.stringify(await db().previewLink.findMany({ where: { reviewId: id } }))).not.toContain(
      secretOf(made.link),
    )
    const [link] = (await getTiming(editor, id))?.links ?? []
    expect(link).toMatchObject({ name: 'Marguerite at the studio', lastSeenAt: expect.any(String) })
    expect(await endPreview(editor, { id, linkId: link?.id ?? '' })).toEqual({ ok: true })
    expect(await openPreview(secretOf(made.link))).toBeNull()
  })

  test('ends with its time, with the trash, and with the account of whoever made it', async () => {
    for (const end of [
      'UPDATE preview_link SET expires_at = now() WHERE review_id = $1',
      'UPDATE review SET trashed_at = now() WHERE id = $1',
      'UPDATE app_user SET disabled_at = now() WHERE id = (SELECT by_id FROM preview_link WHERE review_id = $1)',
    ]) {
      const maker = await makeEditor('editor')
      const { id } = await makeReview(maker)
      const made = await sharePreview(maker, { id, name: 'Somebody', days: 1 })
      if (!made.ok) throw new Error(made.code)
      expect(await openPreview(secretOf(made.link))).not.toBeNull()
      await pool.query(end, [id])
      expect(await openPreview(secretOf(made.link)), end).toBeNull()
    }
    for (const guess of ['', 'x', 'A'.repeat(43), `${'A'.repeat(42)}'`, '\0'])
      expect(await openPreview(guess)).toBeNull()
  })

  test('is refused to whoever may not share the review, and ended only with it', async () => {
    const { id } = await makeReview(editor)
    const other = await makeReview(editor)
    const made = await sharePreview(editor, { id, name: 'Somebody', days: 1 })
    const [link] = (await getTiming(editor, id))?.links ?? []
    const contributor = await makeEditor('contributor', { isCritic: true })
    expect(await sharePreview(contributor, { id, name: 'A friend', days: 1 })).toEqual({ ok: false, code: 'not-found' })
    await endPreview(editor, { id: other.id, linkId: link?.id ?? '' })
    expect(made.ok && (await openPreview(secretOf(made.link)))).toBeTruthy()
  })
})
