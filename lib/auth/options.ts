import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { z } from 'zod'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { clientAddressHeader } from './client-address.ts'
import { passkeyResponseSchema } from './passkey-schema.ts'
import { signInWithPasskey } from './passkey-sign-in.ts'
import { sessionLife, startSession } from './sessions.ts'
import { signIn } from './sign-in.ts'

/**
 * next-auth keeps the cookie: a signed and encrypted JWT that names a row of Session and says nothing else. Whether that row is
 * still good is asked at every request (see require-editor.ts). docs/decisions/0004-next-auth-with-server-sessions.md.
 */
export function authOptions(): NextAuthOptions {
  const { name, ...cookie } = sessionCookie()
  return {
    // One JSON line like everything else; a cookie of another publication or an old key is no error, it is somebody who is not signed in.
    logger: {
      error: code => void (code === 'JWT_SESSION_ERROR' || log().error({ code }, 'next-auth')),
      warn: code => log().warn({ code }, 'next-auth'),
      debug: () => {},
    },
    secret: env().AUTH_SECRET,
    pages: { signIn: '/desk/sign-in', error: '/desk/sign-in' },
    session: { strategy: 'jwt', maxAge: sessionLife.absolute / 1000 },
    useSecureCookies: cookie.secure,
    cookies: { sessionToken: { name, options: cookie } },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {}, code: {} },
        async authorize(credentials, request) {
          // A JSON body can bring anything; what next-auth throws for it would be read out by the page.
          const given = credentialsSchema.safeParse(credentials)
          if (!given.success) throw new Error('refused')
          const outcome = await signIn({ ...given.data, address: headerOf(request.headers, clientAddressHeader) })
          if (!outcome.ok) throw new Error(refusalText(outcome))
          const sessionId = await startSession(outcome.user, headerOf(request.headers, 'user-agent'))
          return { id: sessionId }
        },
      }),
      CredentialsProvider({
        id: 'passkey',
        credentials: { response: {} },
        async authorize(credentials, request) {
          const given = passkeyAnswer.safeParse(credentials?.response)
          if (!given.success) throw new Error('refused')
          const outcome = await signInWithPasskey(given.data, headerOf(request.headers, clientAddressHeader))
          if (!outcome.ok) throw new Error(outcome.code === 'wait' ? `wait:${outcome.seconds}` : 'refused')
          return { id: await startSession(outcome.user, headerOf(request.headers, 'user-agent')) }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
      session: ({ session, token }) => ({ expires: session.expires, sid: String(token.sid ?? '') }),
      redirect: ({ url, baseUrl }) => (url.startsWith('/') && !url.startsWith('//') ? baseUrl + url : baseUrl),
    },
  }
}

const passkeyAnswer = z
  .string()
  .max(40_000)
  .transform(text => {
    try {
      const answer: unknown = JSON.parse(text)
      return answer
    } catch {
      return null
    }
  })
  .pipe(passkeyResponseSchema)
const credentialsSchema = z.object({ email: z.string(), password: z.string(), code: z.string().default('') })

/** What the page is told, in a word: see components/desk/sign-in-with.ts. */
function refusalText(refusal: Exclude<Awaited<ReturnType<typeof signIn>>, { ok: true }>): string {
  if (refusal.code === 'wait') return `wait:${refusal.seconds}`
  if (refusal.code === 'code') return refusal.isWrong ? 'code:wrong' : 'code'
  return 'refused'
}

/** The cookie that names the session. On https its name makes browsers refuse it from subdomains and other paths. */
export function sessionCookie() {
  const secure = env().SITE_URL.startsWith('https:')
  return {
    name: secure ? '__Host-out-of-five' : 'out-of-five',
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
  } as const
}

function headerOf(headers: unknown, name: string): string {
  const value: unknown = typeof headers === 'object' && headers !== null ? Reflect.get(headers, name) : undefined
  return typeof value === 'string' ? value : ''
}
