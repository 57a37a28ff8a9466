import { randomBytes } from 'node:crypto'
import type { Editor } from '#lib/auth/editor.ts'
import { countAttempt, forgetAttempts } from '#lib/auth/limits.ts'
import { hashPassword, passwordProblem } from '#lib/auth/passwords.ts'
import { can, type Role } from '#lib/auth/policy.ts'
import { secretDigest } from '#lib/auth/tokens.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { transact } from '#lib/db/transact.ts'
import { env } from '#lib/env.ts'
import { minutesText } from '#lib/forms/form-state.ts'
import { log } from '#lib/log.ts'
import { writeMail } from '#lib/mail/commands.ts'
import { invitationMail } from '#lib/mail/letters.ts'
import { readSettings } from '#lib/settings/published.ts'
import { createUserIn } from './commands.ts'

type Tx = Prisma.TransactionClient

/** How long a link of an invitation works, in days. */
export const invitationDays = 7

export interface Invitee {
  name: string
  email: string
  role: Exclude<Role, 'owner'>
  /** The byline that they take over; null gives them a new one. */
  criticId: string | null
}

/** The link is shown once, to whoever invites: without a mail server it has to be handed over by hand. */
export type Invited = { ok: true; link: string; isMailed: boolean }
export type InviteRefusal =
  | { ok: false; code: 'not-allowed' | 'not-found' }
  | { ok: false; code: 'known' | 'byline' | 'wait'; problem: string }

/**
 * Asks somebody to join. The link works once, within seven days, and only its digest is kept. An open invitation of the same address is
 * replaced. Refused: an address with an account, a byline that is somebody's, more than fifty an hour.
 */
export async function invitePerson(editor: Editor, invitee: Invitee): Promise<Invited | InviteRefusal> {
  if (!can(editor, 'user.manage')) return { ok: false, code: 'not-allowed' }
  const wait = await countAttempt('invite:account', editor.id)
  if (wait > 0)
    return { ok: false, code: 'wait', problem: `That was very many invitations. Go on in ${minutesText(wait)}.` }
  const email = invitee.email.trim().toLowerCase()
  return transact(async tx => {
    if (await tx.user.count({ where: { email } }))
      return { ok: false, code: 'known', problem: 'There is an account with this address already.' }
    if (invitee.criticId && !(await isFreeByline(tx, invitee.criticId)))
      return { ok: false, code: 'byline', problem: 'This byline belongs to an account already. Choose another.' }
    // Two owners may invite the same person at once: the second waits here, and finds the first one's to replace.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('out-of-five.invite'), hashtext(${email}))`
    await tx.$executeRaw`
      UPDATE invitation SET revoked_at = now() WHERE email = ${email} AND accepted_at IS NULL AND revoked_at IS NULL`
    const secret = randomBytes(32).toString('base64url')
    const { id } = await tx.invitation.create({
      data: {
        name: invitee.name,
        role: invitee.role,
        criticId: invitee.criticId,
        email,
        hash: secretDigest(secret),
        invitedById: editor.id,
        expiresAt: new Date(Date.now() + invitationDays * 86_400_000),
      },
    })
    await tx.auditEntry.create({
      data: { actorId: editor.id, action: 'user.invite', subject: id, detail: { email, role: invitee.role } },
    })
    return { ok: true, ...(await send(tx, editor, { ...invitee, email }, secret)) }
  })
}

/** A fresh link for somebody whose invitation is open or has expired; the one before stops working. */
export async function renewInvitation(editor: Editor, id: string): Promise<Invited | InviteRefusal> {
  if (!can(editor, 'user.manage')) return { ok: false, code: 'not-allowed' }
  const { email, name, role, criticId } =
    (await db().invitation.findFirst({ where: { id, acceptedAt: null, revokedAt: null } })) ?? {}
  if (!email || !name || !role || role === 'owner') return { ok: false, code: 'not-found' }
  return invitePerson(editor, { email, name, role, criticId: criticId ?? null })
}

