import { Logger, runOnce } from 'graphile-worker'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { overrideEnv } from '#lib/env.ts'
import { tasks } from '#lib/jobs/tasks.ts'
import { writeMail, writeTestMail } from '#lib/mail/commands.ts'
import { listMails } from '#lib/mail/desk-queries.ts'
import { passwordMail } from '#lib/mail/letters.ts'
import { makeEditor, makeReview } from '#prisma/factories.ts'
import { chooseNotices, type News, notify, readNotices } from './commands.ts'
import { sendDigests } from './commands-digest.ts'
import { countUnread, getNoticeChoices, listNotices } from './desk-queries.ts'

const { pool, url } = await testDatabase()
const tell = (news: News) => db().$transaction(tx => notify(tx, news))
const mailsTo = (person: Editor) => db().mail.findMany({ where: { to: person.email }, orderBy: { writtenAt: 'asc' } })

let [noor, ada]: Editor[] = []
let reviewId = ''
beforeEach(async () => {
  overrideEnv({ SITE_URL: 'https://reviews.example.org', SMTP_URL: undefined })
  noor = await makeEditor('editor', { name: 'Noor Haddad' })
  ada = await makeEditor('critic', { name: 'Ada Marlowe', isCritic: true })
  reviewId = (await makeReview(noor)).id
})
const both = () => {
  if (!noor || !ada) throw new Error('nobody')
  return { noor, ada }
}

describe('somebody is told', () => {
  test('of what others do, in words, and of nothing that they do themselves or that is closed to them', async () => {
    const { noor, ada } = both()
    const closed = await makeEditor('critic')
    await db().user.update({ where: { id: closed.id }, data: { disabledAt: new Date() } })
    await tell({
      kind: 'assigned',
      to: [ada.id, ada.id, noor.id, closed.id],
      byId: noor.id,
      reviewId,
      words: 'due 27 November',
    })
    expect((await listNotices(ada, 1)).notices).toMatchObject([
      {
        by: 'Noor Haddad',
        text: 'gave you “A Voice Through the Floor”: due 27 November',
        path: `/desk/reviews/${reviewId}`,
        isRead: false,
      },
    ])
    for (const person of [noor, closed]) expect(await countUnread(person)).toBe(0)
  })

  test('once for a key, also by twenty at once', async () => {
    const { noor, ada } = both()
    await Promise.all(
      Array.from({ length: 20 }, () =>
        tell({ kind: 'due', to: [ada.id], byId: noor.id, reviewId, key: `due:${reviewId}` }),
      ),
    )
    expect(await countUnread(ada)).toBe(1)
  })

  test('and says that it was read; of others’ nothing changes', async () => {
    const { noor, ada } = both()
    for (const words of ['One', 'Two']) await tell({ kind: 'comment', to: [ada.id], byId: noor.id, reviewId, words })
    const [first] = (await listNotices(ada, 1)).notices
    await readNotices(noor, first?.id ?? null)
    expect(await countUnread(ada)).toBe(2)
    await readNotices(ada, first?.id ?? null)
    expect(await countUnread(ada)).toBe(1)
    await readNotices(ada, null)
    expect(await countUnread(ada)).toBe(0)
  })
})

