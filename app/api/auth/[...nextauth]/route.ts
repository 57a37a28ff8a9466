import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '#lib/auth/options.ts'

type Context = { params: Promise<{ nextauth: string[] }> }

// Of next-auth's own endpoints only those that signing in needs. Signing out is the desk's, which ends the session's row;
// the others are pages that we do not show and a session that only our own table knows.
const open = new Set(['GET providers', 'GET csrf', 'POST callback/credentials', 'POST callback/passkey'])

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params
  if (!open.has(`${request.method} ${nextauth.join('/')}`)) return new Response('Not found', { status: 404 })
  return NextAuth(request, context, authOptions())
}

export { handle as GET, handle as POST }
