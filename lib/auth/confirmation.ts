import { db } from '#lib/db/client.ts'
import { minutesText } from '#lib/forms/form-state.ts'
import type { Editor } from './editor.ts'
import { countAttempt, forgetAttempts } from './limits.ts'
import { isPassword } from './passwords.ts'

/** How long a given password counts for what is grave, in minutes. */
const freshMinutes = 10

export type Confirmed = { ok: true } | { ok: false; code: 'confirm'; problem: string }

/**
 * Whether this is still the person who signed in, asked before what is grave (roles, access, passwords, exports): the password, or a passkey, was given
 * in this session within the last ten minutes by the database's clock, or is given now. Five attempts in fifteen minutes.
 */
export async function confirmEditor(editor: Editor, password: string | null): Promise<Confirmed> {
  if (await isFresh(editor)) return { ok: true }
  if (!password) return { ok: false, code: 'confirm', problem: 'Give your own password, to show that it is you.' }
  const wait = await countAttempt('confirm:account', editor.id)
  if (wait > 0) return { ok: false, code: 'confirm', problem: `Too many attempts. Try again in ${minutesText(wait)}.` }
  const user = await db().user.findUniqueOrThrow({ where: { id: editor.id }, select: { passwordHash: true } })
  if (!(await isPassword(password.slice(0, 256), user.passwordHash)))
    return { ok: false, code: 'confirm', problem: 'This is not your password.' }
  await forgetAttempts('confirm:account', editor.id)
  await db().$executeRaw`UPDATE session SET confirmed_at = now() WHERE id = ${editor.sessionId}::uuid`
  return { ok: true }
}

/** Whether the password would be asked for now; the form shows the field then. */
export async function needsPassword(editor: Editor): Promise<boolean> {
  return !(await isFresh(editor))
}

async function isFresh({ sessionId }: Editor): Promise<boolean> {
  const [row] = await db().$queryRaw<{ fresh: boolean }[]>`
    SELECT confirmed_at > now() - make_interval(mins => ${freshMinutes}) AS fresh FROM session WHERE id = ${sessionId}::uuid`
  return row?.fresh ?? false
}