describe('by mail', () => {
  test('at once, in the mail of the day, or not, as each has chosen', async () => {
    const { noor, ada } = both()
    await tell({ kind: 'mention', to: [ada.id], byId: noor.id, reviewId })
    expect(await mailsTo(ada)).toMatchObject([
      { state: 'kept', subject: 'Noor Haddad mentioned you in a note on “A Voice Through the Floor”.' },
    ])
    await chooseNotices(ada, { mention: 'never', step: 'at_once' })
    expect(await getNoticeChoices(ada)).toMatchObject({ mention: 'never', step: 'at_once', comment: 'daily' })
    await tell({ kind: 'mention', to: [ada.id], byId: noor.id, reviewId })
    await tell({ kind: 'step', to: [ada.id], byId: noor.id, reviewId, words: 'to Copy' })
    expect((await mailsTo(ada)).map(({ subject }) => subject).at(-1)).toBe(
      'Noor Haddad moved “A Voice Through the Floor”: to Copy.',
    )
    expect(await mailsTo(ada)).toHaveLength(2)
  })

  test('the mail of the day comes at eight on the clocks of whoever it is for, once, with what was not read', async () => {
    const { noor, ada } = both()
    const { rows } = await pool.query<{ hour: number }>(
      `SELECT extract(hour FROM now() AT TIME ZONE 'UTC')::int AS hour`,
    )
    const offset = ((8 - (rows[0]?.hour ?? 0) + 12 + 24) % 24) - 12
    const zoneAt = (hours: number) => `Etc/GMT${hours === 0 ? '' : hours > 0 ? `-${hours}` : `+${-hours}`}`
    await db().user.update({ where: { id: ada.id }, data: { timeZone: zoneAt(offset === 12 ? 11 : offset + 1) } })
    for (const words of ['One', 'Two', 'Three'])
      await tell({ kind: 'comment', to: [ada.id], byId: noor.id, reviewId, words })
    const [, second] = (await listNotices(ada, 1)).notices
    await readNotices(ada, second?.id ?? null)
    await sendDigests()
    expect(await mailsTo(ada)).toEqual([])
    // Nor is it eight for them when it is for the house.
    const timeZone = { key: 'timeZone', value: zoneAt(offset) }
    await db().setting.upsert({ where: { key: 'timeZone' }, create: timeZone, update: timeZone })
    await sendDigests()
    expect(await mailsTo(ada)).toEqual([])
    await db().setting.delete({ where: { key: 'timeZone' } })
    await db().user.update({ where: { id: ada.id }, data: { timeZone: zoneAt(offset) } })
    await Promise.all([sendDigests(), sendDigests()])
    await sendDigests()
    const mails = await mailsTo(ada)
    expect(mails).toHaveLength(1)
    expect(mails[0]?.text).toContain('One')
    expect(mails[0]?.text).not.toContain('Two')
  })

  test('what is due is told to whoever has it, once', async () => {
    const { ada } = both()
    const { rows } = await pool.query<{ today: string }>(
      `SELECT (now() AT TIME ZONE 'Europe/London')::date::text AS today`,
    )
    await db().review.update({
      where: { id: reviewId },
      data: { assigneeId: ada.id, dueOn: new Date(rows[0]?.today ?? '') },
    })
    await sendDigests()
    await sendDigests()
    expect((await listNotices(ada, 1)).notices).toMatchObject([
      { kind: 'due', text: '“A Voice Through the Floor” is due today' },
    ])
  })
})

describe('a mail at the desk', () => {
  test('is kept without a mail server, without the secret of its link, and read by owners alone', async () => {
    const { noor } = both()
    const owner = await makeEditor('owner')
    const secret = 'x'.repeat(43)
    await db().$transaction(tx =>
      writeMail(tx, { to: noor.email, secret, ...passwordMail({ name: 'Noor', publication: 'Out of Five', secret }) }),
    )
    const kept = (await listMails(owner, 1))?.mails.find(({ to }) => to === noor.email)
    expect(kept).toMatchObject({ state: 'kept', subject: 'A new password for the desk' })
    expect(JSON.stringify(kept)).not.toContain(secret)
    expect(await listMails(noor, 1)).toBeNull()
    expect(await writeTestMail(noor)).toMatchObject({ ok: false })
    expect(await writeTestMail(owner)).toMatchObject({ ok: false, problem: expect.stringContaining('SMTP_URL') })
  })

  test('says why it has not gone out, and that it was given up', async () => {
    overrideEnv({ SMTP_URL: 'smtp://127.0.0.1:1' })
    const { noor, ada } = both()
    await pool.query('TRUNCATE graphile_worker._private_jobs')
    await tell({ kind: 'mention', to: [ada.id], byId: noor.id, reviewId })
    const work = () =>
      runOnce({ connectionString: url, taskList: tasks, noHandleSignals: true, logger: new Logger(() => () => {}) })
    await work()
    expect(await mailsTo(ada)).toMatchObject([
      { state: 'waiting', attempts: 1, problem: expect.stringContaining('ECONN') },
    ])
    await pool.query('UPDATE graphile_worker._private_jobs SET run_at = now(), attempts = max_attempts - 1')
    await work()
    expect(await mailsTo(ada)).toMatchObject([{ state: 'failed', attempts: 12 }])
  })
})
