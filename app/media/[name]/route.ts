import { readFile } from 'node:fs/promises'
import { env } from '#lib/env.ts'
import { pictureFile, pictureHeaders } from '#lib/media/picture-file.ts'

/** Pictures where server/ is not in front (`npm run dev`, a platform that runs Next itself); server/media.ts does it otherwise. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const picture = pictureFile(env().DATA_DIR, (await params).name)
  const bytes = picture && (await readFile(picture.path).catch(() => null))
  if (!picture || !bytes)
    return new Response('There is no such picture.\n', { status: 404, headers: { 'Cache-Control': 'no-store' } })
  const headers = new Headers([['Content-Type', picture.type]])
  for (const [name, value] of pictureHeaders) headers.set(name, value)
  return new Response(new Uint8Array(bytes), { headers })
}
