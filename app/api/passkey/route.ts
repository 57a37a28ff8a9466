import { clientAddress } from '#lib/auth/client-address.ts'
import { askForPasskey } from '#lib/auth/passkey-sign-in.ts'

/** What a browser needs to ask whoever signs in for a passkey. A POST, because each makes something to be signed, once. */
export async function POST(request: Request): Promise<Response> {
  const asked = await askForPasskey(clientAddress(request.headers))
  const headers = { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' }
  if (asked === null) return Response.json({ code: 'nowhere' }, { status: 404, headers })
  if (typeof asked === 'number')
    return Response.json({ wait: asked }, { status: 429, headers: { ...headers, 'Retry-After': String(asked) } })
  return Response.json(asked, { headers })
}
