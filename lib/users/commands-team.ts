import { confirmEditor } from '#lib/auth/confirmation.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { can, type Role } from '#lib/auth/policy.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { transact } from '#lib/db/transact.ts'
import { log } from '#lib/log.ts'

// Roles and access. Each is grave, so the own password is asked for; each ends every session of the account at its next request.

type Tx = Prisma.TransactionClient

export type TeamRefusal =
  | { ok: false; code: 'not-allowed' | 'not-found' | 'self' | 'owner' | 'nothing' }
  | { ok: false; code: 'confirm'; problem: string }
export type Done = { ok: true }

interface Member {
  id: string
  name: string
  role: Role
  disabledAt: Date | null
}

/** Gives somebody another role. Ownership is neither given nor taken away here: see `transferOwnership`. */
export function changeRole(
  editor: Editor,
  input: { id: string; role: Exclude<Role, 'owner'>; confirmation: string | null },
): Promise<Done | TeamRefusal> {
  return onMember(editor, input, async (tx, member) => {
    if (member.role === 'owner') return { ok: false, code: 'owner' }
    if (member.role === input.role) return { ok: false, code: 'nothing' }
    await tx.user.update({ where: { id: member.id }, data: { role: input.role, version: { increment: 1 } } })
    await note(tx, editor, 'user.role', member, { from: member.role, to: input.role })
    return { ok: true }
  })
}

/** Closes an account: every session ends at its next request, and nobody can sign in. What the person wrote stays, with its byline. */
export function disableAccount(
  editor: Editor,
  input: { id: string; confirmation: string | null },
): Promise<Done | TeamRefusal> {
  return onMember(editor, input, async (tx, member) => {
    if (member.role === 'owner') return { ok: false, code: 'owner' }
    if (member.disabledAt) return { ok: false, code: 'nothing' }
    await tx.$executeRaw`UPDATE app_user SET disabled_at = now(), version = version + 1 WHERE id = ${member.id}::uuid`
    await tx.token.deleteMany({ where: { userId: member.id, usedAt: null } })
    await note(tx, editor, 'user.disable', member)
    return { ok: true }
  })
}

/** Opens an account again, with the password that it had. */
export function enableAccount(
  editor: Editor,
  input: { id: string; confirmation: string | null },
): Promise<Done | TeamRefusal> {
  return onMember(editor, input, async (tx, member) => {
    if (!member.disabledAt) return { ok: false, code: 'nothing' }
    await tx.user.update({ where: { id: member.id }, data: { disabledAt: null, version: { increment: 1 } } })
    await note(tx, editor, 'user.enable', member)
    return { ok: true }
  })
}

/**
 * Gives what somebody has begun to somebody else: drafts that were never published, and lists. Bylines stay, because they say who wrote.
 * Returns how many of each.
 */
export function handOverWork(
  editor: Editor,
  input: { id: string; toId: string; confirmation: string | null },
): Promise<{ ok: true; drafts: number; lists: number } | TeamRefusal> {
  return onMember<{ ok: true; drafts: number; lists: number }>(
    editor,
    input,
    async (tx, member) => {
      const heir = await tx.user.findFirst({ where: { id: input.toId, disabledAt: null }, select: { id: true } })
      if (!heir || heir.id === member.id) return { ok: false, code: 'not-found' }
      // Not through the client, which would date it as a change of the review.
      const drafts = await tx.$executeRaw`
        UPDATE review SET created_by_id = ${heir.id}::uuid WHERE created_by_id = ${member.id}::uuid AND published_at IS NULL`
      const lists = await tx.list.updateMany({ where: { createdById: member.id }, data: { createdById: heir.id } })
      await note(tx, editor, 'user.hand-over', member, { to: heir.id, drafts, lists: lists.count })
      return { ok: true, drafts, lists: lists.count }
    },
    { self: true },
  )
}

/** Makes somebody the owner, and the present owner an editor. */
export function transferOwnership(
  editor: Editor,
  input: { id: string; confirmation: string | null },
): Promise<Done | TeamRefusal> {
  return onMember(editor, input, async (tx, member) => {
    if (editor.role !== 'owner') return { ok: false, code: 'not-allowed' }
    if (member.disabledAt || member.role === 'owner') return { ok: false, code: 'nothing' }
    await tx.user.update({ where: { id: member.id }, data: { role: 'owner', version: { increment: 1 } } })
    await tx.user.update({ where: { id: editor.id }, data: { role: 'editor', version: { increment: 1 } } })
    await note(tx, editor, 'user.transfer', member, { from: editor.id })
    return { ok: true }
  })
}

/** The beginning of each: may they, is it them, is there such a person. Rows of people are locked in one order. */
async function onMember<T extends Done>(
  editor: Editor,
  { id, confirmation }: { id: string; confirmation: string | null },
  work: (tx: Tx, member: Member) => Promise<T | TeamRefusal>,
  { self = false } = {},
): Promise<T | TeamRefusal> {
  if (!can(editor, 'user.manage')) return { ok: false, code: 'not-allowed' }
  if (!self && id === editor.id) return { ok: false, code: 'self' }
  const confirmed = await confirmEditor(editor, confirmation)
  if (!confirmed.ok) return confirmed
  return transact(async (tx): Promise<T | TeamRefusal> => {
    await tx.$queryRaw`SELECT id FROM app_user WHERE id IN (${id}::uuid, ${editor.id}::uuid) ORDER BY id FOR UPDATE`
    // Whoever acts may have lost the role, or the access, while they waited.
    const self = await tx.user.findFirst({ where: { id: editor.id, disabledAt: null }, select: { role: true } })
    if (self?.role !== editor.role) return { ok: false, code: 'not-allowed' }
    const member = await tx.user.findUnique({
      where: { id },
      select: { id: true, name: true, role: true, disabledAt: true },
    })
    return member ? work(tx, member) : { ok: false, code: 'not-found' }
  })
}

async function note(tx: Tx, editor: Editor, action: string, { id }: Member, detail: Prisma.InputJsonObject = {}) {
  await tx.auditEntry.create({ data: { actorId: editor.id, action, subject: id, detail } })
  log().info({ event: action, user: id, by: editor.id }, 'an account was changed')
}
