import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { writeMail } from '#lib/mail/commands.ts'
import { noticeMail } from '#lib/mail/letters.ts'
import { readSettings } from '#lib/settings/published.ts'
import { type NoticeKind, noticeKinds, noticeSentence, type Timing } from './notices.ts'

type Tx = Prisma.TransactionClient

export interface News {
  kind: NoticeKind
  /** Accounts, by id. Whoever did it is left out, and so are those that are closed. */
  to: string[]
  byId: string | null
  reviewId: string
  /** A name, a day, a reason; never words of the review. */
  words?: string
  /** Where the desk shows it; the review when it is left out. */
  path?: string
  /** What is the same key is told to the same person once. */
  key?: string
}

/** Tells people of something, in the transaction in which it happens: at the desk always, by mail as each of them has chosen. */
export async function notify(tx: Tx, news: News): Promise<void> {
  const ids = [...new Set(news.to)].filter(id => id !== news.byId)
  if (ids.length === 0) return
  const people = await tx.user.findMany({
    where: { id: { in: ids }, disabledAt: null },
    select: {
      id: true,
      name: true,
      email: true,
      noticeChoices: { where: { kind: news.kind }, select: { mail: true } },
    },
  })
  const fresh = await notYetTold(tx, people, news.key)
  if (fresh.length === 0) return
  const timingOf = (person: (typeof people)[number]): Timing =>
    person.noticeChoices[0]?.mail ?? noticeKinds[news.kind].mail
  const words = (news.words ?? '').slice(0, 300)
  const path = news.path ?? `/desk/reviews/${news.reviewId}`
  await tx.notice.createMany({
    data: fresh.map(person => ({
      userId: person.id,
      kind: news.kind,
      reviewId: news.reviewId,
      byId: news.byId,
      words,
      path,
      key: news.key ?? null,
      isWaiting: timingOf(person) === 'daily',
    })),
    // Of two at once with one key, the second finds the first one’s.
    skipDuplicates: true,
  })
  const atOnce = fresh.filter(person => timingOf(person) === 'at_once')
  if (atOnce.length === 0) return
  const [review, by, { name: publication }] = await Promise.all([
    tx.review.findUniqueOrThrow({ where: { id: news.reviewId }, select: { title: true } }),
    news.byId ? tx.user.findUnique({ where: { id: news.byId }, select: { name: true } }) : null,
    readSettings(tx),
  ])
  const sentence = noticeSentence({ kind: news.kind, title: review.title, words, by: by?.name ?? null })
  for (const { name, email } of atOnce)
    await writeMail(tx, { to: email, ...noticeMail({ name, publication, notices: [{ sentence, path }] }) })
}

async function notYetTold<P extends { id: string }>(tx: Tx, people: P[], key: string | undefined): Promise<P[]> {
  if (key === undefined) return people
  const told = await tx.notice.findMany({
    where: { key, userId: { in: people.map(({ id }) => id) } },
    select: { userId: true },
  })
  const known = new Set(told.map(({ userId }) => userId))
  return people.filter(({ id }) => !known.has(id))
}

/** Says of one of one's notices that it was read; of all of them without an id. Anybody else's are not found, and stay. */
export async function readNotices(editor: Editor, id: string | null): Promise<void> {
  await db().$executeRaw`
    UPDATE notice SET read_at = now(), is_waiting = false
    WHERE user_id = ${editor.id}::uuid AND read_at IS NULL AND (${id}::uuid IS NULL OR id = ${id}::uuid)`
}

/** Sets how somebody hears of each kind. */
export async function chooseNotices(editor: Editor, choices: Partial<Record<NoticeKind, Timing>>): Promise<void> {
  await db().$transaction(async tx => {
    await tx.noticeChoice.deleteMany({ where: { userId: editor.id } })
    const data = Object.entries(choices).map(([kind, mail]) => ({ userId: editor.id, kind, mail }))
    await tx.noticeChoice.createMany({ data })
  })
}
