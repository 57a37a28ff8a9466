import { db } from '#lib/db/client.ts'
import { writeMail } from '#lib/mail/commands.ts'
import { noticeMail } from '#lib/mail/letters.ts'
import { readSettings } from '#lib/settings/published.ts'
import { notify } from './commands.ts'
import { isNoticeKind, noticeSentence } from './notices.ts'

/** At which hour, on the clocks of each person, the mail of the day goes out. */
const hour = 8

/**
 * The hourly job: whoever it is eight o’clock for gets what waits for them in one mail, and whoever has something that is due today or was due yesterday
 * is told. Each person in a transaction of their own; said once, so a second run in the hour finds nothing.
 */
export async function sendDigests(): Promise<void> {
  const { timeZone: house } = await readSettings(db())
  await tellOfDue(house)
  const people = await db().$queryRaw<{ id: string }[]>`
    SELECT id FROM app_user u
    WHERE disabled_at IS NULL AND extract(hour FROM now() AT TIME ZONE coalesce(time_zone, ${house})) = ${hour}
      AND EXISTS (SELECT FROM notice n WHERE n.user_id = u.id AND n.is_waiting)`
  for (const { id } of people) await sendDigest(id)
}

async function sendDigest(userId: string): Promise<void> {
  await db().$transaction(async tx => {
    await tx.$queryRaw`SELECT id FROM app_user WHERE id = ${userId}::uuid FOR UPDATE`
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId } })
    const waiting = await tx.notice.findMany({
      where: { userId, isWaiting: true },
      orderBy: { at: 'asc' },
      include: { review: { select: { title: true } }, by: { select: { name: true } } },
      take: 200,
    })
    if (waiting.length === 0) return
    const notices = waiting.flatMap(({ kind, words, path, review, by }) =>
      isNoticeKind(kind)
        ? [{ sentence: noticeSentence({ kind, words, title: review?.title ?? '', by: by?.name ?? null }), path }]
        : [],
    )
    await tx.notice.updateMany({ where: { id: { in: waiting.map(({ id }) => id) } }, data: { isWaiting: false } })
    const { name: publication } = await readSettings(tx)
    await writeMail(tx, { to: user.email, ...noticeMail({ name: user.name, publication, notices }) })
  })
}

/** Once for each review, person and day. */
async function tellOfDue(house: string): Promise<void> {
  const due = await db().$queryRaw<{ id: string; assigneeId: string; day: string; isLate: boolean }[]>`
    SELECT id, assignee_id AS "assigneeId", due_on::text AS day, due_on < today AS "isLate"
    FROM review, (SELECT (now() AT TIME ZONE ${house})::date AS today) AS clock
    WHERE assignee_id IS NOT NULL AND trashed_at IS NULL AND published_version IS NULL AND due_on BETWEEN today - 1 AND today
    LIMIT 1000`
  for (const { id, assigneeId, day, isLate } of due)
    await db().$transaction(tx =>
      notify(tx, {
        kind: 'due',
        to: [assigneeId],
        byId: null,
        reviewId: id,
        words: isLate ? 'since yesterday' : 'today',
        key: `due:${id}:${day}:${isLate}`,
      }),
    )
}
