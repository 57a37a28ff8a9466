import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import { isNoticeKind, type NoticeKind, noticeKinds, noticeText, type ShownNotice, type Timing } from './notices.ts'

const perPage = 30

/** What somebody was told, the newest first. */
export async function listNotices(
  editor: Editor,
  page: number,
): Promise<{ notices: ShownNotice[]; pages: number; unread: number }> {
  const where = { userId: editor.id }
  const [rows, total, unread] = await Promise.all([
    db().notice.findMany({
      where,
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      include: { review: { select: { title: true } }, by: { select: { name: true } } },
      skip: (page - 1) * perPage,
      take: perPage,
    }),
    db().notice.count({ where }),
    countUnread(editor),
  ])
  const notices = rows.flatMap(({ id, kind, words, path, review, by, at, readAt }) =>
    isNoticeKind(kind)
      ? [
          {
            ...{ id, kind, path },
            by: by?.name ?? null,
            text: noticeText({ kind, words, title: review?.title ?? '' }),
            at: at.toISOString(),
            isRead: readAt !== null,
          },
        ]
      : [],
  )
  return { notices, pages: Math.max(1, Math.ceil(total / perPage)), unread }
}

export function countUnread(editor: Editor): Promise<number> {
  return db().notice.count({ where: { userId: editor.id, readAt: null } })
}

/** How somebody hears of each kind: as they chose, or as the house does it. */
export async function getNoticeChoices(editor: Editor): Promise<Record<NoticeKind, Timing>> {
  const rows = await db().noticeChoice.findMany({ where: { userId: editor.id } })
  const own = new Map(rows.map(({ kind, mail }) => [kind, mail]))
  const entries = Object.entries(noticeKinds).map(([kind, { mail }]) => [kind, own.get(kind) ?? mail])
  return Object.fromEntries(entries)
}
