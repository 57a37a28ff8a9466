import { db } from '#lib/db/client.ts'
import type { Prisma, User } from '#lib/db/generated/client.ts'
import { asEditor, type Editor } from './editor.ts'

const day = 86_400_000
/** A session ends seven days after it began, or a day after it was last used. */
export const sessionLife = { absolute: 7 * day, idle: day }
const touchEvery = 5 * 60_000

/** Starts a session for somebody whose password or passkey has just been checked. Returns the id that goes into the signed cookie. */
export async function startSession(user: { id: string; version: number }, userAgent: string): Promise<string> {
  const session = await db().session.create({
    data: {
      userId: user.id,
      userVersion: user.version,
      userAgent: userAgent.slice(0, 300),
      expiresAt: new Date(Date.now() + sessionLife.absolute),
    },
  })
  return session.id
}

/**
 * The editor behind a session id, or null when the session has ended, is too old, or was made before the password, role or
 * access of the account changed. One query a request, so that any of these takes effect with the next request.
 */
export async function editorOfSession(id: string): Promise<Editor | null> {
  const now = Date.now()
  const session = await db().session.findFirst({
    where: {
      id,
      endedAt: null,
      expiresAt: { gt: new Date(now) },
      lastSeenAt: { gt: new Date(now - sessionLife.idle) },
    },
    include: { user: { include: { critic: { select: { id: true } } } } },
  })
  if (!session || session.user.disabledAt || session.user.version !== session.userVersion) return null
  if (session.lastSeenAt.getTime() < now - touchEvery) {
    await db().session.updateMany({ where: { id, endedAt: null }, data: { lastSeenAt: new Date(now) } })
  }
  return toEditor(session.user, id)
}

/**
 * The editor that an account is, for what was asked of the desk before and is done now without them: null when the account is closed, or gone.
 * What they may is asked anew.
 */
export async function editorOfAccount(tx: Prisma.TransactionClient, userId: string): Promise<Editor | null> {
  const user = await tx.user.findUnique({ where: { id: userId }, include: { critic: { select: { id: true } } } })
  return user && !user.disabledAt ? toEditor(user, '') : null
}

function toEditor(user: User & { critic: { id: string } | null }, sessionId: string): Editor {
  const { id, name, email, role, timeZone } = user
  return asEditor({ id, name, email, role, criticId: user.critic?.id ?? null, timeZone, sessionId })
}

/** The sessions that are open for this person, newest first, with the present one marked. */
export async function listSessions(editor: Editor) {
  const rows = await db().session.findMany({
    where: {
      userId: editor.id,
      endedAt: null,
      expiresAt: { gt: new Date() },
      lastSeenAt: { gt: new Date(Date.now() - sessionLife.idle) },
    },
    orderBy: { lastSeenAt: 'desc' },
  })
  return rows.map(row => ({
    id: row.id,
    userAgent: row.userAgent,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    isThis: row.id === editor.sessionId,
  }))
}

/** Ends one of the person's own sessions; somebody else's is simply not found. */
export async function endSession(editor: Editor, id: string): Promise<boolean> {
  const { count } = await db().session.updateMany({
    where: { id, userId: editor.id, endedAt: null },
    data: { endedAt: new Date() },
  })
  return count === 1
}
