import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { OpenInvitation, TeamMember } from './team.ts'

export interface Team {
  members: TeamMember[]
  invitations: OpenInvitation[]
  /** Bylines that nobody signs in for: an invited person may take one over. */
  freeBylines: { id: string; name: string }[]
  may: { manage: boolean }
}

/** Everybody who can sign in, owner first, and who is invited. Null for who may not see it. */
export async function getTeam(editor: Editor): Promise<Team | null> {
  if (!can(editor, 'user.view')) return null
  const mayManage = can(editor, 'user.manage')
  const [members, invitations, freeBylines] = await Promise.all([
    listMembers(editor),
    listInvitations(),
    mayManage
      ? db().critic.findMany({ where: { userId: null }, select: { id: true, name: true }, orderBy: { name: 'asc' } })
      : [],
  ])
  return { members, invitations, freeBylines, may: { manage: mayManage } }
}

async function listMembers(editor: Editor): Promise<TeamMember[]> {
  const rows = await db().user.findMany({
    orderBy: [{ role: 'asc' }, { name: 'asc' }, { id: 'asc' }],
    include: {
      critic: { select: { id: true, name: true } },
      sessions: { orderBy: { lastSeenAt: 'desc' }, take: 1, select: { lastSeenAt: true } },
      _count: { select: { reviews: { where: { publishedAt: null } }, lists: true } },
    },
  })
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    isSelf: row.id === editor.id,
    isDisabled: row.disabledAt !== null,
    byline: row.critic,
    lastSeenAt: row.sessions[0]?.lastSeenAt.toISOString() ?? null,
    drafts: row._count.reviews,
    lists: row._count.lists,
  }))
}

async function listInvitations(): Promise<OpenInvitation[]> {
  const rows = await db().invitation.findMany({
    where: { acceptedAt: null, revokedAt: null },
    orderBy: { createdAt: 'desc' },
    include: { invitedBy: { select: { name: true } } },
    take: 200,
  })
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    invitedBy: row.invitedBy?.name ?? null,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    isExpired: row.expiresAt.getTime() < Date.now(),
  }))
}