/** Takes an invitation back: its link stops working. */
export async function revokeInvitation(editor: Editor, id: string): Promise<{ ok: true } | InviteRefusal> {
  if (!can(editor, 'user.manage')) return { ok: false, code: 'not-allowed' }
  return transact(async tx => {
    const count = await tx.$executeRaw`
      UPDATE invitation SET revoked_at = now() WHERE id = ${id}::uuid AND accepted_at IS NULL AND revoked_at IS NULL`
    if (count === 0) return { ok: false, code: 'not-found' }
    await tx.auditEntry.create({ data: { actorId: editor.id, action: 'user.uninvite', subject: id } })
    return { ok: true }
  })
}

/** Who a link asks to join, for its page; null for a link that does nothing any more. Looking uses nothing up. */
export async function getInvitee(secret: string): Promise<{ name: string; email: string; role: Role } | null> {
  return db().invitation.findFirst({
    where: { hash: secretDigest(secret), acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
    select: { name: true, email: true, role: true },
  })
}

export type JoinOutcome =
  | { ok: true; email: string }
  | { ok: false; code: 'link' | 'password' | 'wait'; problem: string }

/**
 * Makes the account of whoever holds a link. It is used up by one conditional UPDATE in the transaction that makes the account: of twenty
 * at once, one succeeds. Refused: a link that is unknown, used, taken back or seven days old; a weak password, which uses nothing up.
 */
export async function joinTeam(input: {
  secret: string
  name: string
  password: string
  address: string
}): Promise<JoinOutcome> {
  const { secret, name, password, address } = input
  const wait = address ? await countAttempt('join:address', address) : 0
  if (wait > 0)
    return { ok: false, code: 'wait', problem: `There were too many attempts. Try again in ${minutesText(wait)}.` }
  const invitee = await getInvitee(secret)
  if (!invitee) return deadLink
  const weak = passwordProblem(password, { email: invitee.email, name })
  if (weak) return { ok: false, code: 'password', problem: weak }
  const passwordHash = await hashPassword(password)
  const outcome = await transact(async (tx): Promise<JoinOutcome> => {
    const [taken] = await tx.$queryRaw<{ id: string; email: string; role: Role; criticId: string | null }[]>`
      UPDATE invitation SET accepted_at = now()
      WHERE hash = ${secretDigest(secret)} AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > now()
      RETURNING id, email, role, critic_id AS "criticId"`
    if (!taken || (await tx.user.count({ where: { email: taken.email } }))) return deadLink
    const userId = await createUserIn(tx, {
      name,
      email: taken.email,
      role: taken.role,
      passwordHash,
      isJoining: true,
      criticSlug: taken.criticId ? await freeSlug(tx, taken.criticId) : null,
    })
    await tx.invitation.update({ where: { id: taken.id }, data: { userId } })
    return { ok: true, email: taken.email }
  })
  if (outcome.ok) {
    await forgetAttempts('join:address', address)
    log().info({ event: 'user.join' }, 'somebody joined')
  }
  return outcome
}

const deadLink: JoinOutcome = {
  ok: false,
  code: 'link',
  problem:
    'This invitation has been used, was taken back or is older than seven days. Ask whoever sent it for a new link.',
}

async function isFreeByline(tx: Tx, criticId: string): Promise<boolean> {
  return (await freeSlug(tx, criticId)) !== null
}

async function freeSlug(tx: Tx, criticId: string): Promise<string | null> {
  const critic = await tx.critic.findFirst({ where: { id: criticId, userId: null }, select: { slug: true } })
  return critic?.slug ?? null
}

async function send(tx: Tx, editor: Editor, invitee: { name: string; email: string; role: Role }, secret: string) {
  // In the fragment, so that the secret reaches neither a log nor a Referer.
  const link = `${env().SITE_URL}/desk/join#${secret}`
  const isMailed = Boolean(env().SMTP_URL)
  if (isMailed) {
    const { name: publication } = await readSettings(tx)
    const said = { ...invitee, from: editor.name, publication, link }
    await writeMail(tx, { to: invitee.email, secret, ...invitationMail(said) })
  }
  return { link, isMailed }
}
