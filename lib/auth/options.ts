import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { env } from '#lib/env.ts'
import { endSessionById, sessionLife, startSession } from './sessions.ts'
import { signIn } from './sign-in.ts'

/**
 * next-auth keeps the cookie: a signed and encrypted JWT that names a row of Session and says nothing else. Whether that row is
 * still good is asked at every request (see require-editor.ts). docs/decisions/0004-next-auth-with-server-sessions.md.
 */
export function authOptions(): NextAuthOptions {
  const secure = env().SITE_URL.startsWith('https:')
  return {
    secret: env().AUTH_SECRET,
    pages: { signIn: '/desk/sign-in', error: '/desk/sign-in' },
    session: { strategy: 'jwt', maxAge: sessionLife.absolute / 1000 },
    useSecureCookies: secure,
    cookies: {
      sessionToken: {
        name: secure ? '__Host-out-of-five' : 'out-of-five',
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      },
    },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        async authorize(credentials, request) {
          const outcome = await signIn({
            email: credentials?.email ?? '',
            password: credentials?.password ?? '',
            address: headerOf(request.headers, 'x-client-address'),
          })
          if (!outcome.ok) throw new Error(outcome.code === 'wait' ? `wait:${outcome.seconds}` : 'refused')
          const sessionId = await startSession(outcome.user, headerOf(request.headers, 'user-agent'))
          return { id: sessionId }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
      session: ({ session, token }) => ({ expires: session.expires, sid: String(token.sid ?? '') }),
      redirect: ({ url, baseUrl }) => (url.startsWith('/') && !url.startsWith('//') ? baseUrl + url : baseUrl),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid === 'string') await endSessionById(token.sid)
      },
    },
  }
}

function headerOf(headers: unknown, name: string): string {
  const value: unknown = typeof headers === 'object' && headers !== null ? Reflect.get(headers, name) : undefined
  return typeof value === 'string' ? value : ''
}
