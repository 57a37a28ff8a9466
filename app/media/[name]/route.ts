import { readFile } from 'node:fs/promises'
import { pictureFile, pictureHeaders } from '#lib/media/picture-file.ts'
import { storage } from '#lib/storage/open.ts'

/** Pictures where server/ is not in front (`npm run dev`, a platform that runs Next itself); server/media.ts does it otherwise. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const picture = pictureFile((await params).name)
  const local = picture && (await storage().local(picture.key))
  if (!picture || !local)
    return new Response('There is no such picture.\n', { status: 404, headers: { 'Cache-Control': 'no-store' } })
  const headers = new Headers([['Content-Type', picture.type]])
  for (const [name, value] of pictureHeaders) headers.set(name, value)
  return new Response(new Uint8Array(await readFile(local)), { headers })
}
