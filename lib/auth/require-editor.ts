import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import type { Editor } from './editor.ts'
import { lacksFactor } from './factor-rule.ts'
import { authOptions } from './options.ts'
import { deskPathHeader, signInPath } from './return-path.ts'
import { editorOfSession } from './sessions.ts'

/** The editor who is asking, or null. Asked once per request. */
export const currentEditor = cache(async (): Promise<Editor | null> => {
  const session: unknown = await getServerSession(authOptions())
  const sid: unknown = typeof session === 'object' && session !== null ? Reflect.get(session, 'sid') : undefined
  return typeof sid === 'string' && /^[0-9a-f-]{36}$/.test(sid) ? editorOfSession(sid) : null
})

/** The editor who is asking; anybody else is sent to sign in. Every page and action of the desk begins with it. */
export async function requireEditor(): Promise<Editor> {
  const editor = await requireAccount()
  if (await lacksFactor(editor)) redirect('/desk/account#second-factor')
  return editor
}

/** The same for what somebody may who has yet to set up the second factor that their role asks for: that, and leaving. */
export async function requireAccount(): Promise<Editor> {
  const editor = await currentEditor()
  if (!editor) redirect(signInPath((await headers()).get(deskPathHeader)))
  return editor
}
